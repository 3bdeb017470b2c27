"""The graph as triples, for SPARQL: a copy on the disk that follows the graph before each question.

Each article is a named graph, what articles have in common stands in `things`, plain edges in `edges`: no triple
stands twice, so that all graphs together are the default graph. An article is taken out and put in again as a whole;
a copy that broke off is therefore seen by what is missing, and repaired. The mark of the last comparison is written
last, when everything else is on the disk.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Self

from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Triples

from graph import view
from graph.plain import Pair, plain_pair
from graph.rdf.comparing import Stamp, ids, marker, read, stamp_of, stamps_of_graph, stamps_of_triples
from graph.rdf.describe import Described, Describer
from graph.rdf.faces import PlainFace
from graph.rdf.mirror_state import MirrorState, open_triples
from graph.rdf.quads import own_quads, things
from graph.rdf.select import BATCH, EDGES, ArticleRecord, all_edges, article_records
from graph.rdf.terms import Names
from graph.reading import query
from graph.restore import restore_run
from graph.shown import PlainEdge
from graph.store import Store
from seeds.errors import StoreError

TRIES = 5


class Mirror:
    """A copy of one store under one base address; without a folder it lies in memory."""

    def __init__(self, store: Store, names: Names, folder: Path | None = None) -> None:
        """StoreUnavailable where another program has the copy open, StoreDamaged where it cannot be read."""
        self._store = store
        self._names = names
        self._describer = Describer(names)
        self._face = PlainFace(names)
        self._triples = open_triples(folder)
        self._state = MirrorState(folder, names.base)
        if not self._state.fits():
            self._triples.clear()
        self._marker = self._state.marker()
        self._stamps: dict[str, Stamp] | None = None
        self._same: dict[str, str] = {}
        self._changing = threading.Lock()
        self._things = NamedNode(f"{names.base}things")
        self._edges = NamedNode(f"{names.base}edges")

    def in_step(self) -> Triples:
        """The copy, after what has changed since the last time was taken over."""
        with self._changing:
            if marker(self._store) != self._marker:
                self._follow()
        return self._triples

    def close(self) -> None:
        """Lets the copy go."""
        with self._changing:
            self._triples.flush()
            del self._triples

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _follow(self) -> None:
        """Takes changes over; StoreError where the graph changes faster than it can be read."""
        for _ in range(TRIES):
            before, known = marker(self._store), self._stamps
            self._stamps = None  # whatever breaks off now, or is read while it changes, is compared anew
            stamps = stamps_of_triples(self._triples, self._names) if known is None else known
            self._take_over(stamps, whole=known is None)
            if marker(self._store) == before:
                self._triples.flush()
                self._state.keep(before)
                self._marker, self._stamps = before, stamps
                return
        raise StoreError("the graph changes all the time; ask again later")

    def _take_over(self, stamps: dict[str, Stamp], *, whole: bool) -> None:
        wanted = stamps_of_graph(self._store)
        gone = [id_ for id_ in stamps if id_ not in wanted]
        changed = [id_ for id_, stamp in wanted.items() if stamps.get(id_) != stamp]
        pairs: set[Pair] = set()
        for id_ in gone:
            pairs |= self._remove(id_)
            del stamps[id_]
        for record in self._records(changed):
            pairs |= self._remove(record.id) | self._put(record)
            stamps[record.id] = stamp_of(record)
        same = view.sameness(self._store)
        if whole or same or same != self._same or not (gone or changed):  # a merge changes edges of other articles
            self._same = same
            self._put_all_things()
            self._replace_graph(
                self._edges, (quad for edge in all_edges(self._store) for quad in self._edge_quads(edge))
            )
        else:
            self._put_edges(pairs)

    def _records(self, articles: Sequence[str]) -> Iterator[ArticleRecord]:
        left = iter(articles)
        while batch := list(islice(left, BATCH)):
            yield from article_records(self._store, batch)

    def _remove(self, article: str) -> set[Pair]:
        """Takes an article out; gives the pairs that it spoke of."""
        graph = self._names.thing("article", article)
        before = [*self._triples.quads_for_pattern(None, None, None, graph)]
        if not before:
            return set()
        self._triples.remove_graph(graph)
        self._forget_things(before)
        return self._pairs(before)

    def _forget_things(self, before: Iterable[Quad]) -> None:
        """Removes the entities, documents and runs that nothing names any more."""
        prefixes = tuple(f"{self._names.base}{kind}/" for kind in ("entity", "document", "run"))
        named = {quad.object for quad in before if isinstance(quad.object, NamedNode)}
        for thing in named:
            if thing.value.startswith(prefixes) and not self._is_named(thing):
                for quad in [*self._triples.quads_for_pattern(thing, None, None, self._things)]:
                    self._triples.remove(quad)

    def _is_named(self, thing: NamedNode) -> bool:
        return any(
            quad.graph_name not in (self._things, self._edges)
            for quad in self._triples.quads_for_pattern(None, None, thing, None)
        )

    def _pairs(self, quads: Iterable[Quad]) -> set[Pair]:
        """The pairs that statements spoke of, read from their triples."""
        word, ends = self._names.word, dict[object, dict[str, str]]()
        names = {word(name): name for name in ("subject", "predicate", "object")}
        for quad in quads:
            if quad.predicate in names and isinstance(quad.object, NamedNode):
                ends.setdefault(quad.subject, {})[names[quad.predicate]] = self._names.id_of(quad.object)
        found = (plain_pair(end["predicate"], end["subject"], end.get("object")) for end in ends.values())
        return {pair for pair in found if pair}

    def _put(self, record: ArticleRecord) -> set[Pair]:
        """Puts an article in, all of it at once; gives the pairs that it speaks of."""
        for thing in things(record, self._describer):
            self._put_thing(thing)
        graph = self._names.thing("article", record.id)
        quads = [_moved(quad, graph) for quad in own_quads(record, self._face, self._describer)]
        self._triples.extend(quads)
        return self._pairs(quads)

    def _put_thing(self, thing: Described) -> None:
        there = set(self._triples.quads_for_pattern(thing.subject, None, None, self._things))
        wanted = {_moved(quad, self._things) for quad in self._face.other(thing)}
        for quad in there - wanted:
            self._triples.remove(quad)
        self._triples.extend(wanted - there)

    def _put_all_things(self) -> None:
        """Writes again what articles have in common, where it is not known what of it has changed."""
        self._replace_graph(self._things, (quad for thing in self._all_things() for quad in self._face.other(thing)))

    def _all_things(self) -> Iterator[Described]:
        for row in read(self._store, query("runs"), {}):
            run = row["run"]
            assert isinstance(run, dict)
            yield self._describer.run(restore_run(run))
        for row in read(self._store, "MATCH (d:Document) RETURN d.id AS id", {}):
            yield self._describer.document(str(row["id"]))
        named = ids(self._store, "named_ids")
        while batch := list(islice(named, EDGES)):
            for head in view.entity_heads(self._store, batch).values():
                yield self._describer.entity(head)

    def _put_edges(self, pairs: Iterable[Pair]) -> None:
        """Writes the edges of these pairs again; those that are gone leave nothing."""
        by_type: dict[str, list[Pair]] = {}
        for pair in pairs:
            by_type.setdefault(pair.edge, []).append(pair)
            self._remove_edge(pair)
        for type_, group in by_type.items():
            for edge in view.edges_between(self._store, type_, [(pair.source, pair.target) for pair in group]):
                self._triples.extend([_moved(quad, self._edges) for quad in self._edge_quads(edge)])

    def _remove_edge(self, pair: Pair) -> None:
        source, target = (self._names.thing("entity", end) for end in (pair.source, pair.target))
        self._triples.remove(Quad(source, self._names.word(pair.edge), target, self._edges))
        node = self._describer.edge_node(pair.edge, pair.source, pair.target)
        for quad in [*self._triples.quads_for_pattern(node, None, None, self._edges)]:
            self._triples.remove(quad)

    def _edge_quads(self, edge: PlainEdge) -> Iterator[Quad]:
        return self._face.edge(self._describer.edge(edge))

    def _replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        self._triples.remove_graph(graph)
        self._triples.bulk_extend(_moved(quad, graph) for quad in quads)


def _moved(quad: Quad, graph: NamedNode) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, graph)
