"""The model as a spaCy component: everything it says about a word, for docs one by one or in a stream."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ingest.german.answer import Answer
from ingest.german.arrays import Ints
from ingest.german.chunk import Chunk, make_chunk
from ingest.german.decoder import Decoder, Rows
from ingest.german.labels import labels
from ingest.german.network import Network
from ingest.german.pieces import Pieces
from ingest.german.windows import MARKS, Window, batches_of, windows_of
from ingest.german.writing import write

WORDS_AT_ONCE = 4_000  # of docs in a stream: enough to fill batches with sentences of one length
POSITIONS = 384  # of a padded batch: larger ones take longer for the same words, and more memory
SMALLEST = 128  # positions: below that two halves take longer than the whole


@dataclass(frozen=True, slots=True)
class _Started:
    """Docs whose batches are on their way through the model."""

    chunk: Chunk
    windows: list[Window]
    batches: list[list[Window]]
    rows: list[Future[Rows]]


class Annotator:
    """Runs the model over docs that have tokens and sentence starts."""

    def __init__(self, vocab: Vocab, name: str, threads: int) -> None:
        self.name = name
        self._pieces, self._network, self._decoder = Pieces(), Network(), Decoder(vocab)
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads, name)

    def __call__(self, doc: Doc) -> Doc:
        return next(self._finish(self._start([doc])))

    def pipe(self, stream: Iterable[Doc], batch_size: int = WORDS_AT_ONCE) -> Iterator[Doc]:
        """Annotated docs in order; sentences of neighbouring docs share batches (at most `batch_size` docs at once).

        One group of docs is read ahead: the model is at work on it while the group before is used.
        """
        started: list[_Started] = []
        for docs in _gathered(stream, batch_size):
            started.append(self._start(docs))
            if len(started) > 1:
                yield from self._finish(started.pop(0))
        for last in started:
            yield from self._finish(last)

    def _start(self, docs: Sequence[Doc]) -> _Started:
        chunk = make_chunk(docs)
        ids, offsets = self._pieces.encode(chunk.words, chunk.blank_before)
        limit = labels().max_pieces_per_window - MARKS
        windows = [w for start, end in chunk.sentences() for w in windows_of(chunk.words, start, end, offsets, limit)]
        batches = batches_of(windows, offsets, self._positions(offsets))

        def rows(batch: Sequence[Window]) -> Rows:
            words = [word for window in batch for word in chunk.words[window.start : window.end]]
            return self._decoder.rows(words, self._network.score(batch, ids, offsets))

        return _Started(chunk, windows, batches, [self._pool.submit(rows, batch) for batch in batches])

    def _finish(self, started: _Started) -> Iterator[Doc]:
        """Write annotations into the docs, which keep their text and tokens."""
        chunk, answer = started.chunk, Answer(len(started.chunk.words))
        for batch, rows in zip(started.batches, started.rows, strict=True):
            answer.take(batch, rows.result())
        answer.join(started.windows, self._decoder.parataxis)
        for part in chunk.parts:
            write(part, answer, chunk.sentence)
            yield part.doc

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
