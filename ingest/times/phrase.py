"""A sentence and what is found in it: the values that the readers of time expressions share."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.counts.amounts import Words
from ingest.times.points import Point

LINKS = frozenset({"bis", "–", "—", "-"})
FILLERS = frozenset(
    {"dem", "den", "der", "zum", "zur", "und", "rund", "etwa", "gut", "knapp", "fast", "mehr", "als", "genau"}
)


@dataclass(frozen=True, slots=True)
class Sentence(Words):
    """The words of a sentence with their parts of speech, by token number of the text."""

    pos: Sequence[str]


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens start..end (exclusive) of the words that date, `core` the one that names it, and the point meant."""

    start: int
    end: int
    core: int
    point: Point
