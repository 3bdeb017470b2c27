"""A text with some of its characters replaced, and where each character stands in the text that it was made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Self


class Edit(NamedTuple):
    """The characters start..end (exclusive) are replaced by `text`, which may be empty."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """`begins[k]`..`ends[k]` (exclusive) is what character k was made of; both None while nothing was replaced."""

    text: str
    begins: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters start..end (exclusive, at least one) stand in the original text."""
        if self.begins is None or self.ends is None:
            return start, end
        return self.begins[start], self.ends[end - 1]

    def edited(self, edits: Iterable[Edit]) -> Self:
        """With these edits made; they are in text order and do not overlap."""
        made = [edit for edit in edits if self.text[edit.start : edit.end] != edit.text]
        if not made:
            return self
        begins = range(len(self.text)) if self.begins is None else self.begins
        ends = range(1, len(self.text) + 1) if self.ends is None else self.ends
        parts: list[str] = []
        starts: list[Iterable[int]] = []
        stops: list[Iterable[int]] = []
        at = 0
        for start, end, text in made:
            parts += [self.text[at:start], text]
            same = len(text) == end - start
            starts += [begins[at:start], begins[start:end] if same else [begins[start]] * len(text)]
            stops += [ends[at:start], ends[start:end] if same else [ends[end - 1]] * len(text)]
            at = end
        return type(self)(
            "".join([*parts, self.text[at:]]), [*chain(*starts, begins[at:])], [*chain(*stops, ends[at:])]
        )
