"""Whatever happened to a graph, it is the one that loading the articles afresh gives: origins, edges, claims, days."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from graph.decisions.draft import Draft, decided
from graph.statement import Statement
from graph.store import Store, StoreSettings, open_store
from tests.graph.making import ABOUT_900, DIENST, MELDER, RUN, sent, source
from tests.graph.origins.happening import ALL, AT, BASE, GIVEN, LAND, NAMING, STEPS, WHEN, Happened, Step, reading
from tests.graph.whole import ask, everything, unloaded


def afresh(happened: Happened, ledger: Path, folder: Path) -> dict[str, list[str]]:
    """All that a new store holds of what is left, loaded in another order."""
    with open_store(StoreSettings(data=folder, decisions=ledger)) as fresh:
        for each in sorted(happened.left, reverse=True):
            fresh.put(GIVEN[each], reading(GIVEN[each], happened.left[each]), RUN, origin="real", at=AT)
        fresh.put(BASE, NAMING, RUN, origin="real", at=AT)
        return everything(fresh)


def check(store: Store, ledger: Path, folder: Path, steps: Sequence[Step]) -> None:
    happened = Happened(store)
    for step in steps:
        happened.step(*step)
    assert unloaded(everything(store)) == unloaded(afresh(happened, ledger, folder))


@pytest.mark.parametrize("steps", ALL, ids=str)
def test_what_happened_leaves_no_trace(
    store_settings: StoreSettings, store: Store, tmp_path: Path, steps: list[Step]
) -> None:
    check(store, store_settings.ledger, tmp_path / "fresh", steps)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_any_history_does(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        data = Path(folder)
        with open_store(StoreSettings(data=data / "first")) as store:
            check(store, StoreSettings(data=data / "first").ledger, data / "fresh", steps)


def test_what_somebody_rejected_lends_its_source_to_nobody(store: Store) -> None:
    named, evidence = reading(GIVEN[0], 1)[0], reading(GIVEN[1], 1)[0].evidence
    store.put(GIVEN[0], [named], RUN, origin="real", at=AT)
    copied = sent(GIVEN[1], evidence=evidence, count=ABOUT_900, subject=LAND)
    store.put(GIVEN[1], [copied], RUN, origin="real", at=AT)
    assert origins_of(store, copied) == [DIENST.id]
    draft = Draft(kind="reject", who="Ada", why="falsch", statement=named.id)
    store.decide(decided(store, draft, WHEN))
    assert origins_of(store, copied) == ["outlet:westblatt"]


def origins_of(store: Store, said: Statement) -> object:
    [row] = ask(store, "MATCH (s:Statement {id: $id}) RETURN s.origins AS origins", id=said.id)
    return row["origins"]


def test_merged_sources_are_one_origin(store: Store) -> None:
    store.put(BASE, [sent(BASE, source(), source(entity=MELDER))], RUN, origin="real", at=AT)
    counted = "MATCH (:Entity)-[r:SENT_TROOPS_TO]->(:Entity) RETURN r.origins AS origins"
    assert ask(store, counted) == [{"origins": 2}]
    draft = Draft(kind="merge", who="Ada", why="eins", entity=DIENST.id, other=MELDER.id)
    store.decide(decided(store, draft, WHEN))
    assert ask(store, counted) == [{"origins": 1}]
