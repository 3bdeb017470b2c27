"""Bytes to text: whatever is returned is what was written; the rest is refused with a reason."""

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.readers.encoding import decode
from seeds.errors import BadArticle

GERMAN = "Präsident Müller sagte: „Spaß“ – die Größe des Öls ärgert über 5 Übende."
PLAIN = "Präsident Müller sagte, die Größe des Öls ärgere über 5 Übende im Großraum."
WORDS = [
    "Präsident",
    "Größe",
    "über",
    "Soldaten",
    "Spaß",
    "Öl",
    "Übung",
    "Ärger",
    "Kämpfer",
    "Rüstung",
    "1.500",
    "sagte",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_encodings_with_quotes(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "a.txt") == GERMAN


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")])
def test_big_endian(mark: bytes, encoding: str) -> None:
    assert decode(mark + GERMAN.encode(encoding), "a.txt") == GERMAN


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15", "cp850"])
def test_older_encodings(encoding: str) -> None:
    assert decode(PLAIN.encode(encoding), "a.txt") == PLAIN


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.sampled_from(["cp1252", "mac_roman", "cp850"]))
@example(["Übung"], "cp850")
def test_never_scrambled_silently(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    try:
        assert decode(text.encode(encoding), "a.txt") == text
    except BadArticle:
        assert not text.isascii()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufffdÃÂâ", exclude_categories=["Cc"]), min_size=1))
def test_utf8_is_taken_as_it_is(text: str) -> None:
    if text.encode().strip() and not text.startswith("\ufeff"):
        assert decode(text.encode(), "a.txt") == text


def test_broken_utf8_names_line_and_byte() -> None:
    broken = "Größe\nÜbung für ".encode() + b"\xfcber\n"
    with pytest.raises(BadArticle, match=r"a\.txt, line 2: broken UTF-8 \(byte 20\)"):
        decode(broken, "a.txt")


def test_cut_off_utf8_is_broken() -> None:
    with pytest.raises(BadArticle, match="broken UTF-8"):
        decode(GERMAN.encode() + "ß".encode()[:1], "a.txt")


def test_text_saved_twice_is_put_right() -> None:
    scrambled = GERMAN.encode().decode("cp1252", "surrogateescape").encode("utf-8", "surrogateescape")
    assert "Ã¤".encode() in scrambled
    assert decode(scrambled, "a.txt") == GERMAN


@pytest.mark.parametrize("text", ["Die Gr\ufffd\ufffde der Truppe", "MÃ¼ller 北京"])
def test_lost_letters_are_refused(text: str) -> None:
    with pytest.raises(BadArticle, match=r"a\.txt"):
        decode(text.encode(), "a.txt")


def test_unknown_encoding_is_refused() -> None:
    with pytest.raises(BadArticle, match="encoding cannot be told"):
        decode("Президент сказал о войсках".encode("koi8-r"), "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_empty(data: bytes) -> None:
    with pytest.raises(BadArticle, match=r"a\.txt is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00", "zip or office"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"Text\x00\x01\x02 und mehr", "binary"),
        (bytes(range(1, 9)) * 20, "binary"),
        ("Größe".encode("utf-16-le"), "binary"),
    ],
)
def test_binary(data: bytes, name: str) -> None:
    with pytest.raises(BadArticle, match=name):
        decode(data, "a.bin")


def test_declared_encoding_decides_between_equals() -> None:
    assert decode("Preis: 5 €, Größe".encode("iso8859-15"), "a.html", "iso-8859-15") == "Preis: 5 €, Größe"
    assert decode("Größe".encode("cp1252"), "a.html", "no-such-encoding") == "Größe"
