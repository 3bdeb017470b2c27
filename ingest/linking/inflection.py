"""German endings: the forms a name takes in a text, and the nominative of an adjective before a noun."""

from collections.abc import Iterator
from typing import Literal

Gender = Literal["Masc", "Fem", "Neut", "Plur"]

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em", "")
_NOMINATIVE: dict[Gender, str] = {"Masc": "er", "Fem": "e", "Neut": "es", "Plur": "e"}
_AFTER_HEAD = frozenset({"für", "zur", "zum", "der", "des", "über", "von", "gegen", "zwischen", "in", "am", "vom"})
_SIBILANTS = ("s", "x", "z", "ß")


def genitives(name: str) -> Iterator[str]:
    """ "Nordkorea" → "Nordkoreas", "Laos" → "Laos’", "Weißen Haus" → "Weißen Hauses"."""
    if name.endswith("e") and " " in name:
        yield name + "n"  # "den Vereinigten Arabischen Emiraten"
    if name.endswith(_SIBILANTS):
        yield from (name + "'", name + "’", name + "es")
    else:
        yield name + "s"


def noun_forms(name: str) -> Iterator[str]:
    """Oblique and plural forms of a name whose last word is a German noun ("Abkommen", "Rakete", "Dienst")."""
    yield from genitives(name)
    first, _, rest = name.partition(" ")
    if rest.split(" ")[0] in _AFTER_HEAD and first.isalpha() and not first.endswith((*_SIBILANTS, "e", "ung", "ion")):
        yield from (first + "s " + rest, first + "es " + rest)
    if name.endswith(("e", "er", "el")):
        yield name + "n"
    elif name[-1:].islower():
        yield from (name + "es", name + "e", name + "en")


def adjective_forms(stem: str) -> Iterator[str]:
    """ "nordkoreanisch" → "nordkoreanische", "nordkoreanischer" ..., and with a capital as in names."""
    for ending in _ADJECTIVE_ENDINGS:
        yield stem + ending
        yield stem[:1].upper() + stem[1:] + ending


def stem_of(adjective: str) -> str:
    """The adjective without its ending: "südkoreanischen" → "südkoreanisch"."""
    for ending in ("en", "em", "er", "es", "e"):
        if adjective.endswith(ending) and len(adjective) - len(ending) >= 3:
            return adjective[: -len(ending)]
    return adjective


def nominative(adjective: str, gender: Gender) -> str:
    """The strong nominative of an adjective: "südkoreanischen", Masc → "südkoreanischer"."""
    stem = stem_of(adjective)
    return adjective if adjective[:1].isupper() and adjective.endswith("er") else stem + _NOMINATIVE[gender]


def city_adjective(name: str) -> str | None:
    """The uninflected adjective of a town: "Kursk" → "Kursker"; None where it is irregular."""
    irregular = name.endswith(("a", "i", "o", "u", "y", "en", "er", "ow")) and not name.endswith("au")
    if irregular or " " in name or "-" in name:
        return None
    return name + ("r" if name.endswith("e") else "er")


def nominative_seat(name: str) -> str:
    """The nominative of a building's name: "Weißen Haus" → "Weißes Haus", "Kremls" → "Kreml"."""
    first, _, noun = name.rpartition(" ")
    noun = (
        noun.removesuffix("es") if noun.endswith("ses") else noun.removesuffix("s") if not noun.endswith("us") else noun
    )
    return f"{nominative(first, 'Neut')} {noun}" if first.endswith(("en", "e")) else f"{first} {noun}".strip()
