"""The guide holds every question as it stands in the catalogue, and what it offers runs on both stores."""

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from graph.browser.guide import guide
from graph.store import Store
from queries.catalogue import questions
from tests.graph.making import RUN, article, sent, source

RUNNABLE = re.compile(r'<pre class="pre-scrollable code runnable">(.*?)</pre>', re.S)
ROOT = Path(__file__).parents[3]


def runnable() -> list[str]:
    return [unescape(text) for text in RUNNABLE.findall(guide())]


def test_every_question_can_be_run() -> None:
    assert {question.cypher for question in questions().values()} <= set(runnable())


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not re.search(r"(?:src|href)=", guide())


def test_the_pictures_show_something(store: Store) -> None:
    given = article()
    store.put(given, [sent(given, source(), count=None), sent(given, source(stance="denies"))], RUN, origin="real")
    pictures = [text for text in runnable() if text.startswith("MATCH p =")]
    assert len(pictures) == 3
    for text in pictures:
        counted = text.replace("s.min IS NOT NULL", "s.min IS NULL").replace("RETURN p", "RETURN length(p) AS length")
        assert store.read(counted, limit=None, seconds=5)


@pytest.mark.parametrize("port", ["7474", "7687"])
def test_the_container_listens_on_loopback_alone(port: str) -> None:
    service = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["neo4j"]
    assert f"127.0.0.1:{port}:{port}" in service["ports"] and len(service["ports"]) == 2
