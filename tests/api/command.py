"""Running `lagebild` in this process, as the entry point does."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from api.cli import cli


@dataclass(frozen=True, slots=True)
class Result:
    """What a command has printed, and its exit code."""

    code: int
    out: str
    err: str


Command = Callable[..., Result]


def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """A function that runs the command with these arguments."""

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["lagebild", *map(str, arguments)])
        capsys.readouterr()
        code = 0
        try:
            cli()
        except SystemExit as exc:
            code = exc.code if isinstance(exc.code, int) else int(exc.code is not None)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Result(code, printed.out, printed.err)

    return run
