"""What a reader of one form hands on: text and facts, before options, checks and hashes make an article of them."""

from dataclasses import dataclass, replace

from graph.statement import Article, make_article
from ingest.readers.cleaning import clean, clean_title
from ingest.readers.language import german
from ingest.readers.meta import Meta
from ingest.readers.options import TEXT_CHARACTERS, ReadOptions
from seeds.errors import BadArticle, TooLarge


@dataclass(frozen=True, slots=True)
class Draft:
    """Body and facts of one article; `where` names the file (and the line) in messages."""

    where: str
    body: str
    meta: Meta

    def under(self, meta: Meta) -> "Draft":
        """The same with these facts winning."""
        return replace(self, meta=meta.over(self.meta))


def finished(draft: Draft, options: ReadOptions) -> Article:
    """The article of the contract; BadArticle for no text, too much of it, or another language than German."""
    meta, where = draft.meta, draft.where
    title = clean_title(meta.title, where) if meta.title else None
    body = clean(draft.body, where)
    if not any(character.isalpha() for character in body):
        raise BadArticle(f"{where}: there is no text in it")
    if len(body) > TEXT_CHARACTERS:
        raise TooLarge(f"{where}: {len(body):,} characters are no article (at most {TEXT_CHARACTERS:,}); split it")
    return make_article(
        body,
        title=title,
        outlet=meta.outlet,
        published=meta.published,
        retrieved=meta.retrieved,
        url=meta.url,
        language=german(f"{title or ''}\n{body}".strip(), meta.language, where),
        input_id=meta.input_id,
        with_title=options.with_title,
    )
