"""The copy in triples in this process: an Oxigraph store in a folder, or in memory."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

from pyoxigraph import NamedNode, Quad, QuerySolutions

from graph.rdf.engine import Oxigraph
from graph.rdf.holder import Change
from graph.rdf.mirror_state import MirrorState, open_triples

UNWRITTEN = 100_000  # quads after which what the engine holds back goes to the disk: else it is most of the memory


class Here:
    """A holder in this process; up to which change it goes stands in a file beside it."""

    def __init__(self, base: str, folder: Path | None = None) -> None:
        """StoreUnavailable where another program has the copy open, StoreDamaged where it cannot be read."""
        self.triples = open_triples(folder)
        self._state = MirrorState(folder, base)
        self._base = base
        self._unwritten = 0
        if not self._state.fits():
            self.triples.clear()

    def mark(self) -> str | None:
        """What stands in the file."""
        return self._state.marker()

    def begin(self) -> None:
        """The file keeps the former mark, by which the copy is seen to be behind."""

    def keep(self, marker: str) -> None:
        """Writes it to the file, when all else is on the disk."""
        self.triples.flush()
        self._state.keep(marker)

    def rows(self, query: str) -> QuerySolutions:
        """The rows of a SELECT."""
        found = self.triples.query(query, use_default_graph_as_union=True)
        assert isinstance(found, QuerySolutions)
        return found

    def graphs(self) -> Iterator[NamedNode]:
        """The graphs that hold something."""
        return (graph for graph in self.triples.named_graphs() if isinstance(graph, NamedNode))

    def held(self, graphs: Sequence[NamedNode]) -> list[Quad]:
        """Everything in these graphs."""
        return [quad for graph in graphs for quad in self.triples.quads_for_pattern(None, None, None, graph)]

    def about(self, subjects: Sequence[NamedNode], graph: NamedNode) -> set[Quad]:
        """What a graph says of these things."""
        return {quad for thing in subjects for quad in self.triples.quads_for_pattern(thing, None, None, graph)}

    def named(self, things: Sequence[NamedNode], without: Sequence[NamedNode]) -> set[NamedNode]:
        """Those of the things that stand as an object elsewhere."""

        def is_named(thing: NamedNode) -> bool:
            found = self.triples.quads_for_pattern(None, None, thing, None)
            return any(quad.graph_name not in without for quad in found)

        return {thing for thing in things if is_named(thing)}

    def change(self, change: Change) -> None:
        """Carries a change out, what comes in one transaction."""
        for graph in change.dropped:
            self.triples.remove_graph(graph)
        for quad in change.gone:
            self.triples.remove(quad)
        self.triples.extend(change.new)
        self._unwritten += len(change.new)
        if self._unwritten > UNWRITTEN:
            self.triples.flush()
            self._unwritten = 0

    def replace(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Writes a graph anew."""
        self.triples.remove_graph(graph)
        self.triples.bulk_extend(quads)

    def engine(self) -> Oxigraph:
        """The engine of the store."""
        return Oxigraph(self.triples, self._base)

    def close(self) -> None:
        """Lets the store go; whoever still answers from it keeps it until the answer is there."""
        self.triples.flush()
        del self.triples

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
