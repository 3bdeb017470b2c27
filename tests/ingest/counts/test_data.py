"""Every entry of the data files does what it says, shown by the example beside it."""

import pytest

from ingest.counts.capacity import capacity
from ingest.counts.find import find_counts
from ingest.counts.modifiers import modifiers
from ingest.counts.nouns import counted_by, nouns
from ingest.german.pipeline import german
from seeds.vocabulary import vocabulary


@pytest.mark.parametrize(("example", "unit"), nouns().examples)
def test_noun(example: str, unit: str) -> None:
    assert [mention.count.unit for mention in find_counts(german()(example))] == [unit]


@pytest.mark.parametrize("phrase", modifiers().examples)
def test_modifier(phrase: str) -> None:
    kind, example = modifiers().examples[phrase]
    (mention,) = find_counts(german()(example))
    assert mention.count.modifier == kind
    assert mention.count.text.lower().startswith(phrase)


@pytest.mark.parametrize("example", capacity().examples)
def test_capacity_counts_nobody(example: str) -> None:
    assert find_counts(german()(example)) == []


def test_every_unit_of_the_vocabulary_has_a_noun() -> None:
    assert {unit for _, unit in nouns().examples} == set(vocabulary().values("unit"))


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("Elitesoldaten", "soldiers"),
        ("US-Soldaten", "soldiers"),
        ("Wagner-Männer", "soldiers"),
        ("Nordkoreanern", "soldiers"),
        ("Amerikaner", "soldiers"),
        ("Panzerbrigaden", "brigades"),
        ("Bausoldaten", "workers"),
        ("Brigadegeneral", "generals"),
        ("SOLDATEN", "soldiers"),
    ],
)
def test_compounds_and_inhabitants(word: str, unit: str) -> None:
    counted = counted_by(word)
    assert counted is not None and counted.unit == unit


@pytest.mark.parametrize("word", ["Kaufmann", "Familienangehörige", "soldatisch", "Generalsekretär", "Panzer"])
def test_nouns_that_count_no_personnel(word: str) -> None:
    assert counted_by(word) is None
