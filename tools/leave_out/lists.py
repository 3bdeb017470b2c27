"""The word lists of the data files and the aliases of the reference tables, entry by entry: replaced or left out.

An entry is a word of a list, or a key where the value says what it means ("Nachbarland: {type: Country}", "schicken:
[schickte, geschickt]"). What only gives a group its form (a predicate, a gender, a name of another list) is none, nor
are examples. An item of a list of mappings ("{predicate: CRITICIZED, nouns: [Kritik]}") goes as a whole when its verbs
or its nouns are gone: without them it would mean more, not less.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from tools.leave_out.traced import Entry, Traced

Keep = Callable[[Entry, str], str | None]
"""What stands for a text of an entry: a word, or None where the entry is left out."""

WHOLE = frozenset(
    {
        "verbs.yaml: base",
        "verbs.yaml: present",
        "coreference.yaml: nouns",
        "titles.yaml: owners",
        "numerals.yaml: shares",
        "relations.yaml: delivered",
        "relations.yaml: paper_kinds",
    }
)
_FORMS = frozenset({"verbs.yaml: base", "verbs.yaml: present"})  # what a word means there are words, too
ALIASES = ("aliases", "aliases_de", "aliases_en", "adjectives", "demonym_forms", "metonyms")
_NO_ENTRIES = frozenset({"example", "examples", "verb_lists", "lists"})  # names of other lists
_NEEDED = frozenset({"verbs", "nouns"})


def rebuilt(node: object, where: str, keep: Keep) -> object:
    """The content of a data file (`where` is its name) with its entries replaced."""
    if isinstance(node, dict):
        named = cast("dict[str, object]", node)
        if where in WHOLE or ": " in where and _is_table(named):
            return dict(_keyed(named, where, keep))
        return {k: v if k in _NO_ENTRIES else rebuilt(v, f"{where}: {k}", keep) for k, v in named.items()}
    if isinstance(node, list):
        return list(_items(cast("list[object]", node), where, keep))
    return node


def _is_table(node: Mapping[str, object]) -> bool:
    """Words with what they mean, not groups of words."""
    return bool(node) and not any(isinstance(value, dict | list) for value in node.values())


def _keyed(node: Mapping[str, object], where: str, keep: Keep) -> Iterable[tuple[str, object]]:
    for key, value in node.items():
        entry = Entry(where, key)
        word = keep(entry, key)
        if word is not None:
            yield word, _forms(value, entry, keep) if where in _FORMS else value


def _forms(value: object, entry: Entry, keep: Keep) -> object:
    parts = cast("list[object]", value) if isinstance(value, list) else [value]
    kept = [keep(entry, str(part)) for part in parts]
    return kept if isinstance(value, list) else kept[0]


def _items(node: list[object], where: str, keep: Keep) -> Iterable[object]:
    for number, item in enumerate(node):
        if isinstance(item, str):
            word = keep(Entry(where, item), item)
            if word is not None:
                yield word
        elif isinstance(item, dict):
            fields = cast("dict[str, object]", item)
            place = f"{where}: {fields.get('predicate') or fields.get('kind') or fields.get('unit') or ''} {number}"
            made = {k: _field(k, v, place, keep) for k, v in fields.items()}
            if all(made[k] or not fields[k] for k in _NEEDED & made.keys()):
                yield made
        else:
            yield item


def _field(name: str, value: object, place: str, keep: Keep) -> object:
    if name in _NO_ENTRIES:
        return value
    return value if not isinstance(value, list) else list(_items(cast("list[object]", value), f"{place}: {name}", keep))


class Cell(str):
    """A cell of a table whose parts are entries."""

    parts: Mapping[str, str]
    __slots__ = ("parts",)

    def split(self, sep: str | None = None, maxsplit: object = -1) -> list[str]:
        """The parts that are kept."""
        assert sep == ";"
        return list(self.parts.values())


def row(table: str, cells: Mapping[str, str], keep: Keep) -> dict[str, str]:
    """A row of a reference table with its aliases replaced."""
    made = dict(cells)
    for column in ALIASES:
        if cells.get(column):
            where = f"{table}.csv: {cells['id']}: {column}"
            parts = {part: keep(Entry(where, part), part) for part in cells[column].split(";") if part}
            kept = {part: word for part, word in parts.items() if word is not None}
            cell = Cell(";".join(kept))
            cell.parts = kept
            made[column] = cell
    return made


def tracing(entry: Entry, text: str) -> str | None:
    """Each text knows its entry."""
    return Traced(text, entry)


def without(entries: frozenset[Entry]) -> Keep:
    """All but these."""
    return lambda entry, text: None if entry in entries else text
