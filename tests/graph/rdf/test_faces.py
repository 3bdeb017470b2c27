"""What the faces say: the plain edges and no other direct triple, only declared terms, only allowed formats."""

from collections.abc import Generator
from io import BytesIO

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, Triple, parse
from rdflib.compare import isomorphic

from graph.filter import StatementFilter
from graph.rdf.faces import CARRIES, FORMATS, Face, form
from graph.rdf.ontology import ontology
from graph.rdf.terms import BASE, VOCABULARY, Names
from graph.rdf.vocabulary import vocabulary_graph
from graph.store import Store
from seeds.errors import BadParameter
from seeds.vocabulary import vocabulary
from tests.graph import whole
from tests.graph.rdf.exported import a_store, exported
from tests.queries.known import put_known

RDFLIB = {"turtle": "turtle", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.fixture(scope="module")
def store() -> Generator[Store]:
    with a_store() as store:
        put_known(store)
        yield store


def quads(store: Store, face: str, format_: str, wanted: StatementFilter | None = None) -> list[Quad]:
    raw = exported(store, face, format_) if wanted is None else exported(store, face, format_, wanted=wanted)
    return [*parse(BytesIO(raw), FORMATS[format_])]


@pytest.mark.parametrize("face", ["plain", "rdf12"])
def test_direct_triples_are_exactly_the_plain_edges(store: Store, face: str) -> None:
    names = Names()
    edges = {names.word(edge): edge for edge in vocabulary().plain_edges()}
    found = {(q.subject, edges[q.predicate], q.object) for q in quads(store, face, "nquads") if q.predicate in edges}
    wanted = {
        (names.thing("entity", str(row["a"])), edge, names.thing("entity", str(row["b"])))
        for edge in vocabulary().plain_edges()
        for row in whole.plain(store, edge)
    }
    assert len(wanted) > 5
    assert found == wanted


def test_rdf_12_reifies_every_statement_and_edge(store: Store) -> None:
    reified = [q for q in quads(store, "rdf12", "turtle") if q.predicate == Names().word("rdf:reifies")]
    assert all(isinstance(q.object, Triple) for q in reified)
    edges = sum(len(whole.plain(store, edge)) for edge in vocabulary().plain_edges())
    assert len(reified) == len(whole.statements(store)) + edges


@pytest.mark.parametrize("face", CARRIES)
def test_formats_of_a_face_say_the_same(store: Store, face: Face) -> None:
    texts = {format_: sorted(map(str, set(quads(store, face, format_)))) for format_ in CARRIES[face]}
    assert len({repr(text) for text in texts.values()}) == 1


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize("format_", RDFLIB)
def test_rdflib_reads_the_plain_face_alike(store: Store, format_: str) -> None:
    read = rdflib.Graph().parse(data=exported(store, "plain", format_), format=RDFLIB[format_])
    wanted = rdflib.Graph().parse(data=exported(store, "plain", "ntriples"), format="nt")
    assert len(wanted) > 500
    assert isomorphic(read, wanted)


@pytest.mark.parametrize("face", CARRIES)
def test_only_declared_terms_are_used(store: Store, face: str) -> None:
    declared = {str(subject) for subject in vocabulary_graph(Names()).subjects()}
    known = tuple(ontology().prefixes.values())
    used = {term.value for q in quads(store, face, "nquads") for term in q if isinstance(term, NamedNode)}
    assert {term for term in used if term.startswith(BASE + VOCABULARY)} <= declared
    assert [term for term in used if not term.startswith((BASE, *known))] == []


def test_nanopublications_have_their_four_graphs(store: Store) -> None:
    found = quads(store, "nanopub", "trig")
    names = Names()
    heads = [q for q in found if q.object == names.word("np:Nanopublication")]
    assert len(heads) == len(whole.statements(store)) + len(whole.articles(store))
    graphs: dict[object, set[object]] = {}
    for q in found:
        graphs.setdefault(q.graph_name, set()).add(q.subject)
    for head in heads:
        parts = {q.object for q in found if q.subject == head.subject and q.graph_name == head.graph_name} - {
            head.object
        }
        assert len(parts) == 3 and parts <= graphs.keys()
        assertion = NamedNode(f"{head.subject}".strip("<>") + "-assertion")
        provenance = NamedNode(f"{head.subject}".strip("<>") + "-provenance")
        assert assertion in graphs[provenance]  # whence the assertion is known


def test_what_goes_together_is_said() -> None:
    with pytest.raises(
        BadParameter, match=r"nanopub as turtle is not possible. Possible are: plain as turtle, ntriples"
    ):
        form("nanopub", "turtle")
    with pytest.raises(BadParameter, match="rdf12 as turtle, trig, ntriples, nquads"):
        form("rdf", "turtle")


def test_a_filter_leaves_out_the_rest(store: Store) -> None:
    names = Names()
    wanted = StatementFilter(entity="test-seepakt", superseded=True)
    found = quads(store, "plain", "nquads", wanted)
    predicates = {q.object for q in found if q.predicate == names.word("predicate")}
    assert predicates == {names.word(name) for name in ("SIGNED", "PARTY_TO", "APPROVED", "PROVIDES_FOR")}
    edges = {names.word(edge) for edge in vocabulary().plain_edges()}
    assert {q.predicate for q in found if q.predicate in edges} == predicates
