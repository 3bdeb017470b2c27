"""Nouns of saying and nouns of sources: compounds by their last part, and none where it only sounds alike."""

import pytest

from ingest.extraction.attribution_cues import carrier_stance, cues, described_types, noun_stance
from seeds.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("word", "types"),
    [
        ("Armeechef", ("Person",)),
        ("Nato-Diplomaten", ("Person",)),
        ("Regierungskreisen", ("Organization",)),
        ("Fachleuten", ("Person",)),
        ("Sprecherin", ("Person",)),
        ("Militär", ("Person", "Organization")),
        ("Umkreis", ()),
        ("Flugzeuge", ()),
        ("Wehrdienst", ()),
        ("Raketen", ()),
    ],
)
def test_who_can_be_a_source_without_a_name(word: str, types: tuple[str, ...]) -> None:
    assert described_types(word, word) == types


@pytest.mark.parametrize(
    ("word", "stance"),
    [
        ("Geheimdienstangaben", "reports"),
        ("Erkenntnissen", "reports"),
        ("Lageeinschätzung", "suspects"),
        ("Soldaten", None),
        ("Journalisten", None),
        ("Absicht", None),
    ],
)
def test_what_a_noun_behind_nach_says_of_its_holder(word: str, stance: str | None) -> None:
    assert noun_stance(word, word) == stance


@pytest.mark.parametrize(("word", "stance"), [("Befürchtung", "suspects"), ("Bedenken", "warns"), ("Beschluss", None)])
def test_what_a_noun_with_a_content_clause_says_of_its_holder(word: str, stance: str | None) -> None:
    assert carrier_stance(word, word) == stance


def test_every_stance_is_one_of_the_vocabulary() -> None:
    words = cues()
    maps = (words.verbs, words.carriers, words.nouns, words.judged, words.attitudes, words.showing)
    assert {stance for stances in maps for stance in stances.values()} <= set(vocabulary().values("stance"))
