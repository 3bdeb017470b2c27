"""Reading a text the way the extraction does, once for each text."""

from collections.abc import Callable
from functools import cache

import pytest

from graph.statement import Statement, make_article
from ingest.extraction.extract import statements_of
from ingest.extraction.reading import Reading, read
from ingest.german.pipeline import german

PUBLISHED = "2025-03-01"


@cache
def _reading(text: str) -> Reading:
    article = make_article(text, published=PUBLISHED)
    return read(article, german()(article.text))


@cache
def _statements(text: str) -> tuple[Statement, ...]:
    article = make_article(text, published=PUBLISHED)
    return tuple(statements_of(article, german()(article.text)))


@pytest.fixture(scope="session")
def reading_of() -> Callable[[str], Reading]:
    return _reading


@pytest.fixture(scope="session")
def statements_in() -> Callable[[str], tuple[Statement, ...]]:
    return _statements
