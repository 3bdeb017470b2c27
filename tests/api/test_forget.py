"""Forgetting and looking back, by command and over HTTP."""

import json
from pathlib import Path

from starlette.testclient import TestClient

from api.local import LocalDesk
from graph.shown import Window
from tests.api.command import Command


def test_a_command_forgets(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    listed = json.loads(lagebild("statements", "--json").out)
    article = listed["items"][0]["article"]["id"]
    gone = lagebild("forget", article)
    assert (gone.code, gone.out) == (
        0,
        f"Forgotten: {listed['items'][0]['article']['document']} (1 versions, 1 statements, 0 entities)\n",
    )
    assert json.loads(lagebild("statements", "--json").out)["total"] == listed["total"] - 1
    again = lagebild("forget", article)
    assert again.code == 2 and article in again.err


def test_the_service_forgets(client: TestClient, desk: LocalDesk) -> None:
    article = desk.articles(Window(), superseded=False).items[0].article
    answer = client.delete(f"/articles/{article.id}")
    assert answer.status_code == 200 and answer.json()["document"] == article.document
    assert client.get(f"/articles/{article.id}").status_code == 404
    assert client.delete(f"/articles/{article.id}").status_code == 404


def test_no_page_from_elsewhere_forgets(client: TestClient, desk: LocalDesk) -> None:
    article = desk.articles(Window(), superseded=False).items[0].article
    assert client.delete(f"/articles/{article.id}", headers={"Origin": "http://example.org"}).status_code == 403
    assert desk.article(article.id).current


def test_looking_back(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    asked = ("ask", "competing-figures", "-p", "force=Kenia", "--json")
    assert json.loads(lagebild(*asked, "--as-of", "2000").out)["rows"] == []
    assert len(json.loads(lagebild(*asked, "--as-of", "2999").out)["rows"]) == 2
    assert json.loads(lagebild("statements", "--as-of", "2000", "--json").out)["total"] == 0
    wrong = lagebild(*asked, "--as-of", "damals")
    assert wrong.code == 2 and "as-of" in wrong.err


def test_looking_back_over_http(client: TestClient) -> None:
    path = "/questions/competing-figures?force=Kenia&as_of"
    assert client.get(f"{path}=2000").json()["rows"] == []
    assert len(client.get(f"{path}=2999").json()["rows"]) == 2
    assert client.get(f"{path}=damals").status_code == 422
    assert client.get("/questions/network?as_of=2000").status_code == 422
    assert client.get("/statements?as_of=2000").json()["total"] == 0
