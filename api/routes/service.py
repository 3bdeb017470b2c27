"""GET /health, and POST /ingest, by which commands hand over what they have read."""

from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Request
from pydantic import TypeAdapter, ValidationError

from api.problem import bad_fields, field_problems
from api.routes.common import SharedState
from api.shapes import GivenArticle, Health, Imported, IngestedArticle
from api.upload import limited_body
from graph.rdf.reading import Reading

routes = APIRouter(tags=["service"])
BATCH_BYTES = 64_000_000  # a batch of the longest articles, with room for JSON's escapes
_GIVEN = TypeAdapter(list[GivenArticle])
_READINGS = TypeAdapter(list[Reading])
Given = TypeVar("Given")


@routes.get("/health", summary="Whether the service and its store answer")
def health(request: Request, shared: SharedState) -> Health:
    """With a token in `Authorization` also whether it is this service's (401 if not)."""
    if "authorization" in request.headers:
        shared.check(request)
    return shared.desk.health()


async def batch_body(request: Request, shared: SharedState) -> bytes:
    """The posted batch, from a client that knows the token."""
    shared.check(request)
    return await limited_body(request, BATCH_BYTES)


@routes.post("/readings", include_in_schema=False)
def put_readings(body: Annotated[bytes, Depends(batch_body)], shared: SharedState) -> list[Imported]:
    """Stores what a command has read from RDF; answers in that order."""
    with shared.reading:
        return list(shared.desk.put(_given(_READINGS, body)))


def _given(kind: TypeAdapter[list[Given]], body: bytes) -> list[Given]:
    try:
        return kind.validate_json(body)
    except ValidationError as exc:
        raise bad_fields(field_problems(exc.errors(include_url=False))) from exc


@routes.post("/ingest", include_in_schema=False)
def ingest_batch(body: Annotated[bytes, Depends(batch_body)], shared: SharedState) -> list[IngestedArticle]:
    """Stores articles that a command has read from files; answers in their order."""
    given = _given(_GIVEN, body)
    with shared.reading:
        results = shared.desk.ingest(one.found() for one in given)
        return [result for result in results if isinstance(result, IngestedArticle)]
