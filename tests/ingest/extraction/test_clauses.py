"""Clauses: verb with prefix, arguments, voice, mood, negation, control and relative pronouns."""

from collections.abc import Callable

import pytest

from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.reading import Reading

Read = Callable[[str], Reading]


def clause_of(reading: Reading, verb: str) -> Clause:
    found = [c for sentence in reading.clauses for c in sentence]
    return next(c for c in found if c.verb == verb)


def words(reading: Reading, tokens: list[int]) -> list[str]:
    return [reading.tree.words[t] for t in tokens]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Der Minister wies den Bericht zurück.", "zurückweisen"),
        ("Polen zog seine Soldaten ab.", "abziehen"),
        ("Die Truppen wurden nach Mali verlegt.", "verlegen"),
        ("Frankreich will Soldaten nach Estland verlegen.", "verlegen"),
        ("Die Armee nahm zehn Männer gefangen.", "gefangennehmen"),
        ("Die Regierung gab den Abzug bekannt.", "bekanntgeben"),
        ("Ghana hat die Entsendung beschlossen.", "beschließen"),
        ("Drei Männer erlagen ihren Wunden.", "erliegen"),
    ],
)
def test_the_verb_with_its_prefix(text: str, verb: str, reading_of: Read) -> None:
    assert verb in [c.verb for sentence in reading_of(text).clauses for c in sentence]


def test_arguments_of_an_active_clause(reading_of: Read) -> None:
    reading = reading_of("Norwegen und Schweden haben 300 Soldaten nach Lettland geschickt.")
    clause = clause_of(reading, "schicken")
    assert words(reading, conjuncts(reading.tree, clause.subjects[0])) == ["Norwegen", "Schweden"]
    assert words(reading, clause.objects) == ["Soldaten"]
    assert [(p, reading.tree.words[t]) for p, t in clause.obliques] == [("nach", "Lettland")]
    assert not clause.passive
    assert not clause.negated


def test_passive_and_negation(reading_of: Read) -> None:
    clause = clause_of(reading_of("Die Soldaten wurden nicht abgezogen."), "abziehen")
    assert clause.passive
    assert clause.negated


def test_a_limit_is_no_negation(reading_of: Read) -> None:
    clause = clause_of(reading_of("Kanada liefert längst nicht mehr nur Munition."), "liefern")
    assert not clause.negated


def test_indirect_speech_and_modal_verbs(reading_of: Read) -> None:
    reading = reading_of("Die Truppe sei abgezogen worden, sagte der Sprecher. Sie soll bald zurückkehren.")
    assert clause_of(reading, "abziehen").subjunctive
    assert clause_of(reading, "zurückkehren").modal == "sollen"


def test_the_accused_is_the_subject_of_the_infinitive(reading_of: Read) -> None:
    reading = reading_of("Die Ukraine beschuldigt Belarus, Soldaten geschickt zu haben.")
    assert words(reading, clause_of(reading, "schicken").subjects) == ["Belarus"]


def test_a_relative_pronoun_stands_for_its_noun(reading_of: Read) -> None:
    reading = reading_of("Die Soldaten, die in Mali kämpfen, kommen aus dem Tschad.")
    assert words(reading, clause_of(reading, "kämpfen").subjects) == ["Soldaten"]


def test_what_stands_before_a_colon_is_no_subject(reading_of: Read) -> None:
    reading = reading_of("Seoul: Nordkorea hat weitere 3.000 Soldaten entsandt")
    assert words(reading, clause_of(reading, "entsenden").subjects) == ["Nordkorea"]
