"""Agency marks: the examples of the data, and names that only look like marks."""

import pytest

from graph.origins.agencies import examples, marks
from seeds.reference import reference


@pytest.mark.parametrize(("text", "agency"), examples())
def test_the_examples_of_the_data(text: str, agency: str | None) -> None:
    assert marks().find(text) == agency


def test_every_mark_means_an_agency_of_the_tables() -> None:
    known = reference().entities
    assert {known[id_].kind for id_ in marks().agencies.values()} == {"news_agency"}


@pytest.mark.parametrize(
    "text",
    ["", "🙂", "Die dpa (Deutsche Presse-Agentur) sitzt in Hamburg.", "Laut AFP (am Montag) ist das so."],
)
def test_these_are_no_marks(text: str) -> None:
    assert marks().find(text) is None
