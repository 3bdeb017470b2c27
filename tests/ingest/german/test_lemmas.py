"""Lemma rules and the choice between them."""

import numpy as np
import pytest

from ingest.german.arrays import Floats
from ingest.german.edit_rules import EditRule, Keep, Replace, edit_rules
from ingest.german.labels import labels
from ingest.german.lemmas import Lemmatizer

RULES = edit_rules()
SAME = Keep(0, 0, None, None)
WITHOUT_T = Keep(0, 1, None, Replace("t", "en"))
WITHOUT_E = Keep(0, 1, None, Replace("e", ""))


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    """With lexicon, rules and word forms of the model."""
    return Lemmatizer(labels())


def ranked(*rules: EditRule) -> Floats:
    """Logits that rank the rules in this order, a point apart, ahead of all others."""
    table = np.full((1, len(RULES)), -50, np.float32)
    for points, rule in enumerate(reversed(rules)):
        table[0, RULES.index(rule)] = points
    return table


@pytest.mark.parametrize(
    ("rule", "form", "lemma"),
    [
        (EditRule("l", SAME), "Die", "die"),
        (EditRule("u", WITHOUT_E), "soldate", "Soldat"),
        (EditRule("k", SAME), "NATO", "NATO"),
        (EditRule("k", WITHOUT_E), "USAe", "USA"),
        (EditRule("l", WITHOUT_T), "kommt", "kommen"),
        (EditRule("l", WITHOUT_T), "komme", None),
        (EditRule("l", Keep(2, 1, Replace("ge", ""), Replace("t", "en"))), "gesagt", "sagen"),
        (EditRule("l", Keep(2, 1, Replace("ge", ""), Replace("t", "en"))), "gt", None),
        (EditRule("l", Replace("war", "sein")), "War", "sein"),
        (EditRule("l", WITHOUT_E), "e", None),
    ],
)
def test_edit_rules(rule: EditRule, form: str, lemma: str | None) -> None:
    assert rule.apply(form) == lemma


def test_the_lexicon_wins(lemmatizer: Lemmatizer) -> None:
    assert lemmatizer.lemmas(["war"], ["AUX"], ranked(EditRule("l", SAME))) == ["sein"]


def test_numbers_and_marks_are_their_own_lemma(lemmatizer: Lemmatizer) -> None:
    assert lemmatizer.lemmas(["12.000"], ["NUM"], ranked(EditRule("l", WITHOUT_T))) == ["12.000"]


def test_an_attested_word_beats_a_slightly_better_rule(lemmatizer: Lemmatizer) -> None:
    """ "Panzere" is no word, "Panzer" is: the rule that gives it is a point behind and wins."""
    rules = ranked(EditRule("u", SAME), EditRule("u", WITHOUT_E))
    assert lemmatizer.lemmas(["Panzere"], ["NOUN"], rules) == ["Panzer"]


def test_a_verb_becomes_a_possible_infinitive(lemmatizer: Lemmatizer) -> None:
    rules = ranked(EditRule("l", SAME), EditRule("l", WITHOUT_T))
    assert lemmatizer.lemmas(["xirmt"], ["VERB"], rules) == ["xirmen"]
    assert lemmatizer.lemmas(["xirmt"], ["ADV"], rules) == ["xirmt"]


def test_nouns_are_capital_and_names_keep_their_form(lemmatizer: Lemmatizer) -> None:
    rules = ranked(EditRule("l", SAME))
    assert lemmatizer.lemmas(["Qorbs", "NATO-Xal"], ["NOUN", "PROPN"], np.repeat(rules, 2, 0)) == ["Qorbs", "NATO-Xal"]


def test_the_form_stays_where_no_rule_fits(lemmatizer: Lemmatizer) -> None:
    logits = np.full((1, len(RULES)), -50, np.float32)
    logits[0, [n for n, rule in enumerate(RULES) if isinstance(rule.tree, Replace)][:8]] = 9
    assert lemmatizer.lemmas(["xyzzy"], ["PRON"], logits) == ["xyzzy"]
