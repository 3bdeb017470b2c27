"""Writing statements with all whom they name, and the entities themselves."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.joining import join
from graph.origins.said import texts
from graph.origins.texts import PASSAGES
from graph.rows import entities, entity_row, links, reference_row, source_links, statement_row
from graph.statement import Entity, Statement
from graph.work import Row, Work
from seeds.reference import ReferenceEntity


def say(work: Work, fresh: Sequence[Statement], rows: Sequence[Row]) -> None:
    """Writes statements that are not there, by their rows."""
    _write_entities(work, (entity for statement in fresh for entity in entities(statement)))
    work.run(text("statements"), {"rows": [*rows]})
    reports: list[JsonValue] = [statement.id for statement in fresh if statement.kind == "troop_report"]
    work.run(text("troop_reports"), {"ids": reports})
    for role, ends in links(fresh).items():
        work.run(text("links", role), {"rows": [*ends]})
    for edge, ends in source_links(fresh).items():
        work.run(text("sources", edge), {"rows": [*ends]})


def say_more(work: Work, fresh: Sequence[Statement], article: Row, *, current: bool) -> None:
    """Writes more statements of an article that is there; whoever does so settles its origins afterwards."""
    rows = [statement_row(statement, article, current=current) for statement in fresh]
    joined = join(work, PASSAGES, rows)
    joined.relabel(work)
    say(work, fresh, [row | {"copies": joined.goes_on(str(row["id"]))} for row in rows])


def add_statement(work: Work, made: Statement) -> None:
    """Puts one more statement into an article that is there; one that is there already stays.

    Whoever decides so enforces it afterwards: only then it is counted.
    """
    if not work.run(text("known_statements"), {"ids": [made.id]}):
        of = work.run(text("article_text"), {"article": made.article})[0]
        say_more(work, [made], of, current=bool(of["current"]))


def named_by(work: Work, statements: Iterable[str]) -> list[JsonValue]:
    """The entities that these statements name."""
    ids: list[JsonValue] = [*statements]
    return [row["id"] for row in work.run(text("named_entities"), {"ids": ids})] if ids else []


def forget_unnamed(work: Work, named: Iterable[JsonValue]) -> None:
    """Takes those of the entities out that nothing names any more; an entity counts as named under another id too."""
    ids = [*named]
    said = {str(row["id"]) for row in work.run(text("still_said"), {"ids": ids})}
    work.run(text("forget_entities"), {"ids": [id_ for id_ in ids if str(id_) not in said]})


def _write_entities(work: Work, named: Iterable[Entity]) -> None:
    """Writes the entities that are not there yet; what is known already stays as it is."""
    once: dict[str, Entity] = {}
    for entity in named:
        once.setdefault(entity.id, entity)
    known = _known(work, once)
    for type_, rows in _by_type(entity_row(entity) for entity in once.values() if entity.id not in known):
        work.run(text("entities", type_), {"rows": rows})


def write_reference(work: Work, given: Iterable[ReferenceEntity]) -> int:
    """Puts reference entities into the graph; gives the number of those that were not there."""
    once = {row.id: row for row in given}
    known = _known(work, once)
    work.run(text("seed"), {"rows": [reference_row(row) for row in once.values() if row.id in known]})
    for type_, rows in _by_type(reference_row(row) for row in once.values() if row.id not in known):
        work.run(text("entities", type_), {"rows": rows})
    return len(once) - len(known)


def _known(work: Work, ids: Iterable[str]) -> set[str]:
    return {id_ for row in work.run(text("entities_there"), {"ids": [*ids]}) for id_ in texts(row["ids"])}


def _by_type(rows: Iterable[Row]) -> Iterator[tuple[str, list[JsonValue]]]:
    """Rows of entities in groups of one type."""
    for type_, group in groupby(sorted(rows, key=itemgetter("type", "id")), key=itemgetter("type")):
        yield type_, list(group)
