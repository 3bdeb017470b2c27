"""What was known on a day: the version of then, in questions and in the list of statements."""

import pytest

from graph.ask import ask
from graph.asof import as_of, instant
from graph.filter import StatementFilter
from graph.origins.likeness import ARTICLE, PASSAGE
from graph.store import Store, StoreSettings, open_store
from graph.view import statements
from queries.catalogue import questions
from seeds.errors import BadParameter
from tests.graph.making import ABOUT_900, RUN, TEXT, article, sent, source
from tests.graph.whole import everything
from tests.integration.stores import run_raw


@pytest.fixture
def versions(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A document that said 900 on one day and something else two days later."""
    old, new = article(1), article(1, text=TEXT + " Korrektur.")
    monkeypatch.setattr("graph.packet.now", lambda: "2025-03-01T12:00:00+00:00")
    store.put(old, [sent(old, source(), count=ABOUT_900)], RUN, origin="real")
    monkeypatch.setattr("graph.packet.now", lambda: "2025-03-03T12:00:00+00:00")
    more = ABOUT_900.model_copy(update={"min": 950, "max": 950})
    store.put(new, [sent(new, source(), count=more)], RUN, origin="real")
    return store


DAYS: list[tuple[str | None, list[int]]] = [
    ("2025-02-28", []),
    ("2025-03-01", [900]),
    ("2025-03-02", [900]),
    ("2025-03-03", [950]),
    ("2025-02", []),
    ("2025-03", [950]),
    ("2024", []),
    ("2025", [950]),
    (None, [950]),
]


@pytest.mark.parametrize(("day", "numbers"), DAYS)
def test_statements_of_a_day(versions: Store, day: str | None, numbers: list[int]) -> None:
    found = statements(versions, StatementFilter(as_of=day))
    assert [view.statement.count.min for view in found.items if view.statement.count] == numbers
    assert found.total == len(numbers)


@pytest.mark.parametrize(("day", "numbers"), DAYS)
def test_questions_of_a_day(versions: Store, day: str | None, numbers: list[int]) -> None:
    answer = ask(versions, "competing-figures", {"force": "test-arland"}, as_of=day)
    assert [row["min"] for row in answer.rows] == numbers


def test_a_question_about_plain_edges_is_of_today(store: Store) -> None:
    with pytest.raises(BadParameter, match="network rests on plain edges"):
        ask(store, "network", as_of="2025-01-01")


@pytest.mark.parametrize("day", ["gestern", "2025-13", "2025-01-01T00:00", ""])
def test_what_is_no_day_is_said(store: Store, day: str) -> None:
    with pytest.raises(BadParameter, match="as-of is an ISO date"):
        ask(store, "voices", as_of=day)
    with pytest.raises(BadParameter, match="as-of is an ISO date"):
        instant(day)


def test_every_question_about_statements_can_be_asked_then(store: Store) -> None:
    asked = 0
    for name, question in questions().items():
        if "s.current" in question.cypher:
            needed = {one.name: "test-arland" for one in question.parameters if one.required}
            assert "$as_of" in as_of(question.cypher) and "current" not in as_of(question.cypher).split("RETURN")[0]
            assert not needed and ask(store, name, as_of="2025").rows == []
            asked += 1
    assert asked > 20


TIMES = ("since", "until")
NEW = {
    "Article": (*TIMES, "agency", *ARTICLE.names),
    "Statement": (
        *(*TIMES, "rejected", "claim", "vouchers", "unsupported", "origins", *PASSAGE.names),
        *("day_first", "day_last", "dated"),
    ),
}


def test_a_graph_of_the_first_schema_is_brought_up_to_date(store_settings: StoreSettings) -> None:
    old, new = article(1), article(1, text=TEXT + " Korrektur.")
    with open_store(store_settings) as store:
        store.put(old, [sent(old, source())], RUN, origin="real")
        store.put(new, [sent(new, source())], RUN, origin="real")
        before = everything(store)
    run_raw(store_settings, "MATCH (m:Lagebild) SET m.schema = 1")
    for label, names in NEW.items():
        run_raw(store_settings, f"MATCH (n:{label}) REMOVE {', '.join(f'n.{name}' for name in names)}")
    run_raw(store_settings, "MATCH (:Entity)-[r:SENT_TROOPS_TO]->(:Entity) REMOVE r.outlets, r.origins, r.origin_keys")
    with open_store(store_settings) as store:
        assert everything(store) == before
    assert [row["schema"] for row in run_raw(store_settings, "MATCH (m:Lagebild) RETURN m.schema AS schema")] == [3]
