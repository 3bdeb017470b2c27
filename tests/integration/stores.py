"""Both stores for tests: a fresh embedded one, and one on a Neo4j server that is started once for all tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import kglite
import pytest

from graph.decisions.ledger import NAME
from graph.embedded import FILE
from graph.server.java import release_named
from graph.store import Store, StoreSettings, open_store
from tests.integration.neo4j_server import Server, connect, running_server

SERVERS = pytest.StashKey[dict[str, Server]]()
KINDS = [
    "embedded",
    pytest.param("lts", marks=pytest.mark.neo4j),
    pytest.param("calendar", marks=[pytest.mark.neo4j, pytest.mark.calendar]),
]


@pytest.fixture(scope="session")
def neo4j_servers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Server]:
    """The server of a release, whichever folder's tests ask first; it stops when the tests end."""
    stash = request.config.stash
    running = stash.setdefault(SERVERS, {})

    def server(name: str) -> Server:
        if name not in running:
            stack = ExitStack()
            request.config.add_cleanup(stack.close)
            home = tmp_path_factory.mktemp("neo4j") / "home"
            running[name] = stack.enter_context(running_server(home, release_named(name)))
        return running[name]

    return server


@pytest.fixture(scope="session")
def neo4j_server(neo4j_servers: Callable[[str], Server]) -> Server:
    """The server of the long-term release."""
    return neo4j_servers("lts")


def settings_of(server: Server) -> StoreSettings:
    """The store on that server."""
    return StoreSettings(address=server.address, user=server.user, password=server.password, database=server.database)


def emptied(server: Server, data: Path | None = None) -> StoreSettings:
    """The store on that server, with nothing in it; its file of decisions lies under `data`."""
    server.wipe()
    return replace(settings_of(server), decisions=data / NAME if data else None)


@pytest.fixture
def neo4j_settings(neo4j_server: Server, tmp_path: Path) -> StoreSettings:
    """The server's database, empty."""
    return emptied(neo4j_server, tmp_path / "data")


def empty_store(kind: str, request: pytest.FixtureRequest, data: Path) -> StoreSettings:
    """Settings of an empty store of that kind: a folder, or the database of a server."""
    if kind == "embedded":
        return StoreSettings(data=data)
    servers: Callable[[str], Server] = request.getfixturevalue("neo4j_servers")
    return emptied(servers(kind), data)


@pytest.fixture(params=KINDS)
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> StoreSettings:
    """Settings of an empty store, of each kind in turn."""
    return empty_store(request.param, request, tmp_path / "data")


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
