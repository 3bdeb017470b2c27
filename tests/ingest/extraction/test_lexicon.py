"""Strong verbs: forms of all prefixes lead to the infinitive, weak look-alikes do not."""

import pytest

from ingest.extraction.lexicon import lexicon


@pytest.mark.parametrize(
    ("form", "lemma", "tag", "infinitive"),
    [
        ("bestritt", "bestreiten", "VVFIN", "bestreiten"),
        ("zugestimmt", "zustimmen", "VVPP", "zustimmen"),
        ("abgezogen", "abgezogen", "VVPP", "abziehen"),
        ("beschlossen", "beschlossen", "VVPP", "beschließen"),
        ("erlagen", "erlagen", "VVFIN", "erliegen"),
        ("stiege", "stiegen", "VVFIN", "steigen"),
        ("verlegen", "verlegen", "VVINF", "verlegen"),
        ("verlegen", "verlegen", "VVFIN", "verlegen"),
        ("liefert", "liefern", "VVFIN", "liefern"),
        ("vorbereitet", "vorbereitet", "VVPP", "vorbereiten"),
        ("stationiert", "stationiert", "VVPP", "stationieren"),
        ("heimgeholt", "heimgeholen", "VVPP", "heimholen"),
        ("angehört", "angehören", "VVPP", "angehören"),
        ("heisst", "heissen", "VVFIN", "heißen"),
        ("vergrössern", "vergrössern", "VVINF", "vergrößern"),
        ("messen", "messen", "VVINF", "messen"),
    ],
)
def test_the_infinitive_of_a_form(form: str, lemma: str, tag: str, infinitive: str) -> None:
    assert lexicon().lemma(form, lemma, "VERB", tag) == infinitive


def test_nouns_keep_the_lemma_of_the_tagger() -> None:
    assert lexicon().lemma("Band", "Band", "NOUN", "NN") == "Band"
