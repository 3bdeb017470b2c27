"""Statements and articles as rows of parameters for the loading texts; nothing of them is lost."""

from collections.abc import Iterable, Iterator
from typing import Literal

from graph.caption import caption
from graph.cypher import stance_edge
from graph.origins.agencies import marks
from graph.origins.likeness import ARTICLE, PASSAGE
from graph.origins.vouching import claim_key, first_origins, text_rank, unsupported, vouchers
from graph.plain import spoken_pair, voices
from graph.span import span_row
from graph.statement import Article, Entity, Statement
from graph.work import Row
from seeds.reference import Country, ReferenceEntity, reference

Origin = Literal["real", "sample", "invented"]


def article_row(article: Article, origin: Origin) -> Row:
    """The properties of an article that do not change with its version or run."""
    return article.model_dump(mode="json") | {"sample": origin != "real", "invented": origin == "invented"}


def text_row(article: Article) -> Row:
    """What tells where an article's text comes from, and the keys under which copies are found."""
    own: Row = article.model_dump(mode="json", include={"document", "outlet", "published"})
    own |= {"agency": marks().find(article.text)}
    return {"agency": own["agency"], "text_rank": text_rank(own), **ARTICLE.keys(article.text)}


def statement_row(statement: Statement, article: Row, *, current: bool) -> Row:
    """A statement of an article with its subject; its other entities and its sources are rows of their own."""
    pair = spoken_pair(statement)
    return {
        "id": statement.id,
        "subject": statement.subject.id,
        "office": statement.subject.role,
        "subject_said": _as_said(statement.subject),
        "article": statement.article,
        "kind": statement.kind,
        "predicate": statement.predicate,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "confidence": statement.confidence,
        "current": current,
        "sample": article["sample"],
        "caption": caption(statement),
        "role": statement.object.role if statement.object else None,
        "voices": [*voices(statement)],
        "plain": pair.key if pair else None,
        "claim": claim_key(statement),
        "vouchers": [*vouchers(statement)],
        "unsupported": unsupported(statement),
        "origins": [*first_origins(statement, article)],
        **PASSAGE.keys(statement.evidence.text),
        **article_span(statement, article),
        **_count_row(statement),
        **_time_row(statement),
        "evidence_start": statement.evidence.start,
        "evidence_end": statement.evidence.end,
        "evidence_text": statement.evidence.text,
    }


def article_span(statement: Statement, article: Row) -> Row:
    """When a statement of that article holds."""
    published = article["published"]
    return span_row(statement.time, None if published is None else str(published))


def _count_row(statement: Statement) -> Row:
    count = statement.count
    whole = count.of if count else None
    return {
        "min": count.min if count else None,
        "max": count.max if count else None,
        "modifier": count.modifier if count else None,
        "unit": count.unit if count else None,
        "count_text": count.text if count else None,
        "of_min": whole.min if whole else None,
        "of_max": whole.max if whole else None,
        "of_unit": whole.unit if whole else None,
    }


def _time_row(statement: Statement) -> Row:
    time = statement.time
    return {
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_text": time.text if time else None,
    }


def entities(statement: Statement) -> Iterator[Entity]:
    """Every entity that a statement names, its sources too."""
    yield statement.subject
    yield from (entity for entity in (statement.object, statement.place) if entity)
    yield from statement.items
    yield from (source.entity for source in statement.sources)


def entity_row(entity: Entity) -> Row:
    """An entity as a statement names it, with what the reference tables know of that id."""
    known = reference().entities.get(entity.id)
    named: Row = {"id": entity.id, "name": entity.name, "type": entity.type, "wikidata": entity.wikidata}
    return named | _described(known)


def reference_row(known: ReferenceEntity) -> Row:
    """A reference entity as the tables describe it."""
    named: Row = {"id": known.id, "name": known.name, "type": known.type, "wikidata": known.wikidata}
    return named | _described(known)


def _described(known: ReferenceEntity | None) -> Row:
    if known is None:
        return {"aliases": [], "country": None, "kind": None, "known": False}
    country = known if isinstance(known, Country) else reference().entities.get(known.country or "")
    return {
        "aliases": list(known.aliases),
        "country": country.iso if isinstance(country, Country) else None,
        "kind": known.kind or None,
        "known": True,
    }


def links(statements: Iterable[Statement]) -> dict[str, list[Row]]:
    """Rows for OBJECT, PLACE and ITEM, by relationship type."""
    found: dict[str, list[Row]] = {"OBJECT": [], "PLACE": [], "ITEM": []}
    for statement in statements:
        for role, entity in (("OBJECT", statement.object), ("PLACE", statement.place)):
            if entity:
                found[role].append(_link(statement, entity, {"role": entity.role, "position": None}))
        for position, item in enumerate(statement.items):
            found["ITEM"].append(_link(statement, item, {"role": item.role, "position": position}))
    return {role: rows for role, rows in found.items() if rows}


def source_links(statements: Iterable[Statement]) -> dict[str, list[Row]]:
    """Rows for the sources, by the relationship type of their stance."""
    found: dict[str, list[Row]] = {}
    for statement in statements:
        for position, source in enumerate(statement.sources):
            said: Row = {"role": source.role, "step": source.step, "position": position, "office": source.entity.role}
            found.setdefault(stance_edge(source.stance), []).append(_link(statement, source.entity, said))
    return found


def _link(statement: Statement, entity: Entity, properties: Row) -> Row:
    return {"statement": statement.id, "entity": entity.id} | _as_said(entity) | properties


def _as_said(entity: Entity) -> Row:
    """What a statement calls an entity: part of its id, while the entity itself may get another name later."""
    return {"name": entity.name, "entity_type": entity.type, "wikidata": entity.wikidata}
