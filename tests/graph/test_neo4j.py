"""What the Neo4j store does with a server: away, closed to us, shared with other writers."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from graph.store import StoreSettings, open_store
from seeds.errors import BadInput, StoreUnavailable
from tests.graph.making import RUN, article, sent, source
from tests.graph.whole import plain

pytestmark = pytest.mark.neo4j


def test_no_server_there() -> None:
    with pytest.raises(StoreUnavailable, match="is Neo4j running there"):
        open_store(StoreSettings(address="bolt://127.0.0.1:1", password="x"))


def test_wrong_password(neo4j_settings: StoreSettings) -> None:
    with pytest.raises(StoreUnavailable, match="refuses this user and password") as caught:
        open_store(replace(neo4j_settings, password="wrong-secret"))
    assert "wrong-secret" not in str(caught.value)
    assert "wrong-secret" not in repr(replace(neo4j_settings, password="wrong-secret"))


def test_a_database_that_is_not_there(neo4j_settings: StoreSettings) -> None:
    with pytest.raises(StoreUnavailable, match="'elsewhere'"):
        open_store(replace(neo4j_settings, database="elsewhere"))


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "localhost", "bolt//x", "bolt://127.0.0.1:port"])
def test_no_address_of_a_server(address: str) -> None:
    with pytest.raises((BadInput, StoreUnavailable), match=address.split(":")[0]):
        open_store(StoreSettings(address=address))


@pytest.mark.parametrize("cypher", ["SHOW USERS", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "CREATE USER x"])
def test_the_server_itself_is_out_of_reach(neo4j_settings: StoreSettings, cypher: str) -> None:
    with open_store(neo4j_settings) as store, pytest.raises(BadInput):
        store.read(cypher, limit=1, seconds=5)


def test_bare_nodes_are_no_answer(neo4j_settings: StoreSettings) -> None:
    with open_store(neo4j_settings) as store, pytest.raises(BadInput, match="bare node"):
        store.read("MATCH (n) RETURN n", limit=1, seconds=5)


def test_writers_of_several_programs_count_right(neo4j_settings: StoreSettings) -> None:
    """Two connections that know nothing of each other put articles about the same pair at the same time."""
    open_store(neo4j_settings).close()

    def write(part: int) -> None:
        with open_store(neo4j_settings) as store:
            for number in range(part, 30, 3):
                given = article(number)
                store.put(given, [sent(given, source())], RUN, origin="real")

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, range(3)))
    with open_store(neo4j_settings) as store:
        assert [edge["articles"] for edge in plain(store, "SENT_TROOPS_TO")] == [30]
