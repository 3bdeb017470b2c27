"""Annotations into a doc: arrays of hashes at once instead of token by token."""

from typing import cast

import numpy as np
from spacy.tokens import Doc
from thinc.types import Ints2d

from ingest.german.answer import Answer
from ingest.german.arrays import Bools, Hashes, Ints
from ingest.german.chunk import COLUMNS, DocPart
from ingest.german.decoder import NO_FEATURES
from ingest.german.entities import INSIDE, OUTSIDE
from ingest.german.margins import set_margins

POS, TAG, MORPH, LEMMA, DEP, HEAD, IOB, KIND = range(len(COLUMNS))


def write(part: DocPart, answer: Answer, first_words: Bools) -> None:
    """All annotations of one doc; `first_words` has a value for each word of the chunk."""
    doc, tokens, words = part.doc, part.tokens, slice(part.start, part.end)
    margins = np.zeros((2, len(doc)), np.float32)
    margins[:, tokens] = answer.arc_margin[words], answer.ner_margin[words]
    set_margins(doc, margins[0], margins[1])
    if not len(doc):
        return
    table = np.zeros((len(doc), len(COLUMNS)), np.uint64)
    table[tokens] = answer.table[words]
    table[tokens, HEAD] = _token_heads(table[tokens, HEAD].astype(np.int64), tokens)
    _fill_spaces(doc, table, tokens)
    # from the heads spaCy works out children and where sentences start; the starts are then set to the ones we know
    doc.from_array(list(COLUMNS), cast(Ints2d, table))
    doc.from_array(["SENT_START"], cast(Ints2d, _starts(len(doc), tokens[first_words[words]])))


def _token_heads(heads: Ints, tokens: Ints) -> Hashes:
    """Distances in words to distances in tokens, for which white space counts."""
    distance: Ints = tokens[np.arange(len(tokens)) + heads] - tokens
    return distance.astype(np.uint64)


def _fill_spaces(doc: Doc, table: Hashes, tokens: Ints) -> None:
    """White space hangs on the token before it, at the start of a doc on the first word."""
    strings = doc.vocab.strings
    spaces: list[int] = np.setdiff1d(np.arange(len(doc)), tokens).tolist()
    for number in spaces:
        behind = int(np.searchsorted(tokens, number))
        following = tokens[behind : behind + 1]
        table[number, POS], table[number, TAG] = strings.add("SPACE"), strings.add("_SP")
        table[number, MORPH], table[number, LEMMA] = strings.add(NO_FEATURES), doc[number].orth
        head = -1 if number else int(following[0]) if len(following) else 0
        table[number, HEAD] = np.int64(head).astype(np.uint64)
        table[number, DEP] = strings.add("dep" if head else "ROOT")
        table[number, IOB] = OUTSIDE
        if len(following) and table[following[0], IOB] == INSIDE:  # a blank inside a name
            table[number, IOB], table[number, KIND] = INSIDE, table[following[0], KIND]


def _starts(length: int, first_tokens: Ints) -> Hashes:
    """spaCy's SENT_START: 1 or -1; white space at the start of a doc belongs to its first sentence."""
    starts = np.full(length, -1)
    starts[first_tokens[1:]] = 1
    starts[0] = 1
    return starts.astype(np.uint64)
