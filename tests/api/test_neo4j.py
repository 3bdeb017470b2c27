"""The same commands on a Neo4j server."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.local import LocalDesk
from graph.assessment.ledger import Ledger
from graph.store import StoreSettings, open_store
from tests.api.command import Command

pytestmark = pytest.mark.neo4j


@pytest.fixture
def on_neo4j(lagebild: Command, neo4j_settings: StoreSettings, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command, with an empty database to work on."""
    monkeypatch.setenv("LAGEBILD_STORE", neo4j_settings.address or "")
    monkeypatch.setenv("LAGEBILD_USER", neo4j_settings.user)
    monkeypatch.setenv("LAGEBILD_PASSWORD", neo4j_settings.password)
    return lagebild


def test_ingest_ask_and_show(on_neo4j: Command, articles: Path, neo4j_settings: StoreSettings) -> None:
    assert on_neo4j("ingest", articles).out == "2 articles, 2 new statements\n"
    assert on_neo4j("ingest", articles).out == "2 articles, 0 new statements, 2 known already\n"
    asked = on_neo4j("ask", "competing-figures", "-p", "force=Kenia", "--json")
    listed = on_neo4j("statements", "--force", "Kenia", "--q", "haiti soldat", "--json")
    shown = on_neo4j("show", "Kenia", "--json")
    assert not Path("data").exists()
    with LocalDesk(open_store(neo4j_settings), ledger=Ledger(neo4j_settings.data)) as desk:
        client = TestClient(create_app(desk), base_url="http://localhost")
        assert client.get("/health").json()["store"] == "neo4j"
        assert client.get("/questions/competing-figures?force=Kenia").json() == json.loads(asked.out)
        assert client.get("/statements?force=Kenia&q=haiti+soldat").json() == json.loads(listed.out)
        assert client.get("/entities/kenia").json() == json.loads(shown.out)
    assert [row["min"] for row in json.loads(asked.out)["rows"]] == [700, 400]
    assert json.loads(listed.out)["total"] == 2


def test_a_wrong_password(on_neo4j: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAGEBILD_PASSWORD", "falsch geraten")
    result = on_neo4j("ask", "voices")
    assert (result.code, result.out) == (4, "")
    assert "refuses this user and password" in result.err and "geraten" not in result.err


def test_a_database_that_is_not_there(on_neo4j: Command) -> None:
    result = on_neo4j("ask", "voices", "--database", "elsewhere")
    assert result.code == 4 and "elsewhere" in result.err, result
