"""Agency marks: which news agency a text says it comes from, in its byline or at its end."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from queries.head import Field, read_yaml
from seeds.reference import reference

_FILE = "agency_marks.yaml"
_BETWEEN = re.compile(r"\s*(?:[/,;|]|\bund\b|\bmit\b)\s*")
_SIGN = re.compile(r"[a-zäöü]{2,4}\Z")  # a journalist's sign beside an agency: "dpa/fab"


@dataclass(frozen=True, slots=True)
class Marks:
    """Patterns of marks, and the agencies by every name that marks use, the common ones of German papers first."""

    patterns: tuple[re.Pattern[str], ...]
    agencies: Mapping[str, str]

    def find(self, text: str) -> str | None:
        """The id of the agency; of several that are named together, the first in the order of the table."""
        named = {agency for names in self._names(text) for agency in self._agencies(names)}
        order = list(dict.fromkeys(self.agencies.values()))
        return min(named, key=order.index, default=None)

    def _names(self, text: str) -> Iterator[str]:
        for pattern in self.patterns:
            yield from (match["names"] for match in pattern.finditer(text))

    def _agencies(self, names: str) -> list[str]:
        """The agencies of a list of names; none where one of them is neither an agency nor a journalist's sign."""
        parts = [part.strip() for part in _BETWEEN.split(names) if part.strip()]
        found = [self.agencies[part.casefold()] for part in parts if part.casefold() in self.agencies]
        others = [part for part in parts if part.casefold() not in self.agencies and not _SIGN.match(part)]
        return [] if others else found


@cache
def marks() -> Marks:
    """The marks of this distribution."""
    fields = _fields()
    agencies = {
        name.casefold(): entity.id
        for entity in reference().entities.values()
        if entity.kind == "news_agency"
        for name in (entity.name, *entity.aliases)
    }
    agencies |= {name: field.text() for name, field in fields["abbreviations"].mapping().items()}
    patterns = (re.compile(fields[name].text(), re.MULTILINE) for name in ("opening", "line", "closing"))
    return Marks(tuple(patterns), agencies)


def examples() -> list[tuple[str, str | None]]:
    """Texts with the agency that each is marked with, from the data."""
    said = [item.fields(frozenset({"text", "agency"})) for item in _fields()["examples"].items()]
    return [(each["text"].text(), str(value) if (value := each["agency"].scalar()) else None) for each in said]


def _fields() -> dict[str, Field]:
    text = files("graph").joinpath("origins", _FILE).read_text("utf-8")
    return read_yaml(text, _FILE).fields(frozenset({"abbreviations", "opening", "line", "closing", "examples"}))
