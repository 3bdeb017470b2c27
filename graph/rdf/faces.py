"""The three faces of the same graph, and the formats that can carry each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple
from pyoxigraph import Literal as Text

from graph.rdf.describe import Described
from graph.rdf.terms import Names, datatype
from seeds.errors import BadParameter

Face = Literal["plain", "rdf12", "nanopub"]
FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
CARRIES: dict[Face, tuple[str, ...]] = {
    "plain": ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml"),
    "rdf12": ("turtle", "trig", "ntriples", "nquads"),
    "nanopub": ("trig", "nquads", "jsonld"),
}
DEFAULT = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Form:
    """A face in a format."""

    face: Face
    format: str

    @property
    def file(self) -> RdfFormat:
        """The format as the library knows it."""
        return FORMATS[self.format]


def form(face: str, format_: str) -> Form:
    """The pair, or BadParameter with the list of what is allowed."""
    for known, formats in CARRIES.items():
        if known == face and format_ in formats:
            return Form(known, format_)
    raise not_possible(face, format_, CARRIES)


def not_possible(
    face: str, format_: str, carries: Mapping[Face, tuple[str, ...]] | Mapping[str, tuple[str, ...]]
) -> BadParameter:
    """The error that lists what is allowed."""
    allowed = "; ".join(f"{known} as {', '.join(formats)}" for known, formats in carries.items())
    return BadParameter(f"{face} as {format_} is not possible. Possible are: {allowed}")


def in_graph(quad: Quad, graph: NamedNode) -> Quad:
    """The same in a graph."""
    return Quad(quad.subject, quad.predicate, quad.object, graph)


class PlainFace:
    """RDF 1.1: statement nodes with subject, predicate and object; the triple itself only for plain edges."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._statement = [names.word(name) for name in ("subject", "predicate", "object")]
        self._edge = [names.word(name) for name in ("from", "edge", "to")]

    def statement(self, one: Described) -> list[Quad]:
        """A statement node."""
        return self._about(one, self._statement)

    def edge(self, one: Described) -> list[Quad]:
        """A plain edge as a triple, and the node with its numbers."""
        assert one.about and one.about[2]
        return [Quad(one.about[0], one.about[1], one.about[2], DEFAULT), *self._about(one, self._edge)]

    def _about(self, one: Described, links: list[NamedNode]) -> list[Quad]:
        assert one.about
        ends = zip(links, one.about, strict=True)
        found = [Quad(one.subject, link, end, DEFAULT) for link, end in ends if end is not None]
        return [*found, *one.said, *one.known_from]

    def other(self, one: Described) -> list[Quad]:
        """Anything else."""
        return [*one.said, *one.known_from]


class ReifyingFace(PlainFace):
    """RDF 1.2: the triple that a statement is about is a term, which the statement reifies; it is not asserted."""

    def _about(self, one: Described, links: list[NamedNode]) -> list[Quad]:
        assert one.about
        subject, predicate, object_ = one.about
        about = Triple(subject, predicate, object_ or BlankNode(f"o{one.subject.value.rpartition('/')[2]}"))
        return [Quad(one.subject, self._names.word("rdf:reifies"), about, DEFAULT), *self.other(one)]


class Nanopublications:
    """One nanopublication a statement or article: what is said, whence it is known, what is known of this record."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._links = [names.word(name) for name in ("subject", "predicate", "object")]

    def statement(self, one: Described, entities: list[Described], article: Described, loaded: str) -> Iterator[Quad]:
        """A statement with the entities that it names; its provenance has the article and the run."""
        assert one.about
        about = [
            Quad(one.subject, link, end) for link, end in zip(self._links, one.about, strict=True) if end is not None
        ]
        said = [*about, *one.said, *(quad for entity in entities for quad in entity.said)]
        yield from self._publish(one.subject, said, [*one.known_from, *article.known_from], loaded)

    def article(self, one: Described, around: list[Described], loaded: str) -> Iterator[Quad]:
        """An article; its provenance has the run that read it and the document."""
        known = [quad for thing in around for quad in thing.said]
        yield from self._publish(one.subject, one.said, [*one.known_from, *known], loaded)

    def _publish(self, subject: NamedNode, said: list[Quad], known: list[Quad], loaded: str) -> Iterator[Quad]:
        word = self._names.word
        whole = NamedNode(f"{subject.value}-np")
        head, assertion, provenance, info = (
            NamedNode(f"{whole.value}-{part}") for part in ("head", "assertion", "provenance", "pubinfo")
        )
        yield Quad(whole, word("rdf:type"), word("np:Nanopublication"), head)
        yield Quad(whole, word("np:hasAssertion"), assertion, head)
        yield Quad(whole, word("np:hasProvenance"), provenance, head)
        yield Quad(whole, word("np:hasPublicationInfo"), info, head)
        for quad in said:
            yield in_graph(quad, assertion)
        for quad in known:
            yield in_graph(quad, provenance)
        for quad in known:
            if quad.predicate in (word("article"), word("run")):
                way = "prov:wasDerivedFrom" if quad.predicate == word("article") else "prov:wasGeneratedBy"
                yield Quad(assertion, word(way), quad.object, provenance)
        yield Quad(whole, word("dcterms:created"), Text(loaded, datatype=datatype("dateTime")), info)
        yield Quad(whole, word("prov:wasAttributedTo"), NamedNode(f"{self._names.base}lagebild"), info)
