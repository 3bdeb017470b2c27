"""German number words and figures: one word or one run of tokens to its value."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from seeds.errors import BadData

_SEPARATOR = r"[.'’ \u00a0\u202f\u2009]"
_FIGURE = rf"(?:[0-9]{{1,3}}(?:{_SEPARATOR}[0-9]{{3}})+|[0-9]+)(?:,[0-9]+)?"
_ONE_FIGURE = re.compile(rf"{_FIGURE}\Z")
_TWO_FIGURES = re.compile(rf"({_FIGURE})[–—-]({_FIGURE})\Z")
_GROUP = re.compile(r"[0-9]{3}(?:,[0-9]+)?\.?\Z")
_LONGEST = 24  # characters of a figure: what is longer counts nothing
_SEPARATORS = re.compile(_SEPARATOR)
_ORDINAL = 5
_BLANKS = frozenset("\u00a0\u202f\u2009")


@dataclass(frozen=True)
class Numerals:
    """The tables of `data/numerals.yaml`, all keys in lower case."""

    below_hundred: Mapping[str, int]
    words: Mapping[str, Fraction]
    article: frozenset[str]
    one_more: frozenset[str]
    scales: Mapping[str, int]
    alone: frozenset[str]
    about: frozenset[str]
    exact: frozenset[str]
    half: frozenset[str]
    magnitudes: Mapping[str, int]
    several: frozenset[str]
    dozens: int
    shares: Mapping[str, Fraction]
    percent: frozenset[str]
    vague: frozenset[str]
    sizes: frozenset[str]
    rest: frozenset[str]


@cache
def numerals() -> Numerals:
    """The number words of this distribution; raises BadData naming the entry that is missing."""
    raw = yaml.safe_load(files("ingest.counts").joinpath("data", "numerals.yaml").read_text("utf-8"))
    try:
        return Numerals(
            below_hundred=_below_hundred(raw["units"], raw["teens"], raw["tens"]),
            words={word: Fraction(str(value)) for word, value in raw["words"].items()},
            scales=raw["scales"],
            magnitudes=raw["magnitudes"],
            dozens=raw["dozens"],
            shares={word: Fraction(*parts) for word, parts in raw["shares"].items()},
            **{
                name: frozenset(raw[name])
                for name in (
                    "article",
                    "one_more",
                    "alone",
                    "about",
                    "exact",
                    "half",
                    "several",
                    "percent",
                    "vague",
                    "sizes",
                    "rest",
                )
            },
        )
    except (KeyError, TypeError, AttributeError) as exc:
        raise BadData(f"ingest/counts/data/numerals.yaml: {exc}") from exc


def _below_hundred(units: Mapping[str, int], teens: Mapping[str, int], tens: Mapping[str, int]) -> dict[str, int]:
    """Every word for 1 to 99, "einundzwanzig" and the like built from units and tens."""
    words = {**units, **teens, **tens}
    for unit, low in units.items():
        words |= {unit + "und" + ten: low + high for ten, high in tens.items()}
    return words


@lru_cache(maxsize=50_000)
def word_value(word: str) -> Fraction | None:
    """The value of one number word ("zwölf", "zweieinhalbtausend"), of any case; None for other words."""
    word = word.lower()
    known = numerals().words.get(word)
    return known if known is not None else _thousands(word)


def _thousands(word: str) -> Fraction | None:
    left, found, right = word.partition("tausend")
    if not found:
        return _hundreds(word)
    high = _hundreds(left) if left else Fraction(1)
    low = _hundreds(right.removeprefix("und")) if right else Fraction(0)
    return None if high is None or low is None else high * 1000 + low


def _hundreds(word: str) -> Fraction | None:
    left, found, right = word.partition("hundert")
    if not found:
        return _tens(word)
    high = _tens(left) if left else Fraction(1)
    low = _tens(right.removeprefix("und")) if right else Fraction(0)
    return None if high is None or low is None or high > 19 else high * 100 + low


def _tens(word: str) -> Fraction | None:
    whole = numerals().below_hundred.get(word)
    if whole is None and word.endswith("einhalb"):
        base = numerals().below_hundred.get(word.removesuffix("einhalb"))
        return None if base is None else base + Fraction(1, 2)
    return None if whole is None else Fraction(whole)


def figure_value(text: str) -> Fraction | None:
    """The value of a figure ("12.000", "12'000", "8000", "1,2"); None for anything else, a date or a clock time too."""
    if len(text) > _LONGEST or not _ONE_FIGURE.match(text):
        return None
    whole, _, decimals = text.partition(",")
    return Fraction(_SEPARATORS.sub("", whole) + (f".{decimals}" if decimals else ""))


def figure_range(text: str) -> tuple[Fraction, Fraction] | None:
    """Both ends of "300–400" written as one token."""
    match = _TWO_FIGURES.match(text)
    if not match:
        return None
    low, high = figure_value(match[1]), figure_value(match[2])
    return (low, high) if low is not None and high is not None and low < high else None


def figure_at(words: Sequence[str], start: int, stop: int) -> tuple[int, Fraction] | None:
    """A figure that begins at a token, groups of three after blanks included ("12 000"): end token and value."""
    end, text = start + 1, words[start]
    if not text[0].isdigit():
        return None
    while text.isdigit() and len(text) < 4 and text[0] != "0" or text[-4:-3] == " ":
        following = end + 1 if end < stop and words[end] in _BLANKS else end
        if following >= stop or not _GROUP.match(words[following]):
            break
        text, end = f"{text} {words[following]}", following + 1
    # the tokenizer leaves the full stop on "4.000."; a grouped figure is no ordinal, a short one only before the end
    value = figure_value(text.removesuffix(".") if end >= stop - 1 or len(text) > _ORDINAL else text)
    return None if value is None else (end, value)
