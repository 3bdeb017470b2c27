"""Queries that a SPARQL server answers: the same rows and triples, the same errors as in this process."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from graph.rdf.engine import BadQuery, Query, UpdateRefused
from graph.rdf.faces import FORMATS
from graph.rdf.lazy import LazySparql
from graph.rdf.server.place import Place
from graph.rdf.terms import BASE, Names
from graph.store import StoreSettings, open_store
from tests.graph.making import RUN, article, sent
from tests.integration.sparql_servers import KINDS, emptied

ARTICLE = f"{BASE}article/{article(1).id}"
LB = "PREFIX lb: <vocabulary#>\n"
TABLES = {
    "relative addresses": Query("SELECT ?s WHERE { ?s a <vocabulary#TroopReport> }"),
    "prefixes and paths": Query(LB + "SELECT ?n WHERE { ?s lb:subject/lb:name ?n } ORDER BY ?n"),
    "optional": Query(LB + "SELECT ?s ?c WHERE { ?s a lb:Statement OPTIONAL { ?s lb:count/lb:min ?c } }"),
    "nothing": Query("SELECT ?s WHERE { ?s <urn:none> ?o }"),
    "graphs": Query(LB + "SELECT ?g ?s WHERE { GRAPH ?g { ?s lb:subject ?e } }"),
    "from": Query(LB + f"SELECT ?s FROM <{ARTICLE}> WHERE {{ ?s lb:subject ?e }}"),
    "default graph": Query(LB + "SELECT ?s WHERE { ?s lb:subject ?e }", (ARTICLE,)),
    "default graphs": Query(LB + "SELECT ?s ?n WHERE { ?s lb:subject/lb:name ?n }", (ARTICLE, f"{BASE}things")),
    "named graph": Query(LB + "SELECT ?g ?s WHERE { GRAPH ?g { ?s lb:subject ?e } }", (), (ARTICLE,)),
    "named graph alone": Query(LB + "SELECT ?s WHERE { ?s lb:subject ?e }", (), (ARTICLE,)),
    "graphs win over from": Query(LB + f"SELECT ?s FROM <{ARTICLE}> WHERE {{ ?s lb:subject ?e }}", ("urn:none",)),
    "codepoints": Query("SELECT ?s WHERE { ?s a <vocabulary#\\u0054roopReport> }"),
}
GRAPHS = {
    "construct": Query(LB + "CONSTRUCT { ?e lb:name ?n } WHERE { ?e lb:name ?n }"),
    "describe": Query(f"DESCRIBE <{ARTICLE}>"),
    "nothing": Query("CONSTRUCT WHERE { ?s <urn:none> ?o }"),
}
ASK = Query(LB + "ASK { ?s lb:subject ?e }")


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def both(kind: str, sparql_servers: Callable[[str], Place]) -> Iterator[tuple[LazySparql, ...]]:
    """What answers from a server, and what answers in this process, on the same graph."""
    with TemporaryDirectory() as folder, open_store(StoreSettings(data=Path(folder))) as store:
        for number in (1, 2):
            store.put(article(number), [sent(article(number))], RUN, origin="real")
        there = LazySparql(store, Names(), emptied(sparql_servers(kind)))
        here = LazySparql(store, Names())
        yield there, here
        there.close()
        here.close()


def written(sparql: LazySparql, query: Query, form: RdfFormat | QueryResultsFormat) -> bytes:
    out = BytesIO()
    assert sparql.asking().answer(query, lambda _: form, out) == form
    return out.getvalue()


def rows(raw: bytes, form: QueryResultsFormat) -> list[str]:
    found = parse_query_results(raw, form)
    assert isinstance(found, QuerySolutions)
    return [str(found.variables), *sorted(map(str, found))]


@pytest.mark.parametrize("case", TABLES)
def test_tables(both: tuple[LazySparql, ...], kind: str, case: str) -> None:
    if (kind, case) == ("oxigraph-union", "from"):
        return  # started with --union-default-graph it overlooks FROM, as docs/sparql.md tells
    for form in (QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.TSV):
        there, here = (rows(written(one, TABLES[case], form), form) for one in both)
        assert there == here
    lines = [sorted(written(one, TABLES[case], QueryResultsFormat.CSV).split()) for one in both]
    assert lines[0] == lines[1]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("case", GRAPHS)
def test_graphs(both: tuple[LazySparql, ...], case: str, form: str) -> None:
    file = FORMATS[form]
    there, here = ({str(q.triple) for q in parse(written(one, GRAPHS[case], file), file)} for one in both)
    assert there == here if case != "describe" else here <= there


def test_yes_or_no(both: tuple[LazySparql, ...]) -> None:
    for form in (QueryResultsFormat.JSON, QueryResultsFormat.XML):
        for one in both:
            assert bool(parse_query_results(written(one, ASK, form), form)) is True


WRONG: dict[str, tuple[Query, type[Exception], str]] = {
    "malformed": (Query("SELECT *"), BadQuery, "cannot be understood: error at 1:"),
    "update": (Query("CLEAR ALL"), UpdateRefused, "updates are refused"),
    "another server": (Query("ASK { SERVICE <urn:x> { ?s ?p ?o } }"), BadQuery, "SERVICE"),
    "no graph": (Query("ASK {}", ("no address",)), BadQuery, "cannot be answered"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_alike(both: tuple[LazySparql, ...], case: str) -> None:
    query, kind, said = WRONG[case]
    told = list[str]()
    for one in both:
        with pytest.raises(kind, match=said) as error:
            written(one, query, QueryResultsFormat.JSON)
        told.append(str(error.value))
    assert told[0] == told[1]


def test_the_graphs_of_the_copy(both: tuple[LazySparql, ...]) -> None:
    there, here = ({*one.graphs()} for one in both)
    assert there == here != set()
