"""Bringing a graph to a schema from the one before it, in the transaction that opens the store."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.agencies import marks
from graph.origins.joining import regroup
from graph.origins.likeness import ARTICLE
from graph.origins.settling import settle
from graph.origins.texts import ARTICLES, PASSAGES
from graph.origins.vouching import text_rank
from graph.plain import Pair, recount
from graph.restore import Record, restore_statement
from graph.rows import statement_row
from graph.work import Row, Work

AT_ONCE = 200  # articles


def _to_2(work: Work) -> None:
    """Instants since which and until when all is known; origins, claims and days of every statement."""
    work.run(text("to_2_articles"), {})
    work.run(text("to_2_statements"), {})
    articles = work.run(text("to_2_texts"), {})
    for at in range(0, len(articles), AT_ONCE):
        _derive(work, articles[at : at + AT_ONCE])


def _derive(work: Work, articles: Sequence[Row]) -> None:
    """What is derived from the texts of some articles and from their statements."""
    rows: dict[str, Row] = {}
    for article in articles:
        words = str(article["text"])
        own: Row = {"agency": marks().find(words), **ARTICLE.keys(words)}
        rows[str(article["id"])] = article | own
    work.run(text("to_2_near"), {"rows": [*rows.values()]})
    said = work.run(text("to_2_said"), {"ids": [*rows]})
    derived = [_derived(row, rows[str(cast(Record, row["statement"])["article"])]) for row in said]
    work.run(text("to_2_origins"), {"rows": derived})


def _to_3(work: Work) -> None:
    """Groups of copies are kept; with them the origins of all statements, and all plain edges."""
    articles = work.run(text("to_3_articles"), {})
    work.run(text("to_3_ranks"), {"rows": [{"id": row["id"], "text_rank": text_rank(row)} for row in articles]})
    regroup(work, ARTICLES, [str(row["id"]) for row in articles])
    regroup(work, PASSAGES, [str(row["id"]) for row in work.run(text("to_3_statements"), {})])
    settle(work, [str(row["id"]) for row in articles])
    recount(work, [Pair.of_key(str(row["plain"])) for row in work.run(text("to_3_pairs"), {})])


def _derived(row: Row, article: Row) -> JsonValue:
    own = cast(Record, row["statement"])
    statement = restore_statement(own, cast(list[Record], row["named"]), cast(list[Record], row["sources"]))
    return statement_row(statement, article, current=own["current"] is True)


MIGRATIONS: Mapping[int, Callable[[Work], None]] = {2: _to_2, 3: _to_3}
