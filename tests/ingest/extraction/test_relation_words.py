"""The vocabulary of relations: what the file promises, and how nouns and verbs are found in it."""

import pytest

from ingest.extraction.relation_words import relation_words
from ingest.extraction.tables import read_data
from seeds.errors import BadData
from seeds.vocabulary import vocabulary


@pytest.mark.parametrize("form", ["Vertrag", "Friedensvertrag", "Vertrags", "Vertrages", "Beistandsvertrag"])
def test_a_noun_in_any_ending_and_compound(form: str) -> None:
    assert relation_words().noun("agreements", form)


@pytest.mark.parametrize("form", ["Vertragspartner", "Kontext", "Vorteil", "Rat"])
def test_a_noun_that_only_looks_alike(form: str) -> None:
    assert not relation_words().noun("agreements", form)
    assert not relation_words().noun("bodies", form)


def test_umlauts_of_the_plural() -> None:
    assert relation_words().noun("allegations", "Vorwürfe")
    assert relation_words().noun("agreements", "Friedensverträge")


def test_every_act_is_one_of_the_contract() -> None:
    words = relation_words()
    predicates = [act.predicate for act in (*words.acts.values(), *words.act_nouns.values())]
    predicates += [light.predicate for light in words.light]
    assert len(predicates) > 50
    assert set(predicates) <= set(vocabulary().predicates)


def test_every_listed_verb_is_an_infinitive() -> None:
    verbs = relation_words().forms.verbs
    assert len(verbs) > 200
    assert [verb for verb in verbs if not verb.endswith(("en", "ern", "eln", "sein", "tun"))] == []


def test_lists_of_verbs_exist() -> None:
    words = relation_words()
    assert words.lists["verb_lists"] <= set(words.lists)


def test_slots_of_a_frame() -> None:
    assert relation_words().slot("supporting", "helfen") == ("dative",)
    assert relation_words().slot("supporting", "lesen") == ()


def test_a_wrong_entry_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = dict(read_data("relations.yaml"))
    raw["acts"] = [{"predicate": "DENIED", "verbs": "bestreiten"}]

    def read(_name: str) -> dict[str, object]:
        return raw

    monkeypatch.setattr("ingest.extraction.relation_words.read_data", read)
    with pytest.raises(BadData, match=r"relations\.yaml: acts: DENIED"):
        relation_words.__wrapped__()
