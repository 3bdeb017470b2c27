"""Markdown to the text that a reader sees: no marks, no addresses, wrapped lines joined, a line for each block."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.readers.draft import Draft
from ingest.readers.meta import Meta
from ingest.readers.plain import headed


def markdown_draft(text: str, where: str) -> Draft:
    """Title from the head, else from a heading that opens the text (which then is no longer part of the body)."""
    meta, source = headed(text, where)
    tokens = MarkdownIt("commonmark").parse(source)
    first = _opening_heading(tokens)
    if first is not None and meta.title in (None, first):
        meta = Meta(title=first).over(meta)
        tokens = tokens[3:]  # opening, words, closing
    return Draft(where, "\n\n".join(_blocks(tokens)), meta)


def _opening_heading(tokens: Sequence[Token]) -> str | None:
    opens = len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return _words(tokens[1]) if opens else None


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Headings, paragraphs, items and quotations, in order; code and raw HTML are not part of an article."""
    for token in tokens:
        if token.type == "inline" and (words := _words(token)):
            yield words


def _words(token: Token) -> str:
    """The visible words of a block: of links the text, of images nothing."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()
