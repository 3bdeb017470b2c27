"""From what was typed to files: directories are walked in order, sidecars found, forms told by name or first bytes."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ingest.readers.encoding import decode
from ingest.readers.found import Rejected
from ingest.readers.meta import Meta, meta_from
from ingest.readers.options import Format
from ingest.readers.plain import HEAD_CHARACTERS, yaml_entries
from seeds.errors import BadArticle, TooLarge

STANDARD_INPUT = "-"
SUFFIXES: Mapping[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_SIDECARS = (".meta.json", ".meta.yaml", ".meta.yml")


def files(inputs: Iterable[str | Path]) -> Iterator[str | Rejected]:
    """Each file to read, as a path or `-`: a directory gives the articles in it and below, sorted by path.

    In a directory only files with a known ending count, so that pictures and scripts beside articles do no harm;
    hidden files and sidecars are passed over. A directory without any article is Rejected.
    """
    for item in map(str, inputs):
        if item != STANDARD_INPUT and _is_directory(item):
            yield from _below(Path(item))
        elif not is_sidecar(Path(item)):
            yield item


def _is_directory(item: str) -> bool:
    try:
        return Path(item).is_dir()
    except OSError:  # no possible name of a file, such as a text typed in place of a path; opening it says so
        return False


def _below(directory: Path) -> Iterator[str | Rejected]:
    unreadable: list[OSError] = []
    found: list[Path] = []
    for folder, folders, names in os.walk(directory, onerror=unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    for exc in unreadable:
        yield Rejected(str(exc.filename), BadArticle(f"{exc.filename}: {exc.strerror}"))
    articles = sorted(path for path in found if path.suffix.lower() in SUFFIXES and not is_sidecar(path))
    if not articles and not unreadable:
        endings = ", ".join(SUFFIXES)
        yield Rejected(str(directory), BadArticle(f"{directory}: no article in this directory (files with {endings})"))
    yield from map(str, articles)


def is_sidecar(path: Path) -> bool:
    """Whether the file only describes an article next to it: `a.meta.json` beside `a.txt`."""
    for ending in _SIDECARS:
        if path.name.endswith(ending):
            stem = path.name.removesuffix(ending)
            return path.with_name(stem).is_file() or any(path.with_name(stem + end).is_file() for end in SUFFIXES)
    return False


def sidecar(path: str) -> Meta:
    """The facts in a sidecar of this file (`a.meta.yaml` or `a.txt.meta.yaml` for `a.txt`), if there is one."""
    article = Path(path)
    for base in (article.stem, article.name):
        for ending in _SIDECARS:
            beside = article.with_name(base + ending)
            if path != STANDARD_INPUT and beside != article and beside.is_file():
                return _described(beside)
    return Meta()


def _described(path: Path) -> Meta:
    with path.open("rb") as stream:
        data = stream.read(HEAD_CHARACTERS + 1)
    if len(data) > HEAD_CHARACTERS:
        raise TooLarge(f"{path}: a sidecar has a few fields, not more than {HEAD_CHARACTERS // 1000} kB")
    entries = yaml_entries(decode(data, str(path)), str(path))  # JSON is YAML
    if entries is None:
        raise BadArticle(f"{path}: a sidecar is a list of fields such as 'outlet: ...'")
    return meta_from(entries, str(path))


def form(path: str, first_line: bytes) -> Format:
    """The form of a file by its ending; where that says nothing, by how its first line begins."""
    known = SUFFIXES.get(Path(path).suffix.lower())
    if known is not None:
        return known
    start = first_line.removeprefix(b"\xef\xbb\xbf").strip()
    if start.startswith(b"{") and start.endswith(b"}"):
        return "jsonl"
    if start.startswith((b"{", b"[")):
        return "json"
    if start[:14].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    return "markdown" if start.startswith((b"# ", b"---")) else "text"
