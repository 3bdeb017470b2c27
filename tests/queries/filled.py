"""Stores that are filled once: an embedded one in a folder of its own, or the test server's database."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager

import pytest

from graph.statement import Article, Run, Statement
from graph.store import Origin, Store, StoreSettings, open_store
from tests.integration.neo4j_server import Server

BOTH = ("embedded", pytest.param("neo4j", marks=pytest.mark.neo4j))
RUN = Run(id="run-1", version="0.1", model="none", vocabulary="2", started="2025-01-01T00:00:00+00:00")
Read = tuple[Article, Sequence[Statement], Origin]


@contextmanager
def filled_store(
    kind: str, request: pytest.FixtureRequest, folders: pytest.TempPathFactory, given: Sequence[Read]
) -> Generator[Store]:
    """A store of that kind with these articles in it and nothing else."""
    settings = StoreSettings(data=folders.mktemp("filled") / "data")
    if kind == "neo4j":
        server: Server = request.getfixturevalue("neo4j_server")
        server.wipe()
        settings = StoreSettings(
            address=server.address, user=server.user, password=server.password, database=server.database
        )
    with open_store(settings) as store:
        for article, statements, origin in given:
            store.put(article, statements, RUN, origin=origin)
        yield store
