"""The reference tables of this distribution: syntax, references between files, and what typed rows promise."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pytest

from seeds.errors import BadData
from seeds.reference import TABLES, Agreement, Country, Place, Row, make_reference, parse_table, read_table, reference

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
QID = re.compile(r"Q[1-9][0-9]*\Z")
DATE = re.compile(r"(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")
ENTITY_TABLES = tuple(name for name in TABLES if name != "person_offices")
MULTIPLE = {"EU", "UN"}
MINIMUM = {"countries": 197, "organizations": 250, "persons": 350, "places": 300, "agreements": 60, "weapons": 80}


def rows() -> Iterator[tuple[str, Row]]:
    for name in ENTITY_TABLES:
        for row in read_table(name):
            yield name, row


def parts(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def before(first: str, second: str) -> bool:
    size = min(len(first), len(second))
    return first[:size] <= second[:size]


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_tidy(name: str) -> None:
    table = read_table(name)
    assert len(table) >= MINIMUM.get(name, 1)
    untidy = [
        (number, column, cell)
        for number, row in enumerate(table, 2)
        for column, cell in row.items()
        if cell != cell.strip() or ";;" in cell or (cell.endswith(";") and column != "note")
    ]
    assert untidy == []


def test_ids_are_slugs_and_unique_over_all_tables() -> None:
    ids = Counter(row["id"] for _, row in rows())
    assert [key for key, count in ids.items() if count > 1 or not SLUG.match(key)] == []


def test_wikidata_ids_have_evidence_and_stand_once_in_a_table() -> None:
    seen = Counter((name, row["wikidata"]) for name, row in rows() if row["wikidata"])
    assert [key for key, count in seen.items() if count > 1] == []
    wrong = [
        row["id"]
        for _, row in rows()
        if bool(row["wikidata"]) != bool(row["verified_by"]) or (row["wikidata"] and not QID.match(row["wikidata"]))
    ]
    assert wrong == []


def test_an_alias_of_two_rows_of_one_type_is_flagged_in_both() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    notes: dict[str, str] = {}
    for name, row in rows():
        notes[row["id"]] = row["disambiguate"]
        columns = ("aliases", "aliases_de", "aliases_en", "metonyms")
        labels = [row["name_de"], row.get("name_en", ""), *(p for c in columns for p in parts(row.get(c, "")))]
        for label in filter(None, labels):
            owners[row.get("type", name), label].add(row["id"])
        for column in ("adjectives", "demonym_forms"):
            for label in parts(row.get(column, "")):
                owners[column, label].add(row["id"])
    bare = {key: who for key, who in owners.items() if len(who) > 1 and any(not notes[one] for one in who)}
    assert bare == {}


def test_countries_have_unique_iso_codes() -> None:
    patterns = {"iso2": r"[A-Z]{2}", "iso3": r"[A-Z]{3}", "iso_num": r"\d{3}"}
    for column, pattern in patterns.items():
        codes = [row[column] for row in read_table("countries") if row[column]]
        assert len(set(codes)) == len(codes)
        assert all(re.fullmatch(pattern, code) for code in codes)
    capitals = [row for row in read_table("countries") if row["capital_wikidata"]]
    assert all(QID.match(row["capital_wikidata"]) and row["capital_verified_by"] for row in capitals)


def test_codes_point_to_countries() -> None:
    iso = {row["iso2"] for row in read_table("countries")}
    for _, row in rows():
        for column in ("country_iso", "origin_iso"):
            assert not row.get(column) or row[column] in iso, row["id"]
        for code in parts(row.get("parties", "")):
            assert code in iso | MULTIPLE, row["id"]


def test_offices_name_rows_and_dates_in_order() -> None:
    persons = {row["id"] for row in read_table("persons")}
    organizations = {row["id"] for row in read_table("organizations")}
    for row in read_table("person_offices"):
        assert row["person"] in persons
        assert not row["organization"] or row["organization"] in organizations
        assert row["country_iso"] or row["organization"]
        assert all(not row[column] or DATE.match(row[column]) for column in ("start", "end", "as_of")), row
        assert not (row["start"] and row["end"]) or before(row["start"], row["end"]), row


def test_agreements_name_rows_and_dates_in_order() -> None:
    persons = {row["id"] for row in read_table("persons")}
    iso = {row["iso2"] for row in read_table("countries")} | MULTIPLE
    for row in read_table("agreements"):
        assert set(parts(row["signatories"])) <= persons, row["id"]
        dates = [row[column] for column in ("signed", "in_force", "ended") if row[column]]
        assert all(DATE.match(day) for day in dates), row["id"]
        assert all(before(a, b) for a, b in pairwise(dates)), row["id"]
        for item in parts(row["ratified"]):
            code, _, day = item.partition(" ")
            assert code in iso, row["id"]
            assert DATE.match(day), row["id"]


def test_places_have_whole_coordinates() -> None:
    for row in read_table("places"):
        assert bool(row["lat"]) == bool(row["lon"]) == bool(row["coord_source"]), row["id"]
        assert not row["geonames"] or row["geonames"].isdigit()
        assert not row["iso_3166_2"] or re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", row["iso_3166_2"])
    for place in (row for row in reference().entities.values() if isinstance(row, Place)):
        assert place.latitude is None or abs(place.latitude) <= 90
        assert place.longitude is None or abs(place.longitude) <= 180


def test_parents_are_rows_of_the_same_table() -> None:
    for name in ("organizations", "places"):
        table = read_table(name)
        ids = {row["id"] for row in table}
        assert all(not row["parent"] or (row["parent"] in ids and row["parent"] != row["id"]) for row in table)


def test_typed_rows_join_the_tables() -> None:
    known = reference().entities
    treaty, country = known["ru-kp-partnerschaft-2024"], known["nordkorea"]
    assert isinstance(treaty, Agreement)
    assert isinstance(country, Country)
    assert treaty.parties == ("russland", "nordkorea")
    assert treaty.signatories == ("wladimir-putin", "kim-jong-un")
    assert country.adjectives == ("nordkoreanisch",)
    assert known["nis-kr"].country == "suedkorea"
    assert known["minusma"].type == "Force"


def test_an_office_knows_its_term_at_the_precision_of_the_table() -> None:
    terms = {office.title: office for office in reference().offices_of("sergei-schoigu")}
    assert terms["Verteidigungsminister"].held_on("2024-05-11")
    assert not terms["Verteidigungsminister"].held_on("2024-06-01")
    assert terms["Sekretär des Sicherheitsrates"].held_on("2025-01-01")
    assert terms["Sekretär des Sicherheitsrates"].of == "russland"


def test_a_row_with_a_missing_cell_is_named() -> None:
    with pytest.raises(BadData, match=r"places\.csv, line 3"):
        parse_table("id,name\na,A\nb\n", "places.csv")


def test_an_id_that_stands_twice_is_named() -> None:
    tables = {name: read_table(name) for name in TABLES}
    tables["places"] = [*tables["places"], {**tables["places"][0], "id": "nato"}]
    with pytest.raises(BadData, match="'nato' stands twice"):
        make_reference(tables)
