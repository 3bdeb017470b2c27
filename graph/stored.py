"""Everything that is stored, article by article: for what goes through all of it."""

from collections.abc import Iterator

from graph.filter import StatementFilter
from graph.reading import query
from graph.rows import Origin
from graph.shown import MOST, ArticleView, Window
from graph.statement import Statement
from graph.store import Store
from graph.view import article, statements

SECONDS = 60.0


def stored(store: Store) -> Iterator[tuple[ArticleView, str]]:
    """Every version of every article with the instant since which it is known, older ones first."""
    for row in store.read(query("known_since"), limit=None, seconds=SECONDS):
        yield article(store, str(row["id"])), str(row["since"])


def origin_of(view: ArticleView) -> Origin:
    """Whether an article is real, a sample, or an invented sample."""
    return "invented" if view.invented else "sample" if view.sample else "real"


def machine_read(store: Store, article_id: str) -> Iterator[Statement]:
    """What the machine has read in an article; what people added stands among the decisions."""
    offset, total = 0, 1
    while offset < total:
        page = statements(store, StatementFilter(article=article_id), Window(MOST, offset))
        yield from (one.statement for one in page.items if one.added is None)
        offset, total = offset + MOST, page.total
