"""Bodies of a state that are named by a noun and the state: "Seouls Geheimdienst", "Generalstab der Ukraine"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from graph.statement import Entity
from ingest.linking.data import items, mapping, read_data
from ingest.linking.inflection import Gender, nominative, stem_of
from ingest.linking.mention import entity_of, unknown_entity
from seeds.reference import Country, Reference, ReferenceEntity, reference


@dataclass(frozen=True, slots=True)
class Institution:
    """One line of `institutions.yaml`; `generic`: the noun stands for every body of its kind ("der Geheimdienst");
    `allied`: not of a state but of an alliance ("der Militärausschuss").
    """

    noun: str
    gender: Gender
    kind: str
    type: str
    generic: bool
    allied: bool = False


@cache
def institutions() -> Mapping[str, Institution]:
    """Noun → the body it names."""
    found: dict[str, Institution] = {}
    for number, entry in enumerate(items(read_data("institutions.yaml")["institutions"], "institutions.yaml"), 1):
        where = f"institutions.yaml: entry {number}"
        line = mapping(entry, where)
        nouns = [str(noun) for noun in items(line["nouns"], where)]
        gender, type_ = cast("Gender", str(line["gender"])), str(line.get("type", "Organization"))
        flags = (bool(line.get("generic")), bool(line.get("allied")))
        body = Institution(nouns[0], gender, str(line["kind"]), type_, *flags)
        found.update(dict.fromkeys(nouns, body))
    return found


@cache
def bodies() -> Mapping[tuple[str, str], tuple[ReferenceEntity, ...]]:
    """(id of the country, canonical noun) → the rows that the tables call so; several where the noun alone is open."""
    return make_bodies(reference())


def make_bodies(known: Reference) -> Mapping[tuple[str, str], tuple[ReferenceEntity, ...]]:
    """Takes every alias of a row apart: what is left beside the state is the noun."""
    found: dict[tuple[str, str], list[ReferenceEntity]] = {}
    for row in known.entities.values():
        country = known.entities.get(row.country or "")
        if row.type not in ("Organization", "Force") or not isinstance(country, Country):
            continue
        for name in (row.name, *row.aliases):
            body = institutions().get(_noun(name, country))
            if body is not None and body.type == row.type:
                rows = found.setdefault((country.id, body.noun), [])
                if row not in rows:
                    rows.append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _noun(name: str, country: Country) -> str:
    """ "südkoreanischen Geheimdienstes" → "Geheimdienst"; empty where more than the state and a noun is left."""
    left = [word for word in name.split() if not _of_state(word, country)]
    if len(left) != 1:
        return ""
    noun = left[0].removeprefix("US-") if country.iso == "US" else left[0]
    known = institutions()
    return next((form for form in (noun, noun.removesuffix("s"), noun.removesuffix("es")) if form in known), "")


def _of_state(word: str, country: Country) -> bool:
    names = {country.name, country.capital, *country.aliases, *country.metonyms}
    return (
        word in ("der", "des", "von", "in", "Vereinigte", "Vereinigter", "Vereinigten")
        or word.removesuffix("s") in names
        or word in names
        or (word[:1].lower() + word[1:] != word or word.islower())
        and stem_of(word[:1].lower() + word[1:]) in country.adjectives
        or word == "Schweizer"
    )


def body_of(owner: Entity, noun: str) -> tuple[Entity, str, tuple[str, ...]]:
    """The body of a state by this noun, its kind, and other rows in question.

    Where the tables know none, or several under that noun ("ukrainischer Geheimdienst"), it is an entity of its own.
    """
    body = institutions()[noun]
    rows = bodies().get((owner.id, body.noun), ())
    if len(rows) == 1:
        return entity_of(rows[0]), rows[0].kind, ()
    return unknown_entity(_name(owner, body), body.type), body.kind, tuple(row.id for row in rows)


def _name(owner: Entity, body: Institution) -> str:
    """ "südkoreanische Opposition"; "Nato-Militärausschuss" where the owner has no adjective."""
    row = reference().entities.get(owner.id)
    stem = next((a for a in row.adjectives if a[:1].islower()), None) if isinstance(row, Country) else None
    return f"{nominative(stem + 'e', body.gender)} {body.noun}" if stem else f"{owner.name}-{body.noun}"
