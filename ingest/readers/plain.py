"""Text files, with or without a YAML head."""

from collections.abc import Mapping

import yaml

from ingest.readers.draft import Draft
from ingest.readers.meta import Meta, is_record, meta_from
from ingest.rewriting.wrapping import unwrapped
from seeds.errors import BadArticle
from seeds.front_matter import split_front_matter

HEAD_CHARACTERS = 50_000  # more is no head of fields, and YAML takes a second for it


def text_draft(text: str, where: str) -> Draft:
    """A text file as it stands; its first line is part of the text, a title comes from the head only."""
    meta, body = headed(text, where)
    return Draft(where, unwrapped(body), meta)


def headed(text: str, where: str) -> tuple[Meta, str]:
    """The facts of a head and the text after it. Three dashes around anything but YAML fields are text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head, body = split_front_matter(text)
    if head is None or len(head) > HEAD_CHARACTERS:
        return Meta(), text
    entries = yaml_entries(head, f"{where}, head")
    return (meta_from(entries, f"{where}, head"), body) if entries is not None else (Meta(), text)


def yaml_entries(text: str, where: str) -> Mapping[str, object] | None:
    """A YAML mapping with every plain value left as text (2024-10 stays 2024-10), or None where it is no mapping."""
    try:
        entries: object = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as exc:
        raise BadArticle(f"{where}: no valid YAML: {_line(exc)}") from exc
    except RecursionError as exc:
        raise BadArticle(f"{where}: YAML nested too deeply for a few fields") from exc
    return entries if is_record(entries) else None


def _line(exc: yaml.YAMLError) -> str:
    mark = exc.problem_mark if isinstance(exc, yaml.MarkedYAMLError) else None
    return f"line {mark.line + 1}" if mark else str(exc)
