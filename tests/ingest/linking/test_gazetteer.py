"""The forms of the gazetteer: what is found, what is left out, and that data files and tables fit together."""

import pytest

from ingest.linking.data import items, mapping, read_data, word_set, word_sets
from ingest.linking.gazetteer import gazetteer
from ingest.linking.institutions import bodies, institutions
from seeds.errors import BadData
from seeds.reference import reference


def ids(form: str) -> set[str]:
    return {sense.row.id for sense in gazetteer().names.get(form, ())}


@pytest.mark.parametrize(
    ("form", "id_"),
    [
        ("Nordkoreas", "nordkorea"),
        ("Vereinigten Arabischen Emiraten", "vereinigte-arabische-emirate"),
        ("N'Djamena", "n-djamena"),
        ("Abkommen von Dayton", "dayton"),
        ("Zentrums für die Bekämpfung von Desinformation", "ccd-ua"),
        ("Kim", "kim-jong-un"),
        ("Kosovo", "kosovo"),
    ],
)
def test_forms(form: str, id_: str) -> None:
    assert id_ in ids(form)


def test_a_capital_is_town_and_government_in_every_form() -> None:
    for form in ("Kiew", "Kiews", "Bamako", "Bamakos"):
        assert {sense.form for sense in gazetteer().names[form]} == {"name", "metonym"}
    assert ids("Brüssel") == {"bruessel"}


def test_the_government_is_no_body_and_titles_are_no_names() -> None:
    assert ids("Schweizer Regierung") == set()
    assert ids("Kremlsprecher Peskow") == set()
    assert ids("russische Truppen") == set()


def test_every_name_of_every_row_is_found_but_for_those_left_out() -> None:
    known = gazetteer().names
    missing = [row.name for row in reference().entities.values() if row.name not in known and '"' not in row.name]
    assert missing == []


def test_ambiguous_names_are_names_of_rows() -> None:
    listed = {name for names in word_sets("ambiguous.yaml", "names").values() for name in names}
    assert {name for name in listed if name not in gazetteer().names} == set()
    assert set(word_sets("ambiguous.yaml", "names")) == set(word_sets("ambiguous.yaml", "nouns"))


def test_rows_named_in_data_files_exist() -> None:
    known = reference().entities
    named = {owner for owners in word_sets("titles.yaml", "owners").values() for owner in owners}
    for file, key in (("titles.yaml", "surnames"), ("units.yaml", "people_of")):
        named |= {str(id_) for id_ in mapping(read_data(file)[key], key).values()}
    assert named <= set(known)


def test_regions_by_bare_name_are_towns_with_such_a_region() -> None:
    rows = {row.name: row for row in reference().entities.values() if row.type == "Place"}
    for name in word_set("cues.yaml", "regions_by_bare_name"):
        parent = rows[name].parent
        assert parent is not None
        assert name in reference().entities[parent].name


def test_a_body_of_a_state_has_one_row_or_says_which_are_in_question() -> None:
    assert [row.id for row in bodies()["suedkorea", "Geheimdienst"]] == ["nis-kr"]
    assert {row.id for row in bodies()["ukraine", "Geheimdienst"]} == {"sbu-ua", "szru-ua"}
    assert all(body.noun in institutions() for body in institutions().values())


def test_a_data_file_of_the_wrong_shape_is_named() -> None:
    with pytest.raises(BadData, match=r"titles\.yaml: offices: a mapping is expected"):
        mapping(["minister"], "titles.yaml: offices")
    with pytest.raises(BadData, match=r"units\.yaml: a list is expected"):
        items({"units": []}, "units.yaml")
