"""The words by which a troop report without a number is judged, from `data/unnumbered.yaml`."""

from dataclasses import dataclass, fields
from functools import cache

from ingest.extraction.tables import read_data, word_set

_FILE = "unnumbered.yaml"


@dataclass(frozen=True, slots=True)
class UnsureWords:
    """The lists of `data/unnumbered.yaml`."""

    carrying_out: frozenset[str]
    judging: frozenset[str]
    losing_with: frozenset[str]
    done: frozenset[str]
    meant: frozenset[str]
    blaming: frozenset[str]
    idle: frozenset[str]
    soon: frozenset[str]
    observers: frozenset[str]
    organs: frozenset[str]
    needs_goal: frozenset[str]
    ahead: frozenset[str]
    heads: frozenset[str]
    suffering: frozenset[str]
    wishing: frozenset[str]
    figurative: frozenset[str]
    desk: frozenset[str]


@cache
def unsure_words() -> UnsureWords:
    """Reads the file once; raises BadData where it lacks a list."""
    data = read_data(_FILE)
    return UnsureWords(**{f.name: word_set(data.get(f.name), f"{_FILE}: {f.name}") for f in fields(UnsureWords)})
