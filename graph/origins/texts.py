"""Which texts are one: the copies of an article and of a passage, found in the store by their keys, then compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.likeness import ARTICLE, PASSAGE, Measure, Shingles
from graph.work import Row, Work


@dataclass(frozen=True, slots=True)
class Kind:
    """What is compared: by which measure, and which texts of the package find candidates and give their rows."""

    measure: Measure
    candidates: str
    given: str
    said: str


ARTICLES = Kind(ARTICLE, "near_articles", "origin_articles", "text")
PASSAGES = Kind(PASSAGE, "near_passages", "origin_passages", "evidence_text")


class Copies:
    """The groups of near-copies around some rows, each group once: a copy of a copy belongs to it."""

    def __init__(self, work: Work, kind: Kind) -> None:
        self._work = work
        self._kind = kind
        self._shingles: dict[str, Shingles] = {}
        self._asked: dict[Shingles, str] = {}  # the first of each wording: the rest have its keys, and so its copies
        self._groups: dict[str, frozenset[str]] = {}
        self._rows: dict[str, Row] = {}

    def around(self, rows: Iterable[Row]) -> None:
        """Finds the groups of these rows."""
        new = [row for row in rows if str(row["id"]) not in self._groups]
        links: dict[str, set[str]] = {self._remember(row): set() for row in new}
        waiting = new
        while waiting:
            waiting = self._reach(waiting, links)
        for group in _components(links):
            self._groups |= dict.fromkeys(group, group)

    def group(self, id_: str) -> frozenset[str]:
        """The ids of the copies, its own included."""
        return self._groups[id_]

    def rows(self) -> dict[str, Row]:
        """The rows of every group by id."""
        return {id_: self._rows[id_] for id_ in self._groups}

    def _remember(self, row: Row) -> str:
        id_ = str(row["id"])
        self._rows[id_] = row
        self._shingles[id_] = self._kind.measure.shingles(str(row[self._kind.said]))
        return id_

    def _reach(self, waiting: list[Row], links: dict[str, set[str]]) -> list[Row]:
        """Links the rows to their copies; those among these that were not met before."""
        keyed = [
            _keys(row, self._kind.measure) for row in waiting if row["near_0"] is not None and self._is_new(row, links)
        ]
        near = self._work.run(text(self._kind.candidates), {"rows": keyed}) if keyed else []
        pairs = [(str(row["of"]), str(row["id"])) for row in near]
        self._fetch(other for _, other in pairs)
        met: list[Row] = []
        for one, other in pairs:
            if (
                one == other
                or other in links[one]
                or not self._kind.measure.copies(self._shingles[one], self._shingles[other])
            ):
                continue
            if other not in links:
                links[other] = set()
                met.append(self._rows[other])
            links[one].add(other)
            links[other].add(one)
        return met

    def _fetch(self, ids: Iterable[str]) -> None:
        """Remembers the rows of texts not met before: once each, for an article's text is long."""
        unknown: list[JsonValue] = [*sorted({*ids} - {*self._shingles})]
        for row in self._work.run(text(self._kind.given), {"ids": unknown}) if unknown else []:
            self._remember(row)

    def _is_new(self, row: Row, links: dict[str, set[str]]) -> bool:
        """Whether no row of the same wording was asked for; one that was is linked to this row."""
        id_ = str(row["id"])
        first = self._asked.setdefault(self._shingles[id_], id_)
        if first != id_:
            links.setdefault(first, set()).add(id_)
            links[id_].add(first)
        return first == id_


def _keys(row: Row, measure: Measure) -> JsonValue:
    return {name: row[name] for name in ("id", *measure.names)}


def _components(links: Mapping[str, set[str]]) -> list[frozenset[str]]:
    """The connected parts of a graph of neighbours."""
    left, parts = set(links), list[frozenset[str]]()
    while left:
        part, edge = set[str](), {left.pop()}
        while edge:
            part |= edge
            edge = {next_ for each in edge for next_ in links[each]} - part
        left -= part
        parts.append(frozenset(part))
    return parts
