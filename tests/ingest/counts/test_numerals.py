from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.counts.numerals import figure_at, figure_range, figure_value, word_value

UNITS = [
    "",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spelled(number: int) -> str:
    """German words for 1 to 999,999, written independently of the parser."""
    if number >= 1000:
        return spelled(number // 1000) + "tausend" + (spelled(number % 1000) if number % 1000 else "")
    if number >= 100:
        return UNITS[number // 100] + "hundert" + (spelled(number % 100) if number % 100 else "")
    if number < 20:
        return UNITS[number]
    tens, unit = TENS[number // 10], UNITS[number % 10]
    return f"{unit}und{tens}" if unit else tens


@given(st.integers(1, 999_999))
def test_every_spelled_number_is_read_back(number: int) -> None:
    assert word_value(spelled(number)) == number
    assert word_value(spelled(number).capitalize()) == number


@given(st.integers(1000, 99_999_999), st.sampled_from([".", "'", "’", " ", "\u00a0", "\u202f", "\u2009"]))
def test_every_grouped_figure_is_read_back(number: int, separator: str) -> None:
    assert figure_value(f"{number:,}".replace(",", separator)) == number


@given(st.integers(1000, 99_999_999), st.sampled_from(["", "\u00a0", "\u202f", "\u2009"]))
def test_groups_in_tokens_of_their_own_are_joined(number: int, blank: str) -> None:
    groups = f"{number:,}".split(",")
    words = [word for group in groups for word in (group, blank) if word][: 2 * len(groups) - 1 if blank else None]
    assert figure_at([*words, "Mann"], 0, len(words) + 1) == (len(words), Fraction(number))


@pytest.mark.parametrize(
    ("word", "value"),
    [("tausend", 1000), ("hundert", 100), ("zweieinhalbtausend", 2500), ("anderthalb", Fraction(3, 2)), ("beiden", 2)],
)
def test_words_outside_the_scheme(word: str, value: Fraction) -> None:
    assert word_value(word) == value


@pytest.mark.parametrize("word", ["tausendmal", "einsam", "vierte", "Achtung", "dreist", "", "hundertste", "und"])
def test_words_that_only_look_like_numbers(word: str) -> None:
    assert word_value(word) is None


@pytest.mark.parametrize("text", ["21.14", "19.06.2024", "1:400.000", "40-Jährige", "F-35", "12.", "1.200er", "3.5"])
def test_figures_that_are_no_numbers(text: str) -> None:
    assert figure_value(text) is None


def test_decimals_and_ranges_in_one_token() -> None:
    assert figure_value("1,2") == Fraction(6, 5)
    assert figure_range("300–400") == (Fraction(300), Fraction(400))
    assert figure_range("400–300") is None


def test_the_full_stop_of_the_sentence_is_no_part_of_the_figure() -> None:
    assert figure_at(["auf", "4.000."], 1, 2) == (2, Fraction(4000))
    assert figure_at(["des", "12.", "Regiments", "dort"], 1, 4) is None


def test_a_year_takes_no_group_behind_it() -> None:
    assert figure_at(["2024", "300", "Mann"], 0, 3) == (1, Fraction(2024))
