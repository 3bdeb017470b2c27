"""Arc scores to one tree a window."""

import numpy as np

from ingest.german.arborescence import arborescence
from ingest.german.arrays import Floats, Ints

ROOT_CANDIDATES = 3
CERTAIN = 30.0  # cap of a margin where nothing else was possible


def trees(arcs: Floats, sizes: Ints) -> tuple[Ints, Floats]:
    """Heads (windows, words) with 0 for the root and j + 1 for word j, and the margin of each head.

    `arcs` is (windows, words, words + 1). The margin is the difference of log-probabilities between the head and
    the best other one: below zero where the tree as a whole asked for another head than the word alone.
    """
    scores = _masked(arcs, sizes)
    heads = scores.argmax(2)
    for window in np.flatnonzero(~_well_formed(heads, sizes)):
        size = sizes[window]
        heads[window, :size] = _best_tree(scores[window, :size, : size + 1], arcs[window, :size, : size + 1])
    return heads, _margins(scores, heads)


def _masked(arcs: Floats, sizes: Ints) -> Floats:
    """Scores with minus infinity for padding and for the word itself."""
    words = arcs.shape[1]
    allowed = np.arange(words + 1) <= sizes[:, None, None]
    own = np.arange(words + 1) == np.arange(1, words + 1)[:, None]
    return np.where(allowed & ~own, arcs, np.float32(-np.inf))


def _well_formed(heads: Ints, sizes: Ints) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Which windows have exactly one root and no cycle: after n steps upwards every word is at the root."""
    windows, words = heads.shape
    real = np.arange(words) < sizes[:, None]
    up = np.zeros((windows, words + 1), np.int64)
    up[:, 1:] = np.where(real, heads, 0)
    reached = up
    for _ in range(max(1, int(np.ceil(np.log2(words + 1))))):
        reached = np.take_along_axis(reached, reached, 1)
    roots = ((heads == 0) & real).sum(1)
    return (roots == 1) & ~reached.any(1)


def _best_tree(scores: Floats, raw: Floats) -> Ints:
    """The best tree with one root: each of the likeliest roots is tried, the best sum wins."""
    size = len(scores)
    top = raw.max(1, keepdims=True)
    logs = (scores - top - np.log(np.exp(raw - top).sum(1, keepdims=True))).astype(np.float64)
    best, best_sum = np.zeros(size, np.int64), -np.inf
    for root in np.argsort(-logs[:, 0], kind="stable")[:ROOT_CANDIDATES]:
        nodes = np.full((size + 1, size + 1), -np.inf)
        nodes[1:, 1:] = logs[:, 1:]
        nodes[root + 1] = -np.inf
        nodes[root + 1, 0] = logs[root, 0]
        heads = arborescence(nodes)[1:]
        total = logs[np.arange(size), heads].sum()
        if total > best_sum:
            best, best_sum = heads, total
    return best


def _margins(scores: Floats, heads: Ints) -> Floats:
    chosen = np.take_along_axis(scores, heads[:, :, None], 2)
    others = scores.copy()
    np.put_along_axis(others, heads[:, :, None], -np.inf, 2)
    with np.errstate(invalid="ignore"):  # padding words have minus infinity everywhere
        return np.clip(chosen[:, :, 0] - others.max(2), -CERTAIN, CERTAIN)
