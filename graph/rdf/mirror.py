"""The graph as triples, for SPARQL: a copy that follows the graph.

Each article is a named graph, what articles have in common stands in `things`, plain edges in `edges`, claims in
`claims`: no triple stands twice, so that all graphs together are the default graph. An article is taken out and put in
again as a whole; a copy that broke off is therefore seen by what is missing, and repaired. The mark of the last
comparison is written last, when everything else is there.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Self

from pydantic import JsonValue
from pyoxigraph import NamedNode, Quad

from graph import view
from graph.plain import Pair
from graph.rdf.batches import batches
from graph.rdf.comparing import Stamp, ids, marker, read, stamp_of, stamps_of_graph, stamps_of_triples
from graph.rdf.describe import Described, Describer
from graph.rdf.faces import PlainFace, in_graph
from graph.rdf.holder import Change, Holder
from graph.rdf.quads import own_quads, things
from graph.rdf.select import BATCH, EDGES, ArticleRecord, all_edges, article_records
from graph.rdf.spoken import Spoken, spoken
from graph.rdf.terms import Names
from graph.reading import query
from graph.restore import restore_run
from graph.shown import PlainEdge
from graph.store import Store
from seeds.errors import StoreError

TRIES = 5


class Mirror:
    """Keeps the copy of one store under one base address in step."""

    def __init__(self, store: Store, names: Names, holder: Holder) -> None:
        self._store = store
        self._names = names
        self._describer = Describer(names)
        self._face = PlainFace(names)
        self._holder = holder
        self._kept: str | None = None
        self._stamps: dict[str, Stamp] | None = None
        self._same: dict[str, str] = {}
        self._changing = threading.Lock()
        self._things = NamedNode(f"{names.base}things")
        self._edges = NamedNode(f"{names.base}edges")
        self._claims = NamedNode(f"{names.base}claims")

    def in_step(self) -> Holder:
        """The copy, after what has changed since the last time was taken over."""
        with self._changing:
            held = self._holder.mark()
            if held is None or held != self._kept:
                self._stamps = None  # another program has written it
            if held is None or held != marker(self._store):
                self._follow()
        return self._holder

    def close(self) -> None:
        """Lets the copy go."""
        with self._changing:
            self._holder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _follow(self) -> None:
        """Takes changes over; StoreError where the graph changes faster than it can be read."""
        for _ in range(TRIES):
            before, known = marker(self._store), self._stamps
            self._stamps = None  # whatever breaks off now, or is read while it changes, is compared anew
            self._holder.begin()
            stamps = stamps_of_triples(self._holder, self._names) if known is None else known
            self._take_over(stamps, whole=known is None)
            if marker(self._store) == before:
                self._holder.keep(before)
                self._kept, self._stamps = before, stamps
                return
        raise StoreError("the graph changes all the time; ask again later")

    def _take_over(self, stamps: dict[str, Stamp], *, whole: bool) -> None:
        wanted = stamps_of_graph(self._store)
        gone = [id_ for id_ in stamps if id_ not in wanted]
        changed = [id_ for id_, stamp in wanted.items() if stamps.get(id_) != stamp]
        same = view.sameness(self._store)
        anew = whole or same != self._same or not (gone or changed)  # a merge changes edges of other articles
        self._same = same
        touched = Spoken()
        for batch in batches(gone, BATCH):
            touched |= self._exchange(batch, ())
            for id_ in batch:
                del stamps[id_]
        for batch in batches(changed, BATCH):
            records = [*article_records(self._store, batch)]
            touched |= self._exchange(batch, records)
            stamps |= {record.id: stamp_of(record) for record in records}
        if anew:
            self._put_all_things()
            self._holder.replace(self._edges, self._quads_of_edges(all_edges(self._store)))
        else:
            self._put_edges(touched.pairs)
        self._put_claims(touched.claims, whole=whole or not (gone or changed))

    def _exchange(self, articles: Sequence[str], records: Sequence[ArticleRecord]) -> Spoken:
        """Takes articles out and puts records in, all of it at once; gives what these or those speak of."""
        graphs = [self._names.thing("article", id_) for id_ in articles]
        before, change = self._holder.held(graphs), Change(dropped=graphs)
        self._exchange_things([thing for record in records for thing in things(record, self._describer)], change)
        own = [quad for record in records for quad in self._own_quads(record)]
        change.new += own
        self._holder.change(change)
        self._forget_things({quad.object for quad in before} - {quad.object for quad in own})
        speaking = spoken(before, self._names, self._same)
        speaking |= spoken(own, self._names, self._same)
        return speaking

    def _exchange_things(self, described: Iterable[Described], change: Change) -> None:
        """What articles have in common is rewritten where it is not as it stands."""
        wanted = {thing.subject: self._face.other(thing) for thing in described}
        there = self._holder.about([*wanted], self._things)
        quads = {in_graph(quad, self._things) for own in wanted.values() for quad in own}
        change.gone |= there - quads
        change.new += [quad for quad in quads if quad not in there]

    def _own_quads(self, record: ArticleRecord) -> list[Quad]:
        graph = self._names.thing("article", record.id)
        return [in_graph(quad, graph) for quad in own_quads(record, self._face, self._describer)]

    def _forget_things(self, named: Collection[object]) -> None:
        """Removes those of the entities, documents and runs that nothing names any more."""
        idle = self._idle_entities(named)
        others = tuple(f"{self._names.base}{kind}/" for kind in ("document", "run"))
        if found := [one for one in named if isinstance(one, NamedNode) and one.value.startswith(others)]:
            idle |= {*found} - self._holder.named(found, (self._things, self._edges))
        if idle:
            self._holder.change(Change(gone=self._holder.about([*idle], self._things)))

    def _idle_entities(self, named: Iterable[object]) -> set[NamedNode]:
        """Entities that the graph names no more, those included that they count as, which only the graph knows."""
        start = f"{self._names.base}entity/"
        found = {self._names.id_of(n) for n in named if isinstance(n, NamedNode) and n.value.startswith(start)}
        found |= {self._same[id_] for id_ in found if id_ in self._same}
        listed: list[JsonValue] = [*sorted(found)]
        there = {str(row["id"]) for row in read(self._store, query("named_among"), {"ids": listed})}
        return {self._names.thing("entity", id_) for id_ in found - there}

    def _put_all_things(self) -> None:
        """Writes again what articles have in common, where it is not known what of it has changed."""
        quads = (quad for thing in self._all_things() for quad in self._face.other(thing))
        self._holder.replace(self._things, (in_graph(quad, self._things) for quad in quads))

    def _all_things(self) -> Iterator[Described]:
        for row in read(self._store, query("runs"), {}):
            run = row["run"]
            assert isinstance(run, dict)
            yield self._describer.run(restore_run(run))
        for row in read(self._store, "MATCH (d:Document) RETURN d.id AS id", {}):
            yield self._describer.document(str(row["id"]))
        for batch in batches(ids(self._store, "named_ids"), EDGES):
            for head in view.entity_heads(self._store, batch).values():
                yield self._describer.entity(head)

    def _put_edges(self, pairs: Iterable[Pair]) -> None:
        """Writes the edges of these pairs again; those that are gone leave nothing."""
        for batch in batches(pairs, EDGES):
            there = self._holder.about([self._edge_node(pair) for pair in batch], self._edges)
            wanted = {*self._quads_of_edges(self._edges_of(batch))}
            gone = {*there, *map(self._direct, batch)} - wanted
            self._holder.change(Change(gone=gone, new=[*(wanted - there)]))

    def _edges_of(self, pairs: Iterable[Pair]) -> Iterator[PlainEdge]:
        by_type: dict[str, list[tuple[str, str]]] = {}
        for pair in pairs:
            by_type.setdefault(pair.edge, []).append((pair.source, pair.target))
        for type_, ends in by_type.items():
            yield from view.edges_between(self._store, type_, ends)

    def _edge_node(self, pair: Pair) -> NamedNode:
        return self._describer.edge_node(pair.edge, pair.source, pair.target)

    def _direct(self, pair: Pair) -> Quad:
        source, target = (self._names.thing("entity", end) for end in (pair.source, pair.target))
        return Quad(source, self._names.word(pair.edge), target, self._edges)

    def _quads_of_edges(self, edges: Iterable[PlainEdge]) -> Iterator[Quad]:
        for edge in edges:
            yield from (in_graph(quad, self._edges) for quad in self._face.edge(self._describer.edge(edge)))

    def _put_claims(self, claims: Iterable[str], *, whole: bool) -> None:
        """Writes these claims again with their numbers; those that nothing makes any more leave nothing."""
        if whole:
            self._holder.replace(self._claims, self._quads_of_claims(ids(self._store, "claim_ids")))
            return
        for batch in batches(claims, EDGES):
            there = self._holder.about([self._names.thing("claim", id_) for id_ in batch], self._claims)
            wanted = {*self._quads_of_claims(batch)}
            self._holder.change(Change(gone=there - wanted, new=[*(wanted - there)]))

    def _quads_of_claims(self, claims: Iterable[str]) -> Iterator[Quad]:
        for batch in batches(claims, EDGES):
            for id_, support in view.claims(self._store, batch).items():
                described = self._describer.claim(id_, support)
                yield from (in_graph(quad, self._claims) for quad in self._face.other(described))
