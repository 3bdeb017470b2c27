"""Columns of answers: their type and unit as the head of a question says, their labels from `columns.yaml`."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from queries.head import Field, read_yaml
from queries.parameters import WORDS

PLAIN = (
    "text",
    "integer",
    "number",
    "boolean",
    "date",
    "entity",
    "id",
    "article",
    "statement",
    "polarity",
    "country",
    "edge",
)
TYPES = frozenset((*PLAIN, *WORDS))
_SAID = re.compile(r"(?P<many>list of )?(?P<type>\w+)(?: in (?P<unit>\w+))?\Z")
Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer.

    `type`: `entity` is a name and `id` the id of an entity, `article` and `statement` are ids, words of the vocabulary
    have their list's name. A number counts `unit` (articles, outlets ...), or what the row's own `unit_column` names.
    """

    name: str
    type: str
    label: Labels
    many: bool = False
    unit: str | None = None
    unit_column: str | None = None


@cache
def column_labels() -> Mapping[str, Labels]:
    """German and English label of every column that a question may have."""
    return _labels("columns")


@cache
def unit_labels() -> Mapping[str, Labels]:
    """German and English label of every fixed unit."""
    return _labels("units")


def _labels(group: str) -> Mapping[str, Labels]:
    file = "columns.yaml"
    root = read_yaml(files("queries").joinpath(file).read_text("utf-8"), file)
    groups = root.fields(frozenset({"columns", "units"}))
    return {name: field.labels() for name, field in groups[group].mapping().items()}


def read_columns(head: Field) -> tuple[Column, ...]:
    """The columns of a head (`min: integer in unit`), checked against `columns.yaml` and each other."""
    said = head.mapping()
    units = {name for name, field in said.items() if field.text() == "unit"}
    return tuple(_column(name, field, units) for name, field in said.items())


def _column(name: str, field: Field, unit_columns: Collection[str]) -> Column:
    match = _SAID.match(field.text())
    if name not in column_labels():
        raise field.bad(f"column `{name}` has no label in columns.yaml")
    if match is None or match["type"] not in TYPES:
        raise field.bad(f"`{field.text()}` is no type; write `TYPE`, `list of TYPE` or `integer in UNIT`")
    unit = match["unit"]
    own = unit in unit_columns
    if unit is not None and match["type"] != "integer":
        raise field.bad(f"only an integer has a unit, not a {match['type']}")
    if unit is not None and not own and unit not in unit_labels():
        raise field.bad(f"`{unit}` is neither a column of type unit nor one of the units {', '.join(unit_labels())}")
    return Column(
        name=name,
        type=match["type"],
        label=column_labels()[name],
        many=match["many"] is not None,
        unit=None if own else unit,
        unit_column=unit if own else None,
    )
