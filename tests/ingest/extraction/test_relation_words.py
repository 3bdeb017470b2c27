"""The vocabulary of relations: what the file promises, and how nouns and verbs are found in it."""

import pytest

from ingest.extraction import relation_words as module
from ingest.extraction.relation_words import relation_words
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
    acts = [*words.acts.values(), *words.act_nouns.values(), *words.light]
    assert len(acts) > 50
    assert {act.predicate for act in acts} <= set(vocabulary().predicates)


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
    raw = dict(module.read_data("relations.yaml"))
    raw["acts"] = [{"predicate": "DENIED", "verbs": "bestreiten"}]
    monkeypatch.setattr(module, "read_data", lambda _name: raw)
    with pytest.raises(BadData, match=r"relations\.yaml: acts: DENIED"):
        relation_words.__wrapped__()
