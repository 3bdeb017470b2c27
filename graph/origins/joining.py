"""Finding the groups of new texts: keys find candidates in the store, and one copy in a group makes it theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.likeness import Measure, Shingles
from graph.origins.parts import Parts
from graph.origins.texts import Kind
from graph.work import Row, Work

_FEW = 2  # wordings of a group that are looked at first: mostly one of them is a copy
_ALL = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Joined:
    """Groups after new texts came: under which id each new text and each group that it met goes on."""

    kind: Kind
    groups: Mapping[str, str]
    new: frozenset[str]

    def goes_on(self, id_: str) -> str:
        """The id under which a group or a new text goes on; others stay as they are."""
        return self.groups.get(id_, id_)

    @property
    def old(self) -> list[str]:
        """The groups in the store that new texts belong to."""
        return [id_ for id_ in self.groups if id_ not in self.new]

    def relabel(self, work: Work) -> None:
        """Gives the groups in the store the ids under which they go on."""
        rows: list[JsonValue] = [
            {"old": old, "copies": self.groups[old]} for old in self.old if old != self.groups[old]
        ]
        if rows:
            work.run(text(f"join_{self.kind.name}"), {"rows": rows})


def join(work: Work, kind: Kind, rows: Sequence[Row]) -> Joined:
    """The groups of texts that are not in the store yet."""
    parts = Parts(str(row["id"]) for row in rows)
    link_copies(parts, kind, rows)
    wordings = {kind.measure.shingles(str(row[kind.said])): row for row in rows if row["near_0"] is not None}
    asked = {str(row["id"]): shingles for shingles, row in wordings.items()}
    open_ = _look(work, kind, parts, asked, [*wordings.values()], {})
    if open_:
        _look(work, kind, parts, asked, [row for row in wordings.values() if str(row["id"]) in open_], open_)
    groups = {id_: group for group, ids in parts.all().items() for id_ in ids}
    return Joined(kind, groups, frozenset(str(row["id"]) for row in rows))


def _look(
    work: Work,
    kind: Kind,
    parts: Parts,
    asked: Mapping[str, Shingles],
    rows: Sequence[Row],
    within: Mapping[str, list[JsonValue]],
) -> dict[str, list[JsonValue]]:
    """Links texts to the groups of their copies; gives the groups by text of which not every wording was looked at."""
    wanted: list[JsonValue] = [_keys(kind.measure, row, within) for row in rows]
    values: Row = {"rows": wanted, "most": _ALL if within else _FEW}
    found = work.run(text(f"near_{kind.name}"), values) if wanted else []
    left: dict[str, list[JsonValue]] = {}
    for row in found:
        of, group = str(row["of"]), str(row["copies"])
        said = _texts(row["said"])
        if parts.are_one(of, group):
            continue
        if any(kind.measure.copies(asked[of], kind.measure.shingles(each)) for each in said):
            parts.join(of, group)
        elif len(said) < int(str(row["wordings"])):
            left.setdefault(of, []).append(group)
    return left


def _keys(measure: Measure, row: Row, within: Mapping[str, list[JsonValue]]) -> Row:
    keys: Row = {name: row[name] for name in ("id", *measure.names)}
    groups: Row = {"within": within.get(str(row["id"]))}
    return keys | groups


def link_copies(parts: Parts, kind: Kind, rows: Iterable[Row]) -> None:
    """Links copies among the rows themselves: near-copies share a key."""
    measure = kind.measure
    for same_key in _by_key(measure, rows):
        linked: dict[str, list[Shingles]] = {}  # the wordings met under this key, by the part they are in
        for row in same_key:
            id_, shingles = str(row["id"]), measure.shingles(str(row[kind.said]))
            met = [part for part, others in linked.items() if _any_copy(measure, shingles, others)]
            for part in met:
                parts.join(id_, part)
            together = list(chain.from_iterable(linked.pop(part) for part in met))
            if shingles not in together:
                together.append(shingles)
            linked[id_] = together


def _any_copy(measure: Measure, shingles: Shingles, others: Iterable[Shingles]) -> bool:
    return any(measure.copies(shingles, other) for other in others)


def _by_key(measure: Measure, rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows that share a key, for every key that several have."""
    found: dict[tuple[str, JsonValue], list[Row]] = {}
    for row in rows:
        for name in measure.names:
            if row[name] is not None:
                found.setdefault((name, row[name]), []).append(row)
    return (group for group in found.values() if len(group) > 1)


def regroup(work: Work, kind: Kind, ids: Iterable[str]) -> None:
    """Makes the groups of these anew after some of their copies went away: they may have fallen apart."""
    given: list[JsonValue] = [*ids]
    rows = work.run(text(f"texts_{kind.name}"), {"ids": given}) if given else []
    parts = Parts(str(row["id"]) for row in rows)
    link_copies(parts, kind, rows)
    changed: list[JsonValue] = [
        {"id": row["id"], "copies": parts.find(str(row["id"]))}
        for row in rows
        if row["copies"] != parts.find(str(row["id"]))
    ]
    if changed:
        work.run(text(f"regroup_{kind.name}"), {"rows": changed})


def _texts(value: JsonValue) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
