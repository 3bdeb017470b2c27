"""Loading one article: what is there already, what is new, what is no longer so, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pydantic import JsonValue

from graph.cypher import text
from graph.marker import now
from graph.origins.settling import Settled, peers, settle
from graph.plain import Pair, Share, add_article, plain_pair, recount, spoken_pair
from graph.rows import (
    Origin,
    article_row,
    article_span,
    entities,
    entity_row,
    links,
    reference_row,
    source_links,
    statement_row,
    text_row,
)
from graph.statement import Article, Entity, Run, Statement
from graph.work import Row, Work
from seeds.errors import BadStatement, StoreForeign
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
    """An article with what was read from it, by whom and when; `statements` by id, each once.

    `since` is the instant since when it is known, where that is not now.
    """

    article: Article
    statements: dict[str, Statement]
    run: Run
    origin: Origin
    now: str
    since: str | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store holds of an article: its properties, the confidence of each statement, the pairs it speaks of."""

    properties: Row
    confidence: dict[str, JsonValue]
    pairs: list[Pair]


def packet(
    article: Article, statements: Sequence[Statement], run: Run, origin: Origin, since: str | None = None
) -> Packet:
    """Checks that the statements are of this article and quote it exactly."""
    for statement in statements:
        span = slice(statement.evidence.start, statement.evidence.end)
        if statement.article != article.id:
            raise BadStatement(f"statement {statement.id} belongs to article {statement.article}, not to {article.id}")
        if article.text[span] != statement.evidence.text:
            raise BadStatement(f"statement {statement.id}: evidence.text is not the article's text at {span}")
    return Packet(article, {statement.id: statement for statement in statements}, run, origin, now(), since)


def load_article(work: Work, new: Packet) -> Loaded:
    """Puts an article into the graph; the second time nothing is written."""
    if _same(new, stored_article(work, new.article.id)):
        return Loaded(new.article.id, 0, already_known=True, superseded=None)
    lock(work)
    stored = stored_article(work, new.article.id)
    return _load_new(work, new) if stored is None else _load_again(work, new, stored)


def lock(work: Work) -> None:
    """Makes other writers wait until this transaction ends, and leaves a mark by which readers see a change."""
    if not work.run(text("lock"), {"now": now()}):
        raise StoreForeign("the database lost Lagebild's mark: somebody else emptied it; nothing was put in")


def _load_new(work: Work, new: Packet) -> Loaded:
    """An article that was not there; it takes the place of an older version, if there is one."""
    found = work.run(text("current_version"), {"document": new.article.document})
    older = str(found[0]["article"]) if found else None
    _write_article(work, "new_article", new)
    if older is not None:
        _supersede(work, newer=new.article.id, older=older)
    _write_statements(work, new, list(new.statements.values()), current=True)
    settled = settle(work, [new.article.id], new=new.article.id)
    add_article(work, _share(new, settled), but=settled.changed_pairs)
    return Loaded(new.article.id, len(new.statements), already_known=False, superseded=older)


def _share(new: Packet, settled: Settled) -> Share:
    article = new.article
    origins = {each: settled.origins[each] for each in new.statements}
    statements = tuple(new.statements.values())
    return Share(statements, origins, article.published, article.outlet, sample=new.origin != "real")


def _supersede(work: Work, *, newer: str, older: str) -> None:
    before = stored_article(work, older)
    work.run(text("supersede"), {"newer": newer, "older": older})
    if before:
        recount(work, before.pairs)


def _load_again(work: Work, new: Packet, stored: Stored) -> Loaded:
    """A known article with another reading or other particulars; what it said before gives way."""
    _write_article(work, "known_article", new)
    gone: list[JsonValue] = [key for key in stored.confidence if key not in new.statements]
    named: list[JsonValue] = [row["id"] for row in work.run(text("named_entities"), {"ids": gone})]
    alike = peers(work, [str(id_) for id_ in gone])
    work.run(text("forget_statements"), {"ids": gone})
    kept = [statement for key, statement in new.statements.items() if key in stored.confidence]
    work.run(text("kept_statements"), {"rows": [_kept_row(new, each) for each in kept]})
    fresh = [statement for key, statement in new.statements.items() if key not in stored.confidence]
    _write_statements(work, new, fresh, current=bool(stored.properties["current"]))
    settled = settle(work, [new.article.id], alike)
    recount(work, {*stored.pairs, *(pair for pair in map(spoken_pair, fresh) if pair), *settled.changed_pairs})
    forget_unnamed(work, named)
    return Loaded(new.article.id, len(fresh), already_known=True, superseded=None)


def _kept_row(new: Packet, statement: Statement) -> Row:
    own: Row = {"id": statement.id, "confidence": statement.confidence}
    return own | article_span(statement, article_row(new.article, new.origin))


def stored_article(work: Work, article: str) -> Stored | None:
    """What the store holds of an article, None where it is unknown."""
    found = work.run(text("stored_article"), {"article": article})
    if not found:
        return None
    rows = work.run(text("stored_statements"), {"article": article})
    confidence = {str(row["id"]): row["confidence"] for row in rows}
    return Stored(found[0], confidence, [pair for pair in map(_stored_pair, rows) if pair])


def _same(new: Packet, stored: Stored | None) -> bool:
    given = article_row(new.article, new.origin)
    return (
        stored is not None
        and all(given[name] == stored.properties[name] for name in COMPARED)
        and stored.confidence == {key: statement.confidence for key, statement in new.statements.items()}
    )


def _write_article(work: Work, name: str, new: Packet) -> None:
    times: Row = {"loaded": new.now, "since": new.since or new.now}
    row = article_row(new.article, new.origin) | text_row(new.article) | times | {"run": new.run.id}
    run = new.run.model_dump(mode="json")
    work.run(text(name), {"document": new.article.document, "article": row, "run": run})


def add_statement(work: Work, made: Statement) -> None:
    """Puts one more statement into an article that is there; one that is there already stays.

    Whoever decides so enforces it afterwards: only then it is counted.
    """
    if not work.run(text("known_statements"), {"ids": [made.id]}):
        of = work.run(text("article_text"), {"article": made.article})[0]
        _write_rows(work, made.article, [made], of, current=bool(of["current"]))


def drop_statement(work: Work, id_: str, article: str) -> None:
    """Takes a statement out, and whom nothing else names."""
    pairs = [pair for row in work.run(text("pairs_of"), {"ids": [id_]}) if (pair := _stored_pair(row))]
    named: list[JsonValue] = [row["id"] for row in work.run(text("named_entities"), {"ids": [id_]})]
    alike = peers(work, [id_])
    work.run(text("forget_statements"), {"ids": [id_]})
    recount(work, [*pairs, *settle(work, [article], alike).changed_pairs])
    forget_unnamed(work, named)


def forget_unnamed(work: Work, named: Iterable[JsonValue]) -> None:
    """Takes those of the entities out that nothing names any more; an entity counts as named under another id too."""
    ids = [*named]
    said = {str(row["id"]) for row in work.run(text("still_said"), {"ids": ids})}
    work.run(text("forget_entities"), {"ids": [id_ for id_ in ids if str(id_) not in said]})


def _write_statements(work: Work, new: Packet, fresh: Sequence[Statement], *, current: bool) -> None:
    article = article_row(new.article, new.origin) | text_row(new.article)
    _write_rows(work, new.article.id, fresh, article, current=current)


def _write_rows(work: Work, id_: str, fresh: Sequence[Statement], article: Row, *, current: bool) -> None:
    _write_entities(work, (entity for statement in fresh for entity in entities(statement)))
    rows: list[JsonValue] = [statement_row(statement, article, current=current) for statement in fresh]
    work.run(text("statements"), {"article": id_, "rows": rows})
    reports: list[JsonValue] = [statement.id for statement in fresh if statement.kind == "troop_report"]
    work.run(text("troop_reports"), {"ids": reports})
    for role, ends in links(fresh).items():
        work.run(text("links", role), {"rows": [*ends]})
    for edge, ends in source_links(fresh).items():
        work.run(text("sources", edge), {"rows": [*ends]})


def _write_entities(work: Work, named: Iterable[Entity]) -> None:
    """Writes the entities that are not there yet; what is known already stays as it is."""
    once = {entity.id: entity for entity in named}
    known = _known(work, once)
    for type_, rows in _by_type(entity_row(entity) for entity in once.values() if entity.id not in known):
        work.run(text("entities", type_), {"rows": rows})


def load_reference(work: Work, given: Iterable[ReferenceEntity]) -> int:
    """Puts reference entities into the graph; gives the number of those that were not there."""
    lock(work)
    once = {row.id: row for row in given}
    known = _known(work, once)
    work.run(text("seed"), {"rows": [reference_row(row) for row in once.values() if row.id in known]})
    for type_, rows in _by_type(reference_row(row) for row in once.values() if row.id not in known):
        work.run(text("entities", type_), {"rows": rows})
    return len(once) - len(known)


def _known(work: Work, ids: Iterable[str]) -> set[str]:
    return {str(row["id"]) for row in work.run(text("known_entities"), {"ids": [*ids]})}


def _by_type(rows: Iterable[Row]) -> Iterator[tuple[str, list[JsonValue]]]:
    """Rows of entities in groups of one type."""
    for type_, group in groupby(sorted(rows, key=itemgetter("type", "id")), key=itemgetter("type")):
        yield type_, list(group)


def _stored_pair(row: Row) -> Pair | None:
    end = row["object"]
    return plain_pair(str(row["predicate"]), str(row["subject"]), None if end is None else str(end))
