"""Proposals are short noun phrases in the nominative, made of words of the text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.statement import make_article
from ingest.extraction.proposals import clause_content, noun_content
from ingest.extraction.reading import Reading, read
from ingest.german.pipeline import german

_NOUNS = [
    ("Togo fordert den sofortigen Rückzug der Truppen.", "Rückzug", "sofortiger Rückzug der Truppen"),
    ("Die Einnahme der Stadt Goma ist bestätigt.", "Einnahme", "Einnahme der Stadt Goma"),
    ("Benin bestreitet jede Verwicklung seines Landes.", "Verwicklung", "Verwicklung seines Landes"),
    ("Ghana bestritt die Behauptung, die Region sei frei.", "Behauptung", "Region"),
    ("Malis Junta wies Berichte zurück, wonach Soldaten desertiert sind.", "Berichte", "Soldaten"),
    ("Eritrea hat Vorwürfe zurückgewiesen, sie unterstütze Rebellen mit Geld.", "Vorwürfe", "Rebellen mit Geld"),
]


@pytest.mark.parametrize(("text", "word", "name"), _NOUNS)
def test_what_a_noun_phrase_says(text: str, word: str, name: str, reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(text)
    content = noun_content(reading, reading.tree.words.index(word))
    assert content is not None
    assert (content.entity.name, content.entity.type) == (name, "Proposal")


_CLAUSES = [
    ("Ghana bestätigte, dass Soldaten in Somalia gelandet sind.", "Soldaten in Somalia"),
    ("Kigali bestreitet, dort Soldaten zu haben.", "Soldaten"),
    ("Der Botschafter warnte, bis zu 12.000 Söldner könnten kommen.", "12.000 Söldner"),
    ("Uganda wird vorgeworfen, die Miliz mit Drohnen zu beliefern.", "Miliz mit Drohnen"),
]


@pytest.mark.parametrize(("text", "name"), _CLAUSES)
def test_what_a_clause_says(text: str, name: str, reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(text)
    inner = [c for c in reading.clauses[0] if c.parent is not None]
    content = clause_content(reading, inner[-1])
    assert content is not None
    assert content.entity.name == name


def test_a_name_alone_is_no_proposal(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Maia Sandu warnte, Putin bluffe.")
    assert [clause_content(reading, c) for c in reading.clauses[0] if c.parent is not None] == [None]


_WORDS = ["der", "sofortige", "Rückzug", "aller", "fremden", "Truppen", "aus", "dem", "Land", ",", "und", "„", "12"]


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
def test_names_have_at_most_eight_words_of_the_text(words: list[str]) -> None:
    article = make_article(" ".join(["Togo fordert", *words, "."]), published="2025-03-01")
    reading = read(article, german()(article.text))
    for token, pos in enumerate(reading.tree.pos):
        content = noun_content(reading, token) if pos == "NOUN" else None
        if content is not None:
            assert 0 < len(content.entity.name.split()) <= 8
            assert all(reading.tree.words[t] for t in content.tokens)
