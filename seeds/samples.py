"""Sample articles written for this project: five digests of real articles, and ten that tell one invented story."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast

import yaml

from seeds.errors import BadData
from seeds.front_matter import split_front_matter

_REQUIRED = ("id", "title", "outlet", "sample", "invented")
_FIELDS = frozenset({*_REQUIRED, "published", "language", "after"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sample: `after` is the number of the given article that a digest retells; `text` is the body in Markdown.

    The outlets are invented in all of them. `invented` says that the events and figures are, too.
    """

    name: str
    id: str
    title: str
    outlet: str
    published: str | None
    sample: bool
    invented: bool
    after: str | None
    text: str


def samples_folder() -> Path:
    """The folder to read the samples from as articles, like any other folder of Markdown files."""
    return Path(str(files("seeds").joinpath("samples")))


@cache
def samples() -> tuple[Sample, ...]:
    """All samples in the order of their names."""
    return tuple(parse_sample(path.read_text("utf-8"), path.name) for path in sorted(samples_folder().glob("*.md")))


def parse_sample(text: str, name: str) -> Sample:
    """A sample from its file; BadData names the file and the field that is missing or unknown."""
    head, body = split_front_matter(text)
    try:
        entries = yaml.load(head or "", Loader=yaml.BaseLoader)
    except yaml.YAMLError as exc:
        raise BadData(f"{name}: {exc}") from exc
    if not isinstance(entries, dict):
        raise BadData(f"{name}: a sample begins with its fields between two lines of ---")
    fields = {str(key): str(value) for key, value in cast(dict[object, object], entries).items()}
    if wrong := [*(set(_REQUIRED) - set(fields)), *(set(fields) - _FIELDS)]:
        raise BadData(f"{name}: missing or unknown field {', '.join(sorted(wrong))}")
    return Sample(
        name=name,
        id=fields["id"],
        title=fields["title"],
        outlet=fields["outlet"],
        published=fields.get("published"),
        sample=_flag(fields, "sample", name),
        invented=_flag(fields, "invented", name),
        after=fields.get("after"),
        text=body.strip(),
    )


def _flag(fields: dict[str, str], field: str, name: str) -> bool:
    if fields[field] not in {"true", "false"}:
        raise BadData(f"{name}: {field} is true or false, not {fields[field]!r}")
    return fields[field] == "true"
