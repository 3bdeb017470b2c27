"""Whatever the text, the doc is well formed: one tree a sentence, entities with a beginning, nothing left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from ingest.german.margins import ARC, NER, margins
from ingest.german.pipeline import german

HOSTILE = {
    "empty": "",
    "blanks": "   \t \n\n ",
    "line breaks": "\n" * 300,
    "one stop": ".",
    "3,000 words": "Soldaten und Offiziere oder " * 750,
    "3,000 words and clauses": "Soldaten, die kamen; dann: " * 600,
    "5,000 letters": "Donaudampfschiff" * 313,
    "emoji": "😀 🎉🎉 👩‍👩‍👧 " * 60,
    "Hangul": "김정은은 러시아에 군대를 보냈다. " * 20,
    "control characters": "".join(map(chr, range(32))) * 20 + "\x7f\x85",
    "punctuation": "... ,,, !!! ??? ;;; „“ »« --- " * 40,
    "numbers": "1.234.567,89 12.000. 22. " * 100,
    "zero width": "\u200bNord\u200bkorea \ufeffschickt\u2028 \u00adTruppen\u00a0 .",
    "blanks inside": "Kim   Jong  Un\n\n\nreiste   ab .",
    "half a pair": "\ud800 ist kein Zeichen".encode("utf-8", "replace").decode(),
}


def assert_well_formed(doc: Doc, text: str) -> None:
    """Everything a reader of the doc relies on."""
    assert doc.text == text
    assert len(margins(doc, ARC)) == len(margins(doc, NER)) == len(doc)
    for sentence in doc.sents:
        assert_tree(sentence)
    assert all(token.pos_ and token.tag_ and token.dep_ and token.lemma_ for token in doc)
    assert all((token.pos_ == "SPACE") == token.is_space for token in doc)
    assert all(token.ent_iob_ in "BIO" and bool(token.ent_type_) == (token.ent_iob_ != "O") for token in doc)
    assert all(entity[0].ent_iob_ == "B" and not entity[0].is_space for entity in doc.ents)


def assert_tree(sentence: Span) -> None:
    """One root, every head within the sentence, and the way up from every token ends at the root."""
    roots = [token for token in sentence if token.dep_ == "ROOT"]
    assert [token for token in sentence if token.head == token] == roots and len(roots) == 1
    depth = {roots[0].i: 0}
    for token in sentence:
        path = [token.i]
        while path[-1] not in depth:
            head = sentence.doc[path[-1]].head.i
            assert sentence.start <= head < sentence.end and head not in path
            path.append(head)
        depth.update((i, 1) for i in path)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(nlp: Language, name: str) -> None:
    assert_well_formed(nlp(HOSTILE[name]), HOSTILE[name])


def test_hostile_texts_in_one_stream(nlp: Language) -> None:
    for text, doc in zip(HOSTILE.values(), nlp.pipe(HOSTILE.values()), strict=True):
        assert_well_formed(doc, text)


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_any_text(text: str) -> None:
    assert_well_formed(german()(text), text)


@given(st.text(alphabet='DerMann kam. \n„“"22.!?,', max_size=120))
@settings(max_examples=60)
def test_any_arrangement_of_marks(text: str) -> None:
    assert_well_formed(german()(text), text)


def test_margins_are_finite_and_zero_for_white_space(nlp: Language) -> None:
    doc = nlp("  Ja.\n" + HOSTILE["punctuation"])
    for name in (ARC, NER):
        values = margins(doc, name)
        assert len(values) == len(doc) and abs(values).max() <= 40
        assert all(value == 0 for token, value in zip(doc, values, strict=True) if token.is_space)
