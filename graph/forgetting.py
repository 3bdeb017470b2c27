"""Forgetting a document: all its versions, what they say, and whatever rests on nothing else."""

from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.loading import forget_unnamed, lock, stored_article
from graph.origins.settling import copies, peers, settle
from graph.plain import recount
from graph.work import Work
from seeds.errors import NotFound


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is gone: a document with its versions, statements and the entities that nothing else named."""

    document: str
    articles: tuple[str, ...]
    statements: int
    entities: int


def forget_document(work: Work, id_: str) -> Forgotten:
    """Removes the document of an article (or of that id); plain edges are counted without it. NotFound."""
    lock(work)
    rows = work.run(text("document_articles"), {"id": id_})
    if not rows:
        raise NotFound(f"there is no article {id_!r}")
    articles = [str(row["article"]) for row in rows]
    document = str(rows[0]["document"])
    stored = [found for article in articles if (found := stored_article(work, article))]
    statements: list[JsonValue] = [key for found in stored for key in found.confidence]
    named: list[JsonValue] = [row["id"] for row in work.run(text("named_entities"), {"ids": statements})]
    alike, near = peers(work, map(str, statements)), copies(work, articles)
    work.run(text("forget_statements"), {"ids": statements})
    work.run(text("forget_articles"), {"ids": [*articles]})
    work.run(text("forget_document"), {"document": document})
    work.run(text("forget_runs"), {})
    settled = settle(work, near, alike)
    recount(work, [*(pair for found in stored for pair in found.pairs), *settled.changed_pairs])
    before = len(work.run(text("known_entities"), {"ids": named}))
    forget_unnamed(work, named)
    after = len(work.run(text("known_entities"), {"ids": named}))
    return Forgotten(document, tuple(sorted(articles)), len(statements), before - after)
