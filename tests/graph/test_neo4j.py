"""What the Neo4j store does with a server: away, closed to us, shared with other writers."""

import logging
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from neo4j.exceptions import TransientError

from graph.loading import load_articles
from graph.neo4j import Neo4jStore
from graph.packet import Loaded, Packet
from graph.store import StoreSettings, open_store
from graph.work import Work
from seeds.errors import BadInput, StoreUnavailable
from tests.graph.making import RUN, article, sent, source
from tests.graph.whole import articles, plain

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


@pytest.mark.parametrize(
    "cypher",
    [
        "SHOW USERS",
        "SHOW SETTINGS YIELD name RETURN name",
        "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "CREATE USER x",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL dbms.components() YIELD name RETURN name",
        "CALL db.clearQueryCaches()",
        "CALL () { CALL dbms.components() YIELD name RETURN name } RETURN name",
        "EXPLAIN LOAD CSV FROM 'file:///x' AS line RETURN line",
    ],
)
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


def test_a_listener_on_loopback_is_never_reached(
    neo4j_settings: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan alone is enough to refuse it: the words are passed over here."""

    def anything(_: str) -> None:
        """Refuses nothing."""

    monkeypatch.setattr("graph.neo4j.refuse_beyond", anything)
    with socket.create_server(("127.0.0.1", 0)) as listener, open_store(neo4j_settings) as store:
        listener.settimeout(0.5)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x.csv"
        with pytest.raises(BadInput, match="LOAD CSV"):
            store.read("LOAD CSV FROM $address AS line RETURN line", {"address": address}, limit=1, seconds=5)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_an_address_with_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(BadInput, match="LAGEBILD_PASSWORD") as caught:
        open_store(StoreSettings(address="bolt://neo4j:geheim@127.0.0.1:7687"))
    assert "geheim" not in str(caught.value)


def test_the_password_is_in_no_log(neo4j_settings: StoreSettings, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with open_store(neo4j_settings) as store:
        store.read("RETURN 1 AS one", limit=1, seconds=5)
    assert caplog.records and neo4j_settings.password not in caplog.text


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s", "bolt+ssc"])
def test_a_server_without_tls_is_said(neo4j_settings: StoreSettings, scheme: str) -> None:
    address = str(neo4j_settings.address).replace("bolt", scheme, 1)
    with pytest.raises(StoreUnavailable, match="does not answer"):
        open_store(replace(neo4j_settings, address=address))


def test_a_reader_sees_its_own_writes_through_routing(neo4j_settings: StoreSettings) -> None:
    """With `neo4j://` the driver asks for a routing table; each session waits for the bookmarks of those before."""
    with Neo4jStore(
        str(neo4j_settings.address).replace("bolt", "neo4j", 1),
        user=neo4j_settings.user,
        password=neo4j_settings.password,
        database=neo4j_settings.database,
        decisions=neo4j_settings.ledger,
    ) as store:
        for number in range(5):
            given = article(number)
            store.put(given, [sent(given, source())], RUN, origin="real")
            rows = store.read("MATCH (a:Article) RETURN count(a) AS n", limit=None, seconds=5)
            assert rows == [{"n": number + 1}]
        assert store.bookmarks()


def test_what_is_transient_is_tried_again(neo4j_settings: StoreSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def deadlocked_once(work: Work, new: Sequence[Packet]) -> list[Loaded]:
        tries.append(1)
        if len(tries) == 1:
            raise TransientError("two transactions wait for each other")
        return load_articles(work, new)

    monkeypatch.setattr("graph.writing.load_articles", deadlocked_once)
    given = article()
    with open_store(neo4j_settings) as store:
        assert store.put(given, [sent(given, source())], RUN, origin="real").added == 1
        assert len(articles(store)) == 1
    assert len(tries) == 2


def test_a_question_is_tried_again_in_a_managed_transaction(
    neo4j_settings: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def away_once(cypher: str) -> Any:
        tries.append(1)
        if len(tries) == 1:
            raise TransientError("the leader has changed")
        return cypher

    with open_store(neo4j_settings) as store:
        monkeypatch.setattr("graph.neo4j._text", away_once)
        assert store.read("RETURN 1 AS one", limit=1, seconds=5) == [{"one": 1}]
    assert len(tries) == 3  # the plan, which fails; then the plan again and the question


def test_a_short_question_takes_one_turn_to_the_server(
    neo4j_settings: StoreSettings, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither is it planned again, nor is a transaction opened and ended for it alone; bookmarks and mode are there."""
    with open_store(neo4j_settings) as store:
        store.put(article(), [], RUN, origin="real")
        store.read("RETURN 1 AS one", limit=1, seconds=5)
        caplog.set_level(logging.DEBUG)
        store.read("RETURN 1 AS one", limit=1, seconds=5)
    sent_words = [record.getMessage() for record in caplog.records if "  C: " in record.getMessage()]
    names = [words.split("  C: ")[1].split()[0] for words in sent_words]
    assert names[:2] == ["RUN", "PULL"]
    assert not {"BEGIN", "COMMIT"} & {*names}
    assert "'mode': 'r'" in sent_words[0] and "bookmarks" in sent_words[0] and "tx_timeout" in sent_words[0]


def test_a_server_too_old_is_said(neo4j_settings: StoreSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.neo4j.OLDEST", (9999, 1))
    with pytest.raises(StoreUnavailable, match=r"needs Neo4j 9999\.1 or newer"):
        open_store(neo4j_settings)
