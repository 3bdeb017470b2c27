"""Judging over HTTP and on the command line: one file, the same for both, and through a running service."""

import json
from pathlib import Path

from starlette.testclient import TestClient

from api.local import LocalDesk
from graph.assessment.ledger import NAME
from tests.api.command import Command

GIVEN = {"of": "Sprecher", "grade": "B", "who": "Muster", "why": "bisher bestätigt"}


def test_a_source_and_a_claim_over_http(client: TestClient) -> None:
    answer = client.post("/assessments", json=GIVEN)
    assert answer.status_code == 201, answer.text
    first = client.get("/statements").json()["items"][0]["statement"]["id"]
    assert client.post("/assessments", json=GIVEN | {"of": first, "grade": "1"}).status_code == 201
    rating = client.get(f"/statements/{first}").json()["rating"]
    assert (rating["credibility"], rating["assessment"]["grade"]) == ("2", "1")
    assert [(each["grade"], each["assessment"]["who"]) for each in rating["sources"]] == [("B", "Muster")]
    assert len(client.get("/assessments").json()) == 2
    client.post("/assessments", json=GIVEN | {"grade": "-"})
    assert len(client.get("/assessments").json()) == 1
    assert len(client.get("/assessments?history=true").json()) == 3


def test_bad_judgements_are_problems(client: TestClient) -> None:
    for given, status in (
        (GIVEN | {"grade": "Z"}, 422),
        (GIVEN | {"of": "Niemand"}, 404),
        (GIVEN | {"who": ""}, 422),
        ({"of": "Sprecher"}, 422),
    ):
        answer = client.post("/assessments", json=given)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.get("/assessments").json() == []


def test_commands(lagebild: Command, articles: Path) -> None:
    assert lagebild("ingest", articles).code == 0
    made = lagebild("assess", "Sprecher", "b", "--why", "bisher bestätigt", "--who", "Muster", "--json")
    assert made.code == 0, made
    assert json.loads(made.out)["grade"] == "B"
    assert "meist zuverlässig" in lagebild("assessments").out
    assert Path("data", NAME).read_text("utf-8").count("\n") == 1
    assert lagebild("assessments", "--csv").out.splitlines()[1].startswith("source,test-sprecher,Sprecher,B,Muster")
    assert lagebild("assess", "Sprecher", "x", "--why", "so").code == 2
    assert lagebild("assess", "Sprecher", "-", "--why", "doch nicht").code == 0
    assert json.loads(lagebild("assessments", "--json").out) == []
    assert len(json.loads(lagebild("assessments", "--json", "--history").out)) == 2


def test_who_judges_is_the_user_if_not_said(lagebild: Command, articles: Path, desk: LocalDesk) -> None:
    desk.close()
    assert lagebild("ingest", articles).code == 0
    assert lagebild("assess", "Sprecher", "A", "--why", "so").code == 0
    assert json.loads(lagebild("assessments", "--json").out)[0]["who"]
