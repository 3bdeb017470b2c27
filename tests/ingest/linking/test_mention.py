"""Ids of unknown entities and keys of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.linking.mention import folded, slug, unknown_entity
from ingest.linking.offices import same_office
from ingest.linking.titles import office_noun


@given(st.text(min_size=1).filter(str.strip))
def test_an_unknown_entity_has_the_same_id_each_time(name: str) -> None:
    assert unknown_entity(name, "Person").id == unknown_entity(name, "Person").id
    assert unknown_entity(name, "Person").id != unknown_entity(name, "Place").id


@given(st.text())
def test_a_slug_is_one(name: str) -> None:
    assert slug(name).strip("-")
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wolodimir Selenski", "Wolodymyr Selenskyj"),
        ("Sergej Lawrow", "Sergey Lavrov"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Ionuț Moșteanu", "Ionut Mosteanu"),
    ],
)
def test_transliterations_share_a_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Anna Berg", "Anne Burg"), ("Kim Jong-un", "Kim Jong-il")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("word", "noun", "kind"),
    [
        ("US-Verteidigungsminister", "Verteidigungsminister", "office"),
        ("Präsidenten", "Präsident", "office"),
        ("Sprecherinnen", "Sprecherin", "office"),
        ("Vorsitzende", "Vorsitzender", "office"),
        ("Machthabers", "Machthaber", "valuation"),
        ("Kremlchef", "Kremlchef", "valuation"),
        ("Amtskollegin", "Amtskollegin", "colleague"),
        ("Abgeordneter", "", ""),
        ("Lautsprecher", "", ""),
        ("Soldaten", "", ""),
    ],
)
def test_office_nouns(word: str, noun: str, kind: str) -> None:
    assert office_noun(word) == (noun, kind)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kanzler", "Bundeskanzler", True),
        ("Sprecherin", "Sprecher", True),
        ("Präsident", "Vizepräsident", False),
        ("Außenminister", "Innenminister", False),
        ("früherer Präsident", "Präsident", True),
    ],
)
def test_same_office(one: str, other: str, same: bool) -> None:
    assert same_office(one, other) is same
