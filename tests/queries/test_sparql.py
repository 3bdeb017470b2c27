"""The questions in SPARQL give the same rows as those in Cypher, column by column."""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, cast

import pytest
from pydantic import JsonValue
from pyoxigraph import QueryResultsFormat

from graph.ask import ask
from graph.rdf.engine import Query
from graph.rdf.lazy import LazySparql
from graph.rdf.terms import Names
from graph.store import Store
from queries.catalogue import questions
from queries.columns import Column
from queries.sparql import sparql_questions
from tests.integration.stores import KINDS
from tests.queries.filled import filled_store
from tests.queries.known import known_graph

ALL: Mapping[str, dict[str, JsonValue]] = {"competing-figures": {"force": ""}, "losses": {"force": ""}}
BASES = ("https://lagebild.example/", "urn:example/lage/")


@pytest.fixture(scope="module", params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with filled_store(request.param, request, tmp_path_factory, known_graph()) as filled:
        yield filled


def rows_of(store: Store, name: str, base: str) -> list[dict[str, JsonValue]]:
    out, sparql = BytesIO(), LazySparql(store, Names(base))
    sparql.asking().answer(Query(sparql_questions()[name]), lambda _: QueryResultsFormat.JSON, out)
    sparql.close()
    found: Any = json.loads(out.getvalue())
    columns = questions()[name].columns
    assert found["head"]["vars"] == [column.name for column in columns]
    return [{c.name: value(c, row.get(c.name)) for c in columns} for row in found["results"]["bindings"]]


def value(column: Column, cell: dict[str, str] | None) -> JsonValue:
    if column.many:
        return cast("JsonValue", sorted(cell["value"].split(" | "))) if cell else []
    if cell is None:
        return None
    text = cell["value"]
    return int(text) if column.type == "integer" else text == "true" if column.type == "boolean" else text


def test_there_are_ten() -> None:
    assert len(sparql_questions()) == 10
    assert sparql_questions().keys() <= questions().keys()


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("name", sparql_questions())
def test_the_same_rows(store: Store, name: str, base: str) -> None:
    found = rows_of(store, name, base)
    assert found
    columns = [column for column in questions()[name].columns if column.name in found[0]]
    asked = ask(store, name, ALL.get(name, {})).rows
    wanted = [
        {c.name: sorted(map(str, cast("list[JsonValue]", row[c.name]))) if c.many else row[c.name] for c in columns}
        for row in asked
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, wanted))
