"""Carrying decisions out in the graph: the same after every load, and nothing where nothing was decided."""

from collections.abc import Iterable

from pydantic import JsonValue

from graph.cypher import ROLES, stance_edge, text
from graph.decisions.decision import Decision, Standing
from graph.plain import Pair, plain_pair, recount
from graph.work import Row, Work
from seeds.vocabulary import vocabulary


def enforce_article(work: Work, standing: Standing, article: str) -> None:
    """Carries out what stands about an article that was loaded, and about whom it names."""
    if not (standing.rejected or standing.added or standing.merged):
        return
    rows = work.run(text("article_statements"), {"article": article})
    ids = {str(row["id"]) for row in rows}
    enforce_statements(work, standing, ids & (standing.rejected.keys() | standing.added.keys()))
    if standing.merged:
        named = {str(row["id"]) for row in work.run(text("named_entities"), {"ids": [*sorted(ids)]})}
        enforce_entities(work, standing, named & standing.merged.keys())


def enforce_statements(work: Work, standing: Standing, ids: Iterable[str]) -> None:
    """Makes statements count or not, as it was decided."""
    wanted = sorted(set(ids))
    rows: list[JsonValue] = [_row(standing, id_) for id_ in wanted]
    found = work.run(text("decided"), {"rows": rows}) if rows else []
    recount(work, _pairs(found))


def _row(standing: Standing, id_: str) -> Row:
    rejected, added = standing.rejected.get(id_), standing.added.get(id_)
    return {
        "id": id_,
        "rejected": rejected.id if rejected else None,
        "at": rejected.when if rejected else None,
        "added": added.id if added else None,
        "added_at": added.when if added else None,
    }


def enforce_entities(work: Work, standing: Standing, entities: Iterable[str]) -> None:
    """Moves what is said of entities to those that they count as, or back."""
    for entity in sorted(set(entities)):
        _settle(work, standing, entity)


def touched(decisions: Iterable[Decision], entity: str) -> set[str]:
    """The entity, and all that were ever merged into it, straight or through others."""
    merges = [(str(one.entity), str(one.other)) for one in decisions if one.kind == "merge"]
    found = {entity}
    while more := {one for one, other in merges if other in found} - found:
        found |= more
    return found


def _settle(work: Work, standing: Standing, entity: str) -> None:
    target = standing.target(entity)
    merge = standing.merged.get(entity)
    if merge is None:
        work.run(text("apart"), {"entity": entity})
    elif not work.run(text("same_as"), {"entity": entity, "other": merge.other, "decision": merge.id}):
        return  # one of them is not in the graph yet
    moved: set[str] = set()
    values: Row = {"entity": entity, "target": target, "places": [*sorted(standing.places)]}
    for role in ROLES:
        moved |= {str(row["id"]) for row in work.run(text("move_named", role), values)}
    for stance in vocabulary().values("stance"):
        moved |= {str(row["id"]) for row in work.run(text("move_source", stance_edge(stance)), values)}
    _speak_of_others(work, moved)


def _speak_of_others(work: Work, moved: Iterable[str]) -> None:
    """Statements whose ends have moved speak of another pair from now on."""
    rows = work.run(text("pairs_of"), {"ids": [*sorted(moved)]})
    before = {str(row["id"]): str(row["plain"]) for row in rows if row["plain"] is not None}
    after = {str(row["id"]): pair for row in rows if row["plain"] is not None and (pair := _pair(row))}
    changed: list[JsonValue] = [{"id": id_, "plain": pair.key} for id_, pair in after.items()]
    work.run(text("set_plain"), {"rows": changed})
    recount(work, [*after.values(), *(Pair(*key.split("\x1f")) for key in before.values())])


def _pairs(rows: Iterable[Row]) -> list[Pair]:
    return [pair for row in rows if (pair := _pair(row))]


def _pair(row: Row) -> Pair | None:
    end = row["object"]
    return plain_pair(str(row["predicate"]), str(row["subject"]), None if end is None else str(end))
