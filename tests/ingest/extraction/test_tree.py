"""The lists of a parsed article agree with its tokens, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extraction.tree import make_tree
from ingest.german.pipeline import german

TEXTS = [
    "",
    " ",
    "Soldaten.",
    "Norwegen hat Soldaten geschickt.\n\nDas bestätigte die Nato.",
    "„Wir kommen!“, rief er – dann ging er. 😀 Ä-Ö-Ü ß",
]


@pytest.mark.parametrize("text", TEXTS)
def test_lists_agree_with_the_tokens(text: str) -> None:
    doc = german()(text)
    tree = make_tree(doc)
    assert tree.words == [token.text for token in doc]
    assert tree.lemmas == [token.lemma_ for token in doc]
    assert tree.offsets == [token.idx for token in doc]
    assert [tree.text(start, end) for start, end in tree.sentences] == [s.text for s in doc.sents if s.text]


@given(st.text(alphabet=st.sampled_from("abcÄß Sonne. Soldat 12,!?\n„“-–"), max_size=120))
def test_every_token_lies_in_its_subtree_and_sentence(text: str) -> None:
    tree = make_tree(german()(text))
    for token in range(len(tree)):
        left, right = tree.edges[token]
        start, end = tree.sentence(token)
        assert left <= token < right
        assert start <= token < end
        assert token in tree.subtree(token)


def test_the_preposition_of_a_phrase() -> None:
    tree = make_tree(german()("Die Soldaten kämpfen in der Region Kursk."))
    assert tree.case_of(tree.words.index("Region")) == "in"
    assert tree.case_of(tree.words.index("Soldaten")) is None
