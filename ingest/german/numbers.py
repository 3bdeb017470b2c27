"""Full stops behind short numbers: "in Estland 350." ends a sentence, "der 350. Soldat" does not."""

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from ingest.german.cues import cues

NUMBER = re.compile(r"[0-9]{2,3}\.")


class Numbers:
    """A tokenizer that splits the full stop off numbers that end a sentence and are no ordinals."""

    def __init__(self, usual: Callable[[str], Doc]) -> None:
        self._usual = usual

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        doc = self._usual(text)
        words = [token.text for token in doc]
        last = [at for at, word in enumerate(words) if NUMBER.fullmatch(word) and _is_last(words, at)]
        return _split(doc, words, frozenset(last)) if last else doc


def _is_last(words: Sequence[str], at: int) -> bool:
    """Behind a word that no ordinal follows, and before the end, a line break or a capital that is no month."""
    before = words[at - 1].lower() if at else ""
    if not before or before.isspace() or before in cues().before_ordinals or not words[at - 1][0].isalpha():
        return False
    following = words[at + 1] if at + 1 < len(words) else "\n"
    if "\n" in following:
        return True
    opens = following[:1].isupper() or following in cues().openers  # a name could belong to the ordinal: "XV. Korps"
    known = following.lower() in cues().first_words or following in cues().openers
    return opens and known and following.lower() not in cues().after_ordinals


def _split(doc: Doc, words: Sequence[str], last: frozenset[int]) -> Doc:
    parts: list[str] = []
    blanks: list[bool] = []
    for at, token in enumerate(doc):
        blank = bool(token.whitespace_)
        parts += [words[at][:-1], "."] if at in last else [words[at]]
        blanks += [False, blank] if at in last else [blank]
    return Doc(doc.vocab, words=parts, spaces=blanks)
