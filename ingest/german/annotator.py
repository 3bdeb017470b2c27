"""The model as a spaCy component: everything it says about a word, for docs one by one or in a stream."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ingest.german.answer import Answer
from ingest.german.arrays import Ints
from ingest.german.chunk import make_chunk
from ingest.german.decoder import Decoder, Rows
from ingest.german.labels import labels
from ingest.german.network import Network
from ingest.german.pieces import Pieces
from ingest.german.windows import MARKS, Window, batches_of, windows_of
from ingest.german.writing import write

WORDS_AT_ONCE = 8_000  # of docs in a stream: enough to fill batches with sentences of one length
POSITIONS = 384  # of a padded batch: larger ones take longer for the same words, and more memory
SMALLEST = 128  # positions: below that two halves take longer than the whole


class Annotator:
    """Runs the model over docs that have tokens and sentence starts."""

    def __init__(self, vocab: Vocab, name: str, threads: int) -> None:
        self.name = name
        self._pieces, self._network, self._decoder = Pieces(), Network(), Decoder(vocab)
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads, name)

    def __call__(self, doc: Doc) -> Doc:
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = WORDS_AT_ONCE) -> Iterator[Doc]:
        """Annotated docs in order; sentences of neighbouring docs share batches (at most `batch_size` docs at once)."""
        for docs in _gathered(stream, batch_size):
            self.annotate(docs)
            yield from docs

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write annotations into docs, which keep their text and tokens."""
        chunk = make_chunk(docs)
        ids, offsets = self._pieces.encode(chunk.words, chunk.blank_before)
        limit = labels().max_pieces_per_window - MARKS
        windows = [w for start, end in chunk.sentences() for w in windows_of(chunk.words, start, end, offsets, limit)]
        batches = batches_of(windows, offsets, self._positions(offsets))

        def rows(batch: Sequence[Window]) -> Rows:
            words = [word for window in batch for word in chunk.words[window.start : window.end]]
            return self._decoder.rows(words, self._network.score(batch, ids, offsets))

        answer = Answer(len(chunk.words))
        for batch, found in zip(batches, self._pool.map(rows, batches), strict=True):
            answer.take(batch, found)
        answer.join(windows, self._decoder.parataxis)
        for part in chunk.parts:
            write(part, answer, chunk.sentence)

    def _positions(self, offsets: Ints) -> int:
        """Size of a batch: a single article is shared out among the threads too."""
        return int(np.clip(offsets[-1] // self._threads, SMALLEST, POSITIONS))


def _gathered(stream: Iterable[Doc], most: int) -> Iterator[list[Doc]]:
    """Docs in groups of about `WORDS_AT_ONCE` tokens, and of at most `most` docs."""
    group: list[Doc] = []
    tokens = 0
    for doc in stream:
        group.append(doc)
        tokens += len(doc)
        if tokens >= WORDS_AT_ONCE or len(group) >= most:
            yield group
            group, tokens = [], 0
    if group:
        yield group
