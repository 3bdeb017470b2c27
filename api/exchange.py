"""What /export and /sparql take and give, for the OpenAPI description: FastAPI cannot see it in their signatures."""

from collections.abc import Iterable, Mapping
from typing import Any

from api.negotiation import GRAPHS, TABLES
from graph.formats.form import FORMATS, media_type

Description = dict[str, Any]
EXAMPLE = "SELECT ?name (COUNT(*) AS ?n) WHERE { ?s <vocabulary#subject>/<vocabulary#name> ?name } GROUP BY ?name"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
PROBLEMS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("/export", "get"): ("422", "503"),
    ("/sparql", "get"): ("400", "403", "406", "503"),
    ("/sparql", "post"): ("400", "403", "406", "413", "415", "503"),
}


def _answer(description: str, kinds: Iterable[str]) -> dict[int | str, Description]:
    content = {kind: {"schema": {"type": "object" if "json" in kind else "string"}} for kind in kinds}
    return {200: {"description": description, "content": content}}


EXPORTED = _answer("The graph in the format that is wanted.", (media_type(format_) for format_ in FORMATS))
ANSWERED = _answer(
    "SELECT and ASK give a table, CONSTRUCT and DESCRIBE a graph; `Accept` chooses the format.",
    (*TABLES.formats, *GRAPHS.formats),
)
_QUERY: Description = {"type": "string", "description": "A SPARQL 1.1 query.", "examples": [EXAMPLE]}
_GRAPHS: dict[str, Description] = {
    "default-graph-uri": {"description": "Graphs that make the default graph; else all of them do."},
    "named-graph-uri": {"description": "Graphs that GRAPH can name; else all of them can be named."},
}
_ADDRESSES: Description = {"type": "array", "items": {"type": "string", "format": "uri"}}


def _parameter(name: str, schema: Description, description: str) -> Description:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": description}


_CHOICES = [_parameter(name, _ADDRESSES, graphs["description"]) for name, graphs in _GRAPHS.items()]
ASKED_IN_ADDRESS: Description = {
    "parameters": [
        _parameter("query", _QUERY, "The query; without one the answer is a description of this endpoint, a graph."),
        *_CHOICES,
    ]
}
ASKED_IN_BODY: Description = {
    "parameters": _CHOICES,  # beside a query that is the body itself; in a form they are fields
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "properties": {"query": _QUERY, **{name: {**_ADDRESSES, **said} for name, said in _GRAPHS.items()}},
                }
            },
            QUERY: {"schema": _QUERY},
        },
    },
}
