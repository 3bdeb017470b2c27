"""Tables for people: headings, cells and the sentence behind each row, the same for terminal and start page."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import JsonValue

from api.words import Language, say, words
from graph.shown import ArticleHead
from queries.parameters import WORDS
from seeds.vocabulary import vocabulary

Item = TypeVar("Item")
# Articles come from anywhere: nothing in them may move the cursor or recolour a terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` have a cell for each heading; `evidence` has a sentence for each row, or is empty."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    evidence: tuple[str, ...] = ()
    note: str = ""

    def without_empty(self) -> "Table":
        """The same without columns that have nothing in any row."""
        kept = [at for at in range(len(self.headings)) if any(row[at] for row in self.rows)]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(self.title, tuple(self.headings[at] for at in kept), rows, self.evidence, self.note)


def plain(text: str) -> str:
    """One line of text that does nothing but show itself."""
    return _CONTROL.sub(" ", text)


def number(value: int, language: Language) -> str:
    """12.000 in German, 12,000 in English."""
    text = f"{value:,}"
    return text.replace(",", ".") if language == "de" else text


def fraction(value: float, language: Language) -> str:
    """0,1234 in German, 0.1234 in English."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "de" else text


def cell(value: JsonValue, type_: str, language: Language) -> str:
    """A value of an answer in words; `type_` is the type of its column."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(cell(one, type_, language) for one in value)
    if isinstance(value, bool):
        return say(str(value).lower(), language)
    if isinstance(value, int):
        return number(value, language)
    if isinstance(value, float):
        return fraction(value, language)
    text = str(value)
    if type_ in WORDS and text in vocabulary().values(type_):
        return vocabulary().label(type_, text, language)
    return plain(say(text, language) if type_ == "polarity" and text in words() else text)


def marker(*, sample: bool, language: Language, invented: bool = False) -> str:
    """What says that something comes from a sample; empty where it does not."""
    return say("invented" if invented else "sample", language) if sample else ""


def article_label(article: ArticleHead, language: Language) -> str:
    """Which article, in short: who published it and when, and whether it is a sample."""
    name = article.outlet or article.title or article.id
    mark = marker(sample=article.sample, invented=article.invented, language=language)
    label = ", ".join(part for part in (name, article.published) if part)
    return plain(f"{label} [{mark}]" if mark else label)


def table_of(title: str, items: Iterable[Item], columns: Mapping[str, Callable[[Item], str]]) -> Table:
    """A table with a column for each function."""
    rows: Sequence[tuple[str, ...]] = [tuple(show(item) for show in columns.values()) for item in items]
    return Table(title, tuple(columns), tuple(rows))
