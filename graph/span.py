"""When a statement holds, as whole days that can be compared: what it says, else the day its article came out."""

import calendar
import datetime
import re

from graph.statement import Time
from graph.work import Row

_FULL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


def span_row(time: Time | None, published: str | None) -> Row:
    """First and last day as ISO dates, and whether the statement itself dates it.

    A date without a day means every day of its month or year. An open span runs to the day of publication, where that
    lies beyond its other end; else it is that end. Both days are null where nothing tells the year.
    """
    first, last = (_first_day(time.start), _last_day(time.end)) if time else (None, None)
    if first is None and last is None:
        return {"day_first": _first_day(published), "day_last": _last_day(published), "dated": False}
    ends = [day for day in (first, last, _last_day(time.start if time else None), _last_day(published)) if day]
    return {"day_first": first or last, "day_last": last or max(ends), "dated": True}


def _first_day(date: str | None) -> str | None:
    match = _FULL.match(date or "")
    return _day(match[1], match[2] or "01", match[3] or "01") if match else None


def _last_day(date: str | None) -> str | None:
    match = _FULL.match(date or "")
    if match is None:
        return None
    year, month = match[1], match[2] or "12"
    if match[3] is not None or _day(year, month, "01") is None:
        return _day(year, month, match[3] or "01")
    return _day(year, month, str(calendar.monthrange(int(year), int(month))[1]))


def _day(year: str, month: str, day: str) -> str | None:
    """The date, or None where the calendar has none such."""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
