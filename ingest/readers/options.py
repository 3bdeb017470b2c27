"""How to read: facts given from outside, the form of the text, and what is too large."""

from dataclasses import dataclass
from typing import Literal

from ingest.readers.dates import iso_date
from ingest.readers.meta import Meta
from seeds.errors import BadArticle, BadParameter

Format = Literal["text", "markdown", "html", "json", "jsonl"]

# The longest newspaper features have some 60,000 characters; whatever is many times longer is a book or a dump
# of many articles, which would be one "article" with hundreds of dates and speakers that contradict each other.
TEXT_CHARACTERS = 500_000
# Half a million characters take at most 2 MB in UTF-8; a page or a list of records carries markup and more besides.
FILE_BYTES: dict[Format, int] = {
    "text": 2_000_000,
    "markdown": 2_000_000,
    "jsonl": 2_000_000,  # a line
    "html": 5_000_000,
    "json": 5_000_000,
}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Facts that win over what the inputs say, and how the inputs are to be read.

    `with_title=False` stores the body alone. `format` is for standard input and files whose name does not tell.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    with_title: bool = True
    format: Format | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            try:
                iso_date(self.published, "published")
            except BadArticle as exc:
                raise BadParameter(str(exc)) from exc

    @property
    def meta(self) -> Meta:
        """The facts given from outside."""
        published = iso_date(self.published, "published") if self.published else None
        return Meta(title=self.title, outlet=self.outlet, published=published, url=self.url)

    @property
    def single(self) -> bool:
        """Whether the options describe one article only: two with one address would be versions of one document."""
        return bool(self.title or self.url)
