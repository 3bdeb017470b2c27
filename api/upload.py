"""What a client posts: an article as text, Markdown, HTML or JSON, read by the same readers as files."""

from dataclasses import dataclass, replace
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request

from api.problem import BadMediaType, bad_fields, field_problems
from graph.rows import Origin
from ingest.readers.found import Found, Rejected
from ingest.readers.options import FILE_BYTES, Format, ReadOptions
from ingest.readers.read import read_bytes
from seeds.errors import BadArticle, TooLarge

WHERE = "the posted article"
BYTES = FILE_BYTES["html"]
FORMATS: dict[str, Format] = {"text/plain": "text", "text/markdown": "markdown", "text/html": "html"}


class PostedArticle(BaseModel):
    """An article as JSON: `text` or `html`, and what is known about it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "text": "Kenia hat nach Angaben des Innenministeriums rund 400 Polizisten nach Haiti entsandt.",
                "title": "Kenia schickt Polizisten nach Haiti",
                "outlet": "Musterblatt",
                "published": "2024-06-25",
                "url": "https://example.org/haiti",
            }
        },
    )

    text: str | None = Field(default=None, description="The body as plain text; paragraphs are divided by line breaks.")
    html: str | None = Field(default=None, description="The page as HTML; the article in it is found.")
    title: str | None = None
    outlet: str | None = None
    published: str | None = Field(default=None, description="2024, 2024-06 or 2024-06-25; German dates are understood.")
    url: str | None = Field(default=None, description="Its canonical address: a second text under it is a new version.")
    with_title: bool = Field(default=True, description="Whether the title is a part of the stored text.")
    sample: bool = False
    invented: bool = False

    @model_validator(mode="after")
    def _one_body(self) -> Self:
        if (self.text is None) == (self.html is None):
            raise ValueError("give either text or html")
        return self


@dataclass(frozen=True, slots=True)
class Facts:
    """What the address says about an article that is posted as text or HTML."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    with_title: bool = True


async def limited_body(request: Request, limit: int) -> bytes:
    """The body; TooLarge as soon as more of it comes than the limit lets through."""
    declared = request.headers.get("content-length", "0")
    body = bytearray()
    if declared.isdigit() and int(declared) <= limit:
        async for chunk in request.stream():
            body += chunk
            if len(body) > limit:
                break
        else:
            return bytes(body)
    raise TooLarge(f"{WHERE} is larger than {limit // 1_000_000} MB; post the article alone")


def posted(body: bytes, content_type: str, facts: Facts) -> Found:
    """The article in a body; BadMediaType, BadFields or BadArticle where there is none."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return _from_json(body)
    if kind not in FORMATS:
        known = ", ".join((*FORMATS, "application/json"))
        raise BadMediaType(f"{kind or 'a body without a content type'} is no article; post it as one of {known}")
    return _single(body, _options(facts, FORMATS[kind]))


def _from_json(body: bytes) -> Found:
    try:
        given = PostedArticle.model_validate_json(body)
    except ValidationError as exc:
        raise bad_fields(field_problems(exc.errors(include_url=False))) from exc
    facts = Facts(given.title, given.outlet, given.published, given.url, given.with_title)
    kind: Format = "text" if given.html is None else "html"
    found = _single((given.text or given.html or "").encode(), _options(facts, kind))
    origin: Origin = "invented" if given.invented else "sample" if given.sample else found.origin
    return replace(found, origin=origin)


def _options(facts: Facts, kind: Format) -> ReadOptions:
    return ReadOptions(
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        url=facts.url,
        with_title=facts.with_title,
        format=kind,
    )


def _single(body: bytes, options: ReadOptions) -> Found:
    for reading in read_bytes(body, WHERE, options):
        if isinstance(reading, Rejected):
            raise reading.error
        return reading
    raise BadArticle(f"{WHERE}: there is no text in it")
