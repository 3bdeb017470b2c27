"""The copy in triples on a SPARQL server, which others may ask, too.

Every change of an article is one update. Where the server's default graph is not the union of the named ones, each
triple is written to it as well, so that a query finds the same wherever it is asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse_query_results,
    serialize,
)

from graph.rdf.batches import batches
from graph.rdf.holder import Change
from graph.rdf.server.client import JSON, WRITE_SECONDS, Client
from graph.rdf.server.engine import ServerEngine
from graph.rdf.server.mark import EMPTY, new_mark, read_mark, reading, writing
from graph.rdf.server.place import Place
from graph.rdf.server.update import data, drop
from seeds.errors import StoreError, StoreForeign

PART = 1000  # triples of a graph that is sent as a whole


class There:
    """A holder on a server; up to which change it goes stands in a graph of its own."""

    def __init__(self, base: str, place: Place) -> None:
        self._client = Client(place)
        self._base = base
        self._name = f"{base}copy"
        self._twice = True
        self._engine = ServerEngine(self._client, base)

    def mark(self) -> str | None:
        """What stands on the server; StoreForeign where it holds what is not ours."""
        row = next(iter(self.rows(reading(self._name))), None)
        if row is None:
            if self._answer(EMPTY):
                raise StoreForeign(
                    f"the SPARQL server at {self._client.address} holds triples that are not of a graph under "
                    f"{self._base}; name an empty data set"
                )
            self._start()
            return None
        mark, union = read_mark(row)
        self._twice = mark.twice
        if mark.fits and mark.twice != union:
            return mark.goes or None
        self._clear()
        self._start()
        return None

    def begin(self) -> None:
        """Says on the server that it is being changed."""
        self._write_mark("")

    def keep(self, marker: str) -> None:
        """Writes the mark to the server."""
        self._write_mark(marker)

    def rows(self, query: str) -> QuerySolutions:
        """The rows of a SELECT."""
        found = self._answer(query)
        if not isinstance(found, QuerySolutions):
            raise StoreError(f"the SPARQL server at {self._client.address} answers something else than was asked")
        return found

    def graphs(self) -> Iterator[NamedNode]:
        """The graphs that hold something; the one with the mark is none of the copy."""
        for row in self.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"):
            if isinstance(row["g"], NamedNode) and row["g"].value != self._name:
                yield row["g"]

    def held(self, graphs: Sequence[NamedNode]) -> list[Quad]:
        """Everything in these graphs."""
        rows = self.rows(f"SELECT ?s ?p ?o ?g WHERE {{ {_values('g', graphs)} GRAPH ?g {{ ?s ?p ?o }} }}")
        return [Quad(row["s"], row["p"], row["o"], row["g"]) for row in rows]

    def about(self, subjects: Sequence[NamedNode], graph: NamedNode) -> set[Quad]:
        """What a graph says of these things."""
        rows = self.rows(f"SELECT ?s ?p ?o WHERE {{ {_values('s', subjects)} GRAPH {graph} {{ ?s ?p ?o }} }}")
        return {Quad(row["s"], row["p"], row["o"], graph) for row in rows}

    def named(self, things: Sequence[NamedNode], without: Sequence[NamedNode]) -> set[NamedNode]:
        """Those of the things that stand as an object elsewhere."""
        elsewhere = f"FILTER(?g NOT IN ({', '.join(map(str, without))}))"
        rows = self.rows(f"SELECT DISTINCT ?o WHERE {{ {_values('o', things)} GRAPH ?g {{ ?s ?p ?o }} {elsewhere} }}")
        return {row["o"] for row in rows}

    def change(self, change: Change) -> None:
        """Carries a change out in one update."""
        steps = [
            *(step for graph in change.dropped for step in drop(graph, twice=self._twice)),
            *data("DELETE", change.gone, twice=self._twice),
            *data("INSERT", change.new, twice=self._twice),
        ]
        if steps:
            self._client.update(" ;\n".join(steps))

    def replace(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Writes a graph anew by the Graph Store Protocol, while it is read."""
        self._client.update(" ;\n".join(drop(graph, twice=self._twice)))
        self._client.put(graph.value, _ntriples(quads))
        if self._twice:
            self._client.update(f"INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")

    def engine(self) -> ServerEngine:
        """What sends queries on."""
        return self._engine

    def close(self) -> None:
        """Ends the connections; what is on the server stays there."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> None:
        """Marks the data set as ours, and finds out whether its default graph is the union of the others."""
        self._write_mark("")
        rows = [*self.rows(reading(self._name))]
        if not rows:
            raise StoreError(f"the SPARQL server at {self._client.address} does not keep what is written to it")
        self._twice = not read_mark(rows[0])[1]
        self._write_mark("")

    def _clear(self) -> None:
        ours = [graph for graph in self.graphs() if graph.value.startswith(self._base)]
        for batch in batches(ours, PART):
            self.change(Change(dropped=batch))

    def _write_mark(self, goes: str) -> None:
        self._client.update(writing(self._name, new_mark(goes, twice=self._twice)))

    def _answer(self, query: str) -> QuerySolutions | QueryBoolean:
        with self._client.asked({"query": query}, JSON, WRITE_SECONDS) as answer:
            content = answer.read()
        try:
            return parse_query_results(content, QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as exc:
            raise StoreError(
                f"what answers at {self._client.address} speaks no SPARQL; LAGEBILD_SPARQL is the address for queries"
            ) from exc


def _values(name: str, things: Iterable[NamedNode]) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(str, things))} }}"


def _ntriples(quads: Iterable[Quad]) -> Iterator[bytes]:
    for part in batches(quads, PART):
        yield serialize([quad.triple for quad in part], format=RdfFormat.N_TRIPLES) or b""
