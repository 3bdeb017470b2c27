"""The head of a text file: YAML between two lines of three dashes, as static site generators write it."""

import re

_HEAD = re.compile(r"---[ \t]*\n(?:(.*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def split_front_matter(text: str) -> tuple[str | None, str]:
    """Head and body; the head is None where the text does not begin with one. Line breaks are line feeds already."""
    match = _HEAD.match(text)
    return (match[1] or "", text[match.end() :]) if match else (None, text)
