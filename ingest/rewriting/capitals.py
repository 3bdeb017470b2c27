"""Headlines in capitals, written as sentences are: nouns and names with one capital, other words in lower case."""

import re
from collections.abc import Iterator

from ingest.rewriting.known import Known, known
from ingest.rewriting.rewritten import Edit
from ingest.rewriting.spelling import spelling

_RUN = re.compile(r"(?<![^\W\d_])(?:[A-ZÄÖÜß]*[A-ZÄÖÜ][A-ZÄÖÜß]*|[\d_\W](?<!\n))+(?![a-zäöüß])")
_WORD = re.compile(r"[A-ZÄÖÜß]+")
_WORDS, _LONG_WORDS, _LONG = 3, 2, 5  # a run that is a headline has so many words, and so many of so many letters
_ACRONYM = 4  # letters: longer unknown words are words
_LAST = re.compile(r"(?<!\d)[.!?:]\Z|[+|•]\Z")  # in the last word before another sentence
_WEAK = ("ten", "te", "t")


def capitals(text: str) -> Iterator[Edit]:
    """Edits of every run of words in capitals that is long enough to be no name."""
    for run in _RUN.finditer(text):
        words = [*_WORD.finditer(text, run.start(), run.end())]
        if len(words) >= _WORDS and sum(len(word.group()) >= _LONG for word in words) >= _LONG_WORDS:
            yield from _run(text, words)


def _run(text: str, words: list[re.Match[str]]) -> Iterator[Edit]:
    known_words, taken = known(), 0
    for number, word in enumerate(words):
        start, end = word.span()
        if start < taken:
            continue
        name = _name(known_words, text, words[number:])
        if name is not None:
            taken = start + len(name)
            yield Edit(start, taken, name)
        else:
            yield Edit(start, end, _written(known_words, word.group().lower(), _Around(text, start, end)))


def _name(known_words: Known, text: str, words: list[re.Match[str]]) -> str | None:
    """The longest listed name of several words that begins here ("KIM JONG UN")."""
    start = words[0].start()
    ends = [word.end() for word in words[1:5]]
    pieces = (text[start:end] for end in reversed(ends))
    return next((known_words.names[p.lower()] for p in pieces if p.lower() in known_words.names), None)


class _Around:
    """What stands before a word in its line, and whether a hyphen follows it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        line = text[text.rfind("\n", 0, start) + 1 : start]
        self.joined, self.joins = line.endswith("-"), text[end : end + 1] == "-"
        self.words = [word.lower() for word in line.split() if word.strip("–-„“‚‘\"'")]

    @property
    def first(self) -> bool:
        """Whether a sentence or an item begins with the word."""
        return not self.words or not self.joined and bool(_LAST.search(self.words[-1]))

    @property
    def before_noun(self) -> bool:
        """Whether a noun is likely: behind a figure, an article, a preposition."""
        return self.joined or self.words[-1] in spelling().before_nouns or self.words[-1][-1].isdigit()


def _written(known_words: Known, low: str, around: _Around) -> str:
    """One word as it is written."""
    cases, title = known_words.cases(low), low[:1].upper() + low[1:]
    if low.upper() in cases and (around.joins or low not in cases) or not cases and len(low) <= _ACRONYM:
        return low.upper()
    if around.first:
        return title
    if not cases:
        return low if low.endswith(spelling().adjective) or _is_verb(known_words, low) else title
    if low not in cases:
        return title if title in cases else max(cases)
    if title not in cases or low in known_words.function or low.endswith(spelling().adjective):
        return low
    noun, other = low in known_words.nouns, low in known_words.others or low in spelling().before_nouns
    return title if noun and not other or around.before_noun and noun >= other else low


def _is_verb(known_words: Known, low: str) -> bool:
    """Whether it is a form of a verb whose infinitive is known ("probt")."""
    stems = [low] if low.endswith("n") else []
    stems += (low.removesuffix(ending) + "en" for ending in _WEAK if low.endswith(ending))
    return any(stem in known_words.cases(stem) or stem in known_words.verbs for stem in stems)
