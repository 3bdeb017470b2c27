"""Encodings of German from before UTF-8, told apart by where their characters stand.

What is ä in one encoding is Š, „ or õ in another, and only one of them can stand in the middle of "Pr?sident".
Statistical detection needs a whole page for this; here one word is often enough, and a tie is no answer.
"""

# Windows and Latin-1, Latin-9 (with the euro sign), old Macs, DOS.
_ENCODINGS = ("cp1252", "iso8859_15", "mac_roman", "cp850")
_LATIN_1 = frozenset({"latin-1", "latin1", "iso-8859-1", "us-ascii", "ascii"})  # a web page means Windows-1252 by these
_UMLAUTS = frozenset("äöüÄÖÜß")
_QUOTES = frozenset("„“”‚‘’‹›«»–—…")
_SIGNS = frozenset("€§°²³½")
_SPACES = frozenset("\u00a0\u00ad")
_RIGHT, _POSSIBLE, _FOREIGN, _WRONG = 2, 1, -1, -5


def german_reading(data: bytes, declared: str | None = None) -> str | None:
    """The text that makes the best German of these bytes; None if none is good or two are equally good."""
    if declared and (text := _text(data, declared)) and _plausibility(text) > 0:
        return text
    texts = {text for encoding in _ENCODINGS if (text := _text(data, encoding)) is not None}
    ranked = sorted(((_plausibility(text), text) for text in texts), reverse=True)
    if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def _text(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode("cp1252" if encoding.lower() in _LATIN_1 else encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _plausibility(text: str) -> int:
    """The sum over all characters beyond ASCII; positive where German explains most of them."""
    padded = f" {text} "
    return sum(
        _weight(padded[index - 1], character, padded[index + 1])
        for index, character in enumerate(padded)
        if character > "\x7f"
    )


def _weight(before: str, character: str, after: str) -> int:
    if character in _UMLAUTS:
        in_word = before.isalpha() or after.isalpha()
        capital_inside = before.islower() and character.isupper() or character.islower() and after.isupper()
        return _RIGHT if in_word and not capital_inside else _WRONG
    if character in _QUOTES:
        inside = before.isalpha() and after.isalpha()
        return _WRONG if inside and character not in "’–" else _POSSIBLE
    if character in _SIGNS:
        misplaced = after.isalpha() or before.isalpha() if character in "§€" else not before.isalnum()
        return _WRONG if misplaced else _POSSIBLE
    if character in _SPACES:
        return 0
    return _FOREIGN if character.isalpha() else _WRONG
