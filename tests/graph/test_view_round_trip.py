"""What was put comes back equal through the views, whatever the contract allows."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from graph.embedded import EmbeddedStore
from graph.filter import StatementFilter
from graph.shown import Window
from graph.statement import Article, Statement
from graph.store import Store
from graph.view import article, statement, statements
from tests.graph.strategies import readings
from tests.integration.stores import KINDS
from tests.queries.filled import RUN, filled_store


@pytest.fixture(scope="module", params=KINDS)
def filling(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each store in turn, empty at first."""
    with filled_store(request.param, request, tmp_path_factory, []) as filled:
        yield filled


def test_every_statement_and_article_comes_back_equal(filling: Store) -> None:
    @settings(max_examples=50 if isinstance(filling, EmbeddedStore) else 8)
    @given(readings(7))
    def check(reading: tuple[Article, list[Statement]]) -> None:
        of, said = reading
        filling.put(of, said, RUN, origin="real")
        page = statements(filling, StatementFilter(article=of.id), Window(1000))
        back = [view.statement for view in page.items]
        assert sorted(back, key=lambda each: each.id) == sorted(said, key=lambda each: each.id)
        # An article fetched again is the same one: the store keeps when it was first fetched.
        first = article(filling, of.id).article.retrieved
        assert article(filling, of.id).article == of.model_copy(update={"retrieved": first})
        assert all(statement(filling, each.id).statement == each for each in said)

    check()
