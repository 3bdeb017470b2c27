"""The vocabulary in RDF: classes, properties and individuals, from vocabulary.yaml and ontology.yaml."""

from collections.abc import Iterable, Mapping

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib import Namespace as Space
from rdflib.namespace import NamespaceManager

from graph.rdf.ontology import ontology
from graph.rdf.terms import VOCABULARY, Names
from seeds.vocabulary import PredicateTerm, vocabulary

SCHEMA_DOMAIN, SCHEMA_RANGE = "schema:domainIncludes", "schema:rangeIncludes"
ENTITIES = "Entity"


def vocabulary_graph(names: Names) -> Graph:
    """All of it, under this base."""
    made = _Vocabulary(names)
    made.head()
    made.classes()
    made.properties()
    made.lists()
    made.predicates()
    return made.graph


def empty_graph(names: Names) -> Graph:
    """A graph that knows our prefixes."""
    graph = Graph(bind_namespaces="none")
    graph.namespace_manager = NamespaceManager(graph, bind_namespaces="none")
    for prefix, space in names.prefixes().items():
        graph.bind(prefix, Space(space))
    return graph


class _Vocabulary:
    def __init__(self, names: Names) -> None:
        self.graph = empty_graph(names)
        self._names = names

    def head(self) -> None:
        """What it is, and which version."""
        whole = URIRef(self._names.base + VOCABULARY.rstrip("#"))
        self.graph.add((whole, RDF.type, OWL.Ontology))
        self.graph.add((whole, OWL.versionInfo, Literal(vocabulary().version)))
        self._labels(whole, {"de": "Vokabular von Lagebild", "en": "Vocabulary of Lagebild"})

    def classes(self) -> None:
        """Classes, the types of entities and the classes of closed lists."""
        for name, term in ontology().classes.items():
            self._class(name, term.label, below=term.below, aligned=term.aligned)
        for name, aligned in ontology().entity_type.items():
            self._class(name, vocabulary().terms["entity_type"][name].label, below=ENTITIES, aligned=aligned)
        for listed in ontology().lists.values():
            self._class(listed.class_, listed.label)

    def _class(
        self, name: str, label: Mapping[str, str], *, below: str | None = None, aligned: Iterable[str] = ()
    ) -> None:
        node = self._word(name)
        self.graph.add((node, RDF.type, OWL.Class))
        self._labels(node, label)
        for other in (*([below] if below else []), *aligned):
            self.graph.add((node, RDFS.subClassOf, self._word(other)))

    def properties(self) -> None:
        """Properties with their classes and what their values are."""
        for name, term in ontology().properties.items():
            node = self._word(name)
            self.graph.add((node, RDF.type, OWL.ObjectProperty if term.is_link else OWL.DatatypeProperty))
            self._labels(node, term.label)
            for domain in term.of:
                self.graph.add((node, self._word(SCHEMA_DOMAIN), self._word(domain)))
            if term.range != "date":  # a date has the datatype of its precision
                self.graph.add((node, RDFS.range, self._word(ontology().class_of(term.range))))
            for other in term.aligned:
                self.graph.add((node, RDFS.subPropertyOf, self._word(other)))

    def lists(self) -> None:
        """The words of closed lists as individuals."""
        for group, term in ontology().lists.items():
            for word, label in term.labels(group).items():
                node = self._word(f"{group}-{word}")
                self.graph.add((node, RDF.type, self._word(term.class_)))
                self.graph.add((node, SKOS.notation, Literal(word)))
                self._labels(node, label)

    def predicates(self) -> None:
        """Predicates, and the plain edges that they become."""
        for name, term in vocabulary().predicates.items():
            node = self._word(name)
            self.graph.add((node, RDF.type, self._word("Predicate")))
            self._joins(node, term)
            self._labels(node, term.label)
            if term.plain_edge:
                edge = self._word(term.plain_edge)
                self._joins(edge, term)
                self.graph.add((node, self._word("plainEdge"), edge))
                if term.plain_edge not in vocabulary().predicates:
                    self._labels(edge, {"en": term.plain_edge.replace("_", " ").lower()})
            for other, code in (("cameo", term.cameo), ("plover", term.plover)):
                if code:
                    self.graph.add((node, self._word(other), Literal(code)))

    def _joins(self, node: URIRef, term: PredicateTerm) -> None:
        self.graph.add((node, RDF.type, OWL.ObjectProperty))
        if term.symmetric:
            self.graph.add((node, RDF.type, OWL.SymmetricProperty))
        for way, types in ((SCHEMA_DOMAIN, term.subject), (SCHEMA_RANGE, term.object)):
            for type_ in types:
                self.graph.add((node, self._word(way), self._word(type_)))

    def _labels(self, node: URIRef, label: Mapping[str, str]) -> None:
        for language, text in label.items():
            self.graph.add((node, RDFS.label, Literal(text, lang=language)))

    def _word(self, name: str) -> URIRef:
        return URIRef(self._names.word(name).value)
