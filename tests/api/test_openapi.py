"""The description of the service: every resource, what it answers, an example that is true to it."""

import re
from typing import Any

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from api.examples import examples
from api.exchange import EXAMPLE, FORM, QUERY
from api.filters import ExportQuery
from api.problem import MEDIA_TYPE

EXCHANGE = {("/export", "get"), ("/sparql", "get"), ("/sparql", "post")}  # whose answers are not JSON of ours
RESOURCES = {
    *{("/questions", "get"), ("/questions/{name}", "get"), ("/health", "get")},
    *{("/statements", "get"), ("/statements/{id}", "get"), ("/entities", "get"), ("/entities/{id}", "get")},
    *{("/articles", "get"), ("/articles", "post"), ("/articles/{id}", "get"), ("/articles/{id}", "delete")},
    *{("/decisions", "get"), ("/decisions", "post")},
    *{("/assessments", "get"), ("/assessments", "post")},
}


@pytest.fixture
def description(client: TestClient) -> Any:
    answer = client.get("/openapi.json")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_resource_is_described(description: Any) -> None:
    assert {
        (path, method) for path, methods in description["paths"].items() for method in methods
    } == RESOURCES | EXCHANGE


def test_every_answer_has_an_example_that_is_its_shape() -> None:
    assert set(examples()) == RESOURCES
    for example in examples().values():
        for value in example if isinstance(example, list) else [example]:
            assert isinstance(value, BaseModel)
            assert type(value).model_validate_json(value.model_dump_json()) == value


def test_examples_stand_in_the_description(description: Any) -> None:
    for path, method in RESOURCES:
        answers = description["paths"][path][method]["responses"]
        good = next(answer for status, answer in answers.items() if status.startswith("2"))
        assert good["content"]["application/json"]["example"], (path, method)


def kinds(description: Any, path: str, method: str) -> set[str]:
    """The media types that a good answer may have."""
    return set(description["paths"][path][method]["responses"]["200"]["content"])


def test_export_gives_what_is_described(description: Any, client: TestClient) -> None:
    operation = description["paths"]["/export"]["get"]
    asked = {parameter["name"]: parameter["schema"] for parameter in operation["parameters"]}
    assert asked.keys() == ExportQuery.model_fields.keys()
    given = [client.get("/export", params={"format": format_}) for format_ in asked["format"]["enum"]]
    said = {answer.headers["content-type"].removesuffix("; charset=utf-8") for answer in given}
    assert said == kinds(description, "/export", "get")
    assert all(client.get("/export", params={"face": face}).status_code == 200 for face in asked["face"]["enum"])
    refused = client.get("/export", params={"format": "dot"})
    assert refused.headers["content-type"] == MEDIA_TYPE and str(refused.status_code) in operation["responses"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_sparql_gives_what_is_described(description: Any, client: TestClient, method: str) -> None:
    def ask(query: str, kind: str) -> Any:
        sent: Any = {"params" if method == "get" else "data": {"query": query}}
        return client.request(method, "/sparql", headers={"Accept": kind}, **sent)

    found = set[str]()
    for kind in kinds(description, "/sparql", method):
        for query in (EXAMPLE, "CONSTRUCT WHERE { ?s <vocabulary#name> ?name }"):
            answer = ask(query, kind)
            assert str(answer.status_code) in description["paths"]["/sparql"][method]["responses"], answer.text
            found |= {answer.headers["content-type"].partition(";")[0]} if answer.is_success else set()
    assert found == kinds(description, "/sparql", method)


def test_what_sparql_refuses_is_described(description: Any, client: TestClient) -> None:
    def refused(method: str, **sent: Any) -> str:
        answer = client.request(method, "/sparql", **sent)
        assert answer.headers["content-type"] == MEDIA_TYPE, answer.text
        return str(answer.status_code)

    wrong, accept = {"query": "SELECT"}, {"Accept": "image/png"}
    get = {refused("get", params=wrong), refused("get", params={"update": "CLEAR ALL"})}
    get.add(refused("get", params={"query": EXAMPLE}, headers=accept))
    post = {refused("post", data=wrong), refused("post", data={"update": "CLEAR ALL"}), refused("post", content=b"x")}
    post |= {refused("post", data={"query": EXAMPLE}, headers=accept), refused("post", data={"query": "#" * 1_100_000})}
    for method, found in (("get", get), ("post", post)):
        answers = description["paths"]["/sparql"][method]["responses"]
        assert found | {"200", "503"} == answers.keys(), method


def test_queries_are_described_as_they_are_sent(description: Any) -> None:
    sparql = description["paths"]["/sparql"]
    names = ["query", "default-graph-uri", "named-graph-uri"]
    assert [parameter["name"] for parameter in sparql["get"]["parameters"]] == names
    body = sparql["post"]["requestBody"]["content"]
    assert body.keys() == {FORM, QUERY} and [*body[FORM]["schema"]["properties"]] == names


def test_problems_are_described_as_they_are_sent(description: Any) -> None:
    assert "HTTPValidationError" not in str(description["paths"])
    for path, method in RESOURCES:
        answers = description["paths"][path][method]["responses"]
        assert answers["422"]["content"].keys() == {MEDIA_TYPE}, (path, method)
        assert ("404" in answers) == ("{" in path)
    assert description["components"]["schemas"]["Problem"]["required"] == ["type", "title", "status", "detail"]


def test_every_reference_leads_somewhere(description: Any) -> None:
    named = re.findall(r"'#/components/schemas/([^']+)'", str(description))
    assert named and set(named) <= description["components"]["schemas"].keys()


def test_posting_describes_every_kind_of_body(description: Any) -> None:
    kinds = description["paths"]["/articles"]["post"]["requestBody"]["content"].keys()
    assert kinds == {"text/plain", "text/markdown", "text/html", "application/json"}
