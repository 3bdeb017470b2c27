"""Time expressions by their words: which reader can make something of a word, and ranges of two expressions."""

from collections.abc import Callable, Container
from functools import lru_cache

from ingest.times.dates import (
    DATE,
    ORDINAL,
    YEAR,
    read_day,
    read_half_year,
    read_month,
    read_numeric,
    read_part,
    read_season,
    read_weekday,
    read_year,
)
from ingest.times.phrase import FILLERS, LINKS, Found, Sentence
from ingest.times.points import Month, Range, Unknown, Weekday
from ingest.times.relative import read_fixed, read_own_day, read_shifted, read_unit, read_vague
from ingest.times.words import shift_of, time_words, weekday_of

_PHRASE_STARTS = frozenset({"vor", "seit", "in"})
Reader = Callable[[Sentence, int], Found | None]


def begins_time(word: str) -> bool:
    """Can this word (lower case) be part of a time expression? A cheap test before a closer look."""
    return bool(_readers(word))


def read_time(words: Sentence, token: int) -> Found | None:
    """The expression that begins at a token (or has its number before it), with the second end of a range."""
    found = _first(words, token)
    return _range(words, found) if found else None


def _first(words: Sentence, token: int) -> Found | None:
    return next((f for reader in _readers(words.at(token)) if (f := reader(words, token))), None)


def _range(words: Sentence, low: Found) -> Found:
    """ "Januar bis März", "zwischen Januar und März", "Freitag bis Sonntag"."""
    between = "zwischen" in (words.at(low.start - 1), words.at(low.start - 2))
    link = words.at(low.end)
    joined = link == "und" and isinstance(low.point, Month | Weekday)  # "im Januar und Februar"
    if isinstance(low.point, Unknown | Range) or not (link in LINKS or between and link == "und" or joined):
        return low
    at = low.end + 1
    while words.at(at) in FILLERS:
        at += 1
    high = _first(words, at)
    if high is None or isinstance(high.point, Unknown) or high.start < at:
        return low
    if joined and not between and type(high.point) is not type(low.point):
        return low
    return Found(low.start, high.end, high.core, Range(low.point, high.point))


@lru_cache(maxsize=50_000)
def _readers(word: str) -> tuple[Reader, ...]:
    """The readers that can make something of a word (lower case); none for most words."""
    table = time_words()
    if word[:1].isdigit():
        return _digit_readers(word)
    tables: list[tuple[Container[str], Reader]] = [
        (table.parts, read_part),
        (table.months, read_month),
        (table.seasons, read_season),
        (table.units, read_unit),
        (table.holidays, read_fixed),
        (table.days, read_fixed),
        (table.fixed, read_fixed),
        (table.year_parts, read_fixed),
        (table.named_before, read_fixed),
        (table.own_day, read_own_day),
        (table.half_years, read_half_year),
        (table.vague | table.events | _PHRASE_STARTS, read_vague),
    ]
    readers = [reader for known, reader in tables if word in known]
    if weekday_of(word) is not None:
        readers.insert(0, read_weekday)
    if shift_of(word) is not None:
        readers.insert(0, read_shifted)
    return tuple(readers)


def _digit_readers(word: str) -> tuple[Reader, ...]:
    if ORDINAL.match(word):
        return (read_day,)
    return (read_numeric,) if DATE.match(word) else (read_year,) if YEAR.match(word) else ()
