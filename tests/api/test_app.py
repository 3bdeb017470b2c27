"""The service from outside: what each resource answers, and how it says what is wrong."""

import json
from functools import partial
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.problem import MEDIA_TYPE
from graph.ask import ask
from tests.api.conftest import TOKEN
from tests.api.making import FIRST, SECOND

Json = Any


def get(client: TestClient, address: str, status: int = 200) -> Json:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    kind = "application/json" if status < 400 else MEDIA_TYPE
    assert answer.headers["content-type"] == kind
    return answer.json()


def test_the_catalogue(client: TestClient) -> None:
    questions = get(client, "/questions")
    assert len(questions) >= 25
    figures = next(question for question in questions if question["name"] == "competing-figures")
    assert figures["title"]["de"].endswith("?") and figures["title"]["en"].endswith("?")
    assert "cypher" not in figures
    units = next(parameter for parameter in figures["parameters"] if parameter["name"] == "units")
    assert units["many"] and "brigades" in units["allowed"]


def test_an_answer_has_rows_evidence_and_articles(client: TestClient) -> None:
    answer = get(client, "/questions/competing-figures?force=Kenia&units=soldiers&units=officers")
    assert answer["parameters"] == {"force": "kenia", "units": ["soldiers", "officers"], "predicates": None}
    assert [row["min"] for row in answer["rows"]] == [700, 400]
    assert [row["sample"] for row in answer["rows"]] == [True, False]
    assert all(row["evidence"] in FIRST + SECOND for row in answer["rows"])
    heads = [answer["articles"][row["article"]] for row in answer["rows"]]
    assert [(head["outlet"], head["sample"]) for head in heads] == [("Morgenblatt", True), ("Abendblatt", False)]
    assert answer["truncated"] is False


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/questions/competing-figure", "did you mean competing-figures"),
        ("/questions/competing-figures?forces=Kenia", "unknown parameter 'forces'"),
        ("/questions/competing-figures?force=Kenja", "'Kenja' is unknown; did you mean kenia"),
        ("/questions/competing-figures?units=dogs", "takes a list, each one of soldiers"),
        ("/statements/0", "there is no statement '0'"),
        ("/entities/niemand", "there is no entity 'niemand'"),
        ("/articles/0", "there is no article '0'"),
        ("/statements?limit=0", "limit: "),
        ("/statements?limit=1001", "limit: "),
        ("/statements?offset=-1", "offset: "),
        ("/statements?limit=zehn", "limit: "),
        ("/statements?forces=kenia", "forces: "),
        ("/statements?kind=rumour", "kind: "),
        ("/statements?predicate=FLEW", "predicate is one of SENT"),
        ("/statements?modality=maybe", "modality is one of"),
        ("/statements?since=gestern", "since is an ISO date"),
        ("/statements?least=7&most=3", "least 7 is above most 3"),
        ("/statements?force=Atlantis", "'Atlantis' is unknown"),
        ("/entities?type=Ship", "type is one of"),
        ("/nothing", "there is nothing at /nothing"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, address: str, says: str) -> None:
    answer = client.get(address)
    problem = answer.json()
    assert answer.status_code in (404, 422), answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert {"type", "title", "status", "detail"} <= problem.keys()
    assert problem["status"] == answer.status_code
    assert says in problem["detail"]


def test_wrong_method(client: TestClient) -> None:
    answer = client.delete("/articles")
    assert answer.status_code == 405, answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert "GET" in answer.headers["allow"]


def test_wrong_fields_are_listed(client: TestClient) -> None:
    problem = get(client, "/statements?limit=0&offset=x", 422)
    assert [wrong["field"] for wrong in problem["errors"]] == ["limit", "offset"]


FILTERS: list[tuple[str, list[int]]] = [
    ("", [700, 400]),
    ("kind=troop_report", [700, 400]),
    ("kind=relation", []),
    ("predicate=SENT", [700, 400]),
    ("predicate=KILLED", []),
    ("force=Kenia", [700, 400]),
    ("force=haiti", []),
    ("place=Haiti", [700, 400]),
    ("place=kenia", []),
    ("entity=Sprecher", [700, 400]),
    ("source=Sprecher", [700, 400]),
    ("source=Kenia", []),
    ("least=500", [700]),
    ("most=500", [400]),
    ("least=400&most=700", [700, 400]),
    ("unit=soldiers", [700, 400]),
    ("unit=brigades", []),
    ("modality=reported", [700, 400]),
    ("modality=planned", []),
    ("polarity=affirmed", [700, 400]),
    ("polarity=negated", []),
    ("stance=confirms", [700, 400]),
    ("stance=denies", []),
    ("outlet=abendblatt", [400]),
    ("since=2024-06-26", [700]),
    ("until=2024-06-25", [400]),
    ("since=2025", []),
    ("q=gelandet", [700]),
    ("q=soldat+haiti", [700, 400]),
    ("q=%22Haiti+geschickt%22", [400]),
    ("q=flotte", []),
    ("superseded=false", [700, 400]),
]


@pytest.mark.parametrize(("query", "numbers"), FILTERS)
def test_filters(client: TestClient, query: str, numbers: list[int]) -> None:
    found = get(client, f"/statements?{query}")
    assert [item["statement"]["count"]["min"] for item in found["items"]] == numbers
    assert found["total"] == len(numbers)


def test_statements_of_an_article(client: TestClient) -> None:
    line = get(client, "/articles")["items"][0]
    found = get(client, f"/statements?article={line['article']['id']}")
    assert [item["article"]["outlet"] for item in found["items"]] == [line["article"]["outlet"]] == ["Morgenblatt"]
    assert line["statements"] == 1


def test_pages_of_a_list(client: TestClient) -> None:
    answer = client.get("/statements?unit=soldiers&limit=1")
    assert answer.json()["total"] == 2
    assert (
        answer.headers["link"] == '</statements?unit=soldiers&limit=1&offset=0>; rel="first", '
        '</statements?unit=soldiers&limit=1&offset=1>; rel="next", '
        '</statements?unit=soldiers&limit=1&offset=1>; rel="last"'
    )
    following = get(client, "/statements?unit=soldiers&limit=1&offset=1")
    assert following["items"] != answer.json()["items"] and len(following["items"]) == 1


def test_a_statement_stands_in_its_sentence(client: TestClient) -> None:
    listed = get(client, "/statements?most=500")["items"][0]
    one = get(client, f"/statements/{listed['statement']['id']}")
    assert {name: one[name] for name in listed} == listed
    context, evidence = one["context"], one["statement"]["evidence"]
    assert context["text"] == FIRST.partition(" Mehr")[0]
    assert context["text"][context["evidence_start"] : context["evidence_end"]] == evidence["text"]
    text = get(client, f"/articles/{one['article']['id']}")["article"]["text"]
    assert text[context["start"] : context["end"]] == context["text"]


def test_entities(client: TestClient) -> None:
    found = get(client, "/entities?q=keni")
    assert [(line["entity"]["id"], line["statements"]) for line in found["items"]] == [("kenia", 2)]
    assert get(client, "/entities?q=keni&type=Person&type=Force")["total"] == 0
    kenya = get(client, "/entities/kenia")
    assert kenya["roles"] == {"subject": 2}
    assert [(edge["edge"], edge["articles"]) for edge in kenya["outgoing"]] == [("SENT_TROOPS_TO", 2)]


def test_health(client: TestClient) -> None:
    assert get(client, "/health") | {"version": ""} == {
        "status": "ok",
        "version": "",
        "store": "embedded",
        "articles": 2,
    }
    assert client.get("/health", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    for wrong in ("Bearer x", TOKEN, "Basic x", ""):
        answer = client.get("/health", headers={"Authorization": wrong})
        assert (answer.status_code, answer.headers["content-type"]) == (401, MEDIA_TYPE)


def test_batches_need_the_token(client: TestClient) -> None:
    assert client.post("/ingest", content="[]").status_code == 401
    trusted = {"Authorization": f"Bearer {TOKEN}"}
    assert client.post("/ingest", content="[]", headers=trusted).json() == []
    broken = client.post("/ingest", content='[{"path": 1}]', headers=trusted)
    assert broken.status_code == 422 and "0.article" in broken.json()["detail"], broken.text


def test_samples_say_so_everywhere(client: TestClient) -> None:
    assert [line["article"]["sample"] for line in get(client, "/articles")["items"]] == [True, False]
    assert [item["sample"] for item in get(client, "/statements")["items"]] == [True, False]
    page = client.get("/ask/competing-figures?force=Kenia").text
    assert "[Beispiel]</td>" in page


def test_the_start_page_lists_questions_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    for address in ("/", "/ask/competing-figures?force=Kenia", "/ask/network?entity="):
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "http://" not in answer.text and "https://" not in answer.text
    assert "href='/ask/competing-figures'" in client.get("/").text
    assert client.get("/style.css").headers["content-type"].startswith("text/css")


def test_pages_escape_what_articles_say(client: TestClient) -> None:
    evil = "<script>alert(1)</script> 90 Soldaten aus Kenia kamen heute gemeinsam in Haiti an und blieben dort lange"
    body = {"text": evil, "outlet": "<b>Blatt</b>", "published": "2024-06-27"}
    assert client.post("/articles", json=body).status_code == 201
    page = client.get("/ask/competing-figures?force=Kenia").text
    assert "&lt;script&gt;alert" in page and "&lt;b&gt;Blatt" in page
    assert "<script>" not in page and "<b>Blatt" not in page
    echoed = client.get("/ask/competing-figures", params={"force": "'><script>"})
    assert echoed.status_code == 422 and "<form" in echoed.text and "is unknown" in echoed.text
    assert "<script>" not in echoed.text


def test_pages_say_what_is_wrong_as_problems(client: TestClient) -> None:
    assert get(client, "/ask/nothing", 404)["status"] == 404


def test_an_error_in_the_program_is_a_problem_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret of the program")

    monkeypatch.setattr("api.local.LocalDesk.entity", broken)
    careful = TestClient(client.app, base_url="http://localhost:8000", raise_server_exceptions=False)
    problem = get(careful, "/entities/kenia", 500)
    assert problem["title"] == "Internal Server Error"
    assert "secret" not in json.dumps(problem)


def test_other_sites_are_kept_out(client: TestClient) -> None:
    assert client.get("/health", headers={"Host": "example.org"}).status_code == 421
    answer = client.post("/articles", content=FIRST, headers={"Origin": "http://example.org"})
    assert answer.status_code == 403, answer.text
    assert get(client, "/articles")["total"] == 2


def test_a_computation_that_takes_too_long(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(rows: list[Json], _: object) -> list[Json]:
        while True:
            rows = sorted(rows, key=str)

    monkeypatch.setattr("graph.analysis.computing.COMPUTATIONS", {"communities": endless})
    monkeypatch.setattr("api.local.ask", partial(ask, seconds=0.5))
    assert "no answer within 0.5 seconds" in get(client, "/questions/communities", 504)["detail"]
