"""Queries answered by a SPARQL server: understood here first, then asked there, in the format that is wanted."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import IO, cast

import httpx
from pyoxigraph import (
    NamedNode,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)
from pyoxigraph import Store as Triples

from graph.rdf.engine import BadQuery, Choose, Format, Kind, Oxigraph, Query
from graph.rdf.server.client import JSON, TRIPLES, Client, Refused
from seeds.errors import StoreError

SECONDS = 60.0  # without a word from the server; how long a query may take is limited elsewhere


class ServerEngine:
    """Sends queries on. What is wrong with one is said as for the engine in this process."""

    def __init__(self, client: Client, base: str) -> None:
        self._client = client
        self._base = base
        self._checking = Oxigraph(Triples(), base)  # an empty store: only its grammar is wanted

    def write(self, query: Query, choose: Choose, out: IO[bytes]) -> Format:
        """Passes the answer on as it comes; where the server has another format, it is written anew."""
        found = self._checking.evaluate(query)
        kind: Kind = "graph" if isinstance(found, QueryTriples) else "table"
        format_ = choose(kind)
        other = TRIPLES if kind == "graph" else JSON
        accept = format_.media_type if format_.media_type == other else f"{format_.media_type}, {other};q=0.5"
        try:
            with self._client.asked(self._form(query), accept, SECONDS) as answer:
                self._pass_on(answer, format_, out)
        except Refused as exc:
            if exc.code == HTTPStatus.BAD_REQUEST:
                raise BadQuery(f"the query cannot be answered: {exc}") from None
            raise
        return format_

    def _form(self, query: Query) -> dict[str, str | list[str]]:
        """The base comes first, so that relative addresses are resolved as here; lines are counted as written."""
        return {
            "query": f"BASE {NamedNode(self._base)} {query.text}",
            "default-graph-uri": [*query.default_graphs],
            "named-graph-uri": [*query.named_graphs],
        }

    def _pass_on(self, answer: httpx.Response, format_: Format, out: IO[bytes]) -> None:
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == format_.media_type.partition(";")[0]:
            for part in answer.iter_bytes():
                out.write(part)
            return
        given = cast("IO[bytes]", _Reading(answer.iter_bytes()))
        try:
            _rewrite(given, kind, format_, out)
        except (SyntaxError, ValueError) as exc:
            raise StoreError(f"the SPARQL server at {self._client.address} gave no answer that can be read") from exc


def _rewrite(given: IO[bytes], kind: str, format_: Format, out: IO[bytes]) -> None:
    """Reads one format and writes the other."""
    if isinstance(format_, RdfFormat):
        serialize((quad.triple for quad in parse(given, RdfFormat.from_media_type(kind))), out, format_)
        return
    found = parse_query_results(given, QueryResultsFormat.from_media_type(kind))
    found.serialize(out, format_)


class _Reading:
    """The parts of an answer as a file."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """So many bytes, all of them below 0, none at the end."""
        while size < 0 or not self._rest:
            part = next(self._parts, None)
            if part is None:
                break
            self._rest += part
        given, self._rest = (self._rest, b"") if size < 0 else (self._rest[:size], self._rest[size:])
        return given
