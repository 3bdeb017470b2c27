"""Infinitives of clauses where the tagger guesses wrong, by the forms of the verbs that the vocabulary lists."""

from collections.abc import Callable

import pytest

from ingest.extraction.actors import Actors
from ingest.extraction.coreference import Coreference
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Roles
from ingest.extraction.verb_forms import make_forms, split

_SENTENCES = [
    ("Das Abkommen enthält eine Klausel.", "enthalten"),
    ("Kairo hat mit Ankara einen Pakt vereinbart.", "vereinbaren"),
    ("Die Emirate bestritten den Vorfall.", "bestreiten"),
    ("Trump empfing den Minister.", "empfangen"),
    ("Peru wies die Forderung zurück.", "zurückweisen"),
    ("Südkorea liefert der Ukraine nach wie vor keine Waffen", "liefern"),
    ("Das Departement äusserte Zweifel.", "äußern"),
    ("Togo stellt Benin Raketen zur Verfügung.", "verfügungstellen"),
    ("Vereinbart wurden gemeinsame Patrouillen.", "vereinbaren"),
]


@pytest.mark.parametrize(("sentence", "infinitive"), _SENTENCES)
def test_the_verb_of_a_clause(sentence: str, infinitive: str, reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(sentence)
    roles = Roles(reading, Actors(reading, Coreference(reading)))
    assert infinitive in [roles.verb(clause) for clauses in reading.clauses for clause in clauses]


def test_prefixes_are_split_where_they_are_separable() -> None:
    assert split("zurückweisen") == ("zurück", "weisen")
    assert split("anbieten") == ("an", "bieten")
    assert split("vereinbaren") == ("", "vereinbaren")
    assert split("anerkennen") == ("", "anerkennen")


def test_participles_before_a_noun_and_at_the_front() -> None:
    forms = make_forms(["vorschlagen", "fordern", "ratifizieren"])
    assert forms.participle("vorgeschlagenen") == "vorschlagen"
    assert forms.participle("geforderte") == "fordern"
    assert forms.participle("ratifiziertes") == "ratifizieren"
    assert forms.participle("russische") is None
    assert forms.bare("Gefordert") == "fordern"
    assert forms.bare("Forderung") is None


def test_what_is_remembered_does_not_grow_without_end() -> None:
    forms = make_forms(["fordern"])
    assert forms.known == {}
    assert len(relation_words().forms.known) <= 50_001
