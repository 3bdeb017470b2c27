"""Entity logits to spans: the best well-formed sequence of B-, I- and O."""

import numpy as np

from ingest.german.arrays import Bools, Floats, Ints
from ingest.german.labels import Labels

INSIDE, OUTSIDE, BEGIN = 1, 2, 3  # spaCy's ENT_IOB
FORBIDDEN = np.float32(-1e4)


class Entities:
    """Decodes the `ner` output; what the labels mean comes from the model's own files."""

    def __init__(self, rules: Labels) -> None:
        self.names = rules.of("ner")
        self.types = ["", *sorted({kind for kind in rules.ner_map.values() if kind})]
        shipped = [rules.ner_map.get(name[2:]) or "" for name in self.names]
        self._type_of = np.array([self.types.index(kind) for kind in shipped])
        self._begins = np.array([not name.startswith("I-") for name in self.names])
        # (before, after): I-x only after B-x or I-x
        self._allowed = np.array([[b[0] != "I" or a[1:] == b[1:] for b in self.names] for a in self.names])

    def decode(self, logits: Floats, starts: Bools) -> tuple[Ints, Ints, Floats]:
        """spaCy's IOB code, type number and margin (log-probability over the next best label) of each word.

        `starts` marks the first word of each window.
        """
        chosen = logits.argmax(1)
        fine = np.where(starts, self._begins[chosen], self._allowed[np.roll(chosen, 1), chosen])
        if not fine.all():
            self._repair(chosen, fine, logits, starts)
        return *self._shipped(chosen, starts), _margins(logits, chosen)

    def _repair(self, chosen: Ints, fine: Bools, logits: Floats, starts: Bools) -> None:
        window = np.cumsum(starts) - 1
        for broken in np.unique(window[~fine]):
            rows = np.flatnonzero(window == broken)
            chosen[rows] = self._viterbi(logits[rows])

    def _viterbi(self, logits: Floats) -> list[int]:
        """The best well-formed sequence (a constant for each word is left out of the sum: only logits count)."""
        penalty = np.where(self._allowed, np.float32(0), FORBIDDEN)
        best = logits[0] + np.where(self._begins, np.float32(0), FORBIDDEN)
        back: list[Ints] = []
        for row in logits[1:]:
            paths = best[:, None] + penalty
            back.append(paths.argmax(0))
            best = paths.max(0) + row
        path = [int(best.argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return path[::-1]

    def _shipped(self, chosen: Ints, starts: Bools) -> tuple[Ints, Ints]:
        """Labels as they are shipped: parts of compounds are outside, and an entity begins where the type changes."""
        kinds = self._type_of[chosen]
        begins = self._begins[chosen] | starts | (np.roll(kinds, 1) != kinds)
        return np.where(kinds == 0, OUTSIDE, np.where(begins, BEGIN, INSIDE)), kinds


def _margins(logits: Floats, chosen: Ints) -> Floats:
    rows = np.arange(len(chosen))
    others = logits.copy()
    others[rows, chosen] = -np.inf
    margins: Floats = logits[rows, chosen] - others.max(1)
    return margins
