"""The 25 questions of the gold, asked of the gold of the five given articles, on both stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.ask import ask
from graph.store import Store
from queries.catalogue import questions
from tests.integration.stores import KINDS
from tests.queries.filled import Read, filled_store
from tests.queries.gold import Gold, Line, read_gold, read_json_lines

pytestmark = pytest.mark.shared
STATEMENTS = 168
# Which question of the catalogue answers which of the gold, with its default parameters.
ANSWERED_BY = {
    "q01": "figures-in-place",
    "q02": "signatories",
    "q03": "figures-of-services",
    "q04": "denials-and-confirmations",
    "q05": "connection",
    "q06": "one-origin-many-outlets",
    "q07": "provisions",
    "q08": "approvals",
    "q09": "weapon-supplies",
    "q10": "losses",
    "q11": "figures-of-origin",
    "q12": "planned-figures",
    "q13": "offices",
    "q14": "visits",
    "q15": "warnings",
    "q16": "proposals",
    "q17": "outlet-only",
    "q18": "chains",
    "q19": "origins-of-figure",
    "q20": "reports-of-figure",
    "q21": "units",
    "q22": "attacks",
    "q23": "reports-from-places",
    "q24": "agreement-dates",
    "q25": "same-figure",
}


@pytest.fixture(scope="module")
def gold(shared: Path) -> Gold:
    """The statements of the gold."""
    return read_gold(shared)


@pytest.fixture(scope="module")
def asked(shared: Path) -> dict[str, Line]:
    """The questions of the gold by id."""
    return {line["id"]: line for line in read_json_lines(shared / "gold" / "questions.jsonl")}


@pytest.fixture(scope="module", params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, gold: Gold) -> Iterator[Store]:
    """Each store in turn, with the gold in it."""
    given: list[Read] = [(article, gold.statements[name], "real") for name, article in gold.articles.items()]
    with filled_store(request.param, request, tmp_path_factory, given) as filled:
        yield filled


def test_the_gold_is_all_there(gold: Gold, asked: dict[str, Line], store: Store) -> None:
    assert sum(map(len, gold.statements.values())) == STATEMENTS
    rows = store.read("MATCH (s:Statement) RETURN count(s) AS n", limit=None, seconds=10)
    assert rows == [{"n": len({s.id for said in gold.statements.values() for s in said})}]
    assert asked.keys() == ANSWERED_BY.keys()
    assert set(ANSWERED_BY.values()) <= questions().keys()


@pytest.mark.parametrize("number", ANSWERED_BY)
def test_answer(number: str, gold: Gold, asked: dict[str, Line], store: Store) -> None:
    line = asked[number]
    files = {article.id: name for name, article in gold.articles.items()}
    rows = [
        row | {"article": files[str(row["article"])]} if "article" in row else row
        for row in ask(store, ANSWERED_BY[number]).rows
    ]
    got = {gold.key(row, line["columns"]) for row in rows}
    required = {gold.key(row, line["columns"]) for row in line["answer"] if not row.get("optional", False)}
    optional = {gold.key(row, line["columns"]) for row in line["answer"] if row.get("optional", False)}
    assert got <= required | optional, "rows that the gold does not have"
    assert required <= got, "rows that are missing"
