"""What the graph has as triples, the same in every face: statements, articles, runs, entities, plain edges.

Standard terms (PROV-O, Web Annotation) stand beside ours where other tools look for them; reading back needs only ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from pydantic import JsonValue
from pyoxigraph import Literal, NamedNode, Quad

from graph.plain import Pair
from graph.rdf.node import Node
from graph.rdf.terms import Names
from graph.shown import EntityHead, PlainEdge, StatementView, Support
from graph.statement import Count, Entity, Run, Source, Statement, Time, Whole

Heads = Mapping[str, EntityHead]
TYPES = {"relation": "Relation", "troop_report": "TroopReport"}


@dataclass(slots=True)
class Described:
    """A thing in triples: what is said, and whence that is known.

    A statement or plain edge is `about` a triple, whose object is None where a statement has none.
    """

    subject: NamedNode
    said: list[Quad]
    known_from: list[Quad] = field(default_factory=list[Quad])
    about: tuple[NamedNode, NamedNode, NamedNode | None] | None = None


class Describer:
    """Describes things under one base address."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def statement(self, view: StatementView, heads: Heads, claim: str) -> Described:
        """A statement; `heads` are the entities that it names, as the graph knows them, `claim` is what it claims."""
        own = view.statement
        node = Node(self.names, self.names.thing("statement", own.id), "Statement", TYPES[own.kind])
        node.add("id", own.id)
        node.add("rdfs:label", Literal(view.caption, language="de"))
        node.word("polarity", "polarity", own.polarity)
        node.word("modality", "modality", own.modality)
        self._ends(node, own, heads)
        if own.count:
            _count(node, own.count)
        if own.time:
            _time(node, own.time)
        known = Node(self.names, node.subject)
        self._known_from(known, view)
        known.add("claim", self.names.thing("claim", claim))
        for position, source in enumerate(own.sources):
            self._source(known, source, position, heads)
        object_ = self._entity(own.object) if own.object else None
        about = (self._entity(own.subject), self.names.word(own.predicate), object_)
        return Described(node.subject, [*node], [*known], about)

    def _entity(self, entity: Entity) -> NamedNode:
        return self.names.thing("entity", entity.id)

    def _ends(self, node: Node, own: Statement, heads: Heads) -> None:
        """Place, items, and how each end is named where that is not simply the entity's own name."""
        if own.place:
            node.add("place", self._entity(own.place))
        for name, end in (("Subject", own.subject), ("Object", own.object), ("Place", own.place)):
            if end is not None and (end.role is not None or _differs(end, heads)):
                self._naming(node.part(f"said{name}", name.lower(), "Naming"), end, heads)
        for position, item in enumerate(own.items):
            node.add("item", self._entity(item))
            naming = node.part("saidItem", f"item-{position}", "Naming")
            naming.add("position", position)
            self._naming(naming, item, heads)

    def _naming(self, node: Node, end: Entity, heads: Heads) -> None:
        node.add("entity", self._entity(end))
        _named(node, end, heads)

    def _known_from(self, node: Node, view: StatementView) -> None:
        """The article, its words, and what is known of the reading."""
        own = view.statement
        article = self.names.thing("article", own.article)
        node.add("article", article)
        node.add("prov:wasDerivedFrom", article)
        node.add("confidence", own.confidence)
        node.add("current", view.current)
        node.add("sample", view.sample)
        for origin in view.origins:
            node.add("restsOn", origin)
        evidence = node.part("evidence", "evidence", "Evidence", "oa:SpecificResource")
        evidence.add("oa:hasSource", article)
        position = evidence.part("oa:hasSelector", "position", "oa:TextPositionSelector")
        position.add("oa:start", own.evidence.start)
        position.add("oa:end", own.evidence.end)
        quote = evidence.part("oa:hasSelector", "quote", "oa:TextQuoteSelector")
        quote.add("oa:exact", own.evidence.text)

    def _source(self, statement: Node, source: Source, position: int, heads: Heads) -> None:
        node = statement.part("attribution", f"source-{position}", "Attribution", "prov:Attribution")
        statement.add("prov:qualifiedAttribution", node.subject)
        node.add("source", self._entity(source.entity))
        node.add("prov:agent", self._entity(source.entity))
        node.word("stance", "stance", source.stance)
        node.word("role", "role", source.role)
        node.add("step", source.step)
        node.add("position", position)
        _named(node, source.entity, heads)

    def article(self, row: Mapping[str, JsonValue], text: str | None, run: str, supersedes: str | None) -> Described:
        """A version of a document by its properties."""
        own = {name: value for name, value in row.items() if isinstance(value, str)}
        node = Node(self.names, self.names.thing("article", own["id"]), "Article")
        document = self.names.document(own["document"])
        node.add("id", own["id"])
        node.add("document", document)
        node.add("documentId", own["document"])
        for name in ("title", "outlet", "retrieved", "url", "language", "sha256", "loaded"):
            node.add(name, own.get(name))
        node.date("published", own.get("published"))
        for name in ("sample", "invented", "current"):
            node.add(name, row[name] is True)
        node.add("text", text)
        known = Node(self.names, node.subject)
        known.add("run", self.names.thing("run", run))
        if supersedes is not None:
            known.add("supersedes", self.names.thing("article", supersedes))
            known.add("prov:wasRevisionOf", self.names.thing("article", supersedes))
        return Described(node.subject, [*node], [*known])

    def document(self, id_: str) -> Described:
        """What an article is a version of."""
        node = Node(self.names, self.names.document(id_), "Document")
        return Described(node.subject, [*node])

    def run(self, run: Run) -> Described:
        """The run that read an article."""
        node = Node(self.names, self.names.thing("run", run.id), "Run", "prov:Activity")
        for name in Run.model_fields:
            node.add(name, str(getattr(run, name)))
        return Described(node.subject, [*node])

    def entity(self, head: EntityHead) -> Described:
        """An entity; the same as in Wikidata only where the reference tables say so."""
        node = Node(self.names, self.names.thing("entity", head.id), "Entity", head.type)
        node.add("id", head.id)
        node.add("name", head.name)
        node.add("rdfs:label", Literal(head.name, language="de"))
        for alias in head.aliases:
            node.add("alias", alias)
        for name in ("wikidata", "country", "kind", "known"):
            node.add(name, getattr(head, name))
        if head.known and head.wikidata:
            node.add("owl:sameAs", self.names.word(f"wd:{head.wikidata}"))
        return Described(node.subject, [*node])

    def claim(self, id_: str, support: Support) -> Described:
        """What statements have in common that say the same, with how many do."""
        node = Node(self.names, self.names.thing("claim", id_), "Claim")
        node.add("id", id_)
        for name in Support.model_fields:
            node.add(name, int(getattr(support, name)))
        return Described(node.subject, [*node])

    def edge_node(self, edge: str, source: str, target: str) -> NamedNode:
        """The node with the numbers of a plain edge."""
        key = Pair(edge, source, target).key
        return self.names.thing("edge", sha256(key.encode()).hexdigest()[:24])

    def edge(self, edge: PlainEdge) -> Described:
        """A plain edge with what stands behind it."""
        node = Node(self.names, self.edge_node(edge.edge, edge.source.id, edge.target.id), "PlainEdge")
        node.add("saidBy", self.names.word(edge.predicate))
        for name in ("articles", "outlets", "origins", "asserted", "reported", "denied", "doubted"):
            node.add(name, getattr(edge, name))
        node.date("first", edge.first)
        node.date("last", edge.last)
        node.add("sample", edge.sample)
        source, target = (self.names.thing("entity", end.id) for end in (edge.source, edge.target))
        return Described(node.subject, [*node], [], (source, self.names.word(edge.edge), target))


def _differs(end: Entity, heads: Heads) -> bool:
    head = heads[end.id]
    return (end.name, end.type, end.wikidata) != (head.name, head.type, head.wikidata)


def _named(node: Node, end: Entity, heads: Heads) -> None:
    """How an entity is named here: all three where one of them is not as the graph has it."""
    if _differs(end, heads):
        node.add("name", end.name)
        node.add("entityType", end.type)
        node.add("wikidata", end.wikidata)
    node.add("office", end.role)


def _count(statement: Node, count: Count) -> None:
    node = statement.part("count", "count", "Count")
    _bounds(node, count)
    node.word("modifier", "modifier", count.modifier)
    node.add("words", count.text)
    if count.of:
        _bounds(node.part("whole", "whole", "Whole"), count.of)


def _bounds(node: Node, of: Count | Whole) -> None:
    node.add("min", of.min)
    node.add("max", of.max)
    node.word("unit", "unit", of.unit)


def _time(statement: Node, time: Time) -> None:
    node = statement.part("time", "time", "Time")
    node.date("start", time.start)
    node.date("end", time.end)
    node.add("words", time.text)
