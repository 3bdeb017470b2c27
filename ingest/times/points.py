"""What a time expression points at, and how it is resolved: each kind of point knows its first and last day."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

Span = tuple[str | None, str | None]
# years that news texts speak of; "vor 65 Millionen Jahren" is no date
HISTORY = range(1000, 9990)
_LEAP = 2000
_SEASON = 3
_PART_START = {1: 1, 15: 15, 31: 21}
_PART_END = {1: 10, 15: 15}


@dataclass(frozen=True, slots=True)
class Frame:
    """What a point is reckoned from: the day of the article, the day named last, and where the verb points.

    `future` is None where no verb tells: then the nearest such month, day or season is taken.
    """

    day: date | None
    named: date | None = None
    future: bool | None = None


class Point(Protocol):
    """A point or period of time; `resolve` gives its first and last day as ISO dates at the precision said."""

    def resolve(self, frame: Frame) -> Span | None:
        """First and last, None where it cannot be resolved."""
        ...


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar: "19. Juni 2024", "19. Juni"."""

    month: int
    day: int
    year: int | None = None

    def resolve(self, frame: Frame) -> Span | None:
        """The day itself; without a year and an article's date `--06-19`; None for a day no month has."""
        if _safe_date(self.year or _LEAP, self.month, self.day) is None:
            return None
        year = self.year if self.year is not None else _year_of(self, frame)
        text = f"{year}-{self.month:02}-{self.day:02}" if year else f"--{self.month:02}-{self.day:02}"
        return text, text


def _year_of(day: Day, frame: Frame) -> int | None:
    if frame.day is None:
        return None
    candidates = [c for year in range(-1, 2) if (c := _safe_date(frame.day.year + year, day.month, day.day))]
    return _nearest(candidates, frame.day, frame.future).year if candidates else None


def _safe_date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _nearest(candidates: list[date], day: date, future: bool | None) -> date:
    """The nearest candidate on the side of the day that the verb points to; on either side where it is not known."""
    if future is not None:
        candidates = [c for c in candidates if (c >= day if future else c <= day)] or candidates
    return min(candidates, key=lambda c: abs((c - day).days))


@dataclass(frozen=True, slots=True)
class Month:
    """ "im Juni", "Mitte Januar" (`part` is 1, 15 or 31, used at the ends of ranges only), "im vergangenen Oktober"."""

    month: int
    year: int | None = None
    shift: int | None = None
    years: int | None = None
    part: int | None = None

    def resolve(self, frame: Frame) -> Span | None:
        """The month; `--06` without a year and an article's date."""
        first = self._first(frame)
        text = f"{first.year}-{first.month:02}" if first else f"--{self.month:02}"
        return text, text

    def _first(self, frame: Frame) -> date | None:
        if self.year is not None:
            return date(self.year, self.month, 1)
        if frame.day is None:
            return None
        if self.years is not None:
            return date(frame.day.year + self.years, self.month, 1)
        this = frame.day.replace(day=1)
        candidates = [date(this.year + year, self.month, 1) for year in (-1, 0, 1)]
        if self.shift:
            candidates = [c for c in candidates if (c > this if self.shift > 0 else c < this)]
        future = frame.future if not self.shift else self.shift > 0
        return _nearest(candidates, this, future)

    def edge(self, frame: Frame, *, last: bool) -> str | None:
        """The day at which a range begins or ends: "Anfang bis Mitte Oktober" ends on the 15th."""
        first = self._first(frame)
        if self.part is None or first is None:
            return None
        end = _PART_END.get(self.part, monthrange(first.year, first.month)[1])
        return first.replace(day=end if last else _PART_START[self.part]).isoformat()


@dataclass(frozen=True, slots=True)
class Year:
    """ "2024", "im Jahr 2024"; "Ende 2026" (`part` is 1, 15 or 31, used behind "bis" only)."""

    year: int
    part: int | None = None

    def resolve(self, frame: Frame) -> Span | None:
        """The year; it needs no frame."""
        return f"{self.year}", f"{self.year}"


@dataclass(frozen=True, slots=True)
class Season:
    """Three months: "im Herbst", "im vergangenen Sommer", "Herbst 2022"; winter ends in the next year."""

    first: int
    year: int | None = None
    shift: int | None = None

    def resolve(self, frame: Frame) -> Span | None:
        """First and last month; the season last begun for the past, the one not yet over for the future."""
        if self.year is not None:
            return self._months(self.year)
        if frame.day is None:
            return None
        return self._months(self._year(frame.day, frame.future))

    def _year(self, day: date, future: bool | None) -> int:
        now = day.year * 12 + day.month - 1
        begins = [(day.year + year) * 12 + self.first - 1 for year in (-2, -1, 0, 1)]
        if self.shift == -1:
            begins = [b for b in begins if b + _SEASON - 1 < now][-1:]
        elif self.shift == 1:
            begins = [b for b in begins if b > now][:1]
        elif future is None:
            begins = [min(begins, key=lambda b: abs(b + 1 - now))]
        else:
            begins = [b for b in begins if b + _SEASON > now][:1] if future else [b for b in begins if b <= now][-1:]
        return begins[0] // 12

    def _months(self, year: int) -> Span:
        last = self.first + _SEASON - 1
        end = f"{year + 1}-{last - 12:02}" if last > 12 else f"{year}-{last:02}"
        return f"{year}-{self.first:02}", end


@dataclass(frozen=True, slots=True)
class Weekday:
    """ "am Freitag": the last one on or before the article's day, the next one where the verb points ahead."""

    number: int
    shift: int | None = None
    weeks: int | None = None

    def resolve(self, frame: Frame) -> Span | None:
        """One day."""
        if frame.day is None:
            return None
        text = self._day(frame.day, frame.future).isoformat()
        return text, text

    def _day(self, day: date, future: bool | None) -> date:
        monday = day - timedelta(days=day.weekday())
        if self.weeks is not None or self.shift == 0:
            return monday + timedelta(days=self.number, weeks=self.weeks or 0)
        back = (day.weekday() - self.number) % 7
        if self.shift == -1:
            return day - timedelta(days=back or 7)
        if self.shift == 1 or future:
            ahead = -back % 7
            return day + timedelta(days=ahead or (7 if self.shift == 1 else 0))
        return day - timedelta(days=back)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, week, weekend, month or year counted from the article's: "vergangene Woche" is Monday to Sunday before.

    `part` as with years: "bis Ende des Jahres", "bis Jahresende".
    """

    unit: str
    shift: int | None
    part: int | None = None

    def resolve(self, frame: Frame) -> Span | None:
        """First and last day, or the month or year."""
        return None if frame.day is None else self._span(frame.day, frame.future)

    def _span(self, day: date, future: bool | None) -> Span:
        shift = self.shift or 0
        if self.unit == "week":
            monday = day + timedelta(days=-day.weekday(), weeks=shift)
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        if self.unit == "weekend":
            return self._weekend(day, future)
        moved = moved_by(day, self.unit, shift)
        return moved, moved

    def _weekend(self, day: date, future: bool | None) -> Span:
        """The Saturday and Sunday of the week where the article's own has begun, else the one before or after."""
        saturday = day + timedelta(days=5 - day.weekday())
        if self.shift == -1 or self.shift is None and day < saturday and not future:
            saturday -= timedelta(weeks=1)
        if self.shift == 1 and day >= saturday:
            saturday += timedelta(weeks=1)
        return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()


def moved_by(day: date, unit: str, count: int) -> str | None:
    """So many units from a day: a day for days and weeks, a month for months, a year for years; None out of history."""
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    days = count * (7 if unit == "week" else 1)
    year = months // 12 if unit in ("year", "month") else day.year + days // 365
    if year not in HISTORY:
        return None
    if unit == "year":
        return f"{year}"
    return f"{year}-{months % 12 + 1:02}" if unit == "month" else (day + timedelta(days=days)).isoformat()


@dataclass(frozen=True, slots=True)
class Distance:
    """ "vor zwei Wochen" from the article's day; "zwei Wochen zuvor", "am Tag darauf" from the day named last."""

    unit: str
    count: int
    from_named: bool = False

    def resolve(self, frame: Frame) -> Span | None:
        """One day, month or year."""
        start = (frame.named or frame.day) if self.from_named else frame.day
        if start is None:
            return None
        moved = moved_by(start, self.unit, self.count)
        return (moved, moved) if moved else None


@dataclass(frozen=True, slots=True)
class Rolling:
    """ "in den kommenden Tagen" begins with the article's day; "in den vergangenen drei Wochen" ends with it."""

    unit: str
    sign: int
    count: int | None = None

    def resolve(self, frame: Frame) -> Span | None:
        """The article's day and, where a number is said, the day at the other end."""
        if frame.day is None:
            return None
        other = None if self.count is None else moved_by(frame.day, self.unit, self.sign * self.count)
        today = frame.day.isoformat()
        return (today, other) if self.sign > 0 else (other, today)


@dataclass(frozen=True, slots=True)
class Unknown:
    """ "bald", "vor der Invasion": a time that the words do not date."""

    def resolve(self, frame: Frame) -> Span | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Range:
    """ "zwischen dem 8. und dem 13. Oktober", "von Oktober bis Januar": the first end lies before the second."""

    low: Point
    high: Point

    def resolve(self, frame: Frame) -> Span | None:
        """From the first day of the one to the last day of the other."""
        high = self.high.resolve(frame)
        if high is None:
            return None
        until = _first_day(high[1])
        low_frame = replace(frame, day=until, future=False) if until else frame
        low = self.low.resolve(low_frame)
        if low is None:
            return None
        start = self.low.edge(low_frame, last=False) if isinstance(self.low, Month) else None
        end = self.high.edge(frame, last=True) if isinstance(self.high, Month) else None
        return start or low[0], end or high[1]


def _first_day(text: str | None) -> date | None:
    """The last day that an ISO text can mean, to look backwards from."""
    if text is None or text.startswith("--"):
        return None
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
