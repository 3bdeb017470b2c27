"""The annotations of a chunk while its batches come in, in any order."""

from collections.abc import Sequence

import numpy as np

from ingest.german.chunk import COLUMNS
from ingest.german.decoder import Rows
from ingest.german.windows import Window

HEAD, DEP = COLUMNS.index("HEAD"), COLUMNS.index("DEP")


class Answer:
    """One row a word of the chunk, as in `Rows`."""

    def __init__(self, words: int) -> None:
        self.table = np.zeros((words, len(COLUMNS)), np.uint64)
        self.arc_margin = np.zeros(words, np.float32)
        self.ner_margin = np.zeros(words, np.float32)

    def take(self, batch: Sequence[Window], rows: Rows) -> None:
        """Put the rows of a batch where its windows stand."""
        at = np.concatenate([np.arange(window.start, window.end) for window in batch])
        self.table[at], self.arc_margin[at], self.ner_margin[at] = rows.table, rows.arc_margin, rows.ner_margin

    def join(self, windows: Sequence[Window], relation: int) -> None:
        """Hang the roots of later windows of a sentence on the root of its first one."""
        first = {window.start: window for window in windows}
        for window in windows:
            if window.start != window.sentence:
                root = self._root(window)
                self.table[root, HEAD] = np.int64(self._root(first[window.sentence]) - root).astype(np.uint64)
                self.table[root, DEP] = relation

    def _root(self, window: Window) -> int:
        return window.start + int(np.flatnonzero(self.table[window.start : window.end, HEAD] == 0)[0])
