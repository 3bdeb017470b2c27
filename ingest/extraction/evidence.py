"""The characters that say it: the shortest run of whole clauses of one sentence, its attribution there included."""

from collections.abc import Iterable

from graph.statement import Evidence
from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.tree import Tree

_BREAKS = frozenset({";", "++"})
_DATELINE = frozenset({"-", "–", "—"})


def evidence_of(reading: Reading, clauses: Iterable[Clause], tokens: Iterable[int] = ()) -> Evidence:
    """The span of these clauses and tokens, all of one sentence; cut at semicolons and datelines where nothing is
    lost.
    """
    tree = reading.tree
    needed = sorted({t for c in clauses for t in (c.head, *reading.own_tokens(c))} | set(tokens))
    start, end = tree.sentence(needed[0])
    needed = [t for t in needed if start <= t < end]
    first, last = _segment(tree, start, end, needed)
    first, last = _tidy(tree, first, last)
    return span_evidence(tree, first, last)


def span_evidence(tree: Tree, first: int, last: int) -> Evidence:
    """Evidence of the tokens first..last (exclusive)."""
    begin, stop = tree.span(first, last)
    return Evidence(start=begin, end=stop, text=tree.full_text[begin:stop])


def _segment(tree: Tree, start: int, end: int, needed: list[int]) -> tuple[int, int]:
    """The part of the sentence between semicolons that holds all needed tokens; else from the first to the last of
    them.
    """
    low, high = needed[0], needed[-1]
    first = max((t + 1 for t in range(start, low) if tree.words[t] in _BREAKS), default=start)
    last = min((t for t in range(high + 1, end) if tree.words[t] in _BREAKS), default=end)
    dateline = _dateline(tree, first, last)
    if dateline is not None and dateline < low:
        first = dateline + 1
    return first, last


def _dateline(tree: Tree, start: int, end: int) -> int | None:
    """The dash of "Seoul (ndp) - " at the start of a report."""
    for token in range(start, min(start + 9, end)):
        if tree.words[token] in _DATELINE and any(tree.words[t] in (")", ".") for t in range(start, token)):
            return token
        if tree.pos[token] in ("VERB", "AUX"):
            return None
    return None


def _tidy(tree: Tree, first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and (
        tree.pos[first] == "SPACE" or tree.words[first] in (",", ";", "–", "-", "+", "++", ".")
    ):
        first += 1
    while last - 1 > first and (
        tree.pos[last - 1] == "SPACE" or tree.words[last - 1] in (",", ";", ".", "!", "?", ":", "++", "–", "-")
    ):
        last -= 1
    return first, last
