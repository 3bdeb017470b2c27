"""Stores that are filled once: an embedded one in a folder of its own, or the test server's database."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager

import pytest

from graph.statement import Article, Run, Statement
from graph.store import Origin, Store, open_store
from tests.integration.stores import empty_store

RUN = Run(id="run-1", version="0.1", model="none", vocabulary="2", started="2025-01-01T00:00:00+00:00")
Read = tuple[Article, Sequence[Statement], Origin]


@contextmanager
def filled_store(
    kind: str, request: pytest.FixtureRequest, folders: pytest.TempPathFactory, given: Sequence[Read]
) -> Generator[Store]:
    """A store of that kind with these articles in it and nothing else."""
    with open_store(empty_store(kind, request, folders.mktemp("filled") / "data")) as store:
        put_read(store, given)
        yield store


def put_read(store: Store, given: Sequence[Read]) -> None:
    """Puts articles in, one after the other."""
    for article, statements, origin in given:
        store.put(article, statements, RUN, origin=origin)
