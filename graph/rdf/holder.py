"""Where the copy of the graph in triples lies: in a folder of this machine, or on a SPARQL server."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pyoxigraph import NamedNode, Quad, QuerySolutions

from graph.rdf.engine import Engine


@dataclass(slots=True)
class Change:
    """Graphs that go as a whole, then quads that go, then quads that come."""

    dropped: list[NamedNode] = field(default_factory=list[NamedNode])
    gone: set[Quad] = field(default_factory=set[Quad])
    new: list[Quad] = field(default_factory=list[Quad])


class Holder(Protocol):
    """Holds the copy. No triple stands in two of its graphs; all of them together are what queries ask by default."""

    def mark(self) -> str | None:
        """Up to which change of the graph the copy goes; None where that is not known. What others made is cleared."""
        ...

    def begin(self) -> None:
        """What is held will not be whole until `keep`, whatever happens before."""
        ...

    def keep(self, marker: str) -> None:
        """Everything up to this change of the graph is held, for good."""
        ...

    def rows(self, query: str) -> QuerySolutions:
        """The rows of a SELECT; default graph is what queries ask by default."""
        ...

    def graphs(self) -> Iterator[NamedNode]:
        """The graphs that hold something."""
        ...

    def held(self, graphs: Sequence[NamedNode]) -> list[Quad]:
        """Everything in these graphs."""
        ...

    def about(self, subjects: Sequence[NamedNode], graph: NamedNode) -> set[Quad]:
        """What a graph says of these things."""
        ...

    def named(self, things: Sequence[NamedNode], without: Sequence[NamedNode]) -> set[NamedNode]:
        """Those of the things that some triple has as its object, in another graph than these."""
        ...

    def change(self, change: Change) -> None:
        """Carries a change out."""
        ...

    def replace(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Writes a graph anew; the quads are of that graph."""
        ...

    def engine(self) -> Engine:
        """What answers queries."""
        ...

    def close(self) -> None:
        """Lets it go."""
        ...
