"""Carrying decisions out in the graph: the same after every load, and nothing where nothing was decided."""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from graph.cypher import ROLES, stance_edge, text
from graph.decisions.decision import Decision, Standing
from graph.origins.sameness import sameness
from graph.origins.settling import settle
from graph.origins.vouching import claim_of
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
        enforce_entities(work, standing, standing.merged_into(named))


def enforce_statements(work: Work, standing: Standing, ids: Iterable[str]) -> None:
    """Makes statements count or not, as it was decided."""
    wanted = sorted(set(ids))
    rows: list[JsonValue] = [_row(standing, id_) for id_ in wanted]
    found = work.run(text("decided"), {"rows": rows}) if rows else []
    settled = settle(work, {str(row["article"]) for row in found})
    recount(work, [*_pairs(found), *settled])


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
    before = sameness(work)
    moved = {id_ for entity in sorted(set(entities)) for id_ in _move(work, standing, entity)}
    rows = work.run(text("pairs_of"), {"ids": [*sorted(moved)]}) if moved else []
    pairs = _speak_of_others(work, rows)
    resting = _resting(work, before, sameness(work))
    settled = settle(work, {str(row["article"]) for row in (*rows, *resting)}, [str(row["id"]) for row in resting])
    recount(work, [*pairs, *settled])


def touched(decisions: Iterable[Decision], entity: str) -> set[str]:
    """The entity, and all that were ever merged into it, straight or through others."""
    merges = [(str(one.entity), str(one.other)) for one in decisions if one.kind == "merge"]
    found = {entity}
    while more := {one for one, other in merges if other in found} - found:
        found |= more
    return found


def _move(work: Work, standing: Standing, entity: str) -> set[str]:
    """The statements that name another entity now."""
    target = standing.target(entity)
    merge = standing.merged.get(entity)
    if merge is None:
        work.run(text("apart"), {"entity": entity})
    elif not work.run(text("same_as"), {"entity": entity, "other": merge.other, "decision": merge.id}):
        return set()  # one of them is not in the graph yet
    moved: set[str] = set()
    values: Row = {"entity": entity, "target": target, "places": [*sorted(standing.places)]}
    for role in ROLES:
        moved |= {str(row["id"]) for row in work.run(text("move_named", role), values)}
    for stance in vocabulary().values("stance"):
        moved |= {str(row["id"]) for row in work.run(text("move_source", stance_edge(stance)), values)}
    return moved


def _speak_of_others(work: Work, moved: Iterable[Row]) -> list[Pair]:
    """Statements whose ends have moved make another claim from now on; the pairs that they spoke of, and speak of."""
    changed: list[JsonValue] = []
    pairs: list[Pair] = []
    for row in moved:
        spoken = row["plain"]
        both = [Pair.of_key(str(spoken)), _pair(row)] if spoken is not None else []
        pairs += [pair for pair in both if pair]
        changed.append({"id": row["id"], "plain": pairs[-1].key if both else None, "claim": claim_of(row)})
    if changed:
        work.run(text("speak_of"), {"rows": changed})
    return pairs


def _resting(work: Work, before: Mapping[str, str], after: Mapping[str, str]) -> list[Row]:
    """The statements that rest on an origin which counts as another one than before."""
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    keys = changed | {same[key] for same in (before, after) for key in changed & same.keys()}
    return work.run(text("resting_on"), {"keys": [*sorted(keys)]}) if keys else []


def _pairs(rows: Iterable[Row]) -> list[Pair]:
    return [pair for row in rows if (pair := _pair(row))]


def _pair(row: Row) -> Pair | None:
    end = row["object"]
    return plain_pair(str(row["predicate"]), str(row["subject"]), None if end is None else str(end))
