"""Plain text whose lines were broken at a fixed width (mail, terminals): the lines of a paragraph are joined again.

A line break ends a sentence for the reader of German, so sentences cut at column 72 would be torn apart.
"""

from itertools import pairwise

MIN_WIDTH, MAX_WIDTH = 40, 100
MIN_BREAKS = 4


def unwrapped(text: str) -> str:
    """The text with wrapped lines joined; the very same text where its lines were not broken by width.

    They were if nothing is wider than a page of mail, and nearly every break stands where the next word would
    not have fitted. Headlines and lists break earlier and stay as they are.
    """
    lines = text.split("\n")
    width = max(len(line) for line in lines)
    inner = [pair for pair in pairwise(lines) if pair[0].strip() and pair[1].strip()]
    full = [pair for pair in inner if _is_full(*pair, width)]
    if not MIN_WIDTH <= width <= MAX_WIDTH or len(full) < max(MIN_BREAKS, 0.75 * len(inner)):
        return text
    parts = [lines[0]]
    for before, line in pairwise(lines):
        joined = before.strip() and line.strip() and _is_full(before, line, width)
        parts.append((" " if joined else "\n") + (line.lstrip() if joined else line))
    return "".join(parts)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    words = following.split(maxsplit=1)
    return bool(words) and len(line.rstrip()) + 1 + len(words[0]) > width
