"""Amounts in a sentence, before any noun is looked at: figures, number words, ranges, magnitudes, shares, vague."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from ingest.counts.numerals import figure_at, figure_range, numerals, word_value

Kind = Literal["number", "range", "magnitude", "vague", "share", "article"]
_RANGE = frozenset({"bis", "–", "—", "-", "oder"})
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Amount:
    """The tokens start..end (exclusive) and what they say; a share is a fraction of 1, an article means one."""

    start: int
    end: int
    min: Fraction | None
    max: Fraction | None
    kind: Kind
    about: bool = False
    or_more: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence as written and in lower case, by token number of the text; `stop` is exclusive."""

    forms: Sequence[str]
    lower: Sequence[str]
    start: int
    stop: int

    def at(self, token: int) -> str:
        """The word in lower case, empty outside the sentence."""
        return self.lower[token] if self.start <= token < self.stop else ""

    def phrase(self, start: int, length: int) -> str:
        """So many words joined by blanks."""
        return " ".join(self.lower[start : min(start + length, self.stop)])


def find_amounts(words: Words) -> Iterator[Amount]:
    """The amounts of a sentence from left to right; none overlaps another."""
    token = words.start
    while token < words.stop:
        amount = _amount(words, token) if begins_amount(words.lower[token]) else None
        if amount is None:
            token += 1
        else:
            yield amount
            token = amount.end


@lru_cache(maxsize=50_000)
def begins_amount(word: str) -> bool:
    """Can this word (lower case) be the first of an amount? A cheap test before a closer look."""
    table = numerals()
    if word[:1].isdigit() or word in table.article or word in table.magnitudes or word in table.several:
        return True
    if word in ("hälfte", "die", "der", "den", "millionen", "prozent") or word in table.vague or word == "ein":
        return True
    return word_value(word.removesuffix("-")) is not None


def _amount(words: Words, token: int) -> Amount | None:
    if found := _share(words, token):
        return found
    first = _simple(words, token)
    if first is None:
        return _range_token(words, token) or _shortened_range(words, token) or _vague(words, token)
    if first.kind == "article":
        return _vague(words, token) or first
    return _range(words, first) or _or_more(words, first)


def _or_more(words: Words, amount: Amount) -> Amount:
    """ "1.000 oder mehr" sets a lower bound, as "mindestens" does."""
    more = amount.kind == "number" and words.at(amount.end) in ("oder", "und") and words.at(amount.end + 1) == "mehr"
    return replace(amount, end=amount.end + 2, or_more=True) if more else amount


def _range(words: Words, low: Amount) -> Amount | None:
    """ "10.000 bis 12.000", "zwischen vier und sechs Millionen", "zwei oder drei": the second number right behind."""
    between = words.at(low.start - 1) == "zwischen"
    link = words.at(low.end)
    if link == "," and (pair := _one_or_the_next(words, low)) is not None:
        return pair
    if low.kind != "number" or not (link in _RANGE or between and link == "und"):
        return None
    at = low.end + (2 if words.at(low.end + 1) in ("zu", "rund", "etwa", "knapp", "den") else 1)
    high = _simple(words, at) if at < words.stop else None
    if high is None or high.kind != "number" or low.min is None or high.max is None:
        return None
    least = low.min * _scale_of(words, high) if low.end - low.start == 1 and low.min < high.max / 1000 else low.min
    if least >= high.max:
        return None
    start = low.start - 1 if between else low.start
    return Amount(start, high.end, least, high.max, "range")


def _one_or_the_next(words: Words, low: Amount) -> Amount | None:
    """ "zwei, drei Bataillone": two number words, one after the other."""
    high = _simple(words, low.end + 1) if low.end + 1 < words.stop and words.at(low.start).isalpha() else None
    follows = high is not None and low.max is not None and high.min == low.max + 1 and words.at(high.start).isalpha()
    return Amount(low.start, high.end, low.min, high.max, "range") if high is not None and follows else None


def _scale_of(words: Words, amount: Amount) -> int:
    """The scale word at the end of an amount, which also counts for the number before "bis"; 1 without one."""
    return numerals().scales.get(words.at(amount.end - 1), 1) if amount.end - amount.start > 1 else 1


def _shortened_range(words: Words, token: int) -> Amount | None:
    """ "zehn- bis zwanzigtausend", "3- bis 4000": the first number takes the rest of the word from the second."""
    form = words.at(token)
    if not form.endswith("-") or words.at(token + 1) not in ("bis", "oder") or token + 2 >= words.stop:
        return None
    low, high = _one_word(form[:-1]), _simple(words, token + 2)
    if low is None or high is None or high.max is None or high.kind != "number":
        return None
    scale = next((s for s in (1_000_000, 1000, 100) if low < high.max / s and high.max % s == 0), 1)
    return Amount(token, high.end, low * scale, high.max, "range") if low * scale < high.max else None


def _one_word(form: str) -> Fraction | None:
    return Fraction(form) if form.isdecimal() else word_value(form)


def _range_token(words: Words, token: int) -> Amount | None:
    ends = figure_range(words.forms[token]) if words.forms[token][0].isdigit() else None
    return Amount(token, token + 1, *ends, "range") if ends else None


def _simple(words: Words, token: int) -> Amount | None:
    """One number or order of magnitude with its scale words."""
    table, word = numerals(), words.at(token)
    if figure := figure_at(words.forms, token, words.stop):
        return _scaled(words, Amount(token, figure[0], figure[1], figure[1], "number"))
    if word in table.magnitudes:
        return Amount(token, token + 1, Fraction(table.magnitudes[word]), None, "magnitude")
    if several := _several(words, token):
        return several
    if word in table.article:
        return _scaled(words, Amount(token, token + 1, Fraction(1), Fraction(1), "article"))
    if word == "millionen":
        return Amount(token, token + 1, Fraction(1_000_000), None, "magnitude")
    value = word_value(word)
    return None if value is None else _scaled(words, Amount(token, token + 1, value, value, "number"))


def _several(words: Words, token: int) -> Amount | None:
    """ "mehrere Tausend", "ein paar Dutzend", "einige zehntausend": an order of magnitude."""
    table = numerals()
    length = 2 if words.phrase(token, 2) in table.several else 1 if words.at(token) in table.several else 0
    word = words.at(token + length)
    if not length or not word:
        return None
    scale = table.dozens if word == "dutzend" else table.scales.get(word) or table.magnitudes.get(word)
    least = Fraction(scale) if scale else word_value(word)
    if least is None or least < 20:
        return None
    return Amount(token, token + length + 1, least, None, "magnitude")


def _scaled(words: Words, amount: Amount) -> Amount:
    """With the scale words behind it: "eine halbe Million", "1,2 Millionen", "ein gutes Dutzend", "zwei Dutzend"."""
    table, end, about, factor = numerals(), amount.end, amount.about, Fraction(1)
    while words.at(end) in table.about | table.exact | table.half:
        about = about or words.at(end) in table.about
        factor = _HALF if words.at(end) in table.half else factor
        end += 1
    scale = table.scales.get(words.at(end))
    if scale is None or amount.min is None:
        return amount
    value = amount.min * factor * scale
    return replace(amount, end=end + 1, min=value, max=value, kind="number", about=about)


def _share(words: Words, token: int) -> Amount | None:
    """ "die Hälfte", "zwei Drittel", "70 Prozent": a fraction of a whole that is looked for later."""
    table, word = numerals(), words.at(token)
    if word == "hälfte":
        start = token - 1 if words.at(token - 1) in ("die", "der") else token
        return Amount(start, token + 1, _HALF, _HALF, "share", about=True)
    number = Fraction(1) if word in table.article else word_value(word) if word[:1].isalpha() else None
    part = table.shares.get(words.at(token + 1)) if number else None
    if number and part:
        return Amount(token, token + 2, number * part, number * part, "share", about=True)
    figure = figure_at(words.forms, token, words.stop) if word[:1].isdigit() else None
    if figure and words.at(figure[0]) in table.percent:
        return Amount(token, figure[0] + 1, figure[1] / 100, figure[1] / 100, "share", about=True)
    return None


def _vague(words: Words, token: int) -> Amount | None:
    """ "einige", "ein Teil", "eine kleine Zahl", "die meisten": more than one, no number; "wie viele" asks for it."""
    table, word = numerals(), words.at(token)
    if words.at(token - 1) in ("wie", "so", "zu"):
        return None
    if word in table.vague:
        return Amount(token, token + 1, None, None, "vague")
    if words.phrase(token, 2) in table.vague:
        return Amount(token, token + 2, None, None, "vague")
    if words.at(token + 1) in table.sizes and f"{word} {words.at(token + 2)}" in table.vague:
        return Amount(token, token + 3, None, None, "vague")
    return None
