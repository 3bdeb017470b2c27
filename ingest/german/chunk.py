"""Words of several docs in one row: what the model reads, and where its answers go."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc

from ingest.german.arrays import Bools, Hashes, Ints

COLUMNS = ("POS", "TAG", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")


@dataclass(frozen=True, slots=True)
class DocPart:
    """One doc: `tokens[k]` is the token number of its word k, the words begin at `start` in the chunk."""

    doc: Doc
    tokens: Ints
    start: int

    @property
    def end(self) -> int:
        """Behind the last word of the doc in the chunk."""
        return self.start + len(self.tokens)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words without white space tokens; `sentence` is true at the first word of each sentence."""

    parts: list[DocPart]
    words: list[str]
    blank_before: list[bool]
    sentence: Bools

    def sentences(self) -> list[tuple[int, int]]:
        """Start and end (exclusive) of each sentence in the chunk."""
        starts: list[int] = np.flatnonzero(self.sentence).tolist()
        return list(pairwise([*starts, len(self.words)]))


def make_chunk(docs: Sequence[Doc]) -> Chunk:
    """The words of docs; a doc without sentence starts is one sentence."""
    parts: list[DocPart] = []
    words: list[str] = []
    blanks: list[bool] = []
    starts: list[Bools] = [np.zeros(0, bool)]
    for doc in docs:
        texts = [token.text for token in doc]
        real = np.array([not text.isspace() for text in texts], bool)
        tokens = np.flatnonzero(real)
        sentence = _sentence_starts(doc, tokens)
        parts.append(DocPart(doc, tokens, len(words)))
        words += [texts[token] for token in tokens]
        blanks += _blank_before(doc, real, sentence, tokens)
        starts.append(sentence)
    return Chunk(parts, words, blanks, np.concatenate(starts))


def _sentence_starts(doc: Doc, tokens: Ints) -> Bools:
    """First words of sentences; a start that was set on a white space token counts for the word behind it."""
    begins = _column(doc, "SENT_START") == 1
    number = np.cumsum(begins)[tokens]
    first: Bools = np.diff(number, prepend=-1) != 0
    return first


def _blank_before(doc: Doc, real: Bools, sentence: Bools, tokens: Ints) -> list[bool]:
    """Whether white space stands before a word: the first word of a sentence counts as if it did."""
    spaced = np.array([bool(token.whitespace_) for token in doc], bool) | ~real
    before = np.concatenate([np.ones(1, bool), spaced])[tokens]
    answer: list[bool] = (before | sentence).tolist()
    return answer


def _column(doc: Doc, attribute: str) -> Hashes:
    return doc.to_array([attribute]).reshape(len(doc)).astype(np.uint64)
