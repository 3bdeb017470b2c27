"""What is said as objects of STIX: statements as notes, what their sources think of it as opinions, plain edges."""

from collections.abc import Iterator, Sequence

from graph.formats.claims import claim_label
from graph.formats.stix.maker import Maker, Object
from graph.formats.stix.mapping import mapping
from graph.shown import PlainEdge, StatementView
from graph.statement import Count, Entity, Source, Statement, Time, digest
from seeds.vocabulary import vocabulary


def note_id(maker: Maker, view: StatementView) -> str:
    """The id of a statement as a note."""
    return maker.thing("note", "statement", view.statement.id)


def note(
    maker: Maker, view: StatementView, about: Sequence[str], confidence: int | None, marks: Sequence[str]
) -> Object:
    """A statement: what is claimed, the words that say it, and all that is known of it."""
    said = view.statement
    fields: Object = {
        "abstract": claim_label(said),
        "content": said.evidence.text,
        "lang": view.article.language,
        "confidence": confidence,
        "object_refs": [*about],
    }
    ours: Object = {
        "statement_id": said.id,
        "article_id": said.article,
        "statement_kind": said.kind,
        "predicate": said.predicate,
        "polarity": said.polarity,
        "modality": said.modality,
        "evidence_start": said.evidence.start,
        "evidence_end": said.evidence.end,
        "reading_confidence": said.confidence,
        **view.support.model_dump(),
    }
    ours |= _ends(said) | _count(said.count) | _time(said.time)
    return maker.make(note_id(maker, view), fields, ours, marks=marks, created=view.article.loaded)


def _ends(said: Statement) -> Object:
    items: Object = {"item_ids": [item.id for item in said.items], "item_names": [item.name for item in said.items]}
    return _end("subject", said.subject) | _end("object", said.object) | _end("place", said.place) | items


def _end(name: str, end: Entity | None) -> Object:
    if end is None:
        return {}
    return {f"{name}_id": end.id, f"{name}_name": end.name, f"{name}_type": end.type, f"{name}_office": end.role}


def _count(count: Count | None) -> Object:
    if count is None:
        return {}
    own: Object = {f"count_{name}": getattr(count, name) for name in ("min", "max", "modifier", "unit")}
    whole: Object = {f"whole_{name}": getattr(count.of, name) for name in ("min", "max", "unit")} if count.of else {}
    return own | whole | {"count_words": count.text}


def _time(time: Time | None) -> Object:
    return {"time_start": time.start, "time_end": time.end, "time_words": time.text} if time else {}


def opinions(
    maker: Maker, view: StatementView, reliability: Sequence[str | None], marks: Sequence[str]
) -> Iterator[Object]:
    """What each source of a statement thinks of it; `reliability` is what analysts think of the source."""
    for position, (source, grade) in enumerate(zip(view.statement.sources, reliability, strict=True)):
        yield _opinion(maker, view, position, source, grade, marks)


def _opinion(
    maker: Maker, view: StatementView, position: int, source: Source, grade: str | None, marks: Sequence[str]
) -> Object:
    stance = vocabulary().label("stance", source.stance)
    fields: Object = {
        "opinion": mapping().opinion[source.stance],
        "explanation": f"{source.entity.name} {stance}: {claim_label(view.statement)}",
        "authors": [source.entity.name],
        "object_refs": [note_id(maker, view)],
    }
    ours: Object = {
        "stance": source.stance,
        "source_role": source.role,
        "source_step": source.step,
        "source_position": position,
        "source_reliability": grade,
        **_end("source", source.entity),
    }
    address = f"{maker.names.thing('statement', view.statement.id).value}-source-{position}"
    return maker.make(maker.id("opinion", address), fields, ours, marks=marks, created=view.article.loaded)


def relationship_id(maker: Maker, edge: str, source: str, target: str) -> str:
    """The id of a plain edge."""
    return maker.thing("relationship", "edge", digest(edge, source, target))


def relationship(maker: Maker, edge: PlainEdge, source: str, target: str, confidence: int | None) -> Object:
    """A plain edge between two objects."""
    label = vocabulary().label("predicate", edge.predicate)
    numbers = ("articles", "outlets", "origins", "asserted", "reported", "denied", "doubted")
    fields: Object = {
        "relationship_type": edge.edge.lower().replace("_", "-"),
        "description": f"{edge.source.name} – {label} – {edge.target.name}",
        "source_ref": source,
        "target_ref": target,
        "confidence": confidence,
    }
    ours: Object = {name: getattr(edge, name) for name in numbers}
    ours |= {"predicate": edge.predicate, "first_published": edge.first, "last_published": edge.last}
    id_ = relationship_id(maker, edge.edge, edge.source.id, edge.target.id)
    return maker.make(id_, fields, ours, marks=["sample"] if edge.sample else [])
