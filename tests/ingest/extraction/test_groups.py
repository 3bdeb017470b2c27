"""Groups without names stand for those who were named together before."""

from collections.abc import Callable

import pytest

from ingest.extraction.groups import Groups
from ingest.extraction.reading import Reading

_GROUPS = [
    ("Tusk traf Macron. Beide schwiegen.", "Beide", ["Donald Tusk", "Emmanuel Macron"]),
    ("Moskau und Minsk verhandeln. Beide Länder rüsten auf.", "Länder", ["Russland", "Belarus"]),
    ("Moskau und Minsk verhandeln. Beide Seiten schweigen.", "Seiten", ["Russland", "Belarus"]),
    (
        "Tusk und Macron reisten mit Friedrich Merz und Keir Starmer an. Dann sprachen die vier.",
        "vier",
        ["Donald Tusk", "Emmanuel Macron", "Friedrich Merz", "Keir Starmer"],
    ),
    (
        "Putin empfing Lukaschenko. Die beiden Präsidenten lachten.",
        "Präsidenten",
        ["Wladimir Putin", "Alexander Lukaschenko"],
    ),
]


@pytest.mark.parametrize(("text", "word", "names"), _GROUPS)
def test_a_group_is_who_was_named(text: str, word: str, names: list[str], reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(text)
    group = Groups(reading).of(reading.tree.words.index(word))
    assert sorted(entity.name for entity in group) == sorted(names)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tusk sprach. Beide Panzer fuhren weiter.", "Panzer"),
        ("Vier Soldaten starben. Tusk schwieg.", "Soldaten"),
        ("Beide schwiegen.", "Beide"),
        ("Tusk und Macron reisten ab. Das Land schwieg.", "Land"),
    ],
)
def test_no_group(text: str, word: str, reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(text)
    assert Groups(reading).of(reading.tree.words.index(word)) == ()
