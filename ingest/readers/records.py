"""JSON: one article or a list of them."""

import json
import re
from collections.abc import Iterator
from typing import cast

from ingest.readers.draft import Draft
from ingest.readers.found import Rejected
from ingest.readers.meta import TEXT_NAMES, first_of, is_record, meta_from, plain_keys
from ingest.readers.page import page_draft
from seeds.errors import BadArticle, BadInput

_MARKUP = re.compile(r"</(?:p|div|h[1-6]|article|section)>|<br\s*/?>", re.IGNORECASE)


def json_drafts(text: str, where: str) -> Iterator[Draft | Rejected]:
    """The article, or each of the list's, named by its place in the list; a bad one leaves the others readable."""
    value = _parsed(text, where)
    if not isinstance(value, list):
        yield _draft(value, where)
        return
    if not value:
        raise BadArticle(f"{where}: the list is empty")
    for number, entry in enumerate(cast(list[object], value), 1):
        yield _caught(entry, f"{where}, entry {number}")


def record_draft(text: str, where: str) -> Draft:
    """The article of one JSON object."""
    return _draft(_parsed(text, where), where)


def _caught(entry: object, where: str) -> Draft | Rejected:
    try:
        return _draft(entry, where)
    except BadInput as exc:
        return Rejected(where, exc)


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as exc:
        line = f"line {exc.lineno}, " if "\n" in text.strip() else ""
        raise BadArticle(f"{where}: no valid JSON ({line}column {exc.colno}: {exc.msg})") from exc
    except ValueError as exc:  # a number of thousands of digits
        raise BadArticle(f"{where}: no usable JSON ({exc})") from exc
    except RecursionError as exc:
        raise BadArticle(f"{where}: JSON nested too deeply for an article") from exc


def _draft(value: object, where: str) -> Draft:
    if not is_record(value):
        raise BadArticle(f"{where}: an article is a JSON object with a text field, not {type(value).__name__}")
    body = first_of(plain_keys(value), TEXT_NAMES)
    if not isinstance(body, str) or not body.strip():
        raise BadArticle(f"{where}: no text field; name it {', '.join(TEXT_NAMES[:-1])} or {TEXT_NAMES[-1]}")
    meta = meta_from(value, where)
    if _MARKUP.search(body):
        return page_draft(f"<html><body><article>{body}</article></body></html>", where).under(meta)
    return Draft(where, body, meta)
