"""Posting articles: every kind of body, and what cannot be read."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from api.local import LocalDesk
from api.problem import MEDIA_TYPE
from api.upload import BYTES

TEXT = "Kenia schickte laut Ministerium 55 Soldaten nach Haiti. Sie sollen dort bis zum Ende des Jahres bleiben."
PAGE = f"<html lang='de'><head><title>Seite</title></head><body><article><p>{TEXT}</p></article></body></html>"
Json = Any


def post(client: TestClient, body: str | bytes, kind: str, query: str = "") -> Json:
    answer = client.post(f"/articles{query}", content=body, headers={"Content-Type": kind})
    assert answer.status_code in (200, 201), answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (TEXT, "text/plain"),
        (TEXT.encode("utf-16"), "text/plain; charset=utf-16"),
        (f"# Überschrift\n\n{TEXT}", "text/markdown"),
        (PAGE, "text/html; charset=utf-8"),
    ],
)
def test_text_and_pages(client: TestClient, body: str | bytes, kind: str) -> None:
    found = post(client, body, kind, "?outlet=Postblatt&published=27.6.2024")
    assert found["added"] == len(found["statements"]) == 1
    assert (found["article"]["outlet"], found["article"]["published"]) == ("Postblatt", "2024-06-27")
    evidence, text = found["statements"][0]["evidence"], found["article"]["text"]
    assert text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert client.get(f"/statements/{found['statements'][0]['id']}").status_code == 200


def test_an_article_as_json(client: TestClient) -> None:
    facts = {"title": "Titel", "outlet": "Postblatt", "published": "2024-06-27", "url": "https://example.org/1"}
    for body, status in (({"text": TEXT, **facts}, 201), ({"html": PAGE, **facts}, 200)):
        answer = client.post("/articles", json=body)
        assert answer.status_code == status, answer.text  # the page has the same text, so it is the same article
        article = answer.json()["article"]
        assert {name: article[name] for name in facts} == facts
        assert answer.headers["location"] == f"/articles/{article['id']}"
        assert client.get(answer.headers["location"]).json()["article"] == article


def test_the_title_stays_out_where_it_should(client: TestClient) -> None:
    answer = client.post("/articles", json={"text": TEXT, "title": "Titel", "with_title": False})
    assert answer.json()["article"]["text"] == TEXT
    found = post(client, TEXT, "text/plain", "?title=Titel&with_title=true")
    assert found["article"]["text"] == f"Titel\n{TEXT}"


def test_the_same_again_changes_nothing(client: TestClient) -> None:
    first = client.post("/articles", json={"text": TEXT})
    again = client.post("/articles", json={"text": TEXT})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json() | {"added": 0, "already_known": True}


def test_a_new_version_takes_the_place_of_the_old(client: TestClient) -> None:
    address = "https://example.org/2"
    old = client.post("/articles", json={"text": TEXT, "url": address}).json()
    new = client.post("/articles", json={"text": TEXT.replace("55", "66"), "url": address}).json()
    assert new["superseded"] == old["article"]["id"]
    assert client.get("/statements?least=50&most=60").json()["total"] == 0
    assert client.get("/statements?least=50&most=60&superseded=true").json()["total"] == 1
    assert client.get(f"/articles/{old['article']['id']}").json()["superseded_by"] == new["article"]["id"]


def test_a_posted_sample_stays_one(client: TestClient) -> None:
    answer = client.post("/articles", json={"text": TEXT, "sample": True, "invented": True}).json()
    assert answer["sample"] and answer["invented"]
    assert client.get(f"/articles/{answer['article']['id']}").json()["invented"] is True


ENGLISH = "The government of Kenya sent 55 soldiers to Haiti. They will stay there until the end of the year, it said."


@pytest.mark.parametrize(
    ("body", "kind", "status", "says"),
    [
        (b"", "text/plain", 422, "is empty"),
        (b"   \n ", "text/plain", 422, "is empty"),
        (b"1234 5678 --", "text/plain", 422, "no text in it"),
        (ENGLISH.encode(), "text/plain", 422, "not in German"),
        (b"%PDF-1.7 ...", "text/plain", 422, "is a PDF"),
        (b"a\0b", "text/plain", 422, "binary"),
        ("Die Truppen kämen über München.".encode()[:-12] + b"\xc3(", "text/plain", 422, "UTF-8"),
        (b"<html><body><nav>Start</nav></body></html>", "text/html", 422, "no article text found"),
        (TEXT.encode(), "image/png", 415, "text/plain, text/markdown, text/html, application/json"),
        (TEXT.encode(), "", 415, "a body without a content type"),
        (b"{}", "application/json", 422, "give either text or html"),
        (b'{"text": "a", "html": "b"}', "application/json", 422, "give either text or html"),
        (b'{"text": 7}', "application/json", 422, "text: "),
        (b'{"text": "a", "author": "b"}', "application/json", 422, "author: "),
        (b'{"text": ', "application/json", 422, "Invalid JSON"),
        (b'{"text": "' + TEXT.encode() + b'", "published": "bald"}', "application/json", 422, "'bald' is no date"),
        (b"a" * (BYTES + 1), "text/plain", 413, "larger than 5 MB"),
    ],
)
def test_what_cannot_be_read_is_said_and_costs_nothing(
    client: TestClient, body: bytes, kind: str, status: int, says: str
) -> None:
    answer = client.post("/articles", content=body, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert says in answer.json()["detail"], answer.text
    assert client.get("/articles").json()["total"] == 2


def test_a_body_without_a_length_is_limited_too(client: TestClient, desk: LocalDesk) -> None:
    answer = client.post("/articles", content=iter([b"a" * BYTES, b"aa"]), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 413, answer.text
    assert desk.health().articles == 2


def test_unknown_facts_are_refused(client: TestClient) -> None:
    answer = client.post("/articles?autor=x", content=TEXT, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422 and "autor" in answer.json()["detail"], answer.text
