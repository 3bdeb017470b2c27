"""The reference tables as typed rows: what is known before the first article, keyed by one id over all tables."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict

from seeds.errors import BadData

Row = Mapping[str, str]
TABLES = ("countries", "organizations", "persons", "places", "agreements", "weapons", "person_offices")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceEntity:
    """One row: `type` is the contract's entity type, `kind` the table's finer word (ministry, oblast, treaty ...).

    `country` is the id of a country row; `note` says (in German) why a name is ambiguous; `verified_by` names the
    evidence for the Wikidata id and is empty where there is none.
    """

    id: str
    name: str
    type: str
    kind: str = ""
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    english: str = ""
    country: str | None = None
    parent: str | None = None
    note: str = ""
    verified_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(ReferenceEntity):
    """A state: adjective stems without ending, demonyms in all forms, names of its government, and its capital."""

    iso: str
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]
    capital: str
    capital_wikidata: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(ReferenceEntity):
    """A place with its coordinates in degrees, where known."""

    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(ReferenceEntity):
    """An agreement: ids of the parties and signers, dates at the precision known; `signed` is None for proposals."""

    parties: tuple[str, ...]
    signed: str | None
    signed_place: str
    in_force: str | None
    ended: str | None
    signatories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who held which office of what (id of an organization, else of a country), from when to when.

    Dates are `YYYY-MM` or `YYYY`; no `end` means that no end was known to the compiler, not "still in office".
    """

    person: str
    title: str
    of: str
    start: str | None
    end: str | None

    def held_on(self, day: str) -> bool:
        """Whether the ISO date lies in the term, compared at the coarser precision."""
        return (self.start is None or self.start <= day[: len(self.start)]) and (
            self.end is None or day[: len(self.end)] <= self.end
        )


@dataclass(frozen=True)
class Reference:
    """All rows by id, the offices, and the country ids by ISO code."""

    entities: Mapping[str, ReferenceEntity]
    offices: tuple[Office, ...]
    countries: Mapping[str, Country]

    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements in the order of the table."""
        return tuple(row for row in self.entities.values() if isinstance(row, Agreement))

    def offices_of(self, person: str) -> tuple[Office, ...]:
        """The offices of one person, in the order of the table."""
        return tuple(office for office in self.offices if office.person == person)


@cache
def reference() -> Reference:
    """The tables that ship with this distribution, read once."""
    return make_reference({name: read_table(name) for name in TABLES})


def read_table(name: str) -> list[Row]:
    """The rows of one shipped table as texts."""
    return parse_table(
        files("seeds").joinpath("reference", f"{name}.csv").read_text("utf-8"),
        f"{name}.csv",
    )


def parse_table(text: str, name: str) -> list[Row]:
    """Rows of a CSV text; raises BadData naming the line that has too many or too few cells."""
    rows: list[Row] = []
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        if None in row or None in row.values():
            raise BadData(f"{name}, line {number}: wrong number of cells")
        rows.append(row)
    return rows


def make_reference(tables: Mapping[str, Iterable[Row]]) -> Reference:
    """Typed rows from the tables; raises BadData where an id stands twice or points nowhere."""
    countries = [_country(row) for row in tables["countries"]]
    iso = {country.iso: country for country in countries}
    ids = {code: country.id for code, country in iso.items()} | {
        "EU": "eu",
        "UN": "un",
        "": "",
    }
    rows: list[ReferenceEntity] = [*countries]
    rows += [_organization(row, ids) for row in tables["organizations"]]
    rows += [ReferenceEntity(**_common(row), type="Person", country=_of(row, ids)) for row in tables["persons"]]
    rows += [_place(row, ids) for row in tables["places"]]
    rows += [_agreement(row, ids) for row in tables["agreements"]]
    rows += [
        ReferenceEntity(
            **_common(row),
            type="Weapon",
            kind=row["category"],
            country=ids[row["origin_iso"]] or None,
        )
        for row in tables["weapons"]
    ]
    entities = _keyed(rows)
    return Reference(
        entities,
        tuple(_office(row, ids, entities) for row in tables["person_offices"]),
        iso,
    )


def _keyed(rows: Iterable[ReferenceEntity]) -> Mapping[str, ReferenceEntity]:
    entities: dict[str, ReferenceEntity] = {}
    for row in rows:
        if row.id in entities:
            raise BadData(f"reference tables: id {row.id!r} stands twice ({entities[row.id].type}, {row.type})")
        entities[row.id] = row
    for row in rows:
        if row.parent and row.parent not in entities:
            raise BadData(f"reference tables: {row.id}: unknown parent {row.parent!r}")
    return entities


class _Common(TypedDict):
    id: str
    name: str
    wikidata: str | None
    aliases: tuple[str, ...]
    english: str
    note: str
    verified_by: str


def _common(row: Row) -> _Common:
    """What every table has; countries call their aliases `aliases_de` and list English ones apart."""
    aliases = [
        *_parts(row.get("aliases") or row.get("aliases_de", "")),
        *_parts(row.get("aliases_en", "")),
    ]
    return {
        "id": row["id"],
        "name": row["name_de"],
        "wikidata": row["wikidata"] or None,
        "aliases": tuple(alias for alias in dict.fromkeys(aliases) if alias != row["name_de"]),
        "english": row.get("name_en", ""),
        "note": row["disambiguate"],
        "verified_by": row["verified_by"],
    }


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _of(row: Row, ids: Mapping[str, str]) -> str | None:
    code = row["country_iso"]
    if code not in ids:
        raise BadData(f"reference tables: {row.get('id', row.get('person'))}: unknown country {code!r}")
    return ids[code] or None


def _country(row: Row) -> Country:
    return Country(
        **_common(row),
        type="Country",
        kind=row["kind"],
        iso=row["iso2"],
        adjectives=_parts(row["adjectives"]),
        demonyms=_parts(row["demonym_forms"]),
        metonyms=_parts(row["metonyms"]),
        capital=row["capital_de"],
        capital_wikidata=row["capital_wikidata"] or None,
    )


def _organization(row: Row, ids: Mapping[str, str]) -> ReferenceEntity:
    parent = row["parent"] or None
    return ReferenceEntity(
        **_common(row),
        type=row["type"],
        kind=row["subtype"],
        country=_of(row, ids),
        parent=parent,
    )


def _place(row: Row, ids: Mapping[str, str]) -> Place:
    return Place(
        **_common(row),
        type="Place",
        kind=row["kind"],
        country=_of(row, ids),
        parent=row["parent"] or None,
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
    )


def _agreement(row: Row, ids: Mapping[str, str]) -> Agreement:
    return Agreement(
        **_common(row),
        type="Agreement",
        kind=row["kind"],
        parties=tuple(ids[code] for code in _parts(row["parties"])),
        signed=row["signed"] or None,
        signed_place=row["signed_place"],
        in_force=row["in_force"] or None,
        ended=row["ended"] or None,
        signatories=_parts(row["signatories"]),
    )


def _office(row: Row, ids: Mapping[str, str], entities: Mapping[str, ReferenceEntity]) -> Office:
    of = row["organization"] or _of(row, ids)
    if of is None or of not in entities or row["person"] not in entities:
        raise BadData(f"person_offices.csv: {row['person']}, {row['title_de']}: {of!r} or the person has no row")
    return Office(
        person=row["person"],
        title=row["title_de"],
        of=of,
        start=row["start"] or None,
        end=row["end"] or None,
    )
