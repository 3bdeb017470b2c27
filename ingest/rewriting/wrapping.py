"""Line breaks inside sentences: lines broken at a fixed width (mail, terminals), and lines that go on in lower case.

A line break ends a sentence for the reader of German, so sentences cut at column 72 would be torn apart.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.rewriting.rewritten import Edit, Rewritten

MIN_WIDTH, MAX_WIDTH = 40, 100
MIN_BREAKS = 4
_PARTED = re.compile(r"[^\W\d_]-\Z")  # a word goes on in the next line
_SHARED = re.compile(r"(?:und|oder|bis|sowie|bzw)\b")  # "Nord- und Südkorea"
_BYLINE = re.compile(r"(?:von|aus|mit)(?: [A-ZÄÖÜ][\w.-]*| und| [a-z]{2,3})*\Z")
# A report or an item of a ticker begins: "Seoul (ndp) - ", "++ 08.10 Uhr", "18:40 | ".
_BEGINS = re.compile(r"[A-ZÄÖÜ][^.!?()]{2,50} \([^()]{2,30}\) ?[–—-]|[+|•*]|\d{1,2}[.:]\d\d\b")
_INSIDE = re.compile(r"[\w,;()-]\s*\Z")  # what a line that ends inside of a sentence ends in
_GOES_ON = re.compile(r"[\w,;()„“”\"»«’'-]\Z")


def unwrapped(text: str) -> str:
    """The text with wrapped lines joined; the very same text where its lines were not broken by width."""
    return Rewritten(text).edited(_joints(text, _wrapped(text))).text


def joined(text: str, title: str | None = None) -> Iterator[Edit]:
    """Wrapped lines joined, and lines that go on in lower case; words that the break parts in one piece again.

    Nothing is joined to the title in the first line.
    """
    lines = text.split("\n")
    goes = [a or _flows(*pair) for a, pair in zip(_wrapped(text), pairwise(lines), strict=True)]
    return _joints(text, [False, *goes[1:]] if goes and lines[0] == title else goes)


def _joints(text: str, breaks: list[bool]) -> Iterator[Edit]:
    """An edit for each of the line breaks that goes."""
    end = 0
    for goes, (line, following) in zip(breaks, pairwise(text.split("\n")), strict=True):
        end += len(line)
        if goes:
            start, indent = len(line.rstrip()), len(following) - len(following.lstrip())
            first = end - (len(line) - start)
            yield Edit(first - _hyphen(line, following), end + 1 + indent, _joint(line, following))
        end += 1


def _hyphen(line: str, following: str) -> int:
    """1 where the hyphen at the end of a line was put there to part a word."""
    first = following.lstrip()
    return int(bool(_PARTED.search(line.rstrip())) and first[:1].islower() and not _SHARED.match(first))


def _joint(line: str, following: str) -> str:
    """What takes the place of the break: a blank, or nothing inside of a word."""
    return "" if _PARTED.search(line.rstrip()) and not _SHARED.match(following.lstrip()) else " "


def _wrapped(text: str) -> list[bool]:
    """For each line break whether the text is broken by width and this break is none of its own.

    It is if nothing is wider than a page of mail, and nearly every break inside a sentence stands where the next word
    would not have fitted. Headlines and lists break earlier and stay as they are.
    """
    lines = text.split("\n")
    width = max(len(line) for line in lines)
    full = [_is_full(line, following, width) for line, following in pairwise(lines)]
    inside = sum(bool(_INSIDE.search(line) and following.strip()) for line, following in pairwise(lines))
    if not MIN_WIDTH <= width <= MAX_WIDTH or sum(full) < max(MIN_BREAKS, 0.75 * inside):
        return [False] * len(full)
    return full


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one, and no report begins with it."""
    words = following.split(maxsplit=1)
    too_long = bool(line.strip() and words) and len(line.rstrip()) + 1 + len(words[0]) > width
    return too_long and not _BEGINS.match(following)


def _flows(line: str, following: str) -> bool:
    """Whether a sentence goes on behind the break: in lower case, and no byline."""
    line, following = line.rstrip(), following.lstrip()
    return following[:1].islower() and bool(_GOES_ON.search(line)) and not _BYLINE.match(following)
