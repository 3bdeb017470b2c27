"""The whole way: inputs in, articles or reasons out."""

import json
import os
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.found import Found, Rejected
from ingest.readers.options import Format, ReadOptions
from ingest.readers.read import read, read_bytes
from seeds.errors import BadArticle, BadInput, BadParameter, ForeignLanguage, TooLarge

BODY = "Die ersten 150 Soldaten der Brigade sind am Dienstag in Vilnius angekommen."


def only(readings: list[Found | Rejected]) -> Found:
    [reading] = readings
    assert isinstance(reading, Found), reading
    return reading


def refusal(path: Path, data: bytes) -> BadInput:
    path.write_bytes(data)
    [reading] = read([path])
    assert isinstance(reading, Rejected), reading
    assert reading.path == str(path) and str(path) in str(reading.error)
    return reading.error


def test_text_file_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Brigade in Litauen\n{BODY}\n", encoding="utf-8")
    found = only(list(read([path])))
    assert (found.path, found.origin) == (str(path), "real")
    assert (found.article.title, found.article.text) == (None, f"Brigade in Litauen\n{BODY}")


@pytest.mark.shared
def test_given_articles_are_taken_as_they_are() -> None:
    folder = Path(__file__).parents[3] / os.environ.get("LAGEBILD_SHARED", "../shared") / "seeds"
    readings = list(read([folder]))
    assert len(readings) == 5
    for reading in readings:
        assert isinstance(reading, Found) and reading.article.language == "de"
        assert reading.article.text == Path(reading.path).read_text("utf-8")


def test_title_line_break_body_unless_told_otherwise() -> None:
    data = json.dumps({"title": "Brigade  in\nLitauen", "text": BODY}).encode()
    assert only(list(read_bytes(data, "post"))).article.text == f"Brigade in Litauen\n{BODY}"
    alone = only(list(read_bytes(data, "post", ReadOptions(with_title=False)))).article
    assert (alone.title, alone.text) == ("Brigade in Litauen", BODY)


def test_options_win_over_sidecar_and_sidecar_over_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\noutlet: A\npublished: 2020\nid: a\n---\n{BODY}", encoding="utf-8")
    (tmp_path / "a.meta.yaml").write_text("outlet: B\npublished: 2021-05\n", encoding="utf-8")
    article = only(list(read([tmp_path / "a.md"], ReadOptions(published="7. Mai 2022")))).article
    assert (article.title, article.outlet, article.published, article.document) == ("A", "B", "2022-05-07", "B#a")


def test_marks_of_samples_survive() -> None:
    head = "---\nsample: true\ninvented: {}\n---\n"
    assert only(list(read_bytes((head.format("true") + BODY).encode(), "a"))).origin == "invented"
    assert only(list(read_bytes((head.format("false") + BODY).encode(), "a"))).origin == "sample"


def test_bad_input_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(b"")
    (tmp_path / "3.json").write_text(json.dumps({"body": BODY}), encoding="utf-8")
    first, empty, third, missing, last = read([tmp_path, tmp_path / "4.txt", "-"], None, BytesIO(BODY.encode()))
    assert isinstance(first, Found) and isinstance(third, Found) and isinstance(last, Found)
    assert isinstance(empty, Rejected) and str(empty.error) == f"{tmp_path / '2.txt'} is empty"
    assert isinstance(missing, Rejected) and "No such file" in str(missing.error)
    assert last.path == "standard input"


def test_refusals_name_the_file(tmp_path: Path) -> None:
    english = b"The minister said that the first 150 soldiers of the brigade had arrived in Vilnius on Tuesday. " * 3
    assert isinstance(refusal(tmp_path / "e.txt", english), ForeignLanguage)
    assert "binary" in str(refusal(tmp_path / "b.txt", b"\x00\x01\x02"))
    assert "broken UTF-8" in str(refusal(tmp_path / "u.txt", "Größe".encode() + b"\xc3"))
    assert "no article text" in str(refusal(tmp_path / "h.html", b"<html><body><img src='a'></body></html>"))
    assert "no text field" in str(refusal(tmp_path / "j.json", b'{"title": "a"}'))
    assert "there is no text" in str(refusal(tmp_path / "n.txt", b"12 --- 34"))


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "riesig.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    [reading] = read([path])
    assert isinstance(reading, Rejected) and isinstance(reading.error, TooLarge)
    assert str(reading.error) == f"{path} is larger than 2 MB, too large for an article; split it"


def test_endless_input_is_refused() -> None:
    class Endless(BytesIO):
        served = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            return self.read(size)

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None and size >= 0, "read without a bound"
            self.served += size
            return b"a" * size

    stream = Endless()
    [reading] = read(["-"], None, stream)
    assert isinstance(reading, Rejected) and isinstance(reading.error, TooLarge)
    assert stream.served < 20_000_000


def test_too_many_characters() -> None:
    [reading] = read_bytes(b"Wort " * 200_000, "post")
    assert isinstance(reading, Rejected) and "999,999 characters are no article (at most 500,000)" in str(reading.error)


def test_title_and_address_are_for_one_article(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY + name, encoding="utf-8")
    first, second = read([tmp_path], ReadOptions(url="https://weserwarte.example/1"))
    assert isinstance(first, Found) and isinstance(second, Rejected)
    assert "for one article" in str(second.error)
    assert all(isinstance(reading, Found) for reading in read([tmp_path], ReadOptions(outlet="Weserwarte")))


def test_a_date_given_by_hand_must_be_one() -> None:
    with pytest.raises(BadParameter, match="published: 'neulich' is no date"):
        ReadOptions(published="neulich")


def test_form_given_by_hand() -> None:
    [reading] = read_bytes(b"# Einsatz\n\n" + BODY.encode(), "post", ReadOptions(format="text"))
    assert isinstance(reading, Found) and reading.article.text.startswith("# Einsatz")


def test_invisible_characters_go_and_line_breaks_are_one_kind() -> None:
    data = json.dumps({"text": "\ufeffDie Vertei\u00addigungs\u200bministerin\r\nsprach.\u2028Ende\x07."}).encode()
    assert only(list(read_bytes(data, "post"))).article.text == "Die Verteidigungsministerin\nsprach.\nEnde."


@given(st.binary(max_size=300), st.sampled_from(get_args(Format)))
def test_whatever_is_given_is_an_article_or_a_reason(data: bytes, form: Format) -> None:
    for reading in read_bytes(data, "post", ReadOptions(format=form)):
        assert isinstance(reading, Found | Rejected)


@given(st.text(st.sampled_from("<>/divp=\"'&;# !-[]{}:,*_`|\n äA1"), max_size=200), st.sampled_from(get_args(Format)))
def test_so_is_broken_markup(text: str, form: Format) -> None:
    for reading in read_bytes(text.encode(), "post", ReadOptions(format=form)):
        assert isinstance(reading, Found | Rejected)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<div>" * 50_000 + b"Die Brigade zieht nach Litauen um.", "html"),
        (b"---\na: " + b"[" * 20_000 + b"\n---\nText", "markdown"),
        (b"> " * 20_000 + b"Die Brigade zieht um.", "markdown"),
        (b'{"text": ' + b"1" * 5_000 + b"}", "json"),
    ],
)
def test_hostile_input(data: bytes, form: Format) -> None:
    [reading] = read_bytes(data, "post", ReadOptions(format=form))
    assert isinstance(reading, Found | Rejected)


def test_a_text_typed_in_place_of_a_path() -> None:
    [reading] = read([BODY * 10])
    assert isinstance(reading, Rejected) and "name too long" in str(reading.error)


def test_half_a_character_is_refused() -> None:
    [reading] = read_bytes(b'{"text": "Text \\ud800 mehr"}', "post")
    assert isinstance(reading, Rejected) and isinstance(reading.error, BadArticle)


@given(st.text(st.sampled_from("aäößÄ „“😀e\u0301\u00a0.1\n"), max_size=60))
def test_what_is_stored_is_the_text_in_nfc(text: str) -> None:
    body = f"Die Brigade {text} in Litauen wächst."
    article = only(list(read_bytes(json.dumps({"text": body}).encode(), "post"))).article
    assert article.text == unicodedata.normalize("NFC", body)
