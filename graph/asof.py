"""What was known on a day: the same Cypher, with the statements of that day in the place of today's.

A statement counts from the day on which its article came into the graph until the day on which a newer version took
its place, or somebody rejected it.
"""

import re

from seeds.errors import BadParameter

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")
_CURRENT = re.compile(r"\b([a-z]\w*)\.current\b")
_THEN = r"(\1.since <= $as_of AND coalesce(\1.until, '~') > $as_of)"
PARAMETER = "as_of"


def instant(day: str) -> str:
    """The end of a day, month or year, as it compares with the instants of the graph."""
    if not _DATE.match(day):
        raise BadParameter(f"as-of is an ISO date (2024, 2024-06 or 2024-06-19); not {day!r}")
    return f"{day}~"  # behind every text that begins with the day


def as_of(cypher: str) -> str:
    """The same question about that day; it then takes the parameter `as_of`."""
    return _CURRENT.sub(_THEN, cypher)


def knows_time(cypher: str) -> bool:
    """Whether a question asks for what is current; plain edges are of today alone."""
    return _CURRENT.search(cypher) is not None
