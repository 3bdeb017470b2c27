"""Characters that are written in several ways and mean one thing: spaces, dashes, what cannot be seen."""

import re
import unicodedata
from collections.abc import Iterator

from ingest.rewriting.rewritten import Edit

# Soft hyphens, zero-width spaces, word joiners, byte order marks and writing-direction marks sit inside words of web
# pages; control characters come from broken exports. None of them is ever part of what is said.
INVISIBLE = (
    "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # in [...]
)
BREAKS = "\r\n?|[\v\f\x85\u2028\u2029]"
_UNUSUAL = re.compile(
    rf"(?P<unseen>[{INVISIBLE}]+)|(?P<broken>{BREAKS})"
    r"|(?P<hyphen>[\u2010\u2011])|(?P<dash>[\u2012\u2014\u2015\u2212\ufe58])|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]+)"
)
_SPACES = re.compile(r"(?P<around>[^\S\n]*\n[^\S\n]*)|(?P<between>[^\S\n]+)")
_DASH = re.compile(
    r"(?P<dateline>(?:\A|(?<=\n))[^\n.]{2,60}\) [–-]{1,2}(?= ))|(?<=[^\s\d] )--?(?= [^\s\d])|(?<=\w)--(?=\w)"
)


def marks(text: str) -> Iterator[Edit]:
    """One character for each kind; letters with a mark of their own in one piece (NFC)."""
    for match in _UNUSUAL.finditer(text):
        yield Edit(match.start(), match.end(), _usual(match))


def _usual(match: re.Match[str]) -> str:
    usual = {"unseen": "", "broken": "\n", "hyphen": "-", "dash": "–"}.get(match.lastgroup or "")
    if usual is not None:
        return usual
    return unicodedata.normalize("NFKC" if match.lastgroup == "ligature" else "NFC", match.group())


def spaces(text: str) -> Iterator[Edit]:
    """One plain blank between words, none around line breaks."""
    for match in _SPACES.finditer(text):
        yield Edit(match.start(), match.end(), "\n" if match.lastgroup == "around" else " ")


def dashes(text: str) -> Iterator[Edit]:
    """A hyphen between blanks is a dash, but behind a dateline; between figures it may be a minus or a score and stays.

    "Seoul (ndp) - " is written with a hyphen by all agencies, and the model knows it so.
    """
    for match in _DASH.finditer(text):
        if match["dateline"]:
            start = match.start() + match.group().rindex(" ") + 1
            yield Edit(start, match.end(), "-")
        else:
            yield Edit(match.start(), match.end(), "–")
