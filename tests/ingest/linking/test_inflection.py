"""Endings of names and adjectives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.linking.inflection import (
    Gender,
    adjective_forms,
    city_adjective,
    genitives,
    nominative,
    nominative_seat,
    noun_forms,
    stem_of,
)

GENDERS: tuple[Gender, ...] = ("Masc", "Fem", "Neut", "Plur")
STEMS = st.text("abdefghiklmnoprtuäöü", min_size=4, max_size=12).map(lambda word: word + "isch")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Nordkorea", "Nordkoreas"),
        ("Laos", "Laos’"),
        ("Weißen Haus", "Weißen Hauses"),
        ("Vereinigte Arabische Emirate", "Vereinigte Arabische Emiraten"),
    ],
)
def test_genitives(name: str, form: str) -> None:
    assert form in set(genitives(name))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Generalstab", "Generalstabes"),
        ("Drohne", "Drohnen"),
        ("Kämpfer", "Kämpfern"),
        ("Zentrum für Aufklärung", "Zentrums für Aufklärung"),
        ("Rat der Republik", "Rates der Republik"),
    ],
)
def test_noun_forms(name: str, form: str) -> None:
    assert form in set(noun_forms(name))


@pytest.mark.parametrize(
    ("name", "adjective"), [("Kursk", "Kursker"), ("Moskau", "Moskauer"), ("Karlsruhe", "Karlsruher")]
)
def test_city_adjective(name: str, adjective: str) -> None:
    assert city_adjective(name) == adjective


@pytest.mark.parametrize("name", ["Warschau-Mitte", "New York", "Bremen", "Riga"])
def test_irregular_towns_have_no_adjective(name: str) -> None:
    assert city_adjective(name) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [("Weißen Haus", "Weißes Haus"), ("Weiße Haus", "Weißes Haus"), ("Kremls", "Kreml"), ("Kreml", "Kreml")],
)
def test_a_building_in_the_nominative(said: str, name: str) -> None:
    assert nominative_seat(said) == name


@given(STEMS)
def test_every_form_of_an_adjective_leads_back_to_its_stem(stem: str) -> None:
    assert {stem_of(form).lower() for form in adjective_forms(stem)} == {stem}


@given(STEMS, st.sampled_from(GENDERS))
def test_the_nominative_does_not_depend_on_the_form_said(stem: str, gender: Gender) -> None:
    forms = {nominative(stem + ending, gender) for ending in ("e", "en", "er", "es", "em")}
    assert len(forms) == 1
