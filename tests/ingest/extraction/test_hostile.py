"""Ten thousand hostile texts: none is an error, and no statement goes without words that say it."""

import pytest

from graph.jsonl import to_line
from graph.statement import make_article
from ingest.extraction.extract import read_articles
from tests.ingest.extraction.hostile import LONG, strings

PARTS, PART, SEED = 10, 1_000, 20_241_124


def statements_in(texts: list[str]) -> int:
    """How many statements there are, each with its evidence in the stored text."""
    articles = [  # a stored text is never empty: readers refuse such an input
        make_article(text or "\n", input_id=str(number), published="2025-03-04") for number, text in enumerate(texts)
    ]
    found = 0
    for article, statements in read_articles(articles):
        for statement in statements:
            start, end = statement.evidence.start, statement.evidence.end
            assert statement.evidence.text == article.text[start:end]
            assert any(letter.isalpha() for letter in statement.evidence.text)
            assert statement.count is None or any(c.isalnum() for c in statement.count.text)
            assert to_line(statement)
            found += 1
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_texts(part: int) -> None:
    texts = [*strings(PART, SEED + part)]
    assert len(texts) == PART
    assert statements_in(texts) > PART / 20  # so they are no mere noise


def test_long_hostile_texts() -> None:
    statements_in([*LONG])
