"""Points of time against their article's day: what holds for every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.times.points import Calendar, Day, Distance, Frame, Month, Range, Rolling, Season, Weekday

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def iso(text: str | None) -> date:
    assert text is not None
    return date.fromisoformat(text)


@given(DAYS, st.integers(0, 6), st.booleans())
def test_a_weekday_lies_within_a_week_on_the_side_of_the_verb(day: date, number: int, future: bool) -> None:
    span = Weekday(number).resolve(Frame(day, future=future))
    assert span is not None
    found = iso(span[0])
    assert span[0] == span[1] and found.weekday() == number
    assert (0 <= (found - day).days <= 6) if future else (0 <= (day - found).days <= 6)


@given(DAYS, st.integers(0, 6))
def test_last_and_next_weekday_are_never_the_day_itself(day: date, number: int) -> None:
    last = Weekday(number, -1).resolve(Frame(day))
    following = Weekday(number, 1).resolve(Frame(day))
    assert last is not None and following is not None
    assert iso(last[0]) < day < iso(following[0])


@given(DAYS, st.sampled_from([-1, 0, 1]))
def test_a_week_runs_from_monday_to_sunday(day: date, shift: int) -> None:
    span = Calendar("week", shift).resolve(Frame(day))
    assert span is not None
    monday, sunday = iso(span[0]), iso(span[1])
    assert monday.weekday() == 0 and sunday - monday == timedelta(days=6)
    assert monday <= day + timedelta(weeks=shift) <= sunday


@given(DAYS, st.integers(1, 12), st.booleans())
def test_a_month_is_the_nearest_on_the_side_of_the_verb(day: date, month: int, future: bool) -> None:
    span = Month(month).resolve(Frame(day, future=future))
    assert span is not None
    year, found = (int(part) for part in str(span[0]).split("-"))
    distance = (year - day.year) * 12 + found - day.month
    assert found == month
    assert 0 <= distance <= 11 if future else -11 <= distance <= 0


@given(DAYS, st.sampled_from([3, 6, 9, 12]))
def test_a_past_season_has_begun_and_the_last_one_is_over(day: date, first: int) -> None:
    begun = Season(first).resolve(Frame(day, future=False))
    over = Season(first, shift=-1).resolve(Frame(day))
    assert begun is not None and over is not None
    assert str(begun[0]) <= f"{day.year}-{day.month:02}"
    assert str(over[1]) < f"{day.year}-{day.month:02}"


@given(DAYS, st.integers(1, 28), st.integers(1, 12), st.none() | st.booleans())
def test_a_range_of_days_never_runs_backwards(day: date, number: int, month: int, future: bool | None) -> None:
    span = Range(Day(month, number), Day(month % 12 + 1, number)).resolve(Frame(day, future=future))
    assert span is not None
    assert iso(span[0]) <= iso(span[1])


@pytest.mark.parametrize(
    ("point", "span"),
    [
        (Range(Month(9, part=31), Month(10, part=1)), ("2024-09-21", "2024-10-10")),
        (Range(Month(10, part=1), Month(10, part=31)), ("2024-10-01", "2024-10-31")),
        (Season(12), ("2024-12", "2025-02")),
        (Season(12, 2022), ("2022-12", "2023-02")),
        (Calendar("weekend", None), ("2025-02-01", "2025-02-02")),
        (Calendar("weekend", 1), ("2025-02-08", "2025-02-09")),
        (Distance("month", -14), ("2023-12", "2023-12")),
        (Rolling("day", 1), ("2025-02-04", None)),
        (Distance("year", -65_000_000), None),
        (Day(2, 31), None),
    ],
)
def test_what_the_gold_conventions_say(point: Range, span: tuple[str, str] | None) -> None:
    assert point.resolve(Frame(date(2025, 2, 4), future=False)) == span


def test_without_a_day_only_what_is_said_is_kept() -> None:
    assert Month(6).resolve(Frame(None)) == ("--06", "--06")
    assert Day(6, 19).resolve(Frame(None)) == ("--06-19", "--06-19")
    assert Weekday(4).resolve(Frame(None)) is None
    assert Season(9).resolve(Frame(None)) is None
