"""Bytes to text: byte order marks, UTF-8, older encodings of German; what cannot be told is refused, never guessed."""

import codecs
import re

from ingest.readers.legacy import german_reading
from seeds.errors import BadArticle

# Longer marks first: the one of UTF-32 (little endian) begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip or office file",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
}
# "Ã¼" is a ü that was written in UTF-8 and read as Windows-1252; "â€œ" is a quotation mark.
_SCRAMBLED = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """The text of these bytes; `declared` is the encoding that a page names itself.

    Raises BadArticle for nothing, for binary data and for text whose encoding is broken or cannot be told.
    """
    if not data.strip():
        raise BadArticle(f"{where} is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, where)
    _refuse_binary(data, where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as exc:
        text = _legacy(data, where, declared, exc)
    return _unscrambled(text, where)


def other_than_utf8(data: bytes) -> bool:
    """Whether a byte order mark says that this is UTF-16 or UTF-32."""
    return any(data.startswith(mark) for mark, encoding in _MARKS if encoding != "utf-8")


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise BadArticle(f"{where} says it is {encoding}, but byte {exc.start} is not; save it as UTF-8") from exc


def _refuse_binary(data: bytes, where: str) -> None:
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise BadArticle(f"{where} is {name}; save its text as a text, Markdown or HTML file")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > len(data) // 200:
        raise BadArticle(f"{where} is a binary file; save its text as UTF-8")


def _legacy(data: bytes, where: str, declared: str | None, broken: UnicodeDecodeError) -> str:
    """Text that is not UTF-8: broken UTF-8 is refused, else the encoding that makes the best German."""
    lenient = data.decode("utf-8", "replace")
    invalid = lenient.count("\ufffd")
    valid = sum(character > "\x7f" for character in lenient) - invalid
    if valid >= invalid:
        line = data.count(b"\n", 0, broken.start) + 1
        raise BadArticle(f"{where}, line {line}: broken UTF-8 (byte {broken.start}); fetch or save the file again")
    text = german_reading(data, declared)
    if text is None:
        raise BadArticle(f"{where}: its encoding cannot be told; save it as UTF-8")
    return text


def _unscrambled(text: str, where: str) -> str:
    """UTF-8 that was once read as Windows-1252 and saved again is put right; what is lost is refused."""
    if "\ufffd" in text:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        raise BadArticle(
            f"{where}, line {line}: an earlier program has lost letters here (\ufffd); fetch the text again"
        )
    if not _SCRAMBLED.search(text):
        return text
    try:
        return b"".join(_windows(character) for character in text).decode("utf-8")
    except UnicodeError as exc:
        raise BadArticle(f"{where}: letters are scrambled (such as Ã¼ for ü); fetch or save the text again") from exc


def _windows(character: str) -> bytes:
    """One character in Windows-1252; its five unused places stand for themselves, as browsers have it."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
