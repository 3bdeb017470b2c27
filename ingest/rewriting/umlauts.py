"""Umlauts from "ae", "oe", "ue" where a text was typed without them: by the lexicon, else by what is like it there.

"Israel", "neue" and "Poetin" are attested, or nothing with an umlaut is: they stay.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from ingest.rewriting.known import known
from ingest.rewriting.rewritten import Edit
from ingest.rewriting.spelling import spelling

_PAIR = re.compile(r"(?<![aeoqäöü])ue|(?<![aeiu])[ao]e|(?<=\b[bg]e)[aou]e", re.IGNORECASE)
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]*[aou]e[^\W\d_]*", re.IGNORECASE)
_UMLAUT = re.compile("[äöü]")
_WITH = {"ae": "ä", "oe": "ö", "ue": "ü"}
_WITHOUT = {umlaut: pair for pair, umlaut in _WITH.items()}
_CONTEXTS = ((3, 3), (3, 2), (2, 3), (2, 2), (3, 1), (1, 3), (2, 1), (1, 2), (1, 1))  # letters before and behind
_CLOSE, _SURER = 4, 3  # few letters tell less: in a context of fewer, umlauts must be so many times as frequent
_PAIRS_AT_ONCE = 4
_LETTERS = 3  # a shorter unknown word tells too little


def umlauts(text: str) -> Iterator[Edit]:
    """Edits of pairs; words that the lexicon does not have are only touched in texts without any umlaut."""
    bare = not re.search("[äöüÄÖÜ]", text)
    for match in _WORD.finditer(text):
        for at in restored(match.group().lower(), bare):
            start = match.start() + at
            pair = text[start : start + 2]
            umlaut = _WITH[pair.lower()]
            yield Edit(start, start + 2, umlaut.upper() if pair[0].isupper() else umlaut)


@lru_cache(maxsize=20_000)
def restored(low: str, guess: bool) -> tuple[int, ...]:
    """Where in a word (in lower case) a pair stands for an umlaut; with `guess` also by likeness to known words."""
    pairs = [match.start() for match in _PAIR.finditer(low)][:_PAIRS_AT_ONCE]
    for size in range(len(pairs), 0, -1):
        for chosen in combinations(pairs, size):
            if known().attests(_with_umlauts(low, chosen)):
                return chosen
    if known().attests(low) or not guess or len(low) <= _LETTERS:
        return ()
    kept = [match.span() for match in _two_vowels().finditer(low)]
    return tuple(at for at in pairs if _is_like(low, at) and not any(a <= at < b for a, b in kept))


def _with_umlauts(low: str, places: tuple[int, ...]) -> str:
    for at in reversed(places):
        low = low[:at] + _WITH[low[at : at + 2]] + low[at + 2 :]
    return low


@cache
def _two_vowels() -> re.Pattern[str]:
    return re.compile("|".join(spelling().two_vowels))


def _is_like(low: str, at: int) -> bool:
    """Whether known words have an umlaut between the same letters more often than the two vowels."""
    for before, behind in _CONTEXTS:
        key = _context(f"^{low}$", at + 1, before, behind)
        umlaut, vowels = _seen()[True][key], _seen()[False][key]
        if umlaut or vowels:
            return umlaut > vowels * (_SURER if before + behind < _CLOSE else 1)
    return False


def _context(word: str, at: int, before: int, behind: int) -> str:
    return f"{word[max(at - before, 0) : at]}_{word[at : at + 2]}_{word[at + 2 : at + 2 + behind]}"


@cache
def _seen() -> dict[bool, Counter[str]]:
    """How often known words have an umlaut (true) or the two vowels (false) between these letters."""
    found: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for low in {*known().written, *map(str.lower, known().listed)}:
        spelled = f"^{_UMLAUT.sub(lambda match: _WITHOUT[match.group()], low)}$"
        vowels = {match.start() for match in _PAIR.finditer(f"^{low}$")}
        shift = 0
        for match in re.finditer("[äöü]|[aou]e", f"^{low}$"):
            at = match.start() + shift
            umlaut = len(match.group()) == 1
            shift += umlaut
            if umlaut or match.start() in vowels:
                found[umlaut].update(_context(spelled, at, *sizes) for sizes in _CONTEXTS)
    return found
