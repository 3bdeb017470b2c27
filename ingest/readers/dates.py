"""Dates of publication as inputs write them, to ISO at the precision given."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from seeds.errors import BadArticle

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
_ISO_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d")
_GERMAN = re.compile(r"(?:(\d{1,2})\.\s*)?(?:(\d{1,2})\.|([A-Za-zä]+)\.?)\s*(\d{4})\Z")
_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")


def iso_date(value: object, where: str) -> str:
    """`2024`, `2024-10` or `2024-10-18`; an instant is cut to its day as written, in the zone it was written in.

    Understands ISO 8601, German dates (18.10.2024, 18. Oktober 2024) and the dates of mail and RSS.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip()
    found = _iso(text) or _german(text) or _mail(text)
    if found is None:
        raise BadArticle(f"{where}: {text!r} is no date; write it as 2024-10-18, 2024-10 or 2024")
    return found


def _iso(text: str) -> str | None:
    if instant := _ISO_INSTANT.match(text):
        text = instant[1]
    if match := _ISO.match(text):
        return text if _exists(int(match[1]), int(match[2] or 1), int(match[3] or 1)) else None
    return None


def _german(text: str) -> str | None:
    match = _GERMAN.match(text)
    if match is None:
        return None
    day, number, name, year = match.groups()
    month = int(number) if number else _month(name)
    if not _exists(int(year), month, int(day or 1)):
        return None
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _month(name: str) -> int:
    """1 to 12, or 0 for no month; the Austrian Jänner and Feber are in it by their first letters."""
    start = name.lower().replace("jän", "jan").replace("maerz", "mär")[:3]
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError):
        return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
