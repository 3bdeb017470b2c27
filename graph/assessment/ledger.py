"""The file of assessments: one line each, only ever added to, so that every judgement stays with who, when and why.

It lies beside the store and is no part of it: reading articles anew, or another store, leaves it as it is.
"""

import fcntl
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from graph.jsonl import read_lines
from graph.statement import Text, Value
from seeds.errors import StoreUnavailable

NAME = "assessments.jsonl"


class Assessment(Value):
    """One judgement: a source's reliability, or a claim's credibility; without a grade an earlier one is withdrawn.

    `key` says of whom or what, the same as the graph's keys of origins and claims; `name` says it for people.
    """

    target: Literal["source", "claim"]
    key: Text
    name: Text
    grade: str | None
    who: Annotated[str, Field(min_length=1, max_length=200)]
    when: Text
    why: Annotated[str, Field(min_length=1, max_length=2000)]


class Ledger:
    """The assessments in a directory; several programs may add to them."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def history(self) -> tuple[Assessment, ...]:
        """All judgements in the order in which they were made; BadStatement names a line that is none."""
        try:
            with self._path.open(encoding="utf-8") as lines:
                return tuple(read_lines(lines, Assessment, str(self._path)))
        except FileNotFoundError:
            return ()
        except OSError as exc:
            raise StoreUnavailable(f"{self._path}: {exc.strerror}") from exc

    def current(self) -> dict[tuple[str, str], Assessment]:
        """The last judgement on each target, where it was not withdrawn."""
        last = {(each.target, each.key): each for each in self.history()}
        return {target: each for target, each in last.items() if each.grade is not None}

    def add(self, made: Sequence[Assessment]) -> None:
        """Adds judgements; they are on disk when this returns."""
        lines = "".join(each.model_dump_json() + "\n" for each in made)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as out:
                fcntl.flock(out, fcntl.LOCK_EX)
                out.write(lines)
                out.flush()
                os.fsync(out.fileno())
        except OSError as exc:
            raise StoreUnavailable(f"{self._path}: {exc.strerror}") from exc
