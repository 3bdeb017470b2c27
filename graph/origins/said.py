"""Statements as far as their origins go, and whom copies name for the same claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.work import Row, Work

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: its claim, the groups of copies of its passage and of its article, and whom it names."""

    id: str
    claim: str
    passage: str
    article: str
    vouchers: tuple[str, ...]
    unsupported: bool

    @property
    def key(self) -> Key:
        """What it has in common with statements for which the same are named."""
        return self.passage, self.article, self.claim

    @property
    def is_silent(self) -> bool:
        """Whether it rests on what others say, or on the text it stands in."""
        return not self.vouchers and not self.unsupported


class Named:
    """Whom copies name for claims: those in the store, in groups that it has, and new ones."""

    def __init__(self, work: Work, new: Iterable[Said], groups: Iterable[str]) -> None:
        self._work = work
        self._groups = {*groups}
        self._new: dict[tuple[str, str], set[str]] = {}
        for said in new:
            for group in (said.passage, said.article):
                self._new.setdefault((group, said.claim), set()).update(said.vouchers)

    def by_copies(self, given: Iterable[Said]) -> Mapping[Key, list[str]]:
        """Whom the copies of a passage and of its article name for a claim."""
        keys = list(dict.fromkeys(said.key for said in given))
        stored = self._stored(keys)
        return {key: sorted({*stored.get(number, ()), *self._among_new(key)}) for number, key in enumerate(keys)}

    def _among_new(self, key: Key) -> set[str]:
        passage, article, claim = key
        return self._new.get((passage, claim), set()) | self._new.get((article, claim), set())

    def _stored(self, keys: list[Key]) -> dict[int, list[str]]:
        rows: list[JsonValue] = [
            {"key": number, "copies": passage, "text": article, "claim": claim}
            for number, (passage, article, claim) in enumerate(keys)
            if passage in self._groups or article in self._groups
        ]
        found: dict[int, list[str]] = {}
        for row in self._work.run(text("vouched"), {"rows": rows}) if rows else []:
            found.setdefault(int(str(row["key"])), []).extend(_leaves(row["vouchers"]))
        return found


def texts(value: JsonValue) -> list[str]:
    """The texts of a list that a row holds."""
    return [str(item) for item in value] if isinstance(value, list) else []


def _leaves(value: JsonValue) -> list[str]:
    return [key for each in value for key in texts(each)] if isinstance(value, list) else []


def changed_origins(rows: Mapping[str, Row], origins: Mapping[str, list[str]]) -> dict[str, Row]:
    """The rows of statements in the store that have other origins now."""
    return {id_: row for id_, row in rows.items() if id_ in origins and origins[id_] != texts(row["origins"])}


def write_origins(work: Work, changed: Iterable[str], origins: Mapping[str, list[str]]) -> None:
    """Writes the origins of statements that are in the store."""
    rows: list[JsonValue] = [{"id": id_, "origins": [*origins[id_]]} for id_ in changed]
    if rows:
        work.run(text("origins"), {"rows": rows})
