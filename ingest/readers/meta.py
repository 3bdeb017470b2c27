"""What an input says about its article beside the text: one table of names for JSON, heads and sidecars."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeGuard

from graph.rows import Origin
from ingest.readers.dates import iso_date
from seeds.errors import BadArticle

# Names in the order they are looked up, in lower case and without "_" and "-": plain words first, then those of
# schema.org, feeds and news services, then German ones.
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "titel"),
    "outlet": ("outlet", "source", "publisher", "sitename", "medium", "quelle"),
    "published": ("published", "date", "datepublished", "publishedat", "pubdate", "datum"),
    "retrieved": ("retrieved", "retrievedat", "datedownload"),
    "url": ("url", "link", "address"),
    "input_id": ("id", "guid", "identifier"),
    "language": ("language", "lang", "inlanguage", "sprache"),
    "sample": ("sample",),
    "invented": ("invented",),
}
TEXT_NAMES = ("text", "body", "content", "articlebody", "maintext")


@dataclass(frozen=True, slots=True)
class Meta:
    """Facts about an article; None where nothing is said. `published` is ISO already."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    retrieved: str | None = None
    url: str | None = None
    input_id: str | None = None
    language: str | None = None
    sample: bool | None = None
    invented: bool | None = None

    @property
    def origin(self) -> Origin:
        """Samples and inventions stay marked in every store and export."""
        if self.invented:
            return "invented"
        return "sample" if self.sample else "real"

    def over(self, other: "Meta") -> "Meta":
        """Both together; where both say something, this one is right."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return Meta(**{name: getattr(other, name) if value is None else value for name, value in own.items()})


def is_record(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a value from JSON or YAML is a mapping of fields."""
    return isinstance(value, Mapping)


def meta_from(entries: Mapping[str, object], where: str) -> Meta:
    """The facts in a mapping, by whichever usual name; an ill-typed one is a BadArticle that names the field."""
    plain = plain_keys(entries)
    said = {field: value for field, names in NAMES.items() if (value := first_of(plain, names)) is not None}
    published = said.get("published")
    return Meta(
        title=_text(said, "title", where),
        outlet=_text(said, "outlet", where),
        published=iso_date(published, f"{where}, published") if published is not None else None,
        retrieved=_text(said, "retrieved", where),
        url=_text(said, "url", where),
        input_id=_text(said, "input_id", where),
        language=_text(said, "language", where),
        sample=_flag(said, "sample", where),
        invented=_flag(said, "invented", where),
    )


def plain_keys(entries: Mapping[str, object]) -> dict[str, object]:
    """The same entries with keys as `NAMES` writes them: `published_at` and `publishedAt` are one field."""
    return {str(key).lower().replace("_", "").replace("-", ""): value for key, value in entries.items()}


def first_of(entries: Mapping[str, object], names: tuple[str, ...]) -> object:
    """The first of these fields that says something, or None."""
    return next((entries[name] for name in names if entries.get(name) not in (None, "")), None)


def _text(said: Mapping[str, object], field: str, where: str) -> str | None:
    """A text; schema.org and news services wrap a publisher as {"name": ...}."""
    value = said.get(field)
    if is_record(value):
        value = value.get("name")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or isinstance(value, str):
        return value.strip() or None if value else None
    raise BadArticle(f"{where}, {field}: a text is expected, not {type(value).__name__}")


def _flag(said: Mapping[str, object], field: str, where: str) -> bool | None:
    """True or false; the text "false" is not true."""
    value = said.get(field)
    if value is None:
        return None
    flag = {"true": True, "false": False}.get(str(value).lower())
    if flag is None:
        raise BadArticle(f"{where}, {field}: write true or false, not {value!r}")
    return flag
