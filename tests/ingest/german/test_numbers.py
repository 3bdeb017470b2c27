"""A short number at the end of a sentence loses its full stop, an ordinal keeps it."""

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("In Estland stehen 350.", ["350", "."]),
        ("Armenien schickt 100. Die Mission dauert.", ["100", "."]),
        ("Es waren 35.\nDann kam der Abzug.", ["35", "."]),
    ],
)
def test_the_stop_of_the_sentence(nlp: Language, text: str, tokens: list[str]) -> None:
    words = [token.text for token in nlp(text)]
    at = words.index(tokens[0])
    assert words[at : at + 2] == tokens
    assert nlp(text).text == text


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("Das 528. Regiment kam.", "528."),
        ("Am 24. Oktober kam er.", "24."),
        ("Vom 24. bis 26. Mai.", "24."),
        ("Es war der 100. Die Feier war groß.", "100."),
        ("Beim 45. Treffen kamen alle.", "45."),
    ],
)
def test_an_ordinal_keeps_it(nlp: Language, text: str, ordinal: str) -> None:
    assert ordinal in [token.text for token in nlp(text)]


def test_items_of_a_ticker_are_sentences(nlp: Language) -> None:
    doc = nlp("+++ Mali: Zwölf Soldaten fielen. +++ Ghana schickt Hilfe. +++")
    starts = [sentence.text.strip("+ ") for sentence in doc.sents]
    assert "Ghana schickt Hilfe." in starts
    assert "Mali: Zwölf Soldaten fielen." in starts
