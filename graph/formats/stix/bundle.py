"""A bundle as a stream: what articles say one after the other, then what they have in common."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import IO

from graph import view as views
from graph.formats.judged import Judged
from graph.formats.stix.maker import INVENTED, SAMPLE, Maker, Object
from graph.formats.stix.mapping import mapping
from graph.formats.stix.objects import article_marks, entity_object, object_id, report
from graph.formats.stix.said import note, note_id, opinions, relationship, relationship_id
from graph.origins.vouching import outlet_key
from graph.plain import Pair, spoken_pair
from graph.rdf.comparing import marker
from graph.rdf.select import EDGES, ArticleRecord, Selection, all_edges
from graph.rdf.terms import Names
from graph.rows import entities
from graph.shown import EntityHead, PlainEdge, StatementView
from graph.statement import Source
from graph.store import Store


def write_bundle(store: Store, judged: Judged, selection: Selection, out: IO[bytes], names: Names) -> None:
    """Writes it. The same graph gives the same bundle; everything in it was last changed when the graph was."""
    instant = marker(store)
    maker = Maker(names, instant)
    id_ = maker.id("bundle", f"{names.base}bundle/{instant}/{selection.wanted}/{selection.with_text}")
    out.write(f'{{"type": "bundle", "id": "{id_}", "objects": [\n'.encode())
    for number, made in enumerate(_Bundle(store, judged, selection, maker).objects()):
        out.write((",\n" if number else "").encode() + json.dumps(made, ensure_ascii=False).encode())
    out.write(b"\n]}\n")


class _Bundle:
    """What is remembered while it is written: entities with their marks, edges, and how sure analysts are of some."""

    def __init__(self, store: Store, judged: Judged, selection: Selection, maker: Maker) -> None:
        self._store = store
        self._judged = judged
        self._selection = selection
        self._maker = maker
        self._marks: dict[str, frozenset[str]] = {}
        self._sure: dict[str, int] = {}
        self._edges = {_key(edge) for edge, _, _ in self._joined(all_edges(store))}

    def objects(self) -> Iterator[Object]:
        """All of them."""
        yield from self._maker.about_itself()
        for record in self._selection.articles(self._store):
            if record.statements:
                yield from self._article(record)
        for edge, source, target in self._joined(self._selection.edges(self._store)):
            yield relationship(self._maker, edge, source, target, self._sure.get(_key(edge)))
        named = iter(self._marks)
        while batch := list(islice(named, EDGES)):
            for head in views.entity_heads(self._store, batch).values():
                made = entity_object(self._maker, head, sorted(self._marks[head.id], reverse=True))
                yield from (made,) if made else ()

    def _article(self, record: ArticleRecord) -> Iterator[Object]:
        """Notes and opinions of its statements, and the report that has them all."""
        marks = article_marks(record)
        about: dict[str, None] = {}
        whole = self._maker.thing("report", "article", record.id)
        for view in record.statements:
            confidence = self._confidence(view, record)
            named = self._about(view, record)
            yield note(self._maker, view, [*named] or [whole], confidence, marks)
            grades = [self._judged.reliability(_source_key(source)) for source in view.statement.sources]
            yield from opinions(self._maker, view, grades, marks)
            self._mark(view, record, marks)
            about |= named | ({note_id(self._maker, view): None} if named else {})  # no circle of note and report
        yield report(self._maker, record, [*about])

    def _about(self, view: StatementView, record: ArticleRecord) -> dict[str, None]:
        """What a note is about: actors and places, and the relationship that the statement speaks of."""
        said = view.statement
        heads = [self._head(end.id, record) for end in (said.subject, said.object, said.place) if end]
        found = [object_id(self._maker, head) for head in heads]
        pair = spoken_pair(said, record.same)
        if pair and pair.key in self._edges:
            found.append(relationship_id(self._maker, pair.edge, pair.source, pair.target))
        return {id_: None for id_ in found if id_}

    def _head(self, id_: str, record: ArticleRecord) -> EntityHead:
        return record.heads[record.same.get(id_, id_)]

    def _mark(self, view: StatementView, record: ArticleRecord, marks: list[str]) -> None:
        """Remembers the entities; one is a sample, or invented, as long as nothing else names it."""
        for entity in entities(view.statement):
            id_ = record.same.get(entity.id, entity.id)
            self._marks[id_] = self._marks.get(id_, frozenset((SAMPLE, INVENTED))) & frozenset(marks)

    def _confidence(self, view: StatementView, record: ArticleRecord) -> int | None:
        """How sure analysts are of a statement; a plain edge is as sure as the surest that stands for it."""
        grade = self._judged.credibility(view, record.same)
        found = mapping().confidence[grade] if grade else None
        pair = spoken_pair(view.statement, record.same)
        if pair and found is not None and view.statement.polarity == "affirmed":
            self._sure[pair.key] = max(found, self._sure.get(pair.key, 0))
        return found

    def _joined(self, edges: Iterator[PlainEdge]) -> Iterator[tuple[PlainEdge, str, str]]:
        """The edges whose ends are both objects, with the ids of these."""
        while batch := list(islice(edges, EDGES)):
            ends = {end for edge in batch for end in (edge.source.id, edge.target.id)}
            heads = views.entity_heads(self._store, sorted(ends))
            for edge in batch:
                source, target = (object_id(self._maker, heads[end.id]) for end in (edge.source, edge.target))
                if source and target:
                    yield edge, source, target


def _key(edge: PlainEdge) -> str:
    return Pair(edge.edge, edge.source.id, edge.target.id).key


def _source_key(source: Source) -> str:
    return outlet_key(source.entity.name) if source.role == "outlet" else source.entity.id
