"""JSON Lines of any length, one article a line: a file of a million articles needs the memory of one."""

from collections.abc import Iterator
from typing import BinaryIO

from ingest.readers.draft import Draft
from ingest.readers.encoding import decode, other_than_utf8
from ingest.readers.found import Rejected
from ingest.readers.options import FILE_BYTES
from ingest.readers.records import record_draft
from seeds.errors import BadArticle, BadInput, TooLarge

_LIMIT = FILE_BYTES["jsonl"]


def line_drafts(stream: BinaryIO, first: bytes, where: str) -> Iterator[Draft | Rejected]:
    """An article for each line, `first` being the line that was read already; blank lines are passed over.

    A bad line is Rejected by its number, and the lines after it are read.
    """
    if other_than_utf8(first):
        raise BadArticle(f"{where}: JSON Lines are UTF-8; save the file as UTF-8")
    for number, line in _numbered(stream, first):
        place = f"{where}, line {number}"
        try:
            if len(line) > _LIMIT:
                raise TooLarge(f"{place} is longer than {_LIMIT // 1_000_000} MB, too large for an article; split it")
            if line.strip():
                yield record_draft(decode(line, place), place)
        except BadInput as exc:
            yield Rejected(place, exc)


def _numbered(stream: BinaryIO, first: bytes) -> Iterator[tuple[int, bytes]]:
    number, line = 1, first
    while line:
        yield number, line
        while not line.endswith(b"\n") and line:  # the rest of a line that is too long, unread so far
            line = stream.readline(_LIMIT + 1)
        number, line = number + 1, stream.readline(_LIMIT + 1)
