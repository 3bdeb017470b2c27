"""Many articles in one transaction come to the same as one by one, or to nothing."""

from collections.abc import Sequence

import pytest

import graph.writing
from graph.decisions.decision import Decision
from graph.loading import load_articles
from graph.packet import Loaded, Packet
from graph.saved import Saved, batches
from graph.store import Store
from graph.work import Work
from seeds.errors import BadStatement, StoreError
from tests.graph.making import ABEL, BERTA, RUN, TEXT, article, met, sent, source
from tests.graph.whole import articles, everything, statements, unloaded

AT = "2025-01-01T00:00:00+00:00"


def saved() -> list[Saved]:
    """Articles about the same pair, two versions of one document among them."""
    given = [article(number) for number in range(6)] + [article(1, text=TEXT + " Korrektur.")]
    return [
        Saved(article=one, statements=(sent(one, source()), met(one, ABEL, BERTA)), run=RUN, origin="real", since=AT)
        for one in given
    ]


def test_together_is_the_same_as_one_by_one(store: Store) -> None:
    given = saved()
    loaded = store.put_all(given)
    assert [one.added for one in loaded] == [2] * 7 and loaded[-1].superseded == given[1].article.id
    together = unloaded(everything(store))
    for document in {one.article.document for one in given}:
        store.forget(document)
    for one in given:
        store.put(one.article, one.statements, one.run, origin=one.origin, at=one.since)
    assert unloaded(everything(store)) == together
    assert [(one.added, one.already_known) for one in store.put_all(given)] == [(0, True)] * 7
    assert unloaded(everything(store)) == together


def test_a_failure_leaves_nothing_of_the_batch(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before, given = everything(store), saved()

    def fails_late(work: Work, packets: Sequence[Packet]) -> list[Loaded]:
        load_articles(work, packets)
        raise StoreError("in the middle")

    monkeypatch.setattr(graph.writing, "load_articles", fails_late)
    with pytest.raises(StoreError, match="in the middle"):
        store.put_all(given)
    assert everything(store) == before


def test_batches_one_after_the_other_are_the_same(store: Store) -> None:
    given = saved()
    store.put_all(given)
    together = unloaded(everything(store))
    for document in {one.article.document for one in given}:
        store.forget(document)
    loaded = list(store.put_batches([given[:3], given[3:6], given[6:]]))
    assert [[one.added for one in some] for some in loaded] == [[2] * 3, [2] * 3, [2]]
    assert loaded[-1][0].superseded == given[1].article.id
    assert unloaded(everything(store)) == together
    again = store.put_batches([given[:3], given[3:], [later()]])  # from the second on, rows are not made ahead
    assert [[one.already_known for one in some] for some in again] == [[True] * 3, [True] * 4, [False]]


def later() -> Saved:
    """An article that comes after the others."""
    one = article(9)
    return Saved(article=one, statements=(sent(one, source()),), run=RUN, origin="real", since=AT)


def test_a_bad_batch_leaves_those_before_it(store: Store) -> None:
    given = saved()
    foreign = later().model_copy(update={"statements": given[0].statements})
    loaded = store.put_batches([given[:3], [later()], [foreign], given[3:]])
    assert [len(next(loaded)), len(next(loaded))] == [3, 1]
    with pytest.raises(BadStatement, match="belongs to article"):
        next(loaded)
    assert len(articles(store)) == 4


def test_what_was_decided_after_its_rows_were_made_holds(store: Store) -> None:
    """Batches are prepared before their turn; a statement that somebody adds meanwhile is not lost by that."""
    given = saved()
    store.put_all(given[1:2])
    article_ = given[1].article
    added = sent(article_, source(), predicate="PRESENT")
    about = Decision(id="d1", kind="add", who="test", why="test", when="2025-02-01T00:00:00+00:00", made=added)
    loaded = store.put_batches([given[:1], given[1:2]])
    next(loaded)
    store.decide(about)
    assert [one.already_known for one in next(loaded)] == [True]
    assert added.id in {one.id for one in statements(store)}


def test_lines_come_in_batches_and_a_bad_one_is_named() -> None:
    lines = [one.model_dump_json() for one in saved()]
    assert [len(batch) for batch in batches(lines, "news.jsonl", statements=6)] == [2, 2, 2, 1]
    assert [one for batch in batches(lines, "news.jsonl") for one in batch] == saved()
    with pytest.raises(BadStatement, match=r"news\.jsonl, line 8, article"):
        list(batches([*lines, "{}"], "news.jsonl"))
