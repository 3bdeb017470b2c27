"""Parameters of questions: what each may be, and how what somebody typed becomes a value for the store."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from seeds.errors import BadParameter
from seeds.reference import reference
from seeds.vocabulary import GROUPS, vocabulary

WORDS = ("predicate", *GROUPS)
LONGEST = 200
_NUMBER = re.compile(r"\d{1,12}\Z|\d{1,3}(?:\.\d{3}){1,3}\Z")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question.

    `type` says where values come from: `entity` (the id of one of the types in `of`, or its name), `country` (ISO
    code), a closed list of the vocabulary (`predicate`, of the kinds in `of`; `unit`, `modality` ...), or free ones:
    `text`, `integer`, `date`. With `many` it is a list; `optional` ones may be null, which restricts nothing.
    """

    name: str
    type: str
    label: Mapping[str, str]
    of: tuple[str, ...] = ()
    many: bool = False
    optional: bool = False
    required: bool = False
    default: JsonValue = None

    def allowed(self) -> tuple[str, ...]:
        """The words it takes, where they are a closed list; empty where they are not."""
        if self.type == "predicate":
            return tuple(n for n, term in vocabulary().predicates.items() if not self.of or term.kind in self.of)
        if self.type == "country":
            return tuple(reference().countries)
        return tuple(vocabulary().values(self.type)) if self.type in WORDS else ()

    def expects(self) -> str:
        """What it takes, in words for an error message."""
        one = _EXPECTED.get(self.type) or f"one of {', '.join(self.allowed())}"
        if self.type == "entity" and self.of:
            one = f"{one} of type {' or '.join(self.of)}"
        return f"{'a list, each ' if self.many else ''}{one}{' (or nothing)' if self.optional else ''}"

    def read(self, given: JsonValue) -> JsonValue:
        """The value for the store; lists may be given as text with commas. Raises BadParameter."""
        if given is None or given in ("", []):
            if not self.optional:
                raise BadParameter(f"parameter {self.name!r} may not be empty; it takes {self.expects()}")
            return None
        if not self.many:
            return self._one(given)
        return [self._one(part.strip() if isinstance(part, str) else part) for part in _parts(given)]

    def _one(self, given: JsonValue) -> JsonValue:
        value = _READERS.get(self.type, _text)(given)
        if value is None:
            raise self._bad(given)
        if self.type == "country":
            value = str(value).upper()
        allowed = self.allowed()
        if allowed and value not in allowed:
            raise self._bad(given)
        return value

    def _bad(self, given: JsonValue) -> BadParameter:
        return BadParameter(f"parameter {self.name!r} takes {self.expects()}; {given!r} is none")


def _parts(given: JsonValue) -> Sequence[JsonValue]:
    if isinstance(given, str):
        return given.split(",")
    return given if isinstance(given, list) else [given]


def _text(given: JsonValue) -> str | None:
    return given if isinstance(given, str) and given.strip() and len(given) <= LONGEST else None


def _integer(given: JsonValue) -> int | None:
    """A whole number from 0; as text also with German dots between thousands ("12.000")."""
    if isinstance(given, bool):
        return None
    if isinstance(given, int):
        return given if given >= 0 else None
    return int(given.replace(".", "")) if isinstance(given, str) and _NUMBER.match(given) else None


def _date(given: JsonValue) -> str | None:
    return given if isinstance(given, str) and _DATE.match(given) else None


_READERS: Mapping[str, Callable[[JsonValue], JsonValue]] = {"integer": _integer, "date": _date}
_EXPECTED = {
    "entity": "the id or name of an entity",
    "text": f"a text of at most {LONGEST} characters",
    "integer": "a whole number (12000 or 12.000)",
    "date": "an ISO date (2024, 2024-06 or 2024-06-19)",
    "country": "the ISO code of a country (KP)",
}
TYPES = frozenset(_EXPECTED) | frozenset(WORDS)
