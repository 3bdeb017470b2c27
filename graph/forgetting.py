"""Forgetting a document: all its versions, what they say, and whatever rests on nothing else."""

from dataclasses import dataclass

from graph.cypher import text
from graph.loading import lock, stored_articles
from graph.origins.joining import regroup
from graph.origins.settling import peers, settle
from graph.origins.texts import ARTICLES, PASSAGES
from graph.plain import recount
from graph.saying import forget_unnamed, named_by
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
    stored = stored_articles(work, articles).values()
    statements = [key for found in stored for key in found.confidence]
    named = named_by(work, statements)
    alike, near = peers(work, PASSAGES, statements), peers(work, ARTICLES, articles)
    work.run(text("forget_statements"), {"ids": [*statements]})
    work.run(text("forget_articles"), {"ids": [*articles]})
    work.run(text("forget_document"), {"document": document})
    work.run(text("forget_runs"), {})
    regroup(work, ARTICLES, near)
    regroup(work, PASSAGES, alike)
    recount(work, [*(pair for found in stored for pair in found.pairs), *settle(work, near, alike)])
    before = len(work.run(text("known_entities"), {"ids": named}))
    forget_unnamed(work, named)
    after = len(work.run(text("known_entities"), {"ids": named}))
    return Forgotten(document, tuple(sorted(articles)), len(statements), before - after)
