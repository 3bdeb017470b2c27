"""Judgements on both stores: they survive a new reading, change nothing in the graph, and are capped, not rewritten."""

from pathlib import Path

import pytest

from graph.assessment.judging import judge, rate
from graph.assessment.ledger import Ledger
from graph.decisions.decision import Decision
from graph.decisions.draft import Draft, decided
from graph.statement import Article, Source, Statement, make_article
from graph.store import Store
from graph.view import statement
from seeds.errors import BadParameter, NotFound
from tests.graph.making import ABOUT_900, ARLAND, BORLAND, DIENST, MELDER, RUN, article, sent, source
from tests.graph.origins.texts import long_text
from tests.graph.whole import everything


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger")


def report(number: int, *sources: Source, **other: object) -> tuple[Article, Statement]:
    of = make_article(long_text(number), outlet=f"Blatt {number}", input_id=str(number), language="de")
    return of, sent(of, *sources, count=ABOUT_900, **other)


def put(store: Store, of: Article, said: Statement) -> str:
    store.put(of, [said], RUN, origin="real")
    return said.id


def test_what_nobody_judged_is_f_and_6(store: Store, ledger: Ledger) -> None:
    id_ = put(store, *report(1, source()))
    rating = rate(store, ledger, statement(store, id_))
    assert (rating.credibility, rating.assessment, rating.caps) == ("6", None, ())
    assert [(each.key, each.grade, each.assessment) for each in rating.sources] == [(DIENST.id, "F", None)]


def test_a_judgement_changes_nothing_in_the_graph(store: Store, ledger: Ledger) -> None:
    id_ = put(store, *report(1, source()))
    before = everything(store)
    judge(store, ledger, "Dienst", "B", who="Muster", why="bisher bestätigt")
    made = judge(store, ledger, id_, "2", who="Muster", why="passt zu anderem")
    assert everything(store) == before
    rating = rate(store, ledger, statement(store, id_))
    assert (rating.credibility, rating.assessment, rating.sources[0].grade) == ("2", made, "B")
    assert statement(store, id_).statement.confidence == 0.5


def test_one_is_for_independent_origins_and_a_copy_brings_none(store: Store, ledger: Ledger) -> None:
    id_ = put(store, *report(1, source()))
    judge(store, ledger, id_, "1", who="Muster", why="mehrfach")
    assert rate(store, ledger, statement(store, id_)).credibility == "2"
    put(store, *report(2, source()))
    assert rate(store, ledger, statement(store, id_)).credibility == "2"
    put(store, *report(3, source(entity=MELDER)))
    rating = rate(store, ledger, statement(store, id_))
    assert (rating.credibility, rating.caps) == ("1", ())


@pytest.mark.parametrize("how", ["a source denies", "the opposite is said"])
def test_a_denial_caps_but_rewrites_nothing(store: Store, ledger: Ledger, how: str) -> None:
    id_ = put(store, *report(1, source()))
    put(store, *report(2, source(entity=MELDER)))
    made = judge(store, ledger, id_, "1", who="Muster", why="mehrfach")
    denial = report(3, source("denies")) if how == "a source denies" else report(3, polarity="negated")
    put(store, *denial)
    rating = rate(store, ledger, statement(store, id_))
    assert (rating.credibility, rating.assessment) == ("3", made)
    assert [cap["en"] for cap in rating.caps] == ["denied by somebody"]


def test_a_judgement_survives_a_new_reading_and_can_be_withdrawn(store: Store, ledger: Ledger) -> None:
    of, said = report(1, source())
    id_ = put(store, of, said)
    judge(store, ledger, id_, "2", who="Muster", why="passt")
    judge(store, ledger, DIENST.id, "A", who="Muster", why="immer gut")
    again = sent(of, source(), count=ABOUT_900, modality="suspected")
    store.put(of, [again], RUN, origin="real")
    rating = rate(store, ledger, statement(store, again.id))
    assert (rating.credibility, rating.sources[0].grade) == ("2", "A")
    judge(store, ledger, again.id, "-", who="Muster", why="doch nicht")
    judge(store, ledger, DIENST.id, "-", who="Muster", why="doch nicht")
    rating = rate(store, ledger, statement(store, again.id))
    assert (rating.credibility, rating.sources[0].grade) == ("6", "F")
    assert len(ledger.history()) == 4


def test_outlets_are_judged_by_name(store: Store, ledger: Ledger) -> None:
    id_ = put(store, *report(1))
    made = judge(store, ledger, "Blatt 1", "D", who="Muster", why="oft falsch")
    assert made.key == "outlet:blatt 1"
    assert judge(store, ledger, "outlet:blatt 1", "C", who="Muster", why="besser").key == made.key
    assert [each.grade for each in rate(store, ledger, statement(store, id_)).sources] == ["C"]


def merge(store: Store, entity: str, other: str) -> Decision:
    draft = Draft(kind="merge", entity=entity, other=other, who="Muster", why="derselbe")
    made = decided(store, draft, "2999-01-01T00:00:00+00:00")
    store.decide(made)
    return made


def test_a_grade_passes_on_to_whom_a_source_counts_as(store: Store, ledger: Ledger) -> None:
    about_dienst, about_melder = put(store, *report(1, source())), put(store, *report(2, source(entity=MELDER)))
    judge(store, ledger, DIENST.id, "B", who="Muster", why="bisher bestätigt")
    merged = merge(store, DIENST.id, MELDER.id)
    for id_ in (about_dienst, about_melder):
        assert [(each.key, each.grade) for each in rate(store, ledger, statement(store, id_)).sources] == [
            (MELDER.id, "B")
        ]
    judge(store, ledger, MELDER.id, "-", who="Muster", why="doch nicht")
    assert [each.grade for each in rate(store, ledger, statement(store, about_dienst)).sources] == ["F"]
    judge(store, ledger, DIENST.id, "C", who="Muster", why="unter dem alten Namen")
    assert [each.grade for each in rate(store, ledger, statement(store, about_melder)).sources] == ["C"]
    undo = Draft(kind="undo", undoes=merged.id, who="Muster", why="zwei")
    store.decide(decided(store, undo, "2999-01-02T00:00:00+00:00"))
    grades = [rate(store, ledger, statement(store, id_)).sources[0].grade for id_ in (about_dienst, about_melder)]
    assert grades == ["C", "F"]


def test_a_grade_of_a_claim_passes_on_to_whom_it_is_about(store: Store, ledger: Ledger) -> None:
    one, other = report(1, source()), report(2, source(entity=MELDER), subject=BORLAND, object=None)
    ids = [put(store, *one), put(store, *other)]
    judge(store, ledger, ids[0], "2", who="Muster", why="passt")
    assert rate(store, ledger, statement(store, ids[1])).credibility == "6"
    merge(store, ARLAND.id, BORLAND.id)
    assert [rate(store, ledger, statement(store, id_)).credibility for id_ in ids] == ["2", "2"]


@pytest.mark.parametrize(
    ("of", "grade", "why", "error", "says"),
    [
        ("Dienst", "G", "x", BadParameter, "grade 'G' is none; give A, B, C, D, E, F or 1, 2, 3, 4, 5, 6"),
        ("Dienst", "1", "x", NotFound, "no statement 'Dienst'"),
        ("Niemand", "A", "x", NotFound, "no source in the graph is called 'Niemand'"),
        ("Dienst", "A", "  ", BadParameter, "who makes it and why"),
    ],
)
def test_what_cannot_be_judged(
    store: Store, ledger: Ledger, of: str, grade: str, why: str, error: type[Exception], says: str
) -> None:
    given = article()
    put(store, given, sent(given, source()))
    with pytest.raises(error) as found:
        judge(store, ledger, of, grade, who="Muster", why=why)
    assert says in str(found.value)
    assert ledger.history() == ()
