"""Every data file that ships has a licence, the licence's text is here, and who is owed a mention is mentioned."""

from pathlib import Path, PurePosixPath
from typing import Annotated

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

ROOT = Path(__file__).parents[1]
LICENCES = ROOT / "LICENSES"
PACKAGES = ("seeds", "queries", "graph", "ingest", "api")


class Entry(BaseModel):
    """One entry of LICENSES/files.yaml."""

    model_config = ConfigDict(extra="forbid")
    paths: Annotated[list[str], Field(min_length=1)]
    licence: str
    what: str
    attribution: list[str]


def entries() -> list[Entry]:
    return TypeAdapter(list[Entry]).validate_python(yaml.safe_load((LICENCES / "files.yaml").read_text("utf-8")))


def data_files() -> list[str]:
    """Files of the packages that are no program text."""
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    return [str(path.relative_to(ROOT)) for path in files if path.suffix not in {".py", ".pyc"}]


def covers(pattern: str, name: str) -> bool:
    """`*` stays within a folder; a `**` at the end means everything below."""
    if pattern.endswith("/**"):
        return name.startswith(pattern.removesuffix("**"))
    path = PurePosixPath(name)
    return path.match(pattern) and len(path.parts) == len(PurePosixPath(pattern).parts)


def test_every_shipped_data_file_has_one_licence() -> None:
    found = {
        name: [entry.licence for entry in entries() for p in entry.paths if covers(p, name)] for name in data_files()
    }
    assert len(found) > 20
    assert {name: licences for name, licences in found.items() if len(licences) != 1} == {}


def test_no_entry_without_a_file() -> None:
    names = data_files()
    idle = [
        p for entry in entries() for p in entry.paths if not p.endswith("/**") and not any(covers(p, n) for n in names)
    ]
    assert idle == []


def test_every_licence_has_its_text() -> None:
    named = {licence for entry in entries() for licence in entry.licence.split(" AND ")}
    texts = {path.stem for path in LICENCES.glob("*.txt") if path.stat().st_size > 1000}
    assert named <= texts


def test_notice_names_everybody() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert {name for entry in entries() for name in entry.attribution if name not in notice} == set()


@pytest.mark.parametrize("name", ["countries.csv", "places.csv"])
def test_tables_with_share_alike_sources_are_under_odbl(name: str) -> None:
    assert [e.licence for e in entries() if f"seeds/reference/{name}" in e.paths] == ["ODbL-1.0"]
