"""HTML pages: trafilatura finds the article in the page and what the page says about it."""

import re
from configparser import ConfigParser
from functools import cache

import trafilatura
from trafilatura.settings import use_config

from ingest.readers.draft import Draft
from ingest.readers.meta import Meta
from seeds.errors import BadArticle

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html[^>]+\blang\s*=\s*["']?\s*([A-Za-z-]+)""", re.IGNORECASE)
_ITEM = re.compile(r"^[-*] ", re.MULTILINE)
# What is around every article of a site, and would be taken for the article where a page has none.
_AROUND = ["//nav", "//footer", "//aside", "//form", "//noscript"]
# With the bound fixed, a page reads alike on any day.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
# A line of an article; what is left of a page without one is labels of links and buttons.
_WORDS = 4


@cache
def _settings() -> ConfigParser:
    """Short articles are read like long ones: below its usual bound trafilatura runs all paragraphs into one."""
    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "25")
    return settings


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first two kilobytes."""
    match = _CHARSET.search(data[:2048])
    return match[1].decode("ascii", "replace") if match else None


def page_draft(html: str, where: str) -> Draft:
    """The article of a page; tables are left out (their cells are no sentences), and so are comments."""
    document = trafilatura.bare_extraction(
        html,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATES,
        prune_xpath=_AROUND,
        config=_settings(),
    )
    text = "" if document is None or isinstance(document, dict) else document.text or ""
    if isinstance(document, dict) or document is None or not _has_sentence(text):
        raise BadArticle(f"{where}: no article text found in the HTML; save the article's own page, or its text")
    language = _LANGUAGE.search(html[:2048])
    meta = Meta(
        title=document.title or None,
        outlet=document.sitename or None,
        published=document.date if document.date and _states(html, document.date) else None,
        url=document.url or None,
        language=document.language or (language[1] if language else None),
    )
    return Draft(where, _body(text, meta.title), meta)


def _has_sentence(text: str) -> bool:
    return any(len(line.split()) >= _WORDS for line in text.split("\n"))


def _states(html: str, date: str) -> bool:
    """Whether a field of the page gives this date. One found in running text or the footer would often be wrong."""
    return date in html or date.replace("-", "") in html


def _body(text: str, title: str | None) -> str:
    """The text without the marks of list items, and without the headline, which the article gets from its title."""
    lines = _ITEM.sub("", text).split("\n")
    if title and lines[0].strip() == title and len(lines) > 1:
        lines = lines[1:]
    return "\n".join(lines)
