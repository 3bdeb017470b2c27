"""Dates of publication."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.dates import iso_date
from seeds.errors import BadArticle


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        ("2024-10-18", "2024-10-18"),
        (" 2024-10-18 ", "2024-10-18"),
        ("2024-10-18T23:30:00+02:00", "2024-10-18"),
        ("2024-10-18T0930Z", "2024-10-18"),
        ("2024-10-18 09:30", "2024-10-18"),
        ("18.10.2024", "2024-10-18"),
        ("8. 1. 2025", "2025-01-08"),
        ("18. Oktober 2024", "2024-10-18"),
        ("3. Jänner 2025", "2025-01-03"),
        ("März 2025", "2025-03"),
        ("3. Dez. 2024", "2024-12-03"),
        ("Fri, 18 Oct 2024 09:30:00 +0200", "2024-10-18"),
        (2024, "2024"),
        (date(2024, 10, 18), "2024-10-18"),
        (datetime(2024, 10, 18, 23, 59, tzinfo=UTC), "2024-10-18"),
    ],
)
def test_understood(written: object, iso: str) -> None:
    assert iso_date(written, "a.json, published") == iso


@given(st.text(max_size=30) | st.from_regex(r"\w{0,4},? ?\d{1,3}[. ][\w.]{1,4} ?\d{0,5}( \d+:\d+)?"))
def test_anything_else_is_refused(written: str) -> None:
    try:
        assert iso_date(written, "a.json")[:4].isdigit()
    except BadArticle:
        return


@pytest.mark.parametrize(
    "written", ["gestern", "2024-13", "2024-02-30", "31.4.2025", "3. Brumaire 2024", "1729238400", "", True]
)
def test_refused_with_place_and_form(written: object) -> None:
    with pytest.raises(BadArticle, match=r"a\.json, published: .* is no date; write it as 2024-10-18"):
        iso_date(written, "a.json, published")
