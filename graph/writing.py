"""What both adapters write alike: articles and reference entities, each in one transaction of the adapter."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from graph.loading import Loaded, load_article, load_reference, packet
from graph.marker import now
from graph.rows import Origin
from graph.statement import Article, Run, Statement
from graph.work import Work
from seeds.reference import ReferenceEntity

Result = TypeVar("Result")


class Writer(ABC):
    """Half of a store: puts things in; how a transaction runs is the adapter's."""

    @abstractmethod
    def _write(self, step: Callable[[Work], Result]) -> Result:
        """Runs a step in one transaction: all of it stays, or nothing."""

    def put(self, article: Article, statements: Sequence[Statement], run: Run, *, origin: Origin) -> Loaded:
        """Puts an article and what was read from it into the graph, wholly or not at all."""
        new = packet(article, statements, run, origin, now())
        return self._write(lambda work: load_article(work, new))

    def seed(self, entities: Iterable[ReferenceEntity]) -> int:
        """Puts reference entities into the graph; gives the number of new ones."""
        rows = list(entities)
        return self._write(lambda work: load_reference(work, rows))
