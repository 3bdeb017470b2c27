"""The last touches before a text is stored: one kind of line break, nothing invisible; offsets count what is left."""

import re

from seeds.errors import BadArticle

_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# Soft hyphens, zero-width spaces, word joiners, byte order marks and writing-direction marks sit inside words of web
# pages; control characters come from broken exports. None of them is ever part of what is said.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str, where: str) -> str:
    """The text without invisible characters, lines ended by a line feed, no empty space around it."""
    if _SURROGATE.search(text):
        raise BadArticle(f"{where}: holds half a character (a lone surrogate); export the text again")
    return _INVISIBLE.sub("", _BREAKS.sub("\n", text)).strip()


def clean_title(title: str, where: str) -> str:
    """A title is one line."""
    return " ".join(clean(title, where).split())
