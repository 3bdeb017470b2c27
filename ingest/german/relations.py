"""Relations of the chosen arcs: one subject and one object a head."""

import numpy as np

from ingest.german.arrays import Bools, Floats, Ints
from ingest.german.labels import labels

UNIQUE = (("nsubj", "nsubj:pass", "csubj", "csubj:pass"), ("obj",))


def relations(scores: Floats, heads: Ints) -> Ints:
    """Label number of each word; `scores` (words, labels) of the chosen heads, `heads` a number for each head word.

    Two words have the same number in `heads` if they hang on the same word; negative stands for the root. Of several
    subjects of a head the one with the largest margin over its best other label stays, the rest take their next best
    label; then the same for objects.
    """
    names = labels().of("deps")
    open_ = scores.copy()
    open_[:, names.index("root")] = -np.inf
    chosen: Ints = open_.argmax(1)
    for group in UNIQUE:
        members: Ints = np.array([names.index(name) for name in group if name in names])
        for rivals in _rivals(np.isin(chosen, members) & (heads >= 0), heads):
            losers = rivals[np.argsort(-_lead(open_[rivals], members), kind="stable")[1:]]
            open_[losers[:, None], members] = -np.inf
            chosen[losers] = open_[losers].argmax(1)
    chosen[heads < 0] = names.index("root")
    return chosen


def _rivals(candidates: Bools, heads: Ints) -> list[Ints]:
    """Groups of two and more candidates on one head."""
    held, counts = np.unique(heads[candidates], return_counts=True)
    return [np.flatnonzero(candidates & (heads == head)) for head in held[counts > 1]]


def _lead(scores: Floats, members: Ints) -> Floats:
    """How far the best label of the group is ahead of the best one outside."""
    outside = scores.copy()
    outside[:, members] = -np.inf
    lead: Floats = scores[:, members].max(1) - outside.max(1)
    return lead
