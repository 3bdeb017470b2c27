"""Forgetting a document leaves what would be there if it had never come, on both stores."""

import pytest

import graph.forgetting
from graph.store import Store
from graph.work import Work
from seeds.errors import NotFound, StoreError
from seeds.reference import reference
from tests.graph.making import ABEL, BERTA, DIENST, RUN, TEXT, article, met, sent, source
from tests.graph.whole import articles, ask, everything, plain

LATER = RUN.model_copy(update={"id": "run-2"})


def test_what_rests_on_it_alone_goes(store: Store) -> None:
    kept = article(1)
    store.put(kept, [sent(kept, source())], RUN, origin="real")
    before = everything(store)
    old, new = article(2), article(2, text=TEXT + " Korrektur.")
    store.put(old, [sent(old, source()), met(old, ABEL, BERTA)], LATER, origin="real")
    store.put(new, [sent(new, source()), met(new, ABEL, BERTA)], LATER, origin="real")
    gone = store.forget(old.id)
    assert (gone.document, gone.articles) == (new.document, tuple(sorted((old.id, new.id))))
    assert (gone.statements, gone.entities) == (4, 2)
    assert everything(store) == before
    assert [edge["articles"] for edge in plain(store, "SENT_TROOPS_TO")] == [1]


@pytest.mark.parametrize("by", ["article", "document"])
def test_the_last_article_leaves_an_empty_graph(store: Store, by: str) -> None:
    empty = everything(store)
    given = article()
    store.put(given, [sent(given, source())], RUN, origin="real")
    store.forget(given.id if by == "article" else given.document)
    assert everything(store) == empty
    assert store.put(given, [sent(given, source())], RUN, origin="real").added == 1


def test_an_entity_of_the_tables_stays(store: Store) -> None:
    row = next(iter(reference().countries.values()))
    store.seed([row])
    given = article()
    store.put(given, [sent(given, source(entity=DIENST.model_copy(update={"id": row.id})))], RUN, origin="real")
    store.forget(given.id)
    assert ask(store, "MATCH (e:Entity) RETURN e.id AS id") == [{"id": row.id}]


def test_an_unknown_article_is_said(store: Store) -> None:
    given = article()
    store.put(given, [], RUN, origin="real")
    with pytest.raises(NotFound, match="'nothing'"):
        store.forget("nothing")
    assert articles(store) == [given]


def test_a_failure_in_the_middle_leaves_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    given = article()
    store.put(given, [sent(given, source())], RUN, origin="real")
    before = everything(store)

    def fails(*_: Work | object) -> None:
        raise StoreError("in the middle")

    monkeypatch.setattr(graph.forgetting, "recount", fails)
    with pytest.raises(StoreError, match="in the middle"):
        store.forget(given.id)
    assert everything(store) == before
