"""Which words stand in a SPARQL text, outside of strings, addresses and comments."""

import re

_APART = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' + r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"' + r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n]*',
    re.DOTALL,
)
_WORD = re.compile(
    r"(?<![\w?$:@.-])(?:SERVICE|FROM|INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)(?![\w:.-])", re.I
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"})


def words_of(text: str) -> set[str]:
    """The words SERVICE and FROM, and those with which updates begin; as written, and with `\\u` escapes resolved."""
    return {
        word.upper() for each in (text, _ESCAPE.sub(_letter, text)) for word in _WORD.findall(_APART.sub(" ", each))
    }


def _letter(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= 0x10FFFF else " "
