"""Which files are read, in which order, and what stands beside them."""

from pathlib import Path

import pytest

from ingest.readers.files import files, form, is_sidecar, sidecar
from ingest.readers.found import Rejected
from ingest.readers.meta import Meta
from seeds.errors import BadArticle


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.", encoding="utf-8")


def test_directories_are_walked_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/b/c.HTML", "a.json", "bild.png", ".git/x.txt", ".versteckt.txt", "b.meta.yaml")
    names = [Path(str(path)).relative_to(tmp_path).as_posix() for path in files([tmp_path])]
    assert names == ["a/b/c.HTML", "a/z.md", "a.json", "b.txt"]


def test_named_files_and_standard_input_stay_in_order(tmp_path: Path) -> None:
    assert list(files(["-", tmp_path / "fehlt.txt", "notiz"])) == ["-", str(tmp_path / "fehlt.txt"), "notiz"]


def test_directory_without_articles(tmp_path: Path) -> None:
    make(tmp_path, "bild.png")
    [rejected] = files([tmp_path])
    assert isinstance(rejected, Rejected) and "no article in this directory" in str(rejected.error)


def test_a_sidecar_needs_its_article(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.meta.json", "b.txt", "b.txt.meta.yml", "c.meta.json")
    assert [is_sidecar(tmp_path / name) for name in ("a.meta.json", "b.txt.meta.yml", "c.meta.json", "a.txt")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("name", ["a.meta.json", "a.txt.meta.json", "a.meta.yaml", "a.meta.yml"])
def test_facts_of_a_sidecar(tmp_path: Path, name: str) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / name).write_text('{"outlet": "Weserwarte", "published": "2025-02-07"}', encoding="utf-8")
    assert sidecar(str(tmp_path / "a.txt")) == Meta(outlet="Weserwarte", published="2025-02-07")


def test_no_sidecar(tmp_path: Path) -> None:
    assert sidecar(str(tmp_path / "a.txt")) == Meta()
    assert sidecar("-") == Meta()


@pytest.mark.parametrize(
    ("text", "message"), [("nur Text", "a sidecar is a list of fields"), ("date: gestern", "is no date")]
)
def test_bad_sidecar_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.meta.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadArticle, match=rf"a\.meta\.yaml.*{message}"):
        sidecar(str(tmp_path / "a.txt"))


@pytest.mark.parametrize(
    ("path", "first", "kind"),
    [
        ("a.txt", b'{"text": 1}', "text"),
        ("a.NDJSON", b"", "jsonl"),
        ("-", b'{"text": "a"}\n', "jsonl"),
        ("-", b"{\n", "json"),
        ("notiz", b"[{", "json"),
        ("notiz", b"<!DOCTYPE html>", "html"),
        ("notiz", b'\xef\xbb\xbf<html lang="de">', "html"),
        ("-", b"---\n", "markdown"),
        ("-", b"# Titel\n", "markdown"),
        ("-", "Größe der Truppe".encode(), "text"),
    ],
)
def test_form(path: str, first: bytes, kind: str) -> None:
    assert form(path, first) == kind
