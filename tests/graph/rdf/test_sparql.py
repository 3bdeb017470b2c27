"""Limits of a query are kept and said; words are found where they are clauses."""

import threading
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, QueryResultsFormat
from pyoxigraph import Store as Triples

from graph.rdf.engine import Format, Kind, Oxigraph, Query
from graph.rdf.sparql import Limits, Sparql
from graph.rdf.sparql_text import words_of
from seeds.errors import StoreError

MANY = "SELECT * WHERE { ?a ?p ?b }"
LONG = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?p ?b . ?c ?p ?d . ?e ?p ?f }"


@pytest.fixture(scope="module")
def triples() -> Triples:
    triples = Triples()
    node = "http://example.org/"
    triples.bulk_extend(
        Quad(NamedNode(f"{node}{number}"), NamedNode(f"{node}p"), NamedNode(f"{node}o")) for number in range(400)
    )
    return triples


def csv(_: Kind) -> Format:
    return QueryResultsFormat.CSV


def asking(triples: Triples, limits: Limits) -> Sparql:
    return Sparql(lambda: Oxigraph(triples, "http://example.org/"), limits)


def test_a_query_that_takes_too_long_is_given_up(triples: Triples) -> None:
    with pytest.raises(StoreError, match=r"no answer within 0\.2 seconds"):
        asking(triples, Limits(seconds=0.2)).answer(Query(LONG), csv, BytesIO())


def test_an_answer_that_is_too_large_is_refused(triples: Triples) -> None:
    with pytest.raises(StoreError, match="larger than 100 bytes"):
        asking(triples, Limits(bytes=100)).answer(Query(MANY), csv, BytesIO())


def test_so_many_queries_at_once_and_then_again(triples: Triples) -> None:
    sparql = asking(triples, Limits(seconds=5, at_once=1))
    inside, go_on = threading.Event(), threading.Event()

    def waiting(_: Kind) -> Format:
        inside.set()
        go_on.wait(20)
        return QueryResultsFormat.CSV

    first = threading.Thread(target=lambda: sparql.answer(Query(MANY), waiting, BytesIO()))
    first.start()
    assert inside.wait(20)
    busy = asking(triples, Limits(seconds=0.1))
    busy._places = sparql._places  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(StoreError, match="answered already"):
        busy.answer(Query(MANY), csv, BytesIO())
    go_on.set()
    first.join()
    out = BytesIO()
    sparql.answer(Query(MANY), csv, out)
    assert out.getvalue().count(b"\r\n") == 401


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ASK { SERVICE <x:y> {} }", {"SERVICE"}),
        ("ask{service<x:y>{}}", {"SERVICE"}),
        ("ASK { SERVICE ?x {} }", {"SERVICE"}),
        ("ASK { \\u0053\\U00000045RVICE <x:y> {} }", {"SERVICE"}),
        ("ASK { ?s ?p '\\'' SERVICE <x:y> {} } # '", {"SERVICE"}),
        ("ASK { ?s ?p '''it's''' . SERVICE <x:y> {} } # '''", {"SERVICE"}),
        ("SELECT * FROM <x:y> {}", {"FROM"}),
        ("SELECT ?from $service { ?from from:service _:from }", set[str]()),
        ("ASK { ?s ?p 'SERVICE' } # FROM", set[str]()),
        ('ASK { ?s <x:FROM> """a "SERVICE" b""" }', set[str]()),
        ("SELECT * { ?a ?p ?b FILTER(?a < ?b && ?b > 3) } LIMIT 3", set[str]()),
        ("CLEAR ALL", {"CLEAR"}),
    ],
)
def test_words(text: str, words: set[str]) -> None:
    assert words_of(text) == words


@given(st.text(alphabet="ab\"'<>#\\\n ", max_size=12))
def test_no_text_before_it_hides_a_clause_that_the_engine_would_see(before: str) -> None:
    """Whatever stands in front: where the query is one with a call to another server, the word is found."""
    query = f"ASK {{ ?s ?p ?o . FILTER(STR(?s) != {before!r} ) SERVICE <http://127.0.0.1:9/> {{ ?s ?p ?o }} }}"
    try:
        bool(Triples().query(query))
    except SyntaxError:
        return
    except OSError:  # it was about to call
        pass
    assert "SERVICE" in words_of(query)
