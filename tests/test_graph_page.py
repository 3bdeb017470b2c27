"""docs/graph.md and its picture are in step with the vocabulary, and name everything that stands in a graph."""

import re
from pathlib import Path
from typing import Any

import pytest

from docs.graph_schema import NEAR, page, pages, words
from graph.cypher import ROLES, stance_edge
from graph.decisions.draft import Draft, decided
from graph.properties import PROPERTIES
from graph.store import Store, StoreSettings, open_store
from seeds.vocabulary import vocabulary
from tests.graph.making import ABEL, BERTA, RUN, TEXT, article, met, sent, source

ROOT = Path(__file__).parents[1]


@pytest.fixture
def store(tmp_path: Path) -> Any:
    """Two versions of a document, and two entities that somebody merged."""
    with open_store(StoreSettings(data=tmp_path)) as opened:
        old, new = article(1), article(1, text=TEXT + " Korrektur.")
        for given in (old, new):
            opened.put(given, [sent(given, source()), met(given, ABEL, BERTA)], RUN, origin="real")
        draft = Draft(kind="merge", entity=ABEL.id, other=BERTA.id, who="Ada", why="dieselbe")
        opened.decide(decided(opened, draft, "2999-01-01T00:00:00+00:00"))
        yield opened


def names(store: Store, cypher: str) -> set[str]:
    return {str(row["name"]) for row in store.read(cypher, limit=None, seconds=10)}


def test_the_files_are_in_step() -> None:
    assert [path.name for path, text in pages().items() if path.read_text("utf-8") != text] == []


def test_every_property_and_type_is_described_and_no_other() -> None:
    for label, properties in PROPERTIES.items():
        described = set(words()["nodes"][label]["properties"])
        assert described == {name for name in properties if not name.startswith(NEAR)}, label
    assert set(ROLES) <= set(words()["relationships"])


def test_every_type_of_a_graph_is_on_the_page(store: Store) -> None:
    types = names(store, "MATCH ()-[r]->() RETURN DISTINCT type(r) AS name")
    labels = names(store, "MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name") - {"Lagebild"}
    assert {"SAME_AS", "SUPERSEDES", "SENT_TROOPS_TO", "REPORTS", "MET"} <= types
    missing = {name for name in types | labels if f"`{name}`" not in page()}
    assert missing == set()
    drawn = (ROOT / "docs" / "graph.svg").read_text("utf-8")
    edges = {*vocabulary().plain_edges(), *map(stance_edge, vocabulary().values("stance")), *words()["relationships"]}
    assert {name for name in edges if not re.search(rf"\b{name}\b", drawn)} == set()
