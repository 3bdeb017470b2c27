"""Exports conform to the shapes; what is broken is named, with what should be there."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pyshacl
import pytest
from hypothesis import given, settings
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import RDF, Graph, Literal, URIRef

from graph.rdf.faces import FORMATS
from graph.rdf.shapes import shapes_graph
from graph.rdf.terms import Names
from tests.graph.rdf.exported import Given, a_store, exported, put
from tests.graph.rdf.test_round_trip import some
from tests.queries.known import known_graph

Breaking = Callable[[Graph, URIRef], object]


def word(name: str) -> URIRef:
    return URIRef(Names().word(name).value)


def graph_of(given_: Given, face: str = "plain", format_: str = "ntriples") -> Graph:
    with a_store() as store:
        put(store, given_)
        raw = exported(store, face, format_)
    triples = (quad.triple for quad in parse(BytesIO(raw), FORMATS[format_]))
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


def report(graph: Graph) -> tuple[bool, str]:
    shacl: Any = pyshacl  # its types are known in part only
    conforms, _, text = shacl.validate(graph, shacl_graph=shapes_graph(Names()))
    return bool(conforms), str(text)


@settings(max_examples=5)
@given(some)
def test_any_export_conforms(given_: Given) -> None:
    conforms, text = report(graph_of(given_))
    assert conforms, text


@pytest.mark.parametrize(("face", "format_"), [("plain", "ntriples"), ("nanopub", "trig")])
def test_the_known_graph_conforms(face: str, format_: str) -> None:
    conforms, text = report(graph_of([(article, said) for article, said, _ in known_graph()], face, format_))
    assert conforms, text


BROKEN: dict[str, Breaking] = {
    "Statement: 1 modality": lambda graph, it: graph.remove((it, word("modality"), None)),
    "Statement: 1 confidence": lambda graph, it: graph.add((it, word("confidence"), Literal("gut"))),
    "Statement: 1 article": lambda graph, it: graph.remove((it, word("article"), None)),
    "the object of SIGNED, PARTY_TO is Agreement": lambda graph, it: graph.set((it, word("predicate"), word("SIGNED"))),
    "a relation has no count": lambda graph, it: graph.set((it, word("predicate"), word("VISITED"))),
    "Statement: 1 predicate": lambda graph, it: graph.set((it, word("predicate"), word("Person"))),
}


@pytest.mark.parametrize("message", BROKEN)
def test_a_broken_graph_gives_a_report_that_says_what_is_wrong(message: str) -> None:
    graph = graph_of([(article, said) for article, said, _ in known_graph()])
    statement = next(graph.subjects(word("count")))
    assert isinstance(statement, URIRef) and (statement, RDF.type, word("TroopReport")) in graph
    BROKEN[message](graph, statement)
    conforms, text = report(graph)
    assert not conforms and message in text and str(statement).rpartition("/")[2] in text
