"""Tokens as the model knows them; numbers lose the full stop that ends a sentence, ordinals keep it."""

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("im Jahr 2024.", ["im", "Jahr", "2024", "."]),
        ("rund 12.000.", ["rund", "12.000", "."]),
        ("Anteil 1,5.", ["Anteil", "1,5", "."]),
        ("Anteil 1,55.", ["Anteil", "1,55", "."]),
        ("am 22. und 03.10. in Rom", ["am", "22.", "und", "03.10.", "in", "Rom"]),
        ("gegen die M23.", ["gegen", "die", "M23", "."]),
        ("ein S-400. Das System Iris-T.", ["ein", "S-400", ".", "Das", "System", "Iris-T", "."]),
        ("von K.-H. Meier", ["von", "K.-H.", "Meier"]),
        ("am 3.10.2024.", ["am", "3.10.2024", "."]),
        ("sie kamen zum Kim-Palast (Nord).", ["sie", "kamen", "zum", "Kim-Palast", "(", "Nord", ")", "."]),
    ],
)
def test_tokens(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens
