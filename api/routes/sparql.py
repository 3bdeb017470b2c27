"""GET and POST /sparql: the SPARQL 1.1 protocol, for queries."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.exchange import ANSWERED, ASKED_IN_ADDRESS, ASKED_IN_BODY, FORM, QUERY
from api.negotiation import GRAPHS, choose
from api.problem import BadMediaType
from api.routes.answers import written
from api.routes.common import SharedState, TheDesk
from api.upload import limited_body
from graph.rdf.engine import NO_UPDATES, BadQuery, Query, UpdateRefused

routes = APIRouter(tags=["exchange"])
BYTES = 1_000_000
UPDATE = "application/sparql-update"
Pairs = list[tuple[str, str]]


@routes.get(
    "/sparql",
    summary="The answer to a SPARQL query",
    response_class=Response,
    responses=ANSWERED,
    openapi_extra=ASKED_IN_ADDRESS,
)
def get_query(request: Request, desk: TheDesk) -> Response:
    """The SPARQL 1.1 protocol: the answer to `query`, or without one what this endpoint is."""
    pairs = request.query_params.multi_items()
    if not any(name in ("query", "update") for name, _ in pairs):
        return _description(request, desk)
    return _answer(pairs, request, desk)


async def query_body(request: Request) -> bytes:
    """The posted body, up to the limit."""
    return await limited_body(request, BYTES)


@routes.post(
    "/sparql",
    summary="The answer to a SPARQL query in the body",
    response_class=Response,
    responses=ANSWERED,
    openapi_extra=ASKED_IN_BODY,
)
def post_query(body: Annotated[bytes, Depends(query_body)], request: Request, shared: SharedState) -> Response:
    """The query stands in a form, or is the body itself. Updates are refused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise UpdateRefused(NO_UPDATES)
    pairs = request.query_params.multi_items()
    if kind == FORM:
        pairs = [*pairs, *parse_qsl(_text(body), keep_blank_values=True)]  # clients put graphs in either
    elif kind == QUERY:
        pairs = [*pairs, ("query", _text(body))]
    else:
        raise BadMediaType(f"a query comes as {FORM} or {QUERY}")
    return _answer(pairs, request, shared.desk)


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as exc:
        raise BadQuery(f"the query is not UTF-8: {exc}") from exc


def _answer(pairs: Pairs, request: Request, desk: TheDesk) -> Response:
    query = query_of(pairs)
    accept = ", ".join(request.headers.getlist("accept"))
    return written(lambda out: desk.sparql(query, accept, out))


def query_of(pairs: Pairs) -> Query:
    """The query of these parameters; others that clients send beside it are passed over."""
    if any(name == "update" for name, _ in pairs):
        raise UpdateRefused(NO_UPDATES)
    texts = [value for name, value in pairs if name == "query"]
    if len(texts) != 1:
        raise BadQuery(f"give one query, not {len(texts)}")
    default = tuple(value for name, value in pairs if name == "default-graph-uri")
    named = tuple(value for name, value in pairs if name == "named-graph-uri")
    return Query(texts[0], default, named)


def _description(request: Request, desk: TheDesk) -> Response:
    form = choose(", ".join(request.headers.getlist("accept")), GRAPHS)
    endpoint = str(request.url.replace(query=None))
    return Response(desk.describe_sparql(endpoint, form), media_type=form.media_type)
