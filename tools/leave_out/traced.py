"""Words that know from which entries they are made, and tell when a comparison with them comes out true.

A `Traced` word is a string like any other. Where it is found equal to another one (`==`, membership, a key looked up,
an intersection), or is found at the beginning, at the end or inside of another one, its entries are noted. What is made
of it (lower case, a part, with an ending) has the same entries. Sets and mappings of such words need no wrapping: their
own look-ups compare, and only the word that is hit notes anything, however many are looked through.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, SupportsIndex


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One thing that can be left out: `where` names file and list (or row and column), `word` what stands there."""

    where: str
    word: str

    @property
    def kind(self) -> str:
        """`rule`, the column of an alias (`aliases`, `demonym_forms` ...), else `word`."""
        table, _, rest = self.where.partition(".csv: ")
        return rest.rpartition(": ")[2] if rest else "rule" if table == RULES else "word"


RULES = "rules"
_logs: list[set[Entry]] = []


@contextmanager
def logged() -> Generator[set[Entry], None, None]:
    """The entries that are hit within; without it, nothing is noted."""
    log = set[Entry]()
    _logs.append(log)
    try:
        yield log
    finally:
        _logs.remove(log)


def _note(*words: str) -> None:
    for log in _logs:
        for word in words:
            if isinstance(word, Traced):
                log.update(word.entries)


class Traced(str):
    """A string with its entries; a word of the text has none, but notes those that it is compared with."""

    entries: frozenset[Entry]
    __slots__ = ("entries",)
    __hash__ = str.__hash__

    def __new__(cls, text: str, *entries: Entry) -> "Traced":
        """The text, made from these entries."""
        made = super().__new__(cls, text)
        made.entries = frozenset(entries)
        return made

    def plain(self) -> str:
        """The bare string."""
        return str.__str__(self)

    def _made(self, text: str) -> "Traced":
        return Traced(text, *self.entries)

    def _all(self, texts: list[str]) -> list[str]:
        return [self._made(text) for text in texts]

    def __str__(self) -> str:
        return self  # so that `str(word)` keeps the entries

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, str) and str.__eq__(self, other)
        if same and isinstance(other, str):
            _note(self, other)
        return same

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __contains__(self, part: str) -> bool:  # type: ignore[override]  # typeshed calls it `key`
        found = str.__contains__(self, part)
        if found:
            _note(self, part)
        return found

    def startswith(self, prefix: str | tuple[str, ...], *bounds: SupportsIndex | None) -> bool:
        """As of a string; the prefixes that fit are noted."""
        fitting = [p for p in ((prefix,) if isinstance(prefix, str) else prefix) if str.startswith(self, p, *bounds)]
        _note(*fitting, *([self] if fitting else []))
        return bool(fitting)

    def endswith(self, suffix: str | tuple[str, ...], *bounds: SupportsIndex | None) -> bool:
        """As of a string; the suffixes that fit are noted."""
        fitting = [s for s in ((suffix,) if isinstance(suffix, str) else suffix) if str.endswith(self, s, *bounds)]
        _note(*fitting, *([self] if fitting else []))
        return bool(fitting)

    def removeprefix(self, prefix: str, /) -> "Traced":
        """As of a string; a prefix that fits is noted."""
        return self._made(str.removeprefix(self, prefix)) if not prefix or self.startswith(prefix) else self

    def removesuffix(self, suffix: str, /) -> "Traced":
        """As of a string; a suffix that fits is noted."""
        return self._made(str.removesuffix(self, suffix)) if not suffix or self.endswith(suffix) else self

    def __add__(self, other: str) -> "Traced":
        entries = other.entries if isinstance(other, Traced) else frozenset[Entry]()
        return Traced(str.__add__(self, other), *self.entries, *entries)

    def __radd__(self, other: str) -> "Traced":
        return self._made(other + self.plain())

    def __getitem__(self, key: SupportsIndex | slice) -> "Traced":
        return self._made(str.__getitem__(self, key))

    def lower(self) -> "Traced":
        return self._made(str.lower(self))

    def upper(self) -> "Traced":
        return self._made(str.upper(self))

    def casefold(self) -> "Traced":
        return self._made(str.casefold(self))

    def capitalize(self) -> "Traced":
        return self._made(str.capitalize(self))

    def strip(self, chars: str | None = None, /) -> "Traced":
        return self._made(str.strip(self, chars))

    def lstrip(self, chars: str | None = None, /) -> "Traced":
        return self._made(str.lstrip(self, chars))

    def rstrip(self, chars: str | None = None, /) -> "Traced":
        return self._made(str.rstrip(self, chars))

    def replace(self, old: str, new: str, count: SupportsIndex = -1, /) -> "Traced":
        return self._made(str.replace(self, old, new, count))

    def translate(self, table: Any, /) -> "Traced":
        return self._made(str.translate(self, table))

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        return self._all(str.split(self, sep, maxsplit))

    def rsplit(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        return self._all(str.rsplit(self, sep, maxsplit))

    def partition(self, sep: str, /) -> tuple[str, str, str]:
        head, mark, tail = str.partition(self, sep)
        return self._made(head), mark, self._made(tail)

    def rpartition(self, sep: str, /) -> tuple[str, str, str]:
        head, mark, tail = str.rpartition(self, sep)
        return self._made(head), mark, self._made(tail)
