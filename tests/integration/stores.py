"""Both stores for tests: a fresh embedded one, and one on a Neo4j server that is started once for all tests."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import kglite
import pytest

from graph.embedded import FILE
from graph.store import Store, StoreSettings, open_store
from tests.integration.neo4j_server import Server, connect, running_server

SERVER = pytest.StashKey[Server]()


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The server, whichever folder's tests ask first; it stops when the tests end."""
    stash = request.config.stash
    if SERVER not in stash:
        stack = ExitStack()
        request.config.add_cleanup(stack.close)
        stash[SERVER] = stack.enter_context(running_server(tmp_path_factory.mktemp("neo4j") / "home"))
    return stash[SERVER]


def settings_of(server: Server) -> StoreSettings:
    """The store on that server."""
    return StoreSettings(address=server.address, user=server.user, password=server.password, database=server.database)


@pytest.fixture
def neo4j_settings(neo4j_server: Server) -> StoreSettings:
    """The server's database, empty."""
    neo4j_server.wipe()
    return settings_of(neo4j_server)


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> StoreSettings:
    """Settings of an empty store, of each kind in turn."""
    if request.param == "neo4j":
        settings: StoreSettings = request.getfixturevalue("neo4j_settings")
        return settings
    return StoreSettings(data=tmp_path / "data")


@pytest.fixture
def store(store_settings: StoreSettings) -> Iterator[Store]:
    """An empty store of each kind in turn."""
    with open_store(store_settings) as opened:
        yield opened


def run_raw(settings: StoreSettings, cypher: str) -> list[dict[str, object]]:
    """Runs a text past the store's own door, as another program would; the store must be closed."""
    return _run_embedded(settings.data, cypher) if settings.address is None else _run_neo4j(settings, cypher)


def _run_embedded(data: Path, cypher: str) -> list[dict[str, object]]:
    data.mkdir(parents=True, exist_ok=True)
    session = kglite.open_session(str(data / FILE), durable="full")
    try:
        return [dict(row) for row in session.execute(cypher).to_list()]
    finally:
        session.close()


def _run_neo4j(settings: StoreSettings, cypher: str) -> list[dict[str, object]]:
    words: Any = cypher
    with connect(settings.address or "", settings.user, settings.password) as driver:
        records = driver.execute_query(words, database_=settings.database).records
    return [row.data() for row in records]
