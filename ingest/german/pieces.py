"""Words to the sub-words the model reads."""

from collections.abc import Sequence
from importlib.resources import as_file

import numpy as np
from tokenizers import Tokenizer

from ingest.german.arrays import Ints
from ingest.german.labels import labels, model_file

BLANK = "\u2581"
CACHE_LIMIT = 100_000


class Pieces:
    """Encodes words one by one, as in training; distinct strings are encoded once and kept."""

    def __init__(self) -> None:
        with as_file(model_file("tokenizer.json")) as path:
            self._tokenizer = Tokenizer.from_file(str(path))
        self._known: dict[str, list[int]] = {}

    def encode(self, words: Sequence[str], blank_before: Sequence[bool]) -> tuple[Ints, Ints]:
        """Ids of all pieces in a row, and offsets: word k has the ids `offsets[k]` to `offsets[k + 1]`.

        `blank_before` is true where white space stands before the word or a sentence begins.
        """
        keys = [
            BLANK + word.strip() if blank else word.strip() for word, blank in zip(words, blank_before, strict=True)
        ]
        known = self._known_with(keys)
        pieces = [known[key] for key in keys]
        offsets = np.zeros(len(pieces) + 1, np.int64)
        np.cumsum([len(ids) for ids in pieces], out=offsets[1:])
        return np.array([piece for ids in pieces for piece in ids], np.int64), offsets

    def _known_with(self, keys: Sequence[str]) -> dict[str, list[int]]:
        """The cache with all keys in it; swapped for a new one when full, so that other threads keep theirs."""
        if len(self._known) > CACHE_LIMIT:
            self._known = {}
        known = self._known
        if missing := list({key: None for key in keys if key not in known}):
            rules = labels()
            for key, encoding in zip(
                missing, self._tokenizer.encode_batch(missing, add_special_tokens=False), strict=True
            ):
                known[key] = encoding.ids[: rules.max_pieces_per_word] or [rules.special.unk]
        return known
