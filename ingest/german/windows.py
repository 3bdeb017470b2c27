"""Sentences to windows the model can take, and windows to batches of about one size."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ingest.german.arrays import Ints

CUTS = frozenset({";", ":", ",", "\u2013", "\u2014"})
MARKS = 2  # <s> and </s>
SHORTEST = 5  # words of a part that a semicolon sets off


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` (exclusive) of the chunk; `sentence` is the start of the first window of its sentence."""

    start: int
    end: int
    sentence: int


def windows_of(words: Sequence[str], start: int, end: int, offsets: Ints, limit: int) -> list[Window]:
    """One window for each part of the sentence from `start` to `end`, more where one has over `limit` pieces.

    Semicolons part main clauses, which the model else mixes up. A long part is cut after the last clause mark in the
    second half of what fits.
    """
    parts = _parts(words, start, end)
    return [window for first, last in parts for window in _fitting(words, first, last, start, offsets, limit)]


def _parts(words: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """What stands between semicolons, short pieces left with what is before them."""
    cuts = [start]
    for at in range(start, end):
        if words[at] == ";" and at + 1 - cuts[-1] >= SHORTEST and end - at - 1 >= SHORTEST:
            cuts.append(at + 1)
    return [*pairwise([*cuts, end])]


def _fitting(words: Sequence[str], start: int, end: int, sentence: int, offsets: Ints, limit: int) -> list[Window]:
    found: list[Window] = []
    begin = start
    while offsets[end] - offsets[begin] > limit:
        fits = int(np.searchsorted(offsets, int(offsets[begin]) + limit, side="right")) - 1
        middle = begin + (fits - begin) // 2
        cut = next((at + 1 for at in range(fits - 1, middle, -1) if words[at] in CUTS), fits)
        found.append(Window(begin, cut, sentence))
        begin = cut
    return [*found, Window(begin, end, sentence)]


def batches_of(windows: Sequence[Window], offsets: Ints, positions: int) -> list[list[Window]]:
    """Windows sorted by length and grouped so that a padded batch has at most `positions` places."""
    sized = sorted((int(offsets[w.end] - offsets[w.start]) + MARKS, w.start, w) for w in windows)
    batches: list[list[Window]] = []
    for size, _, window in sized:
        if not batches or size * (len(batches[-1]) + 1) > positions:
            batches.append([])
        batches[-1].append(window)
    return batches
