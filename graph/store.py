"""The store: one interface, two adapters, opened from settings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self

from pydantic import JsonValue

from graph.decisions.decision import Decision
from graph.decisions.ledger import NAME
from graph.embedded import EmbeddedStore
from graph.forgetting import Forgotten
from graph.packet import Loaded
from graph.rows import Origin
from graph.saved import Saved
from graph.statement import Article, Run, Statement
from seeds.reference import ReferenceEntity

__all__ = ["Forgotten", "Loaded", "Origin", "Store", "StoreSettings", "open_store"]


class Store(Protocol):
    """A graph of articles and what they say. Threads may share it; every call is one transaction."""

    def put(
        self,
        article: Article,
        statements: Sequence[Statement],
        run: Run,
        *,
        origin: Origin,
        at: str | None = None,
    ) -> Loaded:
        """Puts an article and all that was read from it into the graph, wholly or not at all.

        The same again changes nothing. Another reading of the same text takes the place of the former; another
        text of the same document becomes the current version, the older one stays with `current` false. `at` is the
        instant from which it is known, now where not given.
        """
        ...

    def put_all(self, given: Sequence[Saved]) -> list[Loaded]:
        """Puts several articles into the graph in one transaction, all of them or none: much faster than one by one."""
        ...

    def put_batches(self, given: Iterable[Sequence[Saved]]) -> Iterator[list[Loaded]]:
        """The same of many batches, each in a transaction of its own: faster, the next one is prepared meanwhile."""
        ...

    def forget(self, id_: str) -> Forgotten:
        """Removes the document of an article, all its versions, with everything that rests on it alone; NotFound."""
        ...

    def decide(self, decision: Decision) -> None:
        """Carries a decision out in the graph and writes it down; NotFound, BadParameter, BadStatement."""
        ...

    def remember(self, decisions: Iterable[Decision]) -> None:
        """Writes decisions down that were carried out elsewhere; each load from now on obeys them."""
        ...

    def decisions(self) -> list[Decision]:
        """Every decision in order, each saying whether it is undone."""
        ...

    def seed(self, entities: Iterable[ReferenceEntity]) -> int:
        """Puts reference entities into the graph, used or not; gives the number of new ones."""
        ...

    def read(
        self, cypher: str, parameters: Mapping[str, JsonValue] | None = None, *, limit: int | None, seconds: float
    ) -> list[dict[str, JsonValue]]:
        """At most `limit` rows (None: all) of a question that may take `seconds`; what writes raises BadInput."""
        ...

    def close(self) -> None:
        """Lets the store go; what was put stays."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where the graph is: `address` names a Neo4j server (bolt://, neo4j://); without one it lies under `data`."""

    address: str | None = None
    data: Path = Path("data")
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"
    decisions: Path | None = None
    """The file of decisions; None: in `data`."""

    @property
    def ledger(self) -> Path:
        """Where decisions are written down."""
        return self.decisions or self.data / NAME


def open_store(settings: StoreSettings) -> Store:
    """The store of these settings; raises StoreUnavailable, StoreDamaged or StoreForeign where it cannot be had."""
    if settings.address is None:
        return EmbeddedStore(settings.data, settings.ledger)
    from graph.neo4j import Neo4jStore  # here, because the driver takes a fifth of a second to import

    return Neo4jStore(
        settings.address,
        user=settings.user,
        password=settings.password,
        database=settings.database,
        decisions=settings.ledger,
    )
