"""The vocabulary: the closed lists of the contract, and a file that is wrong is named with what is wrong in it."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from seeds.errors import BadData
from seeds.vocabulary import GROUPS, parse_vocabulary, vocabulary

TEXT = files("seeds").joinpath("vocabulary.yaml").read_text("utf-8")


def test_modalities_stand_in_the_order_of_strength() -> None:
    assert vocabulary().values("modality") == ("planned", "possible", "suspected", "reported", "asserted")


@pytest.mark.parametrize("group", ["predicate", *GROUPS])
def test_every_word_has_a_label_in_both_languages(group: str) -> None:
    words = vocabulary().values(group)
    assert words and all(
        vocabulary().label(group, word, "de") and vocabulary().label(group, word, "en") for word in words
    )


def test_codes_are_codes() -> None:
    terms = vocabulary().predicates.values()
    assert [t.name for t in terms if t.cameo is not None and not re.fullmatch(r"\d{2,4}", t.cameo)] == []
    assert [t.name for t in terms if t.plover is not None and not re.fullmatch(r"[A-Z]+", t.plover)] == []


def test_edges_can_be_written_into_cypher() -> None:
    """Relationship types cannot be parameters, so nothing but these may stand there."""
    edges = [*vocabulary().plain_edges(), *(term.edge or "" for term in vocabulary().terms["stance"].values())]
    assert [edge for edge in edges if not re.fullmatch(r"[A-Z][A-Z_]*", edge)] == []


@pytest.mark.shared
def test_predicates_are_those_of_the_contract(shared: Path) -> None:
    contract = (shared / "contract.md").read_text("utf-8")
    section = contract.partition("## Predicates")[2].partition("Symmetric predicates")[0]
    troops, _, relations = section.partition("Relations (")
    firsts = "".join(line.split("|")[1] for line in relations.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`([A-Z_]+)`", troops)) == set(vocabulary().predicates_of("troop_report"))
    assert set(re.findall(r"`([A-Z_]+)`", firsts)) == set(vocabulary().predicates_of("relation"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"relation": {"MET": {"label": {"de": "traf"}, "subject": ["Person"], "object": ["Person"]}}},
            "MET: label needs de and en",
        ),
        (
            {"relation": {"MET": {"label": {"de": "a", "en": "b"}, "subject": "Person", "object": ["Person"]}}},
            "MET: subject is a list",
        ),
        (
            {"relation": {"MET": {"label": {"de": "a", "en": "b"}, "subject": ["Robot"], "object": []}}},
            "unknown entity type Robot",
        ),
        ({"unit": None}, "own.yaml"),
    ],
)
def test_a_wrong_file_is_named(change: dict[str, object], said: str) -> None:
    with pytest.raises(BadData, match=said):
        parse_vocabulary(yaml.safe_dump(yaml.safe_load(TEXT) | change), "own.yaml")


@pytest.mark.parametrize("group", ["stance", "relation", "version"])
def test_a_missing_list_is_named(group: str) -> None:
    raw = yaml.safe_load(TEXT)
    del raw[group]
    with pytest.raises(BadData, match=f"own.yaml.*{group}"):
        parse_vocabulary(yaml.safe_dump(raw), "own.yaml")
