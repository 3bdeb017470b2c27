"""Captions as people read them."""

import pytest

from graph.caption import caption, count_caption
from graph.statement import Count
from tests.graph.making import ABEL, BERTA, article, met, sent


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"min": 12_000, "max": 12_000, "modifier": "exact"}, "12.000 Soldaten"),
        ({"min": 12_000, "max": 12_000, "modifier": "about"}, "rund 12.000 Soldaten"),
        ({"min": 10_000, "max": None, "modifier": "more_than"}, "mehr als 10.000 Soldaten"),
        ({"min": 500, "max": None, "modifier": "at_least"}, "mindestens 500 Soldaten"),
        ({"min": None, "max": 3000, "modifier": "up_to"}, "bis zu 3.000 Soldaten"),
        ({"min": 800, "max": 1200, "modifier": "between"}, "800 bis 1.200 Soldaten"),
        ({"min": 24, "max": None, "modifier": "magnitude"}, "Dutzende Soldaten"),
        ({"min": 100, "max": None, "modifier": "magnitude"}, "Hunderte Soldaten"),
        ({"min": 1000, "max": None, "modifier": "magnitude"}, "Tausende Soldaten"),
        ({"min": 10_000, "max": None, "modifier": "magnitude"}, "Zehntausende Soldaten"),
        ({"min": 3, "max": 3, "modifier": "exact", "unit": "generals"}, "3 Generäle"),
        ({"min": 1, "max": 1, "modifier": "exact", "unit": "brigades", "text": "eine Brigade"}, "eine Brigade"),
        ({"min": None, "max": None, "modifier": "vague", "text": "einige Soldaten"}, "einige Soldaten"),
    ],
)
def test_counts_are_said_in_german(fields: dict[str, object], words: str) -> None:
    count = Count.model_validate({"unit": "soldiers", "text": "so gesagt", **fields})
    assert count_caption(count) == words
    given = article()
    assert caption(sent(given, count=count)) == words


def test_without_a_count_the_predicate_speaks() -> None:
    given = article()
    assert caption(sent(given)) == "entsandte"
    assert caption(met(given, ABEL, BERTA)) == "traf"
