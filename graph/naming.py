"""Entities as people name them in a parameter: by id, or by a name or alias that the tables or the graph know."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import JsonValue

from graph.reading import query
from graph.store import Store
from graph.work import Row
from queries.parameters import Parameter
from seeds.errors import BadParameter
from seeds.reference import reference


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """An entity that a word may mean; `exact` where the word is its id."""

    id: str
    type: str
    exact: bool


def entity_ids(store: Store, parameter: Parameter, value: JsonValue, seconds: float) -> JsonValue:
    """The id, or list of ids, that the value of an `entity` parameter means; BadParameter where that is not one."""
    return Meaning(store, [value], seconds).ids(parameter, value)


class Meaning:
    """What the words in the values of `entity` parameters mean.

    Ids are looked up in an index, all of them in one call to the store; names are looked for in all entities. What the
    graph knows goes before what only the tables know; of merged entities the one counts that stays.
    """

    def __init__(self, store: Store, values: Iterable[JsonValue], seconds: float) -> None:
        self._store = store
        self._seconds = seconds
        self._there: dict[str, Row] = {}
        self._look(dict.fromkeys(word for value in values for word in _words(value)))

    def ids(self, parameter: Parameter, value: JsonValue) -> JsonValue:
        """The id, or list of ids, that a value means; BadParameter where that is not one."""
        ids: list[JsonValue] = [self._id(parameter, word) for word in _words(value)]
        return ids if isinstance(value, list) else next(iter(ids), None)

    def _look(self, ids: Iterable[str]) -> None:
        wanted: list[JsonValue] = [*ids]
        rows = self._store.read(query("by_ids"), {"ids": wanted}, limit=None, seconds=self._seconds) if wanted else []
        for row in rows:
            self._there.setdefault(str(row["id"]), row)

    def _id(self, parameter: Parameter, word: str) -> str:
        if self._is_id(parameter, word):
            return self._counting(word)
        meant = self._named(parameter, word)
        self._look([meant])
        return self._counting(meant)

    def _is_id(self, parameter: Parameter, word: str) -> bool:
        """Whether a word is the id of an entity that fits, in the tables or in the graph."""
        row, there = reference().entities.get(word), self._there.get(word)
        types = (row.type if row else None, str(there["type"]) if there else None)
        return any(type_ is not None and _fits(parameter, type_) for type_ in types)

    def _counting(self, id_: str) -> str:
        """The id of the entity that one counts as."""
        other = self._there[id_]["counts_as"] if id_ in self._there else None
        return id_ if other is None else str(other)

    def _named(self, parameter: Parameter, word: str) -> str:
        """The entity of that name, in the graph or else in the tables."""
        found: list[Known] = []
        for place in (_in_graph(self._store, word, self._seconds), _in_tables(word)):
            found += place
            fitting = {known for known in place if _fits(parameter, known.type)}
            ids = {known.id for known in fitting if known.exact} or {known.id for known in fitting}
            if len(ids) == 1:
                return ids.pop()
            if ids:
                raise BadParameter(f"parameter {parameter.name!r}: {word!r} can mean {' or '.join(sorted(ids))}")
        raise _unknown(parameter, word, found)


def _words(value: JsonValue) -> list[str]:
    """The words of a value: one, several, or none."""
    if value is None:
        return []
    return [str(word) for word in value] if isinstance(value, list) else [str(value)]


def _fits(parameter: Parameter, type_: str) -> bool:
    return not parameter.of or type_ in parameter.of


def _in_graph(store: Store, word: str, seconds: float) -> list[Known]:
    rows = store.read(query("named"), {"word": word}, limit=100, seconds=seconds)
    return [Known(str(row["id"]), str(row["type"]), exact=row["id"] == word) for row in rows]


def _in_tables(word: str) -> list[Known]:
    name = word.casefold()
    return [
        Known(row.id, row.type, exact=row.id == word)
        for row in reference().entities.values()
        if row.id == word or name in {row.name.casefold(), *(alias.casefold() for alias in row.aliases)}
    ]


def _unknown(parameter: Parameter, word: str, found: Iterable[Known]) -> BadParameter:
    if types := sorted({known.type for known in found}):
        return BadParameter(
            f"parameter {parameter.name!r} takes {parameter.expects()}; {word!r} is of type {' or '.join(types)}"
        )
    rows = [row for row in reference().entities.values() if _fits(parameter, row.type)]
    names = {name.casefold(): row.id for row in rows for name in (row.id, row.name)}
    alike = dict.fromkeys(names[name] for name in get_close_matches(word.casefold(), names, n=3, cutoff=0.75))
    hint = f"; did you mean {' or '.join(alike)}?" if alike else ""
    return BadParameter(f"parameter {parameter.name!r} takes {parameter.expects()}; {word!r} is unknown{hint}")
