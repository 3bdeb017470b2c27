"""Sentence boundaries on tokens, before the model sees them: rules over marks and abbreviations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.german.cues import Cues, cues

ORDINAL = re.compile(r"\(?\d{1,3}\.|[IVXLC]+\.")
INITIAL = re.compile(r"(?:[A-ZÄÖÜ]\.)+(?:-?[A-ZÄÖÜ]\.)*|[A-ZÄÖÜ][a-z]?\.")
MARKS = frozenset(".!?…")
ROMAN = re.compile("[IVX]{2,5}")
LONGEST = 2_000  # tokens: work on a sentence grows with the square of its length
LONGEST_ORDINAL = 3  # digits; longer numbers with a full stop are years


def sentence_starts(words: Sequence[str], blanks: Sequence[bool]) -> list[bool]:
    """Whether a sentence begins at each token; white space tokens included, `blanks` true where a blank follows."""
    return _parted(_Reader(words, blanks, cues()).starts())


def _parted(starts: list[bool]) -> list[bool]:
    """With a start wherever a sentence would become too long."""
    first = 0
    for at, start in enumerate(starts):
        if start:
            first = at
        elif at - first == LONGEST:
            starts[at] = True
            first = at
    return starts


@dataclass(frozen=True, slots=True)
class _Next:
    """What follows a possible end: its first token, and the first word behind opening quotes."""

    token: str
    word: str
    opened: bool
    function: bool

    @property
    def capital(self) -> bool:
        return self.word[:1].isupper()

    @property
    def begins(self) -> bool:
        """Written as sentences begin: with a capital or a digit."""
        return self.capital or self.word[:1].isdigit()


class _Reader:
    def __init__(self, words: Sequence[str], blanks: Sequence[bool], known: Cues) -> None:
        self.words, self.blanks, self.cues = words, blanks, known
        self.quoted = False  # inside straight quotes

    def starts(self) -> list[bool]:
        """One pass: at every mark look behind the closing quotes and decide."""
        found = [False] * len(self.words)
        at = 0
        while at < len(self.words):
            word = self.words[at]
            after = at + 1
            if "\n" in word:
                self.quoted = False
                self._mark(found, after)
            elif word == '"':
                self.quoted = not self.quoted
            elif self._is_separator(at):
                self._mark(found, after)
            elif word[-1] in MARKS:
                after = self._behind_closers(at + 1)
                if self._parted(after) and self._ends(at, self._next(after)):
                    self._mark(found, after)
            at = after
        found[:1] = [True] * len(found[:1])
        return found

    def _is_separator(self, at: int) -> bool:
        """The last plus sign of "+++", which parts the items of a ticker."""
        last = at + 1 == len(self.words) or set(self.words[at + 1]) != {"+"}
        return last and set(self.words[at]) == {"+"} and (len(self.words[at]) > 1 or self.words[at - 1 : at] == ["+"])

    def _mark(self, found: list[bool], at: int) -> None:
        """A boundary, at the first token that is no white space."""
        at = next((n for n in range(at, len(found)) if not self.words[n].isspace()), len(found))
        if at < len(found):
            found[at] = True

    def _behind_closers(self, at: int) -> int:
        """Behind closing quotes and brackets; a straight quote closes only where one is open."""
        while at < len(self.words) and not self.blanks[at - 1]:
            word = self.words[at]
            if word == '"':
                if not self.quoted:
                    break
                self.quoted = False
            elif word not in self.cues.closers and word not in self.cues.terminators:
                break
            at += 1
        return at

    def _parted(self, at: int) -> bool:
        """Whether white space stands before the token; the line break behind a sentence is handled by itself."""
        return at < len(self.words) and (self.blanks[at - 1] or self.words[at].isspace())

    def _next(self, at: int) -> _Next:
        if self.words[at].isspace() and at + 1 < len(self.words):
            at += 1
        first = at
        while at < len(self.words) - 1 and self.words[at] in self.cues.openers:
            at += 1
        word = self.words[at]
        function = word[:1].isupper() and word.lower() in self.cues.first_words
        return _Next(self.words[first], word, self.words[first] in self.cues.openers, function)

    def _ends(self, at: int, following: _Next) -> bool:
        word = self.words[at]
        if word in self.cues.terminators or set(word) <= MARKS:
            return self._mark_ends(at, following)
        return word.endswith(".") and self._dotted_ends(word, following)

    def _mark_ends(self, at: int, following: _Next) -> bool:
        """A mark of its own ends the sentence, unless it was split off a number, an initial or an abbreviation."""
        mark = self.words[at]
        if mark in ("…", "..."):
            return following.function or (following.opened and following.capital)
        if following.token in self.cues.dashes:
            return following.function or (following.capital and mark == "." and following.token != "-")
        if mark == "." and at and not self.blanks[at - 1]:
            return following.begins and self._split_ends(self.words[at - 1], following)
        return following.begins

    def _split_ends(self, word: str, following: _Next) -> bool:
        """The word before a full stop that the tokenizer has split off."""
        low = word.lower()
        if word.isdigit() and len(word) <= 2:
            return following.word.lower() not in self.cues.after_ordinals and (following.function or following.opened)
        if ROMAN.fullmatch(word):
            return following.function  # "das XI. Armeekorps"
        if word in self.cues.also_words:  # in lower case an ordinary word
            return following.capital
        if self.cues.is_abbreviation(low):
            return self._abbreviation_ends(low, following)
        return following.function if len(word) == 1 and word.isupper() else True

    def _dotted_ends(self, word: str, following: _Next) -> bool:
        """A token that has kept its full stop: number, ordinal, abbreviation or initial."""
        stem = word[:-1].lower()
        if stem.isdigit() and len(stem) > LONGEST_ORDINAL:
            return following.begins or following.opened
        if ORDINAL.fullmatch(word):
            return following.function and following.word.lower() not in self.cues.after_ordinals
        if self.cues.is_abbreviation(stem):
            return self._abbreviation_ends(stem, following)
        if INITIAL.fullmatch(word):
            return following.function and len(following.word) > len("Er")
        return following.function

    def _abbreviation_ends(self, stem: str, following: _Next) -> bool:
        if stem in self.cues.last_before_capital:
            return following.capital
        return following.function and stem in (self.cues.last_before_first_word | self.cues.also_words)
