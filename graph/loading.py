"""Loading one article: what is there already, what is new, what is no longer so, in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from pydantic import JsonValue

from graph.cypher import text
from graph.plain import Pair, Work, pair_of, plain_pair, recompute
from graph.rows import Origin, Row, article_row, entities, entity_row, links, reference_row, source_links, statement_row
from graph.statement import Article, Entity, Run, Statement
from seeds.errors import BadStatement
from seeds.reference import ReferenceEntity

COMPARED = ("title", "outlet", "published", "url", "language", "sample", "invented")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading an article: how many statements are new, and which older version it replaces."""

    article: str
    added: int
    already_known: bool
    superseded: str | None


@dataclass(frozen=True, slots=True)
class Packet:
    """An article with what was read from it, by whom and when; `statements` by id, each once."""

    article: Article
    statements: dict[str, Statement]
    run: Run
    origin: Origin
    now: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store holds of an article: its properties, the confidence and the pair of each statement."""

    properties: Row
    confidence: dict[str, JsonValue]
    pairs: dict[str, Pair | None]


def packet(article: Article, statements: Sequence[Statement], run: Run, origin: Origin, now: str) -> Packet:
    """Checks that the statements are of this article and quote it exactly."""
    for statement in statements:
        span = slice(statement.evidence.start, statement.evidence.end)
        if statement.article != article.id:
            raise BadStatement(f"statement {statement.id} belongs to article {statement.article}, not to {article.id}")
        if article.text[span] != statement.evidence.text:
            raise BadStatement(f"statement {statement.id}: evidence.text is not the article's text at {span}")
    return Packet(article, {statement.id: statement for statement in statements}, run, origin, now)


def load_article(work: Work, new: Packet) -> Loaded:
    """Puts an article into the graph; the second time nothing is written."""
    if _same(new, stored_article(work, new.article.id)):
        return Loaded(new.article.id, 0, already_known=True, superseded=None)
    work.run(text("lock"), {"now": new.now})
    stored = stored_article(work, new.article.id)
    older = None if stored else _current_version(work, new.article.document)
    current = bool(stored.properties["current"]) if stored else True
    touched = _write_article(work, new, current=current, older=older)
    added = _write_statements(work, new, stored, current=current)
    before = stored.pairs.values() if stored else ()
    recompute(work, {pair for pair in (*touched, *before, *map(pair_of, new.statements.values())) if pair})
    return Loaded(new.article.id, added, already_known=stored is not None, superseded=older)


def stored_article(work: Work, article: str) -> Stored | None:
    """What the store holds of an article, None where it is unknown."""
    found = work.run(text("stored_article"), {"article": article})
    if not found:
        return None
    rows = work.run(text("stored_statements"), {"article": article})
    confidence = {str(row["id"]): row["confidence"] for row in rows}
    return Stored(found[0], confidence, {str(row["id"]): _stored_pair(row) for row in rows})


def _same(new: Packet, stored: Stored | None) -> bool:
    given = article_row(new.article, new.origin)
    return (
        stored is not None
        and all(given[name] == stored.properties[name] for name in COMPARED)
        and stored.confidence == {key: statement.confidence for key, statement in new.statements.items()}
    )


def _current_version(work: Work, document: str) -> str | None:
    found = work.run(text("current_version"), {"document": document})
    return str(found[0]["article"]) if found else None


def _write_article(work: Work, new: Packet, *, current: bool, older: str | None) -> list[Pair | None]:
    """Writes the article; gives the pairs of the version it replaces."""
    row = article_row(new.article, new.origin) | {"current": current, "loaded": new.now, "run": new.run.id}
    run = new.run.model_dump(mode="json")
    work.run(text("article"), {"document": new.article.document, "article": row, "run": run})
    if older is None:
        return []
    before = stored_article(work, older)
    work.run(text("supersede"), {"newer": new.article.id, "older": older})
    return list(before.pairs.values()) if before else []


def _write_statements(work: Work, new: Packet, stored: Stored | None, *, current: bool) -> int:
    """Writes the statements that are new, forgets those that are gone; gives the number of new ones."""
    known = stored.confidence if stored else {}
    gone: list[JsonValue] = [key for key in known if key not in new.statements]
    if gone:
        work.run(text("forget_statements"), {"ids": gone})
    changed: list[JsonValue] = [
        {"id": key, "confidence": statement.confidence}
        for key, statement in new.statements.items()
        if key in known and known[key] != statement.confidence
    ]
    if changed:
        work.run(text("confidence"), {"rows": changed})
    fresh = [statement for key, statement in new.statements.items() if key not in known]
    if fresh:
        _write_fresh(work, new, fresh, current=current)
    return len(fresh)


def _write_fresh(work: Work, new: Packet, fresh: Sequence[Statement], *, current: bool) -> None:
    _write_entities(work, (entity for statement in fresh for entity in entities(statement)))
    rows: list[JsonValue] = [
        {
            "id": statement.id,
            "subject": statement.subject.id,
            "office": statement.subject.role,
            "properties": statement_row(statement, current=current, sample=new.origin != "real"),
        }
        for statement in fresh
    ]
    work.run(text("statements"), {"article": new.article.id, "rows": rows})
    reports: list[JsonValue] = [statement.id for statement in fresh if statement.kind == "troop_report"]
    if reports:
        work.run(text("troop_reports"), {"ids": reports})
    for role, ends in links(fresh).items():
        work.run(text("links", role), {"rows": [*ends]})
    for edge, ends in source_links(fresh).items():
        work.run(text("sources", edge), {"rows": [*ends]})


def _write_entities(work: Work, named: Iterable[Entity]) -> None:
    once = {entity.id: entity for entity in named}
    for type_, group in groupby(sorted(once.values(), key=attrgetter("type", "id")), key=attrgetter("type")):
        work.run(text("entities", type_), {"rows": [entity_row(entity) for entity in group]})


def load_reference(work: Work, known: Iterable[ReferenceEntity]) -> int:
    """Puts reference entities into the graph; gives the number of those that were not there."""
    rows = sorted({row.id: row for row in known}.values(), key=attrgetter("type", "id"))
    ids: list[JsonValue] = [row.id for row in rows]
    present = len(work.run(text("known_entities"), {"ids": ids}))
    for type_, group in groupby(rows, key=attrgetter("type")):
        work.run(text("seed", type_), {"rows": [reference_row(row) for row in group]})
    return len(rows) - present


def _stored_pair(row: Row) -> Pair | None:
    end = row["object"]
    return plain_pair(str(row["predicate"]), str(row["subject"]), None if end is None else str(end))
