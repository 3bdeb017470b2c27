"""An article on its way into the graph, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.marker import now
from graph.rows import Origin, article_row, text_row
from graph.statement import Article, Run, Statement
from graph.work import Row
from seeds.errors import BadStatement


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading an article: how many statements are new, and which older version it replaces."""

    article: str
    added: int
    already_known: bool
    superseded: str | None


@dataclass(frozen=True, slots=True)
class Packet:
    """An article with what was read from it, by whom and when; `statements` by id, each once.

    `since` is the instant since when it is known, where that is not now.
    """

    article: Article
    statements: dict[str, Statement]
    run: Run
    origin: Origin
    now: str
    since: str | None

    def row(self) -> Row:
        """The article with all that is derived from its text."""
        return article_row(self.article, self.origin) | text_row(self.article)

    def stamped(self, row: Row) -> Row:
        """The same with who read it, and since when it is known."""
        run: Row = {"run": self.run.id, "by": self.run.model_dump(mode="json")}
        return row | run | {"loaded": self.now, "since": self.since or self.now}


def packet(
    article: Article, statements: Sequence[Statement], run: Run, origin: Origin, since: str | None = None
) -> Packet:
    """Checks that the statements are of this article and quote it exactly."""
    for statement in statements:
        span = slice(statement.evidence.start, statement.evidence.end)
        if statement.article != article.id:
            raise BadStatement(f"statement {statement.id} belongs to article {statement.article}, not to {article.id}")
        if article.text[span] != statement.evidence.text:
            raise BadStatement(f"statement {statement.id}: evidence.text is not the article's text at {span}")
    return Packet(article, {statement.id: statement for statement in statements}, run, origin, now(), since)
