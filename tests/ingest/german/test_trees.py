"""The best tree is the best of all trees, and margins say how far the next head was."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.german.arborescence import arborescence
from ingest.german.arrays import Floats, Ints
from ingest.german.trees import CERTAIN, trees


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word reaches the root: `heads[k]` is the head of word k + 1."""
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def best_sum(scores: Floats, roots: int | None = None) -> float:
    """The best sum of all trees, tried one by one; with a number of roots if one is asked for."""
    size = len(scores)
    every = product(range(size + 1), repeat=size)
    fine = [h for h in every if is_tree(h) and (roots is None or h.count(0) == roots)]
    return max(float(sum(scores[word, head] for word, head in enumerate(heads))) for heads in fine)


def total(scores: Floats, heads: Ints) -> float:
    """The sum of a tree."""
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@st.composite
def arc_scores(draw: st.DrawFn, largest: int = 4) -> Floats:
    """(words, words + 1) with different whole numbers, so that the best is hardly ever shared."""
    size = draw(st.integers(1, largest))
    count = size * (size + 1)
    values = draw(st.lists(st.integers(-40, 40), min_size=count, max_size=count, unique=True))
    return np.array(values, np.float32).reshape(size, size + 1)


@given(arc_scores())
def test_arborescence_is_the_best_of_all(scores: Floats) -> None:
    size = len(scores)
    nodes = np.full((size + 1, size + 1), -np.inf)
    nodes[1:] = scores
    heads = arborescence(nodes)[1:]
    assert is_tree(tuple(heads.tolist()))
    assert total(scores, heads) == best_sum(scores)


@given(arc_scores())
def test_one_root_and_the_best_sum(scores: Floats) -> None:
    """With up to three words every root is a candidate, so the answer is the best of all trees with one root."""
    heads, _ = trees(scores[None], np.array([len(scores)]))
    assert is_tree(tuple(heads[0].tolist()))
    assert heads[0].tolist().count(0) == 1
    if len(scores) <= 3:
        rows = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        assert total(rows, heads[0]) == pytest.approx(best_sum(rows, roots=1), abs=1e-3)


@given(st.lists(arc_scores(), min_size=1, max_size=4))
def test_padding_changes_nothing(windows: list[Floats]) -> None:
    longest = max(map(len, windows))
    batch = np.full((len(windows), longest, longest + 1), 99, np.float32)
    for row, scores in enumerate(windows):
        batch[row, : len(scores), : len(scores) + 1] = scores
    heads, margins = trees(batch, np.array([len(scores) for scores in windows]))
    for row, scores in enumerate(windows):
        alone, alone_margins = trees(scores[None], np.array([len(scores)]))
        assert heads[row, : len(scores)].tolist() == alone[0].tolist()
        assert margins[row, : len(scores)].tolist() == alone_margins[0].tolist()


def test_margin_is_the_lead_over_the_next_head() -> None:
    scores = np.array([[[9.0, 0.0, 5.0], [1.0, 7.0, 0.0]]], np.float32)
    heads, margins = trees(scores, np.array([2]))
    assert heads.tolist() == [[0, 1]]
    assert margins.tolist() == [[4.0, 6.0]]


def test_margin_is_negative_where_the_tree_asks_for_another_head() -> None:
    """Both words prefer each other; one of them has to be the root."""
    scores = np.array([[[5.0, 0.0, 9.0], [1.0, 7.0, 0.0]]], np.float32)
    heads, margins = trees(scores, np.array([2]))
    assert heads.tolist() == [[0, 1]]
    assert margins[0, 0] == -4.0


def test_a_single_word_is_certainly_the_root() -> None:
    heads, margins = trees(np.zeros((1, 1, 2), np.float32), np.array([1]))
    assert heads.tolist() == [[0]] and margins.tolist() == [[CERTAIN]]
