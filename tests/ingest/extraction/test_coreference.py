"""Pronouns and descriptions stand for who was spoken of: by gender, by noun, by kind."""

from collections.abc import Callable

import pytest

from ingest.extraction.actors import Actors
from ingest.extraction.coreference import Coreference
from ingest.extraction.reading import Reading

_RESOLVED = [
    (
        "Kanzler Olaf Scholz traf Annalena Baerbock. Außenministerin Annalena Baerbock schwieg, er sprach.",
        "er",
        "Olaf Scholz",
    ),
    (
        "Präsident Emmanuel Macron und Ministerin Annalena Baerbock kamen. Sie sprach zuerst.",
        "Sie",
        "Annalena Baerbock",
    ),
    ("Der ukrainische Generalstab legte Zahlen vor. Mehr sagte er nicht.", "er", "Ukrainischer Generalstab"),
    ("Tuareg-Rebellen griffen an. Die Rebellen zogen ab.", "Rebellen", "Tuareg-Rebellen"),
    ("Ein Militärsprecher in Bogotá trat auf. Der Sprecher schwieg.", "Sprecher", "Militärsprecher in Bogotá"),
    ("Die „Washington Post“ berichtete. Das Blatt nennt Namen.", "Blatt", "The Washington Post"),
    ("Der Abgeordnete Paweł Kowal sprach. Dem Abgeordneten zufolge fehlt Geld.", "Abgeordneten", "Paweł Kowal"),
    ("Südafrika trauert. Die Streitkräfte des Landes schwiegen.", "Streitkräfte", "südafrikanische Streitkräfte"),
    ("Polens Armee schwieg. Vorher hatte sie Zahlen genannt.", "sie", "Polnische Streitkräfte"),
    ("Die Regierung in Warschau schwieg. Nun sprach sie.", "sie", "Polen"),
    ("Die Al-Shabaab griff an. Danach zogen die Terroristen ab.", "Terroristen", "Al-Schabab"),
    (
        "Generalstab: Kämpfe bei Pokrowsk\nDer ukrainische Generalstab meldete Kämpfe.",
        "Generalstab",
        "Ukrainischer Generalstab",
    ),
]


@pytest.mark.parametrize(("text", "word", "name"), _RESOLVED)
def test_it_is_who_was_spoken_of(text: str, word: str, name: str, reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(text)
    words = reading.tree.words
    token = words.index(word) if ":" in text else len(words) - 1 - words[::-1].index(word)
    entity = Actors(reading, Coreference(reading)).source(token)
    assert entity is not None
    assert entity.name == name


def test_sie_with_a_plural_verb_is_nobody(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Ministerin Annalena Baerbock reiste ab. Dann gingen sie.")
    assert Coreference(reading).resolve(reading.tree.words.index("sie")) is None
