"""An article on its way into the graph, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.marker import now
from graph.rows import Origin, article_row, statement_row, text_row
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
    """An article with what was read from it and by whom; `statements` by id, each once.

    `since` is the instant since when it is known, where that is not when it is loaded.
    """

    article: Article
    statements: dict[str, Statement]
    run: Run
    origin: Origin
    since: str | None
    _rows: dict[str, Row] = field(default_factory=dict[str, Row], repr=False, compare=False)

    def row(self) -> Row:
        """The article with all that is derived from its text; made once."""
        own = self._rows.get(self.article.id)
        if own is None:
            own = self._rows[self.article.id] = article_row(self.article, self.origin) | text_row(self.article)
        return own

    def said(self) -> list[Row]:
        """Its statements, of an article that was not there; each row is made once."""
        for id_, statement in self.statements.items():
            if id_ not in self._rows:
                self._rows[id_] = statement_row(statement, self.row(), current=True)
        return [self._rows[id_] for id_ in self.statements]

    def stamped(self, row: Row) -> Row:
        """The article's row with who read it, and since when it is known."""
        run: Row = {"run": self.run.id, "by": self.run.model_dump(mode="json")}
        loaded = now()
        return row | run | {"loaded": loaded, "since": self.since or loaded}

    def beside(self, made: Sequence[Statement]) -> "Packet":
        """The same with statements that people made of the article; its rows stay made."""
        _check(self.article, made)
        return replace(self, statements=self.statements | _by_id(made)) if made else self


def packet(
    article: Article, statements: Sequence[Statement], run: Run, origin: Origin, since: str | None = None
) -> Packet:
    """Checks that the statements are of this article and quote it exactly."""
    _check(article, statements)
    return Packet(article, _by_id(statements), run, origin, since)


def _check(article: Article, statements: Iterable[Statement]) -> None:
    for statement in statements:
        span = slice(statement.evidence.start, statement.evidence.end)
        if statement.article != article.id:
            raise BadStatement(f"statement {statement.id} belongs to article {statement.article}, not to {article.id}")
        if article.text[span] != statement.evidence.text:
            raise BadStatement(f"statement {statement.id}: evidence.text is not the article's text at {span}")


def _by_id(statements: Iterable[Statement]) -> dict[str, Statement]:
    return {statement.id: statement for statement in statements}
