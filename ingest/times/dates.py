"""Dates of the calendar: "19. Juni 2024", "Mitte Januar", "im Herbst 2022", "Mittwoch, dem 19. Juni", "2024"."""

import re
from dataclasses import replace

from ingest.times.phrase import FILLERS, LINKS, Found, Sentence
from ingest.times.points import Calendar, Day, Month, Range, Season, Weekday, Year
from ingest.times.words import bounding_words, shift_of, time_words, weekday_of

ORDINAL = re.compile(r"[0-9]{1,2}\.\Z")
DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})?\Z")
YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}\.?\Z")
_BARE = 1900  # a smaller number needs a word before it that makes it a year


def year_at(words: Sentence, token: int) -> int | None:
    return int(words.at(token).rstrip(".")) if YEAR.match(words.at(token)) else None


def year_behind(words: Sentence, token: int) -> tuple[int, int | None, int | None]:
    """A year behind a month: end token, year, or years from the article's ("Oktober des vergangenen Jahres")."""
    if (year := year_at(words, token)) is not None:
        return token + 1, year, None
    at = token + 1 if words.at(token) in ("des", "im") else token
    if words.at(at) == "jahres" and (year := year_at(words, at + 1)) is not None:
        return at + 2, year, None
    shift = shift_of(words.at(at))
    if shift is not None and words.at(at + 1) == "jahres":
        return at + 2, None, shift
    return (at + 1, None, -1) if words.at(at) == "vorjahres" else (token, None, None)


def read_month(words: Sentence, token: int) -> Found | None:
    month = time_words().months.get(words.at(token))
    if month is None or not words.forms[token][0].isupper():
        return None
    end, year, years = year_behind(words, token + 1)
    return Found(token, end, token, Month(month, year, None, years))


def read_day(words: Sentence, token: int) -> Found | None:
    """ "19. Juni 2024", "8. bis 13. Oktober" (the first takes the month of the second)."""
    if not ORDINAL.match(words.at(token)):
        return None
    number = int(words.at(token)[:-1])
    month = read_month(words, token + 1)
    if month and isinstance(month.point, Month) and 1 <= number <= 31:
        return Found(token, month.end, token + 1, Day(month.point.month, number, month.point.year))
    at = token + 1
    while words.at(at) in LINKS or words.at(at) in FILLERS:
        at += 1
    high = read_day(words, at) if at > token + 1 else None
    if high is None or not isinstance(high.point, Day):
        return None
    low = replace(high.point, day=number)
    return Found(token, high.end, high.core, Range(low, high.point))


def read_numeric(words: Sentence, token: int) -> Found | None:
    """ "19.06.2024", "19.6." """
    match = DATE.match(words.at(token))
    if not match or not (1 <= int(match[2]) <= 12 and 1 <= int(match[1]) <= 31):
        return None
    year = int(match[3]) if match[3] else year_at(words, token + 1)
    end = token + 1 if match[3] or year is None else token + 2
    return Found(token, end, token, Day(int(match[2]), int(match[1]), year))


def read_part(words: Sentence, token: int) -> Found | None:
    """ "Mitte Januar", "Ende 2024", "Anfang bis Mitte Oktober", "Ende des Jahres", "Anfang kommender Woche"."""
    part = time_words().parts.get(words.at(token))
    if part is None:
        return None
    if words.at(token + 1) in LINKS and (high := read_part(words, token + 2)) and isinstance(high.point, Month):
        return Found(token, high.end, high.core, Range(replace(high.point, part=part), high.point))
    at = token + 1
    month = read_month(words, at)
    if month and isinstance(month.point, Month):
        return Found(token, month.end, month.core, replace(month.point, part=part))
    if (year := year_at(words, at)) is not None:
        return Found(token, at + 1, at, Year(year, part))
    while words.at(at) in ("des", "der", "dem", "den"):
        at += 1
    shift = shift_of(words.at(at))
    unit = time_words().units.get(words.at(at + 1 if shift is not None else at))
    if unit not in ("week", "month", "year") or at == token + 1 and shift is None:
        return None
    core = at + 1 if shift is not None else at
    return Found(token, core + 1, core, Calendar(unit, shift or 0, part))


def read_season(words: Sentence, token: int) -> Found | None:
    first = time_words().seasons.get(words.at(token))
    if first is None or not words.forms[token][0].isupper():
        return None
    end, year, years = year_behind(words, token + 1)
    if end == token + 1 and words.at(token - 1) not in bounding_words():
        return None  # "kalte Winter", "Max Herbst"
    return Found(token, end, token, Season(first, year, years or None))


def read_weekday(words: Sentence, token: int) -> Found | None:
    """ "Freitag", "Sonntagabend", "Mittwoch, dem 19. Juni", "Freitag vergangener Woche"."""
    number = weekday_of(words.at(token))
    if number is None or not words.forms[token][0].isupper():
        return None
    at = token + 1
    while words.at(at) in (",", "(", "dem", "den", "der"):
        at += 1
    date = (read_day(words, at) or read_numeric(words, at)) if at < words.stop else None
    if date and not isinstance(date.point, Range):
        return Found(token, date.end, token, date.point)
    weeks = shift_of(words.at(at))
    if weeks is not None and words.at(at + 1) == "woche":
        return Found(token, at + 2, token, Weekday(number, None, weeks))
    end = token + 2 if words.at(token + 1) in time_words().parts_of_day else token + 1
    return Found(token, end, token, Weekday(number))


def read_half_year(words: Sentence, token: int) -> Found | None:
    """ "im ersten Halbjahr 2025", "im dritten Quartal", "in der zweiten Jahreshälfte"."""
    length = time_words().half_years[words.at(token)]
    number = time_words().ordinals.get(words.at(token - 1).rstrip("nrsm"))
    if number is None or number * length > 12:
        return None
    end, year, years = year_behind(words, token + 1)
    low, high = (
        Month(m, year, None, 0 if year is None else years) for m in ((number - 1) * length + 1, number * length)
    )
    return Found(token - 1, end, token, Range(low, high))


def read_year(words: Sentence, token: int) -> Found | None:
    """A bare year: no noun is counted by it, and it is no number of a thing ("Agenda 2030")."""
    year = year_at(words, token)
    if year is None or token + 1 < words.stop and words.forms[token + 1][0].isupper() and _counts(words, token):
        return None
    before = words.at(token - 1)
    if before in time_words().numbered:
        return None
    if before in time_words().rounding or words.phrase(token + 1, 2) in ("von ihnen", "von denen"):
        return None  # "rund 2000 von ihnen"
    known = before in bounding_words()
    return Found(token, token + 1, token, Year(year)) if known or year >= _BARE and not _counts(words, token) else None


def _counts(words: Sentence, token: int) -> bool:
    """Is the number a count of what follows: "2000 Soldaten", "2000 russische Soldaten"?"""
    following = token + 1
    while following < words.stop and words.pos[following] == "ADJ":
        following += 1
    return following < words.stop and words.pos[following] in ("NOUN", "SYM")
