"""Every form of every name of the reference tables, ready to be looked up: made once a process."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ingest.linking.data import mapping, read_data, word_set, word_sets
from ingest.linking.inflection import adjective_forms, city_adjective, genitives, noun_forms
from ingest.linking.mention import Form, slug
from seeds.reference import Country, Place, Reference, ReferenceEntity, reference

_FIRST = re.compile(r"[^\s,;:!?()\"„“”]+")
_BRACKETS = re.compile(r" \([^)]*\)\Z")
_BY_PLACE = re.compile(r"(?P<place>[A-ZÄÖÜÉ]\w+)-(?P<noun>Abkommen|Vertrag|Erklärung|Konvention|Protokoll)\Z")
_TOWNS = frozenset({"city", "town", "village"})
_GERMAN_NOUNS = frozenset({"Agreement", "Weapon", "Organization", "Force"})


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a form can mean; `doubt`: its kind in `ambiguous.yaml` where it is an ordinary word too."""

    row: ReferenceEntity
    form: Form
    doubt: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """Form → what it can mean; `reach`: first word of a form → length in characters of the longest form with it."""

    names: Mapping[str, tuple[Sense, ...]]
    reach: Mapping[str, int]
    adjectives: Mapping[str, tuple[Sense, ...]]
    demonyms: Mapping[str, tuple[Sense, ...]]


@cache
def gazetteer() -> Gazetteer:
    """The forms of the shipped reference tables."""
    return make_gazetteer(reference())


@cache
def capitals() -> Mapping[str, Place]:
    """The capitals that places.csv does not have, by their id."""
    return {row.id: row for row in _capitals(reference())}


def make_gazetteer(known: Reference) -> Gazetteer:
    """All forms of the rows: exact names first, inflected forms only where they are no name themselves."""
    names: dict[str, list[Sense]] = {}
    exact: set[str] = set()
    inflected: list[tuple[str, Sense]] = []
    for row in (*known.entities.values(), *_capitals(known)):
        for name, form in _names(row):
            _add(names, name, Sense(row, form, "" if row.type == "Country" else _doubt(name)))
    for name, senses in names.items():
        exact.add(name)
        for sense in senses:
            inflected.extend((form, sense) for form in _inflected(name, sense))
    for name, sense in inflected:
        if name not in exact:
            _add(names, name, sense)
    adjectives, demonyms = _adjectives(known), _demonyms(known)
    return Gazetteer(_frozen(names), _reach(names), _frozen(adjectives), _frozen(demonyms))


def _capitals(known: Reference) -> Iterator[Place]:
    """Capitals that places.csv does not have, from the table of countries."""
    taken = {row.name for row in known.entities.values() if row.type == "Place"} | set(known.entities)
    for country in known.countries.values():
        name = country.capital
        if name and name != country.name and not {name, slug(name)} & taken:
            yield Place(
                id=slug(name),
                name=name,
                type="Place",
                kind="city",
                wikidata=country.capital_wikidata,
                country=country.id,
                latitude=None,
                longitude=None,
            )


def _add(forms: dict[str, list[Sense]], form: str, sense: Sense) -> None:
    senses = forms.setdefault(form, [])
    if all(other.row is not sense.row for other in senses):
        senses.append(sense)


def _frozen(forms: Mapping[str, Iterable[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {form: tuple(senses) for form, senses in forms.items()}


@cache
def surnames() -> Mapping[str, str]:
    """Surname → whom it means by itself, of the persons who bear it."""
    listed = mapping(read_data("titles.yaml")["surnames"], "titles.yaml: surnames")
    return {name: str(person) for name, person in listed.items()}


@cache
def _doubt(name: str) -> str:
    return next((kind for kind, listed in word_sets("ambiguous.yaml", "names").items() if name in listed), "")


def _names(row: ReferenceEntity) -> Iterator[tuple[str, Form]]:
    """Name, aliases, a bare surname, the English name, and metonyms."""
    for name in (row.name, *(alias for alias in row.aliases if _usable(row, alias))):
        for form in _written(row, name):
            yield form, "name"
    for surname, person in surnames().items():
        if person == row.id:
            yield surname, "name"
    if row.english and " " in row.english and row.type not in ("Country", "Place", "Agreement"):
        yield row.english, "name"
    if isinstance(row, Country):
        for metonym in (*row.metonyms, *_capital(row)):
            yield _bare(metonym), "metonym"


def _written(row: ReferenceEntity, name: str) -> Iterator[str]:
    """ "SWR (Russland)" also without brackets, "das Kosovo" without article, "Dayton-Abkommen" also with von."""
    yield _bare(name)
    if "’" in name:
        yield _bare(name).replace("’", "'")
    if name.startswith(("al-", "el-", "as-", "ash-")):
        yield name[:1].upper() + name[1:]  # "Al-Sisi" at the beginning of a sentence
    brackets = _BRACKETS.search(name)
    if row.type in ("Organization", "Force", "Place") and brackets is not None:
        yield name[: brackets.start()]
    place = _BY_PLACE.match(name) if row.type == "Agreement" else None
    if place is not None:
        yield f"{place['noun']} von {place['place']}"


def _capital(country: Country) -> Iterator[str]:
    """A capital stands for its government, but where the tables say that it does not (Brüssel)."""
    if country.capital and country.metonyms and country.capital != country.name:
        yield country.capital
        yield from _spellings().get((country.capital, country.id), ())


@cache
def _spellings() -> Mapping[tuple[str, str | None], tuple[str, ...]]:
    """Other names of towns by name and country: "Pjongjang" stands for a government as "Pjöngjang" does."""
    towns = (row for row in reference().entities.values() if isinstance(row, Place) and row.kind == "city")
    return {(town.name, town.country): town.aliases for town in towns}


def _usable(row: ReferenceEntity, alias: str) -> bool:
    if '"' in alias:
        return False
    first = alias.split(" ", 1)[0]
    if row.type == "Person" and " " in alias and first in word_set("titles.yaml", "in_names"):
        return False  # the title is found on its own ("Kremlsprecher Peskow")
    if row.type == "Force" and re.split(r"[ -]", alias)[-1] in word_set("units.yaml", "people"):
        return False  # people of a state, not the force
    return not alias.endswith("Regierung")  # the government is the Country (contract)


def _bare(alias: str) -> str:
    for article in ("der ", "die ", "das "):
        if alias.startswith(article):
            return alias[len(article) :]
    return alias


def _inflected(name: str, sense: Sense) -> Iterator[str]:
    if sense.row.type == "Country" and name in word_set("cues.yaml", "plural_states"):
        yield name + "n"  # "den Niederlanden"
    yield from noun_forms(name) if sense.row.type in _GERMAN_NOUNS and not name.isupper() else genitives(name)


def _adjectives(known: Reference) -> dict[str, list[Sense]]:
    """Inflected adjectives of countries, and the uninflected ones of towns and countries ("Kiewer", "Schweizer")."""
    forms: dict[str, list[Sense]] = {}
    for country in known.countries.values():
        stems = (stem for stem in country.adjectives if not stem.endswith("-"))
        uninflected = (form for form in country.demonyms if form in (f"{country.name}er", "Schweizer"))
        for form in (*(form for stem in stems for form in adjective_forms(stem)), *uninflected):
            _add(forms, form, Sense(country, "adjective"))
    for row in known.entities.values():
        adjective = city_adjective(row.name) if row.type == "Place" and row.kind in _TOWNS else None
        if adjective:
            _add(forms, adjective, Sense(row, "adjective"))
    return forms


def _demonyms(known: Reference) -> dict[str, list[Sense]]:
    forms: dict[str, list[Sense]] = {}
    for country in known.countries.values():
        for form in country.demonyms:
            _add(forms, form, Sense(country, "demonym"))
    for form, row in mapping(read_data("units.yaml")["people_of"], "units.yaml: people_of").items():
        _add(forms, form, Sense(known.entities[str(row)], "demonym"))
    return forms


def _reach(names: Iterable[str]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for name in names:
        first = _FIRST.match(name)
        if first is None:
            continue
        for word in {first.group(), first.group().rstrip(".'’")}:
            reach[word] = max(reach.get(word, 0), len(name))
    return reach
