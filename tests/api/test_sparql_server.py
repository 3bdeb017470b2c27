"""`LAGEBILD_SPARQL`: what changes the graph changes the copy on the server, and queries are answered there."""

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.local import LocalDesk
from graph.assessment.ledger import Ledger
from graph.embedded import EmbeddedStore
from graph.rdf.server.place import Place
from graph.server.home import HOST, free_port
from ingest.readers.read import read
from tests.api.command import Command
from tests.api.making import numbers_of_soldiers
from tests.integration.sparql_servers import PASSWORD, USER, emptied, oxigraph, started

pytestmark = pytest.mark.sparql
COUNT = "PREFIX lb: <vocabulary#> SELECT (COUNT(*) AS ?n) WHERE { ?s lb:subject ?e ; lb:current true }"
MORE = "Kenia hat 900 Soldaten nach Haiti entsandt, teilte der Sprecher am Abend mit. Mehr ist nicht bekannt."
WHY = ("--why", "gelesen", "--who", "Ada")


@pytest.fixture
def place(
    sparql_servers: Callable[[str], Place], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Place:
    """A server with nothing in it, which the commands are told of."""
    request.getfixturevalue("lagebild")  # it takes all settings away
    found = emptied(sparql_servers("fuseki"))
    monkeypatch.setenv("LAGEBILD_SPARQL", found.query)
    monkeypatch.setenv("LAGEBILD_SPARQL_USER", USER)
    monkeypatch.setenv("LAGEBILD_SPARQL_PASSWORD", PASSWORD)
    return found


def on_server(place: Place) -> int:
    """How many statements count, asked past the program."""
    query = f"BASE <https://lagebild.example/> {COUNT}"
    accept = {"Accept": "application/sparql-results+json"}
    answer = httpx.post(place.query, data={"query": query}, headers=accept, auth=(place.user, place.password))
    return int(answer.raise_for_status().json()["results"]["bindings"][0]["n"]["value"])


def test_each_command_changes_the_copy(lagebild: Command, place: Place, articles: Path, tmp_path: Path) -> None:
    assert lagebild("ingest", articles).code == 0
    assert on_server(place) == 2
    assert not Path("data/rdf").exists()
    (tmp_path / "more.txt").write_text(MORE, "utf-8")
    assert lagebild("ingest", tmp_path / "more.txt").code == 0
    assert on_server(place) == 3
    listed = json.loads(lagebild("statements", "--json").out)["items"]
    assert lagebild("decide", "reject", listed[0]["statement"]["id"], *WHY).code == 0
    assert on_server(place) == 2
    assert lagebild("forget", listed[1]["article"]["id"]).code == 0
    assert on_server(place) == 1


def test_stores_that_are_filled_otherwise(lagebild: Command, place: Place, articles: Path, tmp_path: Path) -> None:
    assert lagebild("ingest", articles).code == 0
    assert lagebild("backup", tmp_path / "saved.zip").code == 0
    assert lagebild("export", "--format", "nquads", "--with-text", "--output", tmp_path / "all.nq").code == 0
    for number, filled in enumerate([("restore", tmp_path / "saved.zip"), ("import", tmp_path / "all.nq")]):
        emptied(place)
        assert lagebild(*filled, "--data", tmp_path / f"data{number}").code == 0
        assert on_server(place) == 2
    assert lagebild("reread", "--data", tmp_path / "data1").code == 0
    assert on_server(place) == 2


@pytest.mark.usefixtures("place")
def test_the_command_asks_the_server(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    (tmp_path / "a.rq").write_text(COUNT, "utf-8")
    assert lagebild("sparql", tmp_path / "a.rq").out.splitlines() == ["n", "2"]
    assert lagebild("sparql", "competing-figures").out.startswith("article,force,predicate,figure")
    assert not Path("data/rdf").exists()
    (tmp_path / "b.rq").write_text("CLEAR ALL", "utf-8")
    refused = lagebild("sparql", tmp_path / "b.rq")
    assert refused.code == 2 and "updates are refused" in refused.err


def test_the_service_asks_the_server(place: Place, articles: Path, tmp_path: Path) -> None:
    store, ledger = EmbeddedStore(tmp_path / "data"), Ledger(tmp_path / "data")
    with LocalDesk(store, numbers_of_soldiers, ledger=ledger, rdf=place) as desk:
        list(desk.ingest(read([articles])))
        client = TestClient(create_app(desk), base_url="http://localhost:8000")
        for _ in range(2):
            answer = client.get("/sparql", params={"query": COUNT}, headers={"Accept": "text/csv"})
            assert (answer.status_code, answer.text.split()) == (200, ["n", "2"])
        posted = client.post("/articles", content=MORE, headers={"Content-Type": "text/plain"})
        assert posted.status_code == 201
        assert on_server(place) == 3
        described = client.get("/sparql", headers={"Accept": "application/n-triples"}).text
        assert described.count("#namedGraph>") == 6  # three articles, things, edges, claims
        update = client.post("/sparql", data={"update": "CLEAR ALL"})
        assert update.status_code == 403


def test_a_server_that_is_away_costs_nothing(
    lagebild: Command, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port(0)
    monkeypatch.setenv("LAGEBILD_SPARQL", f"http://{HOST}:{port}/query")
    away = lagebild("ingest", articles)
    assert away.code == 4
    assert f"http://{HOST}:{port}/query does not answer" in away.err and "the graph has what was given" in away.err
    assert json.loads(lagebild("statements", "--json").out)["total"] == 2
    asked = lagebild("sparql", "competing-figures")
    assert asked.code == 4 and "does not answer" in asked.err
    program = oxigraph(port)
    with started(program, tmp_path):
        assert lagebild("sparql", "competing-figures").code == 0
        assert on_server(program.place) == 2


@pytest.mark.usefixtures("place")
def test_passwords_are_not_shown(lagebild: Command) -> None:
    assert PASSWORD not in lagebild("settings").out
