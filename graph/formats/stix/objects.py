"""Actors, places and articles as objects of STIX."""

from collections.abc import Sequence

from pydantic import JsonValue

from graph.formats.stix.maker import INVENTED, SAMPLE, Maker, Object, timestamp
from graph.formats.stix.mapping import mapping
from graph.rdf.select import ArticleRecord
from graph.shown import EntityHead
from graph.span import span_row
from seeds.reference import Place, reference

PLACE = "Place"
WIKIDATA = "https://www.wikidata.org/wiki/"


def object_id(maker: Maker, head: EntityHead) -> str | None:
    """The id of an entity: an actor is an identity, a place that can be found a location, anything else nothing."""
    if head.type in mapping().identity:
        return maker.thing("identity", "entity", head.id)
    return maker.thing("location", "entity", head.id) if head.type == PLACE and _whereabouts(head) else None


def entity_object(maker: Maker, head: EntityHead, marks: Sequence[str]) -> Object | None:
    """An identity or a location."""
    id_ = object_id(maker, head)
    if id_ is None:
        return None
    ours: Object = {
        "entity_id": head.id,
        "entity_type": head.type,
        "entity_kind": head.kind,
        "wikidata_id": head.wikidata,
        "aliases": [*head.aliases],
        "country_code": head.country,
        "in_reference_tables": head.known,
    }
    links: list[JsonValue] = []
    if head.wikidata:
        links = [{"source_name": "wikidata", "external_id": head.wikidata, "url": WIKIDATA + head.wikidata}]
    fields: Object = {"name": head.name, "external_references": links}
    if head.type == PLACE:
        return maker.make(id_, fields | _whereabouts(head), ours, marks=marks)
    term = mapping().identity[head.type]
    what: Object = {"identity_class": term.class_, "sectors": [*term.sectors]}
    return maker.make(id_, fields | what, ours, marks=marks)


def _whereabouts(head: EntityHead) -> Object:
    """Country and coordinates, as far as they are known."""
    row = reference().entities.get(head.id)
    found: Object = {"country": head.country} if head.country else {}
    if isinstance(row, Place) and row.latitude is not None and row.longitude is not None:
        found |= {"latitude": row.latitude, "longitude": row.longitude}
    return found


def report(maker: Maker, record: ArticleRecord, about: Sequence[str]) -> Object:
    """An article, with all that it is about; its text only where the record has it."""
    own = {name: value if isinstance(value, str) else None for name, value in record.properties.items()}
    loaded = str(own["loaded"])
    day = span_row(None, own["published"])["day_first"]
    outlet = own["outlet"] or "unbekannt"
    fields: Object = {
        "name": own["title"] or f"{outlet}, {own['published'] or 'ohne Datum'}",
        "description": record.text,
        "published": f"{day}T00:00:00.000Z" if day else timestamp(loaded),
        "lang": own["language"],
        "object_refs": [*about] or [maker.me],
        "external_references": [{"source_name": outlet, "url": own["url"]} if own["url"] else _named(outlet, record)],
    }
    ours: Object = {
        "article_id": record.id,
        "document_id": record.document,
        "outlet": own["outlet"],
        "published_as_said": own["published"],
        "text_sha256": own["sha256"],
        "read_by": record.run.id,
        "program_version": record.run.version,
    }
    id_ = maker.thing("report", "article", record.id)
    return maker.make(id_, fields, ours, marks=article_marks(record), created=loaded)


def _named(outlet: str, record: ArticleRecord) -> JsonValue:
    return {"source_name": outlet, "external_id": record.document}


def article_marks(record: ArticleRecord) -> list[str]:
    """Whether an article is a sample, and invented."""
    return [mark for mark in (SAMPLE, INVENTED) if record.properties[mark] is True]
