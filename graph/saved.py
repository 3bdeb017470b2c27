"""An article as it is kept outside a store: with the machine's reading of it, one line of JSON."""

from collections.abc import Iterable, Iterator

from graph.jsonl import read_lines
from graph.rows import Origin
from graph.statement import Article, Run, Statement, Value

STATEMENTS = 2000


class Saved(Value):
    """An article with what was read in it and by which run; `since` is when it became known (None: when loaded)."""

    article: Article
    statements: tuple[Statement, ...]
    run: Run
    origin: Origin
    since: str | None = None


def batches(lines: Iterable[str], name: str, statements: int = STATEMENTS) -> Iterator[list[Saved]]:
    """The articles of JSON Lines in groups of about so many statements; BadStatement names line and field."""
    batch: list[Saved] = []
    size = 0
    for saved in read_lines(lines, Saved, name):
        batch.append(saved)
        size += len(saved.statements) + 1
        if size >= statements:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
