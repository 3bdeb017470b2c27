"""Questions leave superseded articles out: where every document has a newer, empty version, nothing is left."""

from collections.abc import Iterator

import pytest

from graph.ask import ask
from graph.store import Store
from tests.integration.stores import KINDS
from tests.queries.cases import read_cases
from tests.queries.filled import filled_store
from tests.queries.known import withdrawn_graph

CASES = read_cases()


@pytest.fixture(scope="module", params=KINDS)
def withdrawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each store in turn, with the known graph and its withdrawal in it."""
    with filled_store(request.param, request, tmp_path_factory, withdrawn_graph()) as filled:
        yield filled


@pytest.mark.parametrize("name", CASES)
def test_superseded_articles_are_left_out(name: str, withdrawn: Store) -> None:
    for case in CASES[name]:
        assert ask(withdrawn, name, case["parameters"]).rows == []
