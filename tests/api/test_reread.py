"""Reading again by command."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from graph.statement import Article, Statement
from tests.api.command import Command


def nothing(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Statement]]]:
    """A reader that finds nothing."""
    for article in articles:
        yield article, []


def test_stored_articles_are_read_again(lagebild: Command, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lagebild("ingest", articles)
    assert lagebild("reread").out == "2 articles: 0 gained, 0 lost, 0 changed, 2 the same\n"
    monkeypatch.setattr("ingest.pipeline._extractor", lambda: nothing)
    dry = lagebild("reread", "--dry-run")
    assert dry.out.endswith("2 articles: 0 gained, 2 lost, 0 changed, 0 the same (nothing stored)\n")
    assert json.loads(lagebild("statements", "--json").out)["total"] == 2
    lines = [json.loads(line) for line in lagebild("reread", "--json").out.splitlines()]
    assert [len(line["lost"]) for line in lines] == [1, 1]
    assert json.loads(lagebild("statements", "--json").out)["total"] == 0
