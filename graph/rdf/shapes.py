"""SHACL shapes: what must be true of a plain export or nanopublications, from the same files as the vocabulary."""

from collections.abc import Iterable, Mapping

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from graph.rdf.ontology import PropertyTerm, ontology
from graph.rdf.terms import Names
from graph.rdf.vocabulary import empty_graph
from seeds.vocabulary import PredicateTerm, vocabulary

DATES = (XSD.date, XSD.gYear, XSD.gYearMonth, XSD.gMonth, XSD.gMonthDay)


def shapes_graph(names: Names) -> Graph:
    """All shapes, under this base."""
    made = _Shapes(names)
    made.properties()
    made.joins("subject", {name: term.subject for name, term in vocabulary().predicates.items()})
    made.joins("object", {name: term.object for name, term in vocabulary().predicates.items()})
    made.kinds()
    return made.graph


class _Shapes:
    def __init__(self, names: Names) -> None:
        self.graph = empty_graph(names)
        self.graph.bind("sh", SH)
        self._names = names
        self._blanks = 0

    def _blank(self) -> BNode:
        """A blank node whose label depends on what was made before alone, so that the file is always the same."""
        self._blanks += 1
        return BNode(f"s{self._blanks:05}")

    def properties(self) -> None:
        """One shape a class, with the properties that its things have."""
        for name, term in (*ontology().properties.items(), *ontology().borrowed.items()):
            for class_ in term.of:
                if class_ != "Predicate":  # predicates stand in the vocabulary, not in exports
                    self.graph.add((self._shape(class_), SH.property, self._property(name, class_, term)))

    def _shape(self, class_: str) -> URIRef:
        shape = URIRef(f"{self._names.base}shapes#{class_.rpartition(':')[2]}")
        self.graph.add((shape, RDF.type, SH.NodeShape))
        self.graph.add((shape, SH.targetClass, self._word(class_)))
        return shape

    def _property(self, name: str, class_: str, term: PropertyTerm) -> BNode:
        shape = self._blank()
        self.graph.add((shape, SH.path, self._word(name)))
        if term.least:
            self.graph.add((shape, SH.minCount, Literal(term.least)))
        if term.most is not None:
            self.graph.add((shape, SH.maxCount, Literal(term.most)))
        self._range(shape, term)
        self.graph.add((shape, SH.message, Literal(_message(name, class_, term), lang="en")))
        return shape

    def _range(self, shape: BNode, term: PropertyTerm) -> None:
        if term.range == "date":
            self.graph.add((shape, SH["or"], self._list(self._with(SH.datatype, kind) for kind in DATES)))
        elif term.range.startswith("xsd:"):
            self.graph.add((shape, SH.datatype, self._word(term.range)))
        elif known := ontology().lists.get(term.range):
            words = (self._word(f"{term.range}-{word}") for word in known.labels(term.range))
            self.graph.add((shape, SH["in"], self._list(words)))
        elif term.range == "Predicate":
            self.graph.add((shape, SH["in"], self._list(map(self._word, vocabulary().predicates))))
        elif ":" in term.range:
            self.graph.add((shape, SH.nodeKind, SH.IRI))
        else:
            self.graph.add((shape, SH["class"], self._word(term.range)))

    def joins(self, end: str, types: Mapping[str, frozenset[str]]) -> None:
        """Which types of entities a predicate joins, unless the statement names that entity otherwise."""
        for allowed in sorted({tuple(sorted(each)) for each in types.values()}):
            predicates = [name for name, each in types.items() if tuple(sorted(each)) == allowed]
            message = f"the {end} of {', '.join(predicates)} is {' or '.join(allowed)}"
            joined = self._path(
                end, SH["or"], self._list(self._with(SH["class"], self._word(type_)) for type_ in allowed)
            )
            said = self._path(f"said{end.capitalize()}", SH.minCount, Literal(1))
            self._implies(predicates, (joined, said), message)

    def kinds(self) -> None:
        """Only troop reports have a count, only some predicates items, and every relation an object."""
        terms = vocabulary().predicates
        relations = [*vocabulary().predicates_of("relation")]
        self._implies(relations, (self._path("count", SH.maxCount, Literal(0)),), "a relation has no count")
        self._implies(relations, (self._path("object", SH.minCount, Literal(1)),), "a relation has an object")
        without = [name for name, term in terms.items() if not _takes_items(term)]
        self._implies(without, (self._path("item", SH.maxCount, Literal(0)),), "only some predicates have items")

    def _implies(self, predicates: list[str], then: Iterable[Node], message: str) -> None:
        """A statement with one of these predicates has one of these shapes."""
        shape, other = self._blank(), self._blank()
        has = self._path("predicate", SH["in"], self._list(map(self._word, predicates)))
        self.graph.add((other, SH["not"], has))
        self.graph.add((shape, RDF.type, SH.NodeShape))
        self.graph.add((shape, SH.targetClass, self._word("Statement")))
        self.graph.add((shape, SH["or"], self._list([other, *then])))
        self.graph.add((shape, SH.message, Literal(message, lang="en")))

    def _path(self, name: str, constraint: URIRef, value: Node) -> BNode:
        """A node with a property of which this is true."""
        outer = self._blank()
        inner = self._with(SH.path, self._word(name))
        self.graph.add((inner, constraint, value))
        self.graph.add((outer, SH.property, inner))
        return outer

    def _with(self, constraint: URIRef, value: Node) -> BNode:
        node = self._blank()
        self.graph.add((node, constraint, value))
        return node

    def _list(self, members: Iterable[Node]) -> Node:
        """An RDF list, from its last link to its first."""
        rest: Node = RDF.nil
        for member in reversed([*members]):
            link = self._blank()
            self.graph.add((link, RDF.first, member))
            self.graph.add((link, RDF.rest, rest))
            rest = link
        return rest

    def _word(self, name: str) -> URIRef:
        return URIRef(self._names.word(name).value)


def _takes_items(term: PredicateTerm) -> bool:
    return term.items


def _message(name: str, class_: str, term: PropertyTerm) -> str:
    many = (
        "any number of"
        if term.most is None
        else f"{term.least}"
        if term.least == term.most
        else f"{term.least} to {term.most}"
    )
    return f"{class_}: {many} {name}, each {term.range}"
