"""Scores of a batch to annotations: one row of spaCy attributes a word, in the order of `chunk.COLUMNS`."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.vocab import Vocab

from ingest.german.arrays import Floats, Hashes, Ints
from ingest.german.entities import Entities
from ingest.german.features import Features
from ingest.german.labels import labels
from ingest.german.lemmas import Lemmatizer
from ingest.german.network import Scores
from ingest.german.relations import relations
from ingest.german.trees import trees

NO_FEATURES = "_"  # spaCy's string for a token without any


@dataclass(frozen=True, slots=True)
class Rows:
    """Annotations of the words of a batch, and the margins of their arcs and entity labels."""

    table: Hashes
    arc_margin: Floats
    ner_margin: Floats


class Decoder:
    """Everything between the scores and the doc; strings become hashes of one vocabulary."""

    def __init__(self, vocab: Vocab) -> None:
        rules = labels()
        self._strings = vocab.strings
        self._upos = rules.of("upos")
        self._features, self._lemmatizer, self._entities = Features(rules), Lemmatizer(rules), Entities(rules)
        self._pos_codes = self._hashes(self._upos)
        self._tags = self._hashes(rules.of("xpos"))
        self._deps = self._hashes([name if name != "root" else "ROOT" for name in rules.of("deps")])
        self._types = self._hashes(self._entities.types)
        self._bare = np.array([name in rules.no_feats for name in self._upos])
        self.parataxis = int(self._hashes(["parataxis"])[0])

    def rows(self, words: Sequence[str], scores: Scores) -> Rows:
        """`words` of all windows of the batch in a row; heads are relative to the word, as spaCy keeps them."""
        upos: Ints = scores.flat("upos").argmax(1)
        numbers: list[int] = upos.tolist()
        names = [self._upos[number] for number in numbers]
        heads, relation, arc_margin = _syntax(scores)
        starts = np.zeros(len(words), bool)
        starts[np.cumsum(scores.sizes) - scores.sizes] = True
        iob, kinds, ner_margin = self._entities.decode(scores.flat("ner"), starts)
        columns = (
            self._pos_codes[upos],
            self._tags[scores.flat("xpos").argmax(1)],
            self._morph_hashes(scores, upos),
            self._hashes(self._lemmatizer.lemmas(words, names, scores.flat("lemma"))),
            self._deps[relation],
            heads.astype(np.uint64),
            iob.astype(np.uint64),
            self._types[kinds],
        )
        return Rows(np.stack(columns, axis=1), arc_margin, ner_margin)

    def _morph_hashes(self, scores: Scores, upos: Ints) -> Hashes:
        outputs = [scores.flat(output) for output in self._features.outputs]
        return self._hashes(self._features.strings(outputs, self._bare[upos]), NO_FEATURES)

    def _hashes(self, strings: Sequence[str], empty: str = "") -> Hashes:
        add = self._strings.add
        return np.array([add(text or empty) for text in strings], np.uint64)


def _syntax(scores: Scores) -> tuple[Ints, Ints, Floats]:
    """Relative heads, relation numbers and arc margins of all words; heads of roots are 0."""
    found, margins = trees(scores.outputs["arc"], scores.sizes)
    window, word = np.nonzero(scores.real)
    head = found[window, word]
    longest = scores.real.shape[1]
    head_number = np.where(head > 0, window * longest + head - 1, -1)
    relation = relations(scores.outputs["rel"][window, word, :, head], head_number)
    return np.where(head > 0, head - 1 - word, 0), relation, margins[window, word]
