"""A desk on an embedded store with two articles, and a client of its service."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.local import LocalDesk
from api.settings import SETTINGS
from graph.assessment.ledger import Ledger
from graph.embedded import EmbeddedStore
from ingest.readers.read import read
from tests.api.command import Command, command
from tests.api.making import numbers_of_soldiers, write_articles
from tests.integration.sparql_servers import sparql_servers
from tests.integration.stores import neo4j_server, neo4j_servers, neo4j_settings

__all__ = ["neo4j_server", "neo4j_servers", "neo4j_settings", "sparql_servers"]

TOKEN = "the token of the test"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles."""
    return write_articles(tmp_path / "articles")


@pytest.fixture
def desk(tmp_path: Path, articles: Path) -> Iterator[LocalDesk]:
    """A desk that holds them."""
    with LocalDesk(EmbeddedStore(tmp_path / "data"), numbers_of_soldiers, ledger=Ledger(tmp_path / "data")) as desk:
        list(desk.ingest(read([articles])))
        yield desk


@pytest.fixture
def client(desk: LocalDesk) -> TestClient:
    """A client of the service of that desk."""
    return TestClient(create_app(desk, TOKEN), base_url="http://localhost:8000")


@pytest.fixture
def lagebild(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """The command, in an empty folder, with the reader of these tests and no setting from outside."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    monkeypatch.setattr("ingest.pipeline._extractor", lambda: numbers_of_soldiers)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return command(monkeypatch, capsys)
