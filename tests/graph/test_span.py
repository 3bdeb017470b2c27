"""When statements hold, as days that can be compared."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.span import span_row
from graph.statement import Time
from graph.store import Store
from tests.graph.making import RUN, article, sent
from tests.graph.strategies import dates, times
from tests.graph.whole import ask


def _time(start: str | None, end: str | None) -> Time:
    return Time(start=start, end=end, text="damals")


@pytest.mark.parametrize(
    ("time", "published", "span"),
    [
        (_time("2024-06-19", "2024-06-19"), "2024-07-01", ("2024-06-19", "2024-06-19", True)),
        (_time("2024-02", "2024-02"), None, ("2024-02-01", "2024-02-29", True)),
        (_time("2024", "2024"), None, ("2024-01-01", "2024-12-31", True)),
        (_time("2024-03", None), "2024-06-05", ("2024-03-01", "2024-06-05", True)),
        (_time("2024-03", None), "2024-01-05", ("2024-03-01", "2024-03-31", True)),
        (_time(None, "2024-03"), "2024-06-05", ("2024-03-31", "2024-03-31", True)),
        (_time("--06", "--06"), "2024-06-05", ("2024-06-05", "2024-06-05", False)),
        (_time(None, None), "2024-06", ("2024-06-01", "2024-06-30", False)),
        (_time("2024-13", "2024-02-31"), "2024", ("2024-01-01", "2024-12-31", False)),
        (None, None, (None, None, False)),
        (None, "--06", (None, None, False)),
    ],
)
def test_spans(time: Time | None, published: str | None, span: tuple[object, ...]) -> None:
    row = span_row(time, published)
    assert (row["day_first"], row["day_last"], row["dated"]) == span


@given(st.none() | times, dates)
def test_days_are_in_the_calendar(time: Time | None, published: str | None) -> None:
    row = span_row(time, published)
    for name in ("day_first", "day_last"):
        assert row[name] is None or datetime.date.fromisoformat(str(row[name])).isoformat() == row[name]
    assert (row["day_first"] is None) == (row["day_last"] is None)


def test_a_date_told_later_moves_what_it_dates(store: Store) -> None:
    given_ = article(published=None)
    dated = sent(given_, time=_time("2024-06", "2024-06"))
    store.put(given_, [sent(given_), dated], RUN, origin="real")
    later = article(published="2025-03-04")
    store.put(later, [sent(later), dated], RUN, origin="real")
    rows = ask(store, "MATCH (s:Statement) RETURN s.day_first AS first, s.day_last AS last ORDER BY first")
    assert rows == [{"first": "2024-06-01", "last": "2024-06-30"}, {"first": "2025-03-04", "last": "2025-03-04"}]
