"""Ways in which the same article may be written: each makes a text of a text, and knows where each character went."""

import random
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ingest.rewriting.rewritten import Edit, Rewritten

Step = Callable[[str], Iterator[Edit]]
HEADLINE = 160  # characters: a longer first line is none
WIDTH = 72
_ASCII = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
_GUILLEMETS, _SWISS, _STRAIGHT, _ENGLISH = (
    dict(zip("„“‚‘", marks, strict=True)) for marks in ("»«›‹", "«»‹›", "\"\"''", "“”‘’")
)


def capitals(text: str) -> Iterator[Edit]:
    """The headline in capitals."""
    end = text.find("\n")
    if 0 < end <= HEADLINE:
        yield from (Edit(at, at + 1, letter.upper()) for at, letter in enumerate(text[:end]))


def ascii_letters(text: str) -> Iterator[Edit]:
    """No umlauts and no ß, as typed where the keyboard has none."""
    for match in re.finditer("[äöüÄÖÜßẞ]", text):
        at, letters = match.start(), _ASCII[match.group()]
        loud = text[at - 1 : at].isupper() or text[at + 1 : at + 2].isupper()
        yield Edit(at, at + 1, letters.upper() if match.group().isupper() and loud else letters)


def swapped(table: Mapping[str, str], text: str) -> Iterator[Edit]:
    """Single characters by others."""
    yield from (Edit(at, at + 1, table[letter]) for at, letter in enumerate(text) if letter in table)


def spaced(text: str) -> Iterator[Edit]:
    """Every sixth blank is a no-break one, a thin one or two; always the same ones."""
    chance = random.Random(len(text))
    for match in re.finditer(r"(?<=\S) (?=\S)", text):
        if chance.random() < 1 / 6:
            yield Edit(match.start(), match.end(), chance.choice(("\u00a0", "\u202f", "\u2009", "  ")))


def hyphenated(text: str) -> Iterator[Edit]:
    """Soft hyphens inside long words."""
    for match in re.finditer(r"[^\W\d_]{9,}", text):
        at = match.start() + 4
        yield Edit(at, at, "\u00ad")


def wrapped(text: str) -> Iterator[Edit]:
    """Lines broken at a fixed width."""
    start = 0
    for line in text.split("\n"):
        at = start
        for part in textwrap.wrap(line, WIDTH, break_on_hyphens=False, break_long_words=False)[:-1]:
            at = text.index(part, at) + len(part)
            yield Edit(at, at + 1, "\n")
        start += len(line) + 1


@dataclass(frozen=True, slots=True)
class Disguise:
    """Steps, one after the other; `fall` is how much of the troop-report F1 it may cost."""

    name: str
    steps: tuple[Step, ...]
    fall: float = 0.01

    def on(self, text: str) -> Rewritten:
        """The text as it is written then."""
        made = Rewritten(text)
        for step in self.steps:
            made = made.edited(step(made.text))
        return made


DISGUISES = (
    Disguise("as it is", (), 0.0),
    Disguise("headline in capitals", (capitals,), 0.03),
    Disguise("ae, oe, ue, ss", (ascii_letters,), 0.03),
    Disguise("both", (capitals, ascii_letters), 0.03),
    Disguise("Swiss: ss and «»", (partial(swapped, {"ß": "ss", **_SWISS}),)),
    Disguise("marks »«", (partial(swapped, _GUILLEMETS),)),
    Disguise('marks ""', (partial(swapped, _STRAIGHT),)),
    Disguise("marks “”", (partial(swapped, _ENGLISH),)),
    Disguise("dashes —", (partial(swapped, {"–": "—"}),)),
    Disguise("other blanks", (spaced,)),
    Disguise("soft hyphens", (hyphenated,)),
    Disguise(f"broken at {WIDTH}", (wrapped,)),
    Disguise("all of it", (capitals, ascii_letters, partial(swapped, _STRAIGHT), spaced, hyphenated), 0.03),
)
