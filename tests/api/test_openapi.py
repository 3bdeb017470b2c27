"""The description of the service: every resource, what it answers, an example that is true to it."""

import re
from typing import Any

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from api.examples import examples
from api.problem import MEDIA_TYPE

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
    assert {(path, method) for path, methods in description["paths"].items() for method in methods} == RESOURCES


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
