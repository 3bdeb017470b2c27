"""What is a near-copy, and that copies are found under their keys."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.origins.likeness import ARTICLE, PASSAGE, Measure
from tests.graph.origins.texts import AGENCY, SHORTENED, long_text

KEYS = {"near_0": 22525196888789, "near_1": 209867616115760, "near_2": 120339612865788}


def _copies(measure: Measure, one: str, other: str) -> bool:
    return measure.copies(measure.shingles(one), measure.shingles(other))


def test_keys_never_change() -> None:
    """They are kept in stores: who changes them, by another version of the library too, raises the schema's number."""
    assert PASSAGE.keys("Arland hat am Montag rund 900 Soldaten nach Borland geschickt.") == KEYS


def test_case_spacing_and_signs_do_not_matter() -> None:
    one = "Arland hat am Montag rund 900 Soldaten nach Borland geschickt."
    other = "ARLAND hat am Montag\nrund 900 Soldaten – nach Borland geschickt"
    assert PASSAGE.keys(one) == PASSAGE.keys(other)
    assert _copies(PASSAGE, one, other)


@pytest.mark.parametrize("short", ["Arland schickte rund 900 Soldaten.", "", "„…“ 🙂"])
def test_short_sentences_are_alike_by_chance(short: str) -> None:
    assert set(PASSAGE.keys(short).values()) == {None}
    assert not _copies(PASSAGE, short, short)


def test_a_shortened_article_is_a_copy_and_another_on_the_subject_is_none() -> None:
    assert _copies(ARTICLE, AGENCY, SHORTENED)
    assert not _copies(ARTICLE, AGENCY, long_text(2))


def test_most_edited_copies_share_a_key() -> None:
    chance = random.Random(1)
    found = 0
    for number in range(200):
        words = long_text(number, 120).split()
        edited = " ".join(word for word in words if chance.random() > 0.02)
        ours, theirs = ARTICLE.keys(" ".join(words)), ARTICLE.keys(edited)
        found += any(ours[name] == theirs[name] for name in ARTICLE.names)
    assert found >= 195


def test_other_texts_hardly_ever_share_one() -> None:
    keys = [ARTICLE.keys(long_text(number, 120)) for number in range(200)]
    assert all(len({key[name] for key in keys}) == len(keys) for name in ARTICLE.names)


@given(st.text(max_size=200))
def test_a_text_has_either_all_keys_or_none(text: str) -> None:
    for measure in (ARTICLE, PASSAGE):
        keys = list(measure.keys(text).values())
        assert len(keys) == measure.bands
        assert all(key is None for key in keys) or all(key is not None and 0 <= key < 2**48 for key in keys)
