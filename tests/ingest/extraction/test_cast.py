"""Who a noun phrase means, with all that is joined to it."""

from collections.abc import Callable

import pytest

from ingest.extraction.actors import Actors
from ingest.extraction.cast import Cast
from ingest.extraction.coreference import Coreference
from ingest.extraction.reading import Reading

_JOINED = [
    ("Unterzeichnet wurde er von Tusk, Macron und Merz.", "Tusk", ["Donald Tusk", "Emmanuel Macron", "Friedrich Merz"]),
    (
        "Minister Boris Pistorius (SPD) und sein britischer Kollege John Healey kamen.",
        "Boris",
        ["Boris Pistorius", "John Healey"],
    ),
    ("Putin und Machthaber Kim Jong-un kamen.", "Putin", ["Wladimir Putin", "Kim Jong-un"]),
    ("Eine kleine Zahl von Kubanern kämpft.", "Zahl", ["Kuba"]),
    ("Der Außenminister der Türkei, Hakan Fidan, kam.", "Außenminister", ["Hakan Fidan"]),
]


def cast_of(reading: Reading) -> Cast:
    return Cast(reading, Actors(reading, Coreference(reading)))


@pytest.mark.parametrize(("text", "word", "names"), _JOINED)
def test_who_is_meant(text: str, word: str, names: list[str], reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(text)
    whos = cast_of(reading).who([reading.tree.words.index(word)])
    assert [who.entity.name for who in whos] == names


def test_names_of_another_clause_are_not_joined(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Putin traf Tusk, und Macron reiste ab.")
    whos = cast_of(reading).who([reading.tree.words.index("Tusk")])
    assert [who.entity.name for who in whos] == ["Donald Tusk"]


def test_things_are_nobody(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Der Vorwurf traf den Angriff.")
    cast = cast_of(reading)
    assert [cast.actor(token) for token in range(len(reading.tree))] == [None] * len(reading.tree)


def test_one_told_by_his_office_is_none_of_those_before(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Peskow schwieg. Putin traf den Gouverneur der Region.")
    entity = cast_of(reading).actor(reading.tree.words.index("Gouverneur"))
    assert entity is not None
    assert entity.name == "Gouverneur der Region"
