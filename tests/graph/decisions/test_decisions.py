"""Decisions by people on both stores: carried out, kept over every new load, undone without a trace."""

from pathlib import Path

import pytest

from graph.ask import ask
from graph.decisions.decision import Decision
from graph.decisions.draft import Draft, decided
from graph.filter import StatementFilter
from graph.statement import Entity, Statement
from graph.store import Store, StoreSettings, open_store
from graph.view import entity, statement, statements
from seeds.errors import BadParameter, BadStatement, NotFound
from tests.graph.making import ABEL, ABOUT_900, ARLAND, BERTA, BORLAND, RUN, TEXT, article, met, sent, source
from tests.graph.whole import everything, plain

WHEN = "2999-01-01T00:00:00+00:00"
AT = "2025-02-01T00:00:00+00:00"
ABEL_TOO = Entity(id="test-abel-2", name="Abel Zwei", type="Person")
GIVEN = article()
SAID = sent(GIVEN, source(), count=ABOUT_900)
MET = met(GIVEN, ABEL, BERTA)
MET_TOO = met(GIVEN, ABEL_TOO, BERTA)


@pytest.fixture
def filled(store: Store) -> Store:
    """An article in which Abel stands under two names."""
    store.put(GIVEN, [SAID, MET, MET_TOO], RUN, origin="real")
    return store


def decide(store: Store, **fields: object) -> Decision:
    given = {"who": "Ada", "why": "gelesen"} | fields
    decision = decided(store, Draft.model_validate(given), WHEN)
    store.decide(decision)
    return decision


def shown(store: Store) -> list[Statement]:
    return [view.statement for view in statements(store).items]


def again(store: Store) -> None:
    """Another reading that finds nothing, and the first one once more."""
    store.put(GIVEN, [], RUN, origin="real")
    store.put(GIVEN, [SAID, MET, MET_TOO], RUN, origin="real")


def test_a_rejected_statement_leaves_counts_and_plain_edges(filled: Store) -> None:
    before = everything(filled)
    decision = decide(filled, kind="reject", statement=SAID.id)
    assert plain(filled, "SENT_TROOPS_TO") == []
    assert {one.id for one in shown(filled)} == {MET.id, MET_TOO.id}
    view = statement(filled, SAID.id)
    assert (view.statement, view.current, view.rejected) == (SAID, False, decision.id)
    decide(filled, kind="undo", undoes=decision.id)
    assert without_articles(everything(filled)) == without_articles(before)


def test_a_rejection_survives_every_load(filled: Store) -> None:
    decision = decide(filled, kind="reject", statement=SAID.id)
    again(filled)
    assert statement(filled, SAID.id).rejected == decision.id
    assert plain(filled, "SENT_TROOPS_TO") == []
    more = article(2)
    filled.put(more, [sent(more, source())], RUN, origin="real")
    assert [edge["articles"] for edge in plain(filled, "SENT_TROOPS_TO")] == [1]


def test_what_was_known_before_the_rejection(filled: Store) -> None:
    decide(filled, kind="reject", statement=SAID.id)
    then = statements(filled, StatementFilter(as_of="2998", kind="troop_report"))
    assert [view.statement for view in then.items] == [SAID]
    assert statements(filled, StatementFilter(as_of="2999-01-01", kind="troop_report")).total == 0


def test_a_correction_is_known_from_its_day_on(filled: Store) -> None:
    decision = decide(filled, kind="correct", statement=SAID.id, fields={"modality": "planned"})
    for day, known in (("2998", SAID), ("2999", decision.made)):
        then = statements(filled, StatementFilter(as_of=day, kind="troop_report"))
        assert [view.statement for view in then.items] == [known]


def test_a_corrected_statement_takes_the_place_of_the_first(filled: Store) -> None:
    before = everything(filled)
    decision = decide(filled, kind="correct", statement=SAID.id, fields={"modality": "planned"})
    assert decision.made is not None and decision.made.modality == "planned"
    again(filled)
    assert {one.id for one in shown(filled)} == {decision.made.id, MET.id, MET_TOO.id}
    assert statement(filled, decision.made.id).added == decision.id
    assert statement(filled, SAID.id).rejected == decision.id
    assert plain(filled, "SENT_TROOPS_TO") == []
    decide(filled, kind="undo", undoes=decision.id)
    assert without_articles(everything(filled)) == without_articles(before)


def test_an_added_statement_stays(filled: Store) -> None:
    before = everything(filled)
    new = sent(GIVEN, source(), predicate="PRESENT", place=BORLAND)
    fields = new.model_dump(mode="json", exclude={"confidence"})
    decision = decide(filled, kind="add", fields=fields)
    again(filled)
    assert statement(filled, new.id).added == decision.id
    assert statement(filled, new.id).statement.confidence == 1.0
    assert [edge["articles"] for edge in plain(filled, "HAS_TROOPS_IN")] == [1]
    loaded = filled.put(GIVEN, [SAID, MET, MET_TOO], RUN, origin="real")
    assert loaded.already_known and loaded.added == 0
    decide(filled, kind="undo", undoes=decision.id)
    assert without_articles(everything(filled)) == without_articles(before)


def test_merged_entities_count_as_one(filled: Store) -> None:
    before = everything(filled)
    decision = decide(filled, kind="merge", entity=ABEL_TOO.id, other=ABEL.id)
    [edge] = plain(filled, "MET")
    assert {str(edge["a"]), str(edge["b"])} == {ABEL.id, BERTA.id}
    assert entity(filled, ABEL.id).statements == 2 and entity(filled, ABEL_TOO.id).statements == 0
    assert {one.id for one in shown(filled)} == {SAID.id, MET.id, MET_TOO.id}
    again(filled)
    assert [{str(edge["a"]), str(edge["b"])} for edge in plain(filled, "MET")] == [{ABEL.id, BERTA.id}]
    decide(filled, kind="undo", undoes=decision.id)
    assert without_articles(everything(filled)) == without_articles(before)


def test_who_asks_for_one_of_them_gets_both(filled: Store) -> None:
    decide(filled, kind="merge", entity=ABEL_TOO.id, other=ABEL.id)
    for word in (ABEL_TOO.id, ABEL_TOO.name, ABEL.id):
        [row] = ask(filled, "network", {"entity": word}).rows
        assert {str(row["subject_id"]), str(row["object_id"])} == {ABEL.id, BERTA.id}, word


def test_a_merge_waits_for_entities_of_later_articles(filled: Store) -> None:
    decide(filled, kind="merge", entity=ABEL_TOO.id, other=ABEL.id)
    later = article(2)
    filled.put(later, [met(later, ABEL_TOO, BERTA)], RUN, origin="real")
    assert [edge["articles"] for edge in plain(filled, "MET")] == [2]


def test_a_chain_of_merges_comes_apart_link_by_link(filled: Store) -> None:
    before = everything(filled)
    first = decide(filled, kind="merge", entity=ABEL_TOO.id, other=ABEL.id)
    one = everything(filled)
    second = decide(filled, kind="merge", entity=ABEL.id, other=BERTA.id)
    assert entity(filled, BERTA.id).statements == 2 and entity(filled, ABEL.id).statements == 0
    decide(filled, kind="undo", undoes=second.id)
    assert without_articles(everything(filled)) == without_articles(one)
    decide(filled, kind="undo", undoes=first.id)
    assert without_articles(everything(filled)) == without_articles(before)


def test_an_undoing_can_be_undone(filled: Store) -> None:
    decision = decide(filled, kind="reject", statement=SAID.id)
    undo = decide(filled, kind="undo", undoes=decision.id)
    decide(filled, kind="undo", undoes=undo.id)
    assert statement(filled, SAID.id).rejected == decision.id
    assert [one.undone for one in filled.decisions()] == [False, True, False]


def test_decisions_go_before_a_merge(filled: Store) -> None:
    decide(filled, kind="not_same", entity=ABEL.id, other=ABEL_TOO.id)
    with pytest.raises(BadParameter, match="not the same"):
        decide(filled, kind="merge", entity=ABEL_TOO.id, other=ABEL.id)
    assert len(filled.decisions()) == 1


def test_what_makes_no_sense_is_refused(filled: Store) -> None:
    decision = decide(filled, kind="merge", entity=ABEL_TOO.id, other=ABEL.id)
    for fields, says in (
        ({"entity": ABEL.id, "other": ABEL_TOO.id}, "already"),
        ({"entity": ABEL_TOO.id, "other": BERTA.id}, "already"),
        ({"entity": ABEL.id, "other": ABEL.id}, "name two"),
    ):
        with pytest.raises(BadParameter, match=says):
            decide(filled, kind="merge", **fields)
    with pytest.raises(BadParameter, match="merged; undo"):
        decide(filled, kind="not_same", entity=ABEL.id, other=ABEL_TOO.id)
    decide(filled, kind="undo", undoes=decision.id)
    with pytest.raises(BadParameter, match="undone already"):
        decide(filled, kind="undo", undoes=decision.id)


@pytest.mark.parametrize(
    ("fields", "error", "says"),
    [
        ({"kind": "reject", "statement": "none"}, NotFound, "statement 'none'"),
        ({"kind": "merge", "entity": "none", "other": ARLAND.id}, NotFound, "entity 'none'"),
        ({"kind": "undo", "undoes": "none"}, NotFound, "decision 'none'"),
        ({"kind": "reject"}, BadParameter, "takes statement"),
        ({"kind": "reject", "statement": SAID.id, "why": " "}, BadParameter, "who decides and why"),
        ({"kind": "correct", "statement": SAID.id, "fields": {"modality": "reported"}}, BadParameter, "nothing"),
        ({"kind": "correct", "statement": SAID.id, "fields": {"modality": "sicher"}}, BadStatement, "modality"),
        ({"kind": "add", "fields": {"article": "x"}}, BadStatement, "Field required"),
        (
            {"kind": "correct", "statement": SAID.id, "fields": {"evidence": {"start": 0, "end": 3, "text": "Ach"}}},
            BadStatement,
            "evidence",
        ),
    ],
)
def test_bad_decisions_are_said_and_not_kept(
    filled: Store, fields: dict[str, object], error: type[Exception], says: str
) -> None:
    before = everything(filled)
    with pytest.raises(error, match=says):
        decide(filled, **fields)
    assert everything(filled) == before and filled.decisions() == []


def test_a_new_store_obeys_the_file(store_settings: StoreSettings, tmp_path: Path) -> None:
    with open_store(store_settings) as store:
        store.put(GIVEN, [SAID, MET, MET_TOO], RUN, origin="real", at=AT)
        decide(store, kind="reject", statement=SAID.id)
        decide(store, kind="correct", statement=MET.id, fields={"modality": "planned"})
        decide(store, kind="merge", entity=ABEL_TOO.id, other=ABEL.id)
        there = everything(store)
    with open_store(StoreSettings(data=tmp_path / "new", decisions=store_settings.ledger)) as fresh:
        fresh.put(GIVEN, [SAID, MET, MET_TOO], RUN, origin="real", at=AT)
        assert without_articles(everything(fresh)) == without_articles(there)


def test_a_newer_version_keeps_what_was_rejected_of_the_older(filled: Store) -> None:
    decide(filled, kind="reject", statement=SAID.id)
    new = article(text=TEXT + " Korrektur.")
    filled.put(new, [], RUN, origin="real")
    filled.put(GIVEN, [SAID, MET, MET_TOO], RUN, origin="real")
    view = statement(filled, SAID.id)
    assert view.rejected and not view.current


def without_articles(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without the articles, which say when they were loaded last."""
    return {label: rows for label, rows in found.items() if label != "Article"}
