"""Who says it, in which role, stance and order, and how sure the article is: invented passages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.statement import Statement, make_article
from ingest.extraction.extract import read_articles

_FOLDER = Path(__file__).with_name("passages")
_PASSAGES = 355  # a passage that vanishes from the files is no passage that passes


@dataclass(frozen=True, slots=True)
class Expected:
    """What one count of a passage must come out with."""

    name: str
    text: str
    at: int
    modality: str
    sources: tuple[str, ...]


def _passages() -> list[dict[str, Any]]:
    files = sorted(_FOLDER.glob("*.yaml"))
    return [passage for file in files for passage in yaml.safe_load(file.read_text("utf-8"))]


def _expected(passage: dict[str, Any]) -> list[Expected]:
    return [
        Expected(
            f"{passage['construction']} ({line['at']})",
            passage["text"],
            line["at"],
            line["modality"],
            tuple(line["sources"]),
        )
        for line in passage["reports"]
    ]


_ALL = _passages()
_CASES = [case for passage in _ALL for case in _expected(passage)]
_SILENT = [str(passage["text"]) for passage in _ALL if not passage["reports"]]


@pytest.fixture(scope="module")
def statements() -> Mapping[str, list[Statement]]:
    """Text → its statements; all passages are read in one go."""
    texts = list(dict.fromkeys(str(passage["text"]) for passage in _ALL))
    articles = [make_article(text, published="2025-03-01", input_id=str(n)) for n, text in enumerate(texts)]
    return {text: found for text, (_, found) in zip(texts, read_articles(articles), strict=True)}


def _with_count(found: list[Statement], number: int) -> list[Statement]:
    return [s for s in found if s.count is not None and number in (s.count.min, s.count.max)]


def _chain(statement: Statement) -> list[str]:
    return sorted(f"{s.step} {s.role} {s.stance} {s.entity.name}" for s in statement.sources)


def test_no_passage_is_lost() -> None:
    assert len(_ALL) == _PASSAGES


@pytest.mark.parametrize("case", _CASES, ids=[case.name for case in _CASES])
def test_sources_and_modality(case: Expected, statements: Mapping[str, list[Statement]]) -> None:
    found = _with_count(statements[case.text], case.at)
    assert found, f"no statement with {case.at} in {case.text!r}"
    for statement in found:
        assert _chain(statement) == sorted(case.sources), case.text
        assert statement.modality == case.modality, case.text


@pytest.mark.parametrize("text", _SILENT)
def test_what_nobody_says_makes_no_report(text: str, statements: Mapping[str, list[Statement]]) -> None:
    assert [s.evidence.text for s in statements[text] if s.kind == "troop_report"] == []
