"""Decisions by command and over HTTP."""

import json
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.api.command import Command

WHY = ("--why", "gelesen", "--who", "Ada")


def listed(lagebild: Command, *more: str) -> list[Any]:
    found: list[Any] = json.loads(lagebild("statements", "--json", *more).out)["items"]
    return found


def test_a_statement_is_rejected_and_comes_back(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    said = listed(lagebild)[0]["statement"]["id"]
    done = lagebild("decide", "reject", said, *WHY)
    assert done.code == 0, done
    decision = done.out.split()[1]
    lagebild("ingest", articles)
    assert said not in {one["statement"]["id"] for one in listed(lagebild)}
    assert [one["rejected"] for one in listed(lagebild, "--superseded") if one["statement"]["id"] == said] == [decision]
    shown = lagebild("decisions").out
    assert all(word in shown for word in (decision, "reject", said, "Ada", "gelesen"))
    assert lagebild("decide", "undo", decision, *WHY).code == 0
    assert said in {one["statement"]["id"] for one in listed(lagebild)}
    assert [one["undone"] for one in json.loads(lagebild("decisions", "--json").out)] == [True, False]


def test_a_statement_is_corrected_and_added(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    first = listed(lagebild)[0]["statement"]
    changes = tmp_path / "changes.json"
    changes.write_text(json.dumps({"modality": "planned"}), "utf-8")
    made = lagebild("decide", "correct", first["id"], changes, *WHY).out.split()[-1]
    assert made in {one["statement"]["id"] for one in listed(lagebild, "--modality", "planned")}
    changes.write_text(json.dumps(first | {"modality": "possible"}), "utf-8")
    assert lagebild("decide", "add", changes, *WHY).code == 0
    assert len(listed(lagebild, "--modality", "possible")) == 1
    changes.write_text("[1]", "utf-8")
    wrong = lagebild("decide", "add", changes, *WHY)
    assert wrong.code == 2 and "changes.json" in wrong.err


def test_entities_are_merged_or_kept_apart(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    assert lagebild("decide", "not-same", "kenia", "haiti", *WHY).code == 0
    refused = lagebild("decide", "merge", "kenia", "haiti", *WHY)
    assert refused.code == 2 and "not the same" in refused.err
    undone = json.loads(lagebild("decisions", "--json").out)[0]["decision"]["id"]
    lagebild("decide", "undo", undone, *WHY)
    assert lagebild("decide", "merge", "haiti", "kenia", *WHY).code == 0
    assert json.loads(lagebild("show", "haiti", "--json").out)["statements"] == 0


def test_decisions_over_http(client: TestClient) -> None:
    said = client.get("/statements").json()["items"][0]["statement"]["id"]
    draft = {"kind": "reject", "who": "Ada", "why": "gelesen", "statement": said}
    answer = client.post("/decisions", json=draft)
    assert answer.status_code == 201
    assert client.get(f"/statements/{said}").json()["rejected"] == answer.json()["decision"]["id"]
    assert [one["decision"]["who"] for one in client.get("/decisions").json()] == ["Ada"]
    assert client.post("/decisions", json=draft | {"statement": "none"}).status_code == 404
    assert client.post("/decisions", json=draft | {"why": ""}).status_code == 422
    assert client.post("/decisions", json={"kind": "reject"}).status_code == 422
