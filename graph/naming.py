"""Entities as people name them in a parameter: by id, or by a name or alias that the tables or the graph know."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import JsonValue

from graph.reading import query
from graph.store import Store
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
    """The id, or list of ids, that the value of an `entity` parameter means; BadParameter where that is not one.

    What the graph knows goes before what only the tables know.
    """
    if isinstance(value, list):
        return [_entity_id(store, parameter, str(word), seconds) for word in value]
    return None if value is None else _entity_id(store, parameter, str(value), seconds)


def _entity_id(store: Store, parameter: Parameter, word: str, seconds: float) -> str:
    """The one that counts: of merged entities the one that stays."""
    meant = _meant(store, parameter, word, seconds)
    rows = store.read(query("counts_as"), {"id": meant}, limit=1, seconds=seconds)
    return str(rows[0]["id"]) if rows else meant


def _meant(store: Store, parameter: Parameter, word: str, seconds: float) -> str:
    row = reference().entities.get(word)
    if row is not None and _fits(parameter, row.type):
        return word
    by_id = store.read(query("named_by_id"), {"id": word}, limit=1, seconds=seconds)
    if by_id and _fits(parameter, str(by_id[0]["type"])):
        return word  # names are looked for in all entities, an id in an index
    found: list[Known] = []
    for place in (_in_graph(store, word, seconds), _in_tables(word)):
        found += place
        fitting = {known for known in place if _fits(parameter, known.type)}
        ids = {known.id for known in fitting if known.exact} or {known.id for known in fitting}
        if len(ids) == 1:
            return ids.pop()
        if ids:
            raise BadParameter(f"parameter {parameter.name!r}: {word!r} can mean {' or '.join(sorted(ids))}")
    raise _unknown(parameter, word, found)


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
