"""The description of the SPARQL endpoint (SPARQL 1.1 Service Description), as triples."""

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.rdf.terms import Names

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
RDF = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")


def service_description(endpoint: str, names: Names, graphs: Iterable[NamedNode]) -> Iterator[Triple]:
    """What the endpoint is, which formats it gives, and which graphs it has."""
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    type_ = names.word("rdf:type")
    yield Triple(service, type_, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(endpoint))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for format_ in (*RESULTS, *RDF):
        yield Triple(service, _sd("resultFormat"), NamedNode(FORMATS + format_))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, type_, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, type_, _sd("Graph"))
    yield Triple(service, names.word("rdfs:label"), Literal("Lagebild", language="de"))
    for number, graph in enumerate(graphs):
        node = BlankNode(f"graph{number}")
        yield Triple(dataset, _sd("namedGraph"), node)
        yield Triple(node, type_, _sd("NamedGraph"))
        yield Triple(node, _sd("name"), graph)


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
