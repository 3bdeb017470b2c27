"""From inputs to articles: one stream, in order, in which a bad input is a value and not the end."""

import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ingest.readers.draft import Draft, finished
from ingest.readers.encoding import decode
from ingest.readers.files import STANDARD_INPUT, files, form, sidecar
from ingest.readers.found import Found, Rejected
from ingest.readers.lines import line_drafts
from ingest.readers.markdown import markdown_draft
from ingest.readers.options import FILE_BYTES, Format, ReadOptions
from ingest.readers.page import declared_encoding, page_draft
from ingest.readers.plain import text_draft
from ingest.readers.records import json_drafts
from seeds.errors import BadArticle, BadInput, TooLarge

_LONGEST = max(FILE_BYTES.values())


def read(
    inputs: Iterable[str | Path], options: ReadOptions | None = None, standard_input: BinaryIO | None = None
) -> Iterator[Found | Rejected]:
    """The articles of files, directories and `-` (standard input), one at a time; nothing is kept."""
    options = options or ReadOptions()
    yield from _single(_readings(inputs, options, standard_input), options)


def read_bytes(data: bytes, where: str, options: ReadOptions | None = None) -> Iterator[Found | Rejected]:
    """The same for bytes at hand (an upload), in the form that `options.format` or their beginning says."""
    options = options or ReadOptions()
    yield from _single(_from_stream(BytesIO(data), where, options), options)


def _readings(
    inputs: Iterable[str | Path], options: ReadOptions, standard_input: BinaryIO | None
) -> Iterator[Found | Rejected]:
    for path in files(inputs):
        if isinstance(path, Rejected):
            yield path
        elif path == STANDARD_INPUT:
            yield from _from_stream(standard_input or sys.stdin.buffer, "standard input", options)
        else:
            yield from _finished(_caught(_file_drafts(path, options), path), options)


def _from_stream(stream: BinaryIO, where: str, options: ReadOptions) -> Iterator[Found | Rejected]:
    return _finished(_caught(_stream_drafts(stream, where, options), where), options)


def _single(readings: Iterator[Found | Rejected], options: ReadOptions) -> Iterator[Found | Rejected]:
    """Title and address belong to one article; a second one would pass for a new version of the first."""
    articles = 0
    for reading in readings:
        articles += isinstance(reading, Found)
        if isinstance(reading, Found) and options.single and articles > 1:
            message = f"{reading.path}: a title or address given by hand is for one article; put it into a sidecar file"
            yield Rejected(reading.path, BadArticle(message))
        else:
            yield reading


def _finished(drafts: Iterable[Draft | Rejected], options: ReadOptions) -> Iterator[Found | Rejected]:
    for draft in drafts:
        yield draft if isinstance(draft, Rejected) else _found(draft.under(options.meta), options)


def _found(draft: Draft, options: ReadOptions) -> Found | Rejected:
    try:
        return Found(finished(draft, options), draft.where, draft.meta.origin)
    except BadInput as exc:
        return Rejected(draft.where, exc)


def _caught(drafts: Iterator[Draft | Rejected], where: str) -> Iterator[Draft | Rejected]:
    """What ends one input, as the last value of that input."""
    try:
        yield from drafts
    except BadInput as exc:
        yield Rejected(where, exc)
    except OSError as exc:
        yield Rejected(where, BadArticle(f"{where}: {exc.strerror or exc}"))


def _file_drafts(path: str, options: ReadOptions) -> Iterator[Draft | Rejected]:
    meta = sidecar(path)
    with Path(path).open("rb") as stream:
        for draft in _stream_drafts(stream, path, options):
            yield draft if isinstance(draft, Rejected) else draft.under(meta)


def _stream_drafts(stream: BinaryIO, where: str, options: ReadOptions) -> Iterator[Draft | Rejected]:
    """JSON Lines are read line by line, however many there are; anything else is one piece with a limit."""
    first = stream.readline(_LONGEST + 1)
    kind = options.format or form(where, first)
    if kind == "jsonl":
        yield from line_drafts(stream, first, where)
    else:
        yield from _drafts(first + stream.read(max(FILE_BYTES[kind] + 1 - len(first), 0)), where, kind)


def _drafts(data: bytes, where: str, kind: Format) -> Iterator[Draft | Rejected]:
    if len(data) > FILE_BYTES[kind]:
        raise TooLarge(f"{where} is larger than {FILE_BYTES[kind] // 1_000_000} MB, too large for an article; split it")
    text = decode(data, where, declared_encoding(data) if kind == "html" else None)
    if kind == "json":
        yield from json_drafts(text, where)
    elif kind == "html":
        yield page_draft(text, where)
    else:
        yield markdown_draft(text, where) if kind == "markdown" else text_draft(text, where)
