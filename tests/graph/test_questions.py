"""Answers that need more than the small known graph: time, meetings, hearsay; on every kind of store."""

import pytest
from pydantic import JsonValue

from graph.ask import ask
from graph.statement import Entity
from graph.store import Store
from tests.graph.making import ABEL, ABOUT_900, ARLAND, BERTA, BORLAND, RUN, TEXT, article, met, sent, source

DIPLOMATS = Entity(id="test-diplomaten", name="westliche Diplomaten", type="Organization")


@pytest.fixture
def changed(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """On the first day two articles; on the third a version that says less, and an article that says what is known."""
    first, second, third = article(1), article(2), article(3)
    less = article(1, text=TEXT + " Korrektur.")
    monkeypatch.setattr("graph.packet.now", lambda: "2025-03-01T12:00:00+00:00")
    store.put(first, [sent(first, source(), count=ABOUT_900)], RUN, origin="real")
    store.put(second, [met(second, ABEL, BERTA)], RUN, origin="real")
    monkeypatch.setattr("graph.packet.now", lambda: "2025-03-03T12:00:00+00:00")
    store.put(less, [sent(less, source())], RUN, origin="real")
    store.put(third, [met(third, ABEL, BERTA)], RUN, origin="real")
    return store


def changes(store: Store, since: str | None, as_of: str | None = None, **more: JsonValue) -> list[tuple[str, str]]:
    given: dict[str, JsonValue] = {"since": since}
    rows = ask(store, "changes", given | more, as_of=as_of).rows
    return sorted((str(row["change"]), str(row["predicate"])) for row in rows)


def test_what_changed_since_a_day(changed: Store) -> None:
    assert changes(changed, "2025-03-02") == [("gone", "SENT"), ("new", "SENT"), ("repeated", "MET")]
    assert changes(changed, "2025-03-02", entity="test-abel") == [("repeated", "MET")]
    assert changes(changed, "2025-03-04") == []
    assert changes(changed, "2025") == [("new", "MET"), ("new", "MET"), ("new", "SENT")]
    assert changes(changed, None) == changes(changed, "2025")


def test_what_had_changed_by_another_day(changed: Store) -> None:
    assert changes(changed, "2025-03-01", as_of="2025-03-02") == [("new", "MET"), ("new", "SENT")]
    assert changes(changed, "2025-03-02", as_of="2025-03-02") == []


def test_whoever_is_met_has_met(changed: Store) -> None:
    for given in ({"who": "Berta"}, {"whom": "Abel"}, {"who": "Abel", "whom": "Berta"}):
        rows = ask(changed, "encounters", given).rows
        assert [(row["subject"], row["object"]) for row in rows] == 2 * [("Abel", "Berta")], given


def test_hearsay_and_described_sources_are_anonymous(store: Store) -> None:
    given = article()
    outlet = source(entity=Entity(id="test-kurier", name="Kurier", type="Organization"), step=2)
    passed = outlet.model_copy(update={"role": "outlet"})
    said = [sent(given, source(entity=DIPLOMATS), passed), sent(given, modality="reported", subject=BORLAND)]
    store.put(given, [*said, sent(given, source(), count=ABOUT_900)], RUN, origin="real")
    rows = ask(store, "anonymous-sources", {}).rows
    assert [(row["outlet"], row["source"], row["reports"]) for row in rows] == [
        ("Kurier", "westliche Diplomaten", 1),
        ("Testblatt", None, 1),
    ]


def test_an_anonymous_claim_that_a_known_one_confirms(store: Store) -> None:
    one, other = article(1), article(2)
    known = Entity(id="nordkorea", name="Nordkorea", type="Country")
    store.put(one, [sent(one, source(entity=DIPLOMATS))], RUN, origin="real")
    store.put(other, [sent(other, source("confirms", known), subject=ARLAND)], RUN, origin="real")
    assert [row["confirmed"] for row in ask(store, "anonymous-sources", {}).rows] == [1]
