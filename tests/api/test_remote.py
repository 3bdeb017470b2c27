"""Commands beside a running service: the same answers through it, and what is left of services that are gone."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pydantic import JsonValue

from api.discovery import open_desk, running_service
from api.filters import StatementQuery
from api.local import LocalDesk
from api.lockfile import NAME, ServiceEntry, new_entry, read_entry, write_entry
from api.remote import RemoteDesk
from api.serving import address_of, announced, listen
from api.settings import Settings
from graph.shown import Window
from graph.store import StoreSettings
from ingest.readers.found import Found, Rejected
from ingest.readers.read import read
from seeds.errors import BadArticle, BadParameter, NotFound, StoreUnavailable
from tests.api.command import Command
from tests.api.making import FIRST, write_articles
from tests.api.serving import served

GIVEN: dict[str, JsonValue] = {"force": "Kenia", "units": ["soldiers", "officers"]}


@pytest.fixture
def entry(desk: LocalDesk, tmp_path: Path) -> Iterator[ServiceEntry]:
    """The entry of a running service of that desk, in its data directory."""
    with served(desk, tmp_path / "data") as entry:
        yield entry


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(StoreSettings(data=tmp_path / "data"))


def test_a_command_finds_the_service(entry: ServiceEntry, settings: Settings) -> None:
    with open_desk(settings) as desk:
        assert isinstance(desk, RemoteDesk) and desk.address == entry.address


def test_it_answers_as_the_store_does(entry: ServiceEntry, desk: LocalDesk) -> None:
    every, some = Window(), Window(limit=1, offset=1)
    wanted = StatementQuery(q="Soldaten", force="Kenia", least=1, superseded=True)
    with RemoteDesk(entry) as remote:
        for one in (desk, remote):
            assert one.ask("voices", {}) == desk.ask("voices", {})
            assert one.ask("competing-figures", GIVEN) == desk.ask("competing-figures", GIVEN)
            assert one.statements(wanted, every) == desk.statements(wanted, every)
            assert one.statements(StatementQuery(), some) == desk.statements(StatementQuery(), some)
            listed = one.statements(StatementQuery(), every).items[0]
            assert one.statement(listed.statement.id) == desk.statement(listed.statement.id)
            assert one.articles(every, superseded=True) == desk.articles(every, superseded=True)
            assert one.article(listed.article.id) == desk.article(listed.article.id)
            assert one.entities("ken", ("Country",), every) == desk.entities("ken", ("Country",), every)
            assert one.entity("kenia") == desk.entity("kenia")
            assert one.health() == desk.health()


def test_its_errors_are_those_of_the_store(entry: ServiceEntry) -> None:
    with RemoteDesk(entry) as remote:
        with pytest.raises(NotFound, match="did you mean voices"):
            remote.ask("voice", {})
        with pytest.raises(BadParameter, match="unknown parameter"):
            remote.ask("voices", {"x": "y"})
        with pytest.raises(NotFound, match="there is no entity 'a/b'"):
            remote.entity("a/b")


def test_articles_go_through_it_in_order(entry: ServiceEntry, tmp_path: Path) -> None:
    texts = [{"text": FIRST.replace("400", str(number)), "id": number} for number in range(1000, 1020)]
    lines = [json.dumps(text) for text in texts]
    lines[3], lines[19] = "{", '{"text": ""}'
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with RemoteDesk(entry) as remote:
        results = list(remote.ingest(read([path])))
        again = list(remote.ingest(read([path])))
    assert [result.path for result in results] == [f"{path}, line {number}" for number in range(1, 21)]
    assert [number for number, result in enumerate(results) if isinstance(result, Rejected)] == [3, 19]
    added = [result.added for result in results if not isinstance(result, Rejected)]
    known = [result.already_known for result in again if not isinstance(result, Rejected)]
    assert added == [1] * 18 and known == [True] * 18


def test_samples_stay_samples_on_the_way(entry: ServiceEntry, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "more")
    found = [one for one in read([folder]) if isinstance(one, Found)]
    with RemoteDesk(entry) as remote:
        marks = [result.sample for result in remote.ingest(found) if not isinstance(result, Rejected)]
    assert marks == [False, True]


def test_only_rejected_inputs_need_no_request() -> None:
    with RemoteDesk(new_entry("http://127.0.0.1:9")) as remote:
        rejected = Rejected("x", BadArticle("x is empty"))
        assert list(remote.ingest([rejected])) == [rejected]


@pytest.mark.usefixtures("entry")
def test_commands_go_through_it(lagebild: Command, tmp_path: Path, desk: LocalDesk) -> None:
    data = ("--data", tmp_path / "data")
    (tmp_path / "new.txt").write_text(FIRST.replace("400", "4000"), encoding="utf-8")
    assert lagebild("ingest", tmp_path / "new.txt", *data).out == "1 articles, 1 new statements\n"
    for arguments in (
        ("ask", "competing-figures", "-p", "force=Kenia"),
        ("statements", "--least", "1000"),
        ("show", "kenia"),
    ):
        result = lagebild(*arguments, "--json", *data)
        assert result.code == 0 and json.loads(result.out), result
    rows = json.loads(lagebild("ask", "competing-figures", "-p", "force=Kenia", "--json", *data).out)["rows"]
    assert [row["min"] for row in rows] == [4000, 700, 400]
    assert desk.health().articles == 3
    wrong = lagebild("ask", "competing-figures", "-p", "force=Kenja", *data)
    assert wrong.code == 2 and "did you mean kenia" in wrong.err


def test_a_second_service_is_refused(entry: ServiceEntry, lagebild: Command, tmp_path: Path) -> None:
    result = lagebild("serve", "--data", tmp_path / "data", "--port", "0")
    assert result.code == 4 and f"already: {entry.address}" in result.err


def test_the_entry_goes_with_the_service(tmp_path: Path) -> None:
    entry = new_entry("http://127.0.0.1:1")
    with announced(tmp_path, entry):
        assert read_entry(tmp_path) == entry
    assert not (tmp_path / NAME).exists()


def gone(entry: ServiceEntry) -> ServiceEntry:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    return entry.model_copy(update={"process": child.pid})


class Stranger(BaseHTTPRequestHandler):
    """Another program that has taken the port."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html>hello</html>")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def stranger() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Stranger)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_entry_of_a_service_that_is_gone_is_removed(settings: Settings, stranger: str) -> None:
    data = settings.store.data
    data.mkdir()
    with listen(0) as listener:
        closed = new_entry(address_of(listener))
    for stale in (gone(closed), closed, gone(new_entry(stranger)), new_entry(stranger)):
        write_entry(data, stale)
        assert running_service(settings) is None
        assert not (data / NAME).exists()


def test_another_service_on_the_port_is_not_ours(entry: ServiceEntry, tmp_path: Path) -> None:
    elsewhere = Settings(StoreSettings(data=tmp_path / "elsewhere"))
    elsewhere.store.data.mkdir()
    write_entry(elsewhere.store.data, new_entry(entry.address))
    assert running_service(elsewhere) is None


def test_a_service_that_hangs_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.remote.HEALTH_SECONDS", 0.2)
    settings.store.data.mkdir()
    with listen(0) as silent:
        write_entry(settings.store.data, new_entry(address_of(silent)))
        with pytest.raises(StoreUnavailable, match="does not answer"):
            running_service(settings)
    assert (settings.store.data / NAME).exists()


@pytest.mark.usefixtures("entry")
def test_with_neo4j_no_service_is_looked_for(settings: Settings) -> None:
    assert running_service(Settings(StoreSettings(address="bolt://localhost:1", data=settings.store.data))) is None
