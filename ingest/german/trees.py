"""Arc scores to one tree a window."""

import numpy as np

from ingest.german.arborescence import arborescence
from ingest.german.arrays import Bools, Floats, Ints, filled

ROOT_CANDIDATES = 3
CERTAIN = 30.0  # cap of a margin, reached where nothing else was possible


def trees(arcs: Floats, sizes: Ints) -> tuple[Ints, Floats]:
    """Heads (windows, words) with 0 for the root and j + 1 for word j, and the margin of each head.

    `arcs` is (windows, words, words + 1). The margin is the difference of log-probabilities between the head and
    the best other one: below zero where the tree as a whole asked for another head than the word alone.
    """
    scores = _possible(arcs, sizes)
    heads: Ints = scores.argmax(2)
    broken: Ints = np.flatnonzero(~_well_formed(heads, sizes))
    for window in broken:
        size = int(sizes[window])
        heads[window, :size] = _best_tree(scores[window, :size, : size + 1], arcs[window, :size, : size + 1])
    return heads, _margins(scores, heads)


def _possible(arcs: Floats, sizes: Ints) -> Floats:
    """Scores with minus infinity for padding and for the word itself."""
    words = arcs.shape[1]
    allowed: Bools = filled(sizes + 1, words + 1)[:, None, :] & ~np.eye(words, words + 1, 1, dtype=np.bool_)
    return np.where(allowed, arcs, np.float32(-np.inf))


def _well_formed(heads: Ints, sizes: Ints) -> Bools:
    """Which windows have exactly one root and no cycle: after n steps upwards every word is at the root."""
    windows, words = heads.shape
    real = filled(sizes, words)
    reached = np.zeros((windows, words + 1), np.int64)
    reached[:, 1:] = np.where(real, heads, 0)
    for _ in range(words.bit_length()):
        reached = np.take_along_axis(reached, reached, 1)
    roots = np.count_nonzero((heads == 0) & real, axis=1)
    fine: Bools = (roots == 1) & ~reached.any(1)
    return fine


def _best_tree(scores: Floats, raw: Floats) -> Ints:
    """The best tree with one root: each of the likeliest roots is tried, the best sum wins."""
    size = len(scores)
    top = raw.max(1, keepdims=True)
    logs = (scores - top - np.log(np.exp(raw - top).sum(1, keepdims=True))).astype(np.float64)
    roots: Ints = np.argsort(-logs[:, 0], kind="stable")[:ROOT_CANDIDATES]
    best, best_sum = np.zeros(size, np.int64), -np.inf
    for root in roots:
        nodes = np.full((size + 1, size + 1), -np.inf)
        nodes[1:, 1:] = logs[:, 1:]
        nodes[root + 1] = -np.inf
        nodes[root + 1, 0] = logs[root, 0]
        heads = arborescence(nodes)[1:]
        total = float(logs[np.arange(size), heads].sum())
        if total > best_sum:
            best, best_sum = heads, total
    return best


def _margins(scores: Floats, heads: Ints) -> Floats:
    chosen = np.take_along_axis(scores, heads[:, :, None], 2)
    others = scores.copy()
    np.put_along_axis(others, heads[:, :, None], np.float32(-np.inf), 2)
    with np.errstate(invalid="ignore"):  # padding words have minus infinity everywhere
        margins: Floats = np.clip(chosen[:, :, 0] - others.max(2), -CERTAIN, CERTAIN)
    return margins
