"""What both adapters write alike, each in one transaction of the adapter: articles, entities, decisions."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from graph.ahead import ahead
from graph.decisions.deciding import Step, carry_out
from graph.decisions.decision import Decision, marked, standing
from graph.decisions.enforce import enforce_article
from graph.decisions.ledger import Ledger
from graph.forgetting import Forgotten, forget_document
from graph.loading import load_articles, lock
from graph.packet import Loaded, Packet, packet
from graph.rows import Origin
from graph.saved import Saved
from graph.saying import write_reference
from graph.statement import Article, Run, Statement
from graph.work import Work
from seeds.reference import ReferenceEntity

Result = TypeVar("Result")


class Writer(ABC):
    """Half of a store: puts things in; how a transaction runs is the adapter's."""

    ledger: Ledger

    @abstractmethod
    def _write(self, step: Callable[[Work], Result]) -> Result:
        """Runs a step in one transaction: all of it stays, or nothing."""

    def put(
        self,
        article: Article,
        statements: Sequence[Statement],
        run: Run,
        *,
        origin: Origin,
        at: str | None = None,
    ) -> Loaded:
        """Puts an article and what was read from it, or people made of it, into the graph, wholly or not at all."""
        new = packet(article, statements, run, origin, at)
        return self._write(lambda work: self._load(work, [new])[0])

    def put_all(self, given: Sequence[Saved]) -> list[Loaded]:
        """Puts several articles into the graph, all of them or none."""
        packets = _packets(given)
        return self._write(lambda work: self._load(work, packets))

    def put_batches(self, given: Iterable[Sequence[Saved]]) -> Iterator[list[Loaded]]:
        """Puts each batch into the graph, all of it or none, and makes the rows of the next one meanwhile."""
        news = True

        def ready() -> Iterator[list[Packet]]:
            for batch in given:
                packets = _packets(batch)
                if news:  # where everything is known already, as after a load that broke off, rows are not needed
                    for new in packets:
                        new.said()
                yield packets

        for packets in ahead(ready()):
            loaded = self._write(partial(self._load, given=packets))
            news = not all(one.already_known for one in loaded)
            yield loaded

    def _load(self, work: Work, given: Sequence[Packet]) -> list[Loaded]:
        standing = self.ledger.standing()
        whole = [new.beside(standing.made_for(new.article.id)) for new in given]
        loaded = load_articles(work, whole)
        for new in whole:
            enforce_article(work, standing, new.article.id)
        return loaded

    def seed(self, entities: Iterable[ReferenceEntity]) -> int:
        """Puts reference entities into the graph; gives the number of new ones."""
        rows = list(entities)
        return self._write(lambda work: _seed(work, rows))

    def forget(self, id_: str) -> Forgotten:
        """Removes the document of an article with everything that rests on it alone."""
        return self._write(lambda work: forget_document(work, id_))

    def decide(self, decision: Decision) -> None:
        """Carries a decision out and writes it down."""
        self._write(lambda work: self._decide(work, decision))

    def _decide(self, work: Work, decision: Decision) -> None:
        earlier = self.ledger.decisions()
        step = Step(decision, earlier, self.ledger.standing(), standing([*earlier, decision]))
        carry_out(work, step)
        self.ledger.add(decision)

    def remember(self, decisions: Iterable[Decision]) -> None:
        """Writes decisions down that were carried out elsewhere."""
        for decision in decisions:
            self.ledger.add(decision)

    def decisions(self) -> list[Decision]:
        """Every decision in order, each saying whether it is undone."""
        return marked(self.ledger.decisions())


def _seed(work: Work, rows: Sequence[ReferenceEntity]) -> int:
    lock(work)
    return write_reference(work, rows)


def _packets(given: Iterable[Saved]) -> list[Packet]:
    return [packet(one.article, one.statements, one.run, one.origin, one.since) for one in given]
