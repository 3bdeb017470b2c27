"""The nouns that are counted: personnel and units, by form and last part; everything else is no troop count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import yaml

from seeds.errors import BadData
from seeds.reference import reference
from seeds.vocabulary import vocabulary

By = Literal["noun", "unit", "person", "fate", "demonym", "ellipsis"]
_BY: Mapping[str, By] = {"noun": "noun", "unit": "unit", "person": "person", "fate": "fate"}
_SHORTEST_FIRST_PART = 2
_FILE = "ingest/counts/data/nouns.yaml"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a noun counts: the unit of the contract, how sure that is, and whether its singular can tell of one."""

    unit: str
    by: By
    singular: bool = True


@dataclass(frozen=True)
class Nouns:
    """Form → what it counts; `last` also as last part of a compound, `whole` only alone or behind a hyphen."""

    last: Mapping[str, Counted]
    whole: Mapping[str, Counted]
    members: frozenset[str]
    bodies: frozenset[str]
    body_units: Mapping[str, str]
    excluded: frozenset[str]
    symbols: frozenset[str]
    measures: frozenset[str]
    demonyms: frozenset[str]
    examples: tuple[tuple[str, str], ...]

    def find(self, form: str) -> Counted | None:
        """What a noun form (lower case) counts, None if it names no personnel."""
        if form in self.excluded:
            return None
        for part in _parts(form):
            if found := self.last.get(part):
                return found
        own = form.rpartition("-")[2]
        return self.whole.get(form) or self.whole.get(own) or (_DEMONYM if own in self.demonyms else None)

    def body(self, form: str) -> str | None:
        """The unit of the members of a body ("Pionierregiment" → engineers, "Armee" → soldiers), None for no body."""
        if not any(part in self.bodies for part in _parts(form)):
            return None
        return next((unit for start, unit in self.body_units.items() if form.startswith(start)), "soldiers")


_DEMONYM = Counted("soldiers", "demonym")


@lru_cache(maxsize=50_000)
def counted_by(word: str) -> Counted | None:
    """What a word of the text counts; only capitalised words are nouns."""
    return nouns().find(word.lower()) if word[:1].isupper() else None


def _demonyms() -> Iterator[str]:
    """Inhabitants of every country in all forms ("Nordkoreanern"), of "US-Amerikaner" the last part."""
    for country in reference().countries.values():
        yield from (form.lower().rpartition("-")[2] for form in country.demonyms)


def _parts(form: str) -> Iterator[str]:
    """The word and its possible last parts, longest first: the longest known one decides."""
    yield form
    for start in range(_SHORTEST_FIRST_PART, len(form) - 3):
        yield form[start:].lstrip("-")


@cache
def nouns() -> Nouns:
    """The nouns of `data/nouns.yaml`; raises BadData naming the entry that is wrong."""
    raw = yaml.safe_load(files("ingest.counts").joinpath("data", "nouns.yaml").read_text("utf-8"))
    try:
        groups = [(group, _counted(group)) for group in raw["groups"]]
        return Nouns(
            last={form: counted for group, counted in groups for form in group.get("last", [])},
            whole={form: counted for group, counted in groups for form in group.get("whole", [])},
            members=frozenset(raw["members"]),
            bodies=frozenset(raw["bodies"]),
            body_units=raw["body_units"],
            excluded=frozenset(raw["not"]),
            symbols=frozenset(raw["symbols"]),
            measures=frozenset(raw["measures"]),
            demonyms=frozenset(_demonyms()),
            examples=tuple((group["example"], counted.unit) for group, counted in groups),
        )
    except (KeyError, TypeError, AttributeError) as exc:
        raise BadData(f"{_FILE}: {exc}") from exc


def _counted(group: Mapping[str, str | bool]) -> Counted:
    unit, by = str(group["unit"]), _BY.get(str(group["by"]))
    if unit not in vocabulary().values("unit"):
        raise BadData(f"{_FILE}: {unit!r} is no unit of the vocabulary")
    if by is None:
        raise BadData(f"{_FILE}: {group['by']!r} is none of {', '.join(_BY)}")
    return Counted(unit, by, bool(group.get("singular", True)))
