"""What came of the official tests when they were run last: kept in a file, so that the page does not need them."""

from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from tools.conformance.official import Suite

VARIABLE = "LAGEBILD_W3C"
NAME = "official.json"


class Folder(BaseModel):
    """The tests of one manifest."""

    model_config = ConfigDict(extra="forbid")
    passed: int
    failed: list[str]
    left_out: dict[str, int]


class Known(BaseModel):
    """Why tests have another answer."""

    model_config = ConfigDict(extra="forbid")
    why: str
    tests: list[str]


_RECORD = TypeAdapter(dict[str, Folder])


def known() -> list[Known]:
    """The reasons."""
    text = files("tools.conformance").joinpath("known.yaml").read_text("utf-8")
    return TypeAdapter(list[Known]).validate_python(yaml.safe_load(text))


def recorded() -> dict[str, Folder]:
    """What stands in the file."""
    return _RECORD.validate_json(files("tools.conformance").joinpath(NAME).read_bytes())


def record(found: dict[str, Suite]) -> dict[str, Folder]:
    """What came of a run, to be kept or compared; manifests are called by their last two folders."""
    return {
        name: Folder(passed=suite.passed, failed=sorted(suite.failed), left_out=dict(sorted(suite.left_out.items())))
        for name, suite in sorted(found.items())
    }


def keep(found: dict[str, Suite]) -> None:
    """Writes it."""
    raw = _RECORD.dump_json(record(found), indent=1)
    Path(__file__).with_name(NAME).write_bytes(raw + b"\n")
