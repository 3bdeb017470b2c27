"""Parses that cannot be are mended: finite verbs taken for adjectives, numbers hung over a verb or a preposition."""

import pytest

from ingest.extraction.tree import Tree, make_tree
from ingest.german.pipeline import german


def _tree(text: str) -> Tree:
    return make_tree(german()(text))


@pytest.mark.parametrize(
    ("text", "verb", "noun", "number"),
    [
        ("Zwei Mann fielen, drei weitere trugen Verletzungen davon.", "trugen", "Verletzungen", "drei"),
        ("Im Norden fielen sechs Mann, neun weitere trugen Verletzungen davon.", "trugen", "Verletzungen", "neun"),
    ],
)
def test_a_number_is_the_subject_of_the_verb_behind_it(text: str, verb: str, noun: str, number: str) -> None:
    tree = _tree(text)
    at, thing, count = (tree.words.index(word) for word in (verb, noun, number))
    assert tree.tags[at] == "VVFIN"
    assert (tree.heads[thing], tree.deps[thing]) == (at, "obj")
    assert tree.heads[count] == at


@pytest.mark.parametrize(
    "text",
    [
        "Polen hat vor, 300 Soldaten nach Mali zu schicken.",
        "Die Regierung hat nicht vor, Soldaten nach Mali zu schicken.",
        "Kenia hatte vor, weitere 600 Polizisten nach Mali zu schicken.",
    ],
)
def test_a_particle_before_the_comma_belongs_to_the_verb_before_it(text: str) -> None:
    tree = _tree(text)
    vor, verb = tree.words.index("vor"), tree.words.index("schicken")
    assert (tree.words[tree.heads[vor]][:3], tree.deps[vor]) == ("hat", "compound:prt")
    assert (tree.heads[verb], tree.deps[verb]) == (tree.heads[vor], "xcomp")


def test_a_past_form_is_no_adjective() -> None:
    tree = _tree("Die Armee geht: 300 Soldaten verließen Mali.")
    verb = tree.words.index("verließen")
    assert tree.pos[verb] == "VERB"
    assert tree.heads[tree.words.index("Mali")] == verb


@pytest.mark.parametrize("text", ["Die entsandten Soldaten kamen an.", "Die Hälfte der entsandten 900 Mann fiel."])
def test_a_participle_stays_an_adjective(text: str) -> None:
    tree = _tree(text)
    assert tree.deps[tree.words.index("entsandten")] == "amod"


def test_a_contracted_preposition_is_one() -> None:
    tree = _tree("Etwa 900 Mann sind in Mali, von denen 60 ums Leben kamen.")
    life, number = tree.words.index("Leben"), tree.words.index("60")
    assert tree.case_of(life) == "ums"
    assert tree.heads[number] != life


def test_mending_keeps_a_tree() -> None:
    tree = _tree("Zwei Mann fielen, drei weitere trugen Verletzungen davon. 300 Soldaten verließen Mali.")
    for token in range(len(tree)):
        assert len(list(tree.ancestors(token))) < len(tree)
