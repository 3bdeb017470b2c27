"""What an import may not do: bring back an old version over a newer one, or forget what the store knows."""

import pytest

from graph.rdf.putting import put_reading
from graph.rdf.reading import Reading
from graph.statement import Article, Statement
from seeds.errors import BadInput
from tests.graph import whole
from tests.graph.making import RUN, sent, source
from tests.graph.making import article as article_of
from tests.graph.rdf.exported import a_store


def reading(of: Article, *said: Statement, current: bool = True, text: bool = True) -> Reading:
    return Reading(
        id=of.id,
        document=of.document,
        article=of if text else None,
        statements=said,
        run=RUN,
        origin="sample",
        current=current,
    )


def test_an_older_version_does_not_replace_a_newer_one() -> None:
    older, newer = article_of(text="Alt. Arland."), article_of(text="Neu. Arland.")
    with a_store() as store:
        store.put(newer, [sent(newer)], RUN, origin="real")
        with pytest.raises(BadInput, match="of which the graph has a newer one"):
            put_reading(store, reading(older, sent(older), current=False))
        assert [one.id for one in whole.articles(store)] == [newer.id]


def test_what_the_store_knows_stays_and_what_is_new_is_added() -> None:
    of = article_of()
    one, other = sent(of), sent(of, source())
    with a_store() as store:
        store.put(of, [one], RUN, origin="real")
        assert put_reading(store, reading(of, other, text=False)).added == 1
        assert put_reading(store, reading(of, other)).added == 0
        assert {each.id for each in whole.statements(store)} == {one.id, other.id}
        assert whole.ask(store, "MATCH (a:Article) RETURN a.sample AS sample") == [{"sample": False}]


def test_text_is_needed_for_an_unknown_article() -> None:
    of = article_of()
    with a_store() as store, pytest.raises(BadInput, match="export it with --with-text"):
        put_reading(store, reading(of, sent(of), text=False))
