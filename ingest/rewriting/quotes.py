"""Quotation marks of any style become „ “, those inside of them ‚ ‘; apostrophes and inches stay as they are."""

import re
from collections.abc import Iterator

from ingest.rewriting.rewritten import Edit

_DOUBLE, _SINGLE = '"„“”‟»«″＂', "'‚‘’‛›‹"
_MARK = re.compile(rf"``|''|,,(?=\w)|[{_DOUBLE}{_SINGLE}]")
_USUAL = re.compile(rf"[^{_DOUBLE}{_SINGLE}]*(?:„[^{_DOUBLE}{_SINGLE}]*“[^{_DOUBLE}{_SINGLE}]*)*\Z")
_PAIRS = {"``": "open", "''": "close", ",,": "open"}
_OPENING = frozenset("([{–/-—")
_ELISION = re.compile(r"'(?:s|n|ne|nem|nen|ner|rein|raus|rauf|runter|rum)\b")
_CLOSING = re.compile(rf"(?<=\S)[{_SINGLE}](?!\w)")
_NARROW = r"[\u00a0\u2009\u202f]"
_INNER = re.compile(rf"(?<![^\s(\[{{–—-])[«»„“”]({_NARROW})(?=\S)|(?<=\S)({_NARROW})[«»“”](?!\w)")


def inner_spaces(text: str) -> Iterator[Edit]:
    """The narrow blanks that French typesetting puts inside of the marks go."""
    for match in _INNER.finditer(text):
        start, end = match.span(match.lastindex or 0)
        yield Edit(start, end, "")


def quotes(text: str) -> Iterator[Edit]:
    """The marks of each line in turn: a quotation that is not closed ends with its line."""
    start = 0
    for line in text.split("\n"):
        if not _USUAL.match(line):
            yield from _Line(line, start).edits()
        start += len(line) + 1


class _Line:
    """The marks of one line; `open` holds for each open quotation whether its mark is a double one."""

    def __init__(self, line: str, start: int) -> None:
        self.line, self.start = line, start
        self.open: list[bool] = []
        self.behind_opened = 0
        self.last_closing = max((match.start() for match in _CLOSING.finditer(line)), default=0)

    def edits(self) -> Iterator[Edit]:
        """Every mark that is one of quotation."""
        for match in _MARK.finditer(self.line):
            mark = match.group()
            double = mark in _PAIRS or mark in _DOUBLE
            if double or self._quotes(match):
                usual = self._usual(match, double)
                if usual:
                    yield Edit(self.start + match.start(), self.start + match.end(), usual)

    def _usual(self, match: re.Match[str], double: bool) -> str:
        """The usual mark; nothing for a closing one where no quotation is open."""
        if self._opens(match):
            self.open.append(double)
            self.behind_opened = match.end()
            return "„" if len(self.open) == 1 else "‚"
        if double not in self.open:
            return "“" if match.group() in "”“«»" else ""
        while self.open.pop() != double:
            pass
        return "‘" if self.open else "“"

    def _opens(self, match: re.Match[str]) -> bool:
        """By what is around it; where that does not tell, by the mark and by what is open."""
        mark, (start, end) = match.group(), match.span()
        if mark in _PAIRS:
            return _PAIRS[mark] == "open"
        begins, stops = self._begins(start), self._stops(end)
        if begins != stops:
            return begins
        return mark in "„‚" or (mark not in "”" and not self.open)

    def _begins(self, start: int) -> bool:
        """Whether a word may begin behind what is before the mark."""
        before = self.line[start - 1 : start]
        return not before or before.isspace() or before in _OPENING or self.behind_opened == start

    def _stops(self, end: int) -> bool:
        """Whether a word may end before what is behind the mark."""
        after = self.line[end : end + 1]
        return not after or after.isspace() or after in ".,;:!?)]}…" + _DOUBLE + _SINGLE

    def _quotes(self, match: re.Match[str]) -> bool:
        """Whether a single mark is no apostrophe: it closes what is open, or opens what is closed further on."""
        start, end = match.span()
        if match.group() in "‚›‹":
            return True
        if self._begins(start):
            return self._closed_behind(end) and not _ELISION.match(self.line, start)
        return False in self.open and not self.line[end : end + 1].isalnum()

    def _closed_behind(self, start: int) -> bool:
        """Whether a word begins here and a mark that may close stands further on."""
        return start < self.last_closing and self.line[start].isalnum()
