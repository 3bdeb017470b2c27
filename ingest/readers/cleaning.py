"""The last touches before a text is stored: one kind of line break, nothing invisible; offsets count what is left."""

import re

from ingest.rewriting.marks import BREAKS, INVISIBLE
from seeds.errors import BadArticle

_BREAKS = re.compile(BREAKS)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str, where: str) -> str:
    """The text without invisible characters, lines ended by a line feed, no empty space around it."""
    if _SURROGATE.search(text):
        raise BadArticle(f"{where}: holds half a character (a lone surrogate); export the text again")
    return _INVISIBLE.sub("", _BREAKS.sub("\n", text)).strip()


def clean_title(title: str, where: str) -> str:
    """A title is one line."""
    return " ".join(clean(title, where).split())
