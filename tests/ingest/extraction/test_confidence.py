"""Confidence: a number from 0 to 1 that the same article always gives, and that what makes surer never lowers."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.statement import Statement
from ingest.extraction.confidence import Weights, weights, with_confidence
from ingest.extraction.extract import make_statements
from ingest.extraction.reading import Reading
from ingest.extraction.signs import SURER, Signs, all_signs

TEXT = (
    "Nordkorea hat nach Angaben des ukrainischen Geheimdienstes 11.000 Soldaten nach Russland entsandt. "
    "Sie stünden in der Region Kursk. Bundeskanzler Olaf Scholz verurteilte den Einsatz. "
    "Bei einem Angriff wurden 20 von ihnen getötet."
)
SURE = sorted(name for name in weights().signs if name.startswith(SURER))
VALUES = st.dictionaries(st.sampled_from([*weights().signs, "rule=unheard.of"]), st.floats(0, 1))


@given(VALUES)
def test_is_a_share_with_three_digits(signs: Signs) -> None:
    sure = weights().confidence(signs)
    assert 0 <= sure <= 1
    assert sure == round(sure, 3)


@given(VALUES, st.sampled_from(SURE), st.floats(0, 1), st.floats(0, 1))
def test_what_makes_surer_never_lowers_it(signs: Signs, name: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert weights().confidence(signs | {name: low}) <= weights().confidence(signs | {name: high})


def test_a_weighed_sign_moves_it_and_an_unknown_one_does_not() -> None:
    few = Weights(0.0, {"margin.tokens": 1.0})
    assert few.confidence({}) == few.confidence({"rule=unheard.of": 1.0}) == 0.5
    assert few.confidence({"margin.tokens": 1.0}) == 0.731


def test_order_of_signs_does_not_matter(reading_of: Callable[[str], Reading]) -> None:
    _, signs = made(reading_of(TEXT))
    assert len(signs) > 2
    for each in signs.values():
        backwards = dict(reversed(each.items()))
        assert weights().confidence(backwards) == weights().confidence(each)


def made(reading: Reading) -> tuple[list[Statement], dict[str, Signs]]:
    statements = list({s.id: s for s in make_statements(reading)}.values())
    return statements, all_signs(reading, statements)


def test_every_sign_is_from_0_to_1(reading_of: Callable[[str], Reading]) -> None:
    _, signs = made(reading_of(TEXT))
    outside = {(name, value) for each in signs.values() for name, value in each.items() if not 0 <= value <= 1}
    assert outside == set()


def test_statements_keep_all_but_their_confidence(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(TEXT)
    statements, signs = made(reading)
    for before, after in zip(statements, with_confidence(reading, statements), strict=True):
        assert after == before.model_copy(update={"confidence": weights().confidence(signs[before.id])})
        assert after.computed_id() == before.id


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (
            "Nordkorea hat 11.000 Soldaten nach Russland entsandt.",
            "Nordkorea warnt. Dort wurden 11.000 Soldaten getötet.",
        ),
        (
            "Nordkorea hat 3.000 Soldaten nach Russland entsandt.",
            "Während Seoul und Kiew noch streiten, was Tokio und Washington wollen, hat, wie es heißt, Nordkorea, "
            "das mit Moskau und Peking spricht, den Verlust von 3.000 Mann zu beklagen.",
        ),
    ],
)
def test_plain_sentences_are_surer(
    statements_in: Callable[[str], tuple[Statement, ...]], surer: str, less_sure: str
) -> None:
    plain = min(s.confidence for s in statements_in(surer))
    assert all(s.confidence < plain for s in statements_in(less_sure) if s.kind == "troop_report")
    assert any(s.kind == "troop_report" for s in statements_in(less_sure))
