"""Sentences too long for the model are cut at clause marks and joined to one tree again."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Token

from ingest.german.windows import CUTS, Window, batches_of, windows_of

LIMIT = 20


def offsets_of(sizes: list[int]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Offsets of words with these numbers of pieces."""
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)


def test_a_short_sentence_is_one_window() -> None:
    assert windows_of(["Ja", "."], 0, 2, offsets_of([1, 1]), LIMIT) == [Window(0, 2, 0)]


def test_the_cut_stands_behind_the_last_clause_mark_of_the_second_half() -> None:
    words = ["a", ",", "b", "c", "d", "e", ",", "f", "g", "h", "i", "j"]
    assert windows_of(words, 0, 12, offsets_of([2] * 12), LIMIT) == [Window(0, 7, 0), Window(7, 12, 0)]


def test_without_a_mark_the_window_is_filled() -> None:
    assert windows_of(["a"] * 12, 0, 12, offsets_of([2] * 12), LIMIT) == [Window(0, 10, 0), Window(10, 12, 0)]


@given(st.lists(st.tuples(st.integers(1, 8), st.sampled_from(["Wort", ",", ";"])), min_size=1, max_size=120))
def test_windows_follow_each_other_and_fit(given_words: list[tuple[int, str]]) -> None:
    words = [word for _, word in given_words]
    offsets = offsets_of([size for size, _ in given_words])
    windows = windows_of(words, 0, len(words), offsets, LIMIT)
    assert windows[0].start == 0 and windows[-1].end == len(words)
    assert all(a.end == b.start for a, b in pairwise(windows))
    assert all(0 < offsets[w.end] - offsets[w.start] <= LIMIT for w in windows)
    assert {w.sentence for w in windows} == {0}


@given(st.lists(st.integers(1, 30), min_size=1, max_size=60))
def test_batches_hold_every_window_once_and_are_not_too_large(sizes: list[int]) -> None:
    offsets = offsets_of(sizes)
    windows = [Window(n, n + 1, n) for n in range(len(sizes))]
    batches = batches_of(windows, offsets, 64)
    assert sorted(w.start for batch in batches for w in batch) == list(range(len(sizes)))
    for batch in batches:
        longest = max(sizes[w.start] for w in batch) + 2
        assert len(batch) == 1 or longest * len(batch) <= 64


def test_a_very_long_sentence_is_one_tree(nlp: Language) -> None:
    """Some 1,500 words: the later windows hang on the root of the first one."""
    clause = "die Soldaten kommen aus dem Norden, und niemand nennt ihre Zahl, "
    doc = nlp("Der Sprecher sagt, " + clause * 120 + "aber das ist alles.")
    (sentence,) = doc.sents
    late = [token for token in doc if token.dep_ == "parataxis" and token.head == sentence.root]
    assert sentence.root.i < 300
    assert any(token.i > 1000 for token in late)
    assert all(is_below(token, sentence.root) for token in doc)
    assert not {token.text for token in doc if token.is_sent_start} & CUTS


def is_below(token: Token, root: Token) -> bool:
    """Whether the way up ends at the root."""
    return token == root or root in token.ancestors
