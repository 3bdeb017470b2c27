"""ß where a text has ss for it: Swiss spelling, ASCII, and capitals."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ingest.rewriting.rewritten import Edit
from ingest.rewriting.spelling import spelling


def sharp_s(text: str) -> Iterator[Edit]:
    """Edits of "ss" behind long vowels: in a text with ß of its own only in capitals, which have no other way."""
    mixed = "ß" in text
    stems, others = _patterns()
    for match in stems.finditer(text):
        if not others.match(text, match.start()) and not (mixed and match.group() != "SS"):
            yield Edit(match.start(), match.end(), "ß")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _places(spelling().sharp_s), _places(spelling().not_sharp)


def _places(stems: Iterable[str]) -> re.Pattern[str]:
    """Where a stem has its ß, written as ss."""
    parts = (stem.partition("ß") for stem in stems)
    return re.compile("|".join(f"(?<={before})ss(?={behind})" for before, _, behind in parts), re.IGNORECASE)
