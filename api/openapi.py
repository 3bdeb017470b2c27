"""The OpenAPI description: what FastAPI derives, with problems as they are sent and an example for every answer."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from api.examples import SENTENCE, examples
from api.exchange import PROBLEMS as EXCHANGE
from api.problem import MEDIA_TYPE, Problem
from api.upload import FORMATS, PostedArticle

PROBLEMS = {
    "400": "The query cannot be understood, or asks for what is not given.",
    "403": "The query would change the graph.",
    "404": "Nothing has that name or id.",
    "406": "None of the formats that are accepted can be given.",
    "413": "The body is too large.",
    "415": "The body is of a kind that no reader knows.",
    "422": "A parameter or the body cannot be used.",
    "503": "The store does not answer.",
}
_REFERENCE = "#/components/schemas/{model}"
Description = dict[str, Any]


class Service(FastAPI):
    """An application that describes its problems and gives examples."""

    def openapi(self) -> Description:
        """The description, made on the first call."""
        if self.openapi_schema is None:
            description = super().openapi()
            _add_schemas(description, Problem, PostedArticle)
            for path, method, operation in _operations(description):
                _describe(operation, path, method)
        assert self.openapi_schema is not None
        return self.openapi_schema


def _operations(description: Description) -> Iterator[tuple[str, str, Description]]:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _describe(operation: Description, path: str, method: str) -> None:
    answers = operation["responses"]
    fitting = [status for status in PROBLEMS if _can_happen(status, path, method)]
    for status in fitting:
        answers[status] = {"description": PROBLEMS[status], "content": {MEDIA_TYPE: {"schema": _reference(Problem)}}}
    if example := examples().get((path, method)):
        values = example if isinstance(example, list) else [example]
        dumped = [value.model_dump(mode="json") for value in values]
        good = next(answer for status, answer in answers.items() if status.startswith("2"))
        good["content"]["application/json"]["example"] = dumped if isinstance(example, list) else dumped[0]
    if (path, method) == ("/articles", "post"):
        answers["200"] = {**answers["201"], "description": "The article is known already."}
        operation["requestBody"] = _article_body()


def _can_happen(status: str, path: str, method: str) -> bool:
    if (path, method) in EXCHANGE:
        return status in EXCHANGE[path, method]
    if status in ("400", "403", "406"):
        return False
    if status == "404":
        return "{" in path
    return (path, method) == ("/articles", "post") if status in ("413", "415") else True


def _article_body() -> Description:
    text: Description = {"schema": {"type": "string"}, "example": SENTENCE}
    page: Description = {"schema": {"type": "string"}, "example": f"<article><h1>…</h1><p>{SENTENCE}</p></article>"}
    content: Description = {kind: page if kind == "text/html" else text for kind in FORMATS}
    content["application/json"] = {"schema": _reference(PostedArticle)}
    return {"required": True, "content": content}


def _add_schemas(description: Description, *models: type[BaseModel]) -> None:
    schemas = description.setdefault("components", {}).setdefault("schemas", {})
    for model in models:
        schema = model.model_json_schema(ref_template=_REFERENCE)
        schemas |= schema.pop("$defs", {})
        schemas[model.__name__] = schema


def _reference(model: type[BaseModel]) -> Description:
    return {"$ref": _REFERENCE.format(model=model.__name__)}
