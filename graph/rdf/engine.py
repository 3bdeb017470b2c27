"""What answers one query: the engine in this process; what a query is, and what may be wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Literal, Protocol

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat
from pyoxigraph import Store as Triples

from graph.rdf.sparql_text import UPDATES, words_of
from seeds.errors import BadInput

Kind = Literal["table", "graph"]
Format = QueryResultsFormat | RdfFormat
Choose = Callable[[Kind], Format]
Found = QuerySolutions | QueryBoolean | QueryTriples
NO_UPDATES = "the graph is changed by `lagebild ingest`, not by SPARQL; updates are refused"


class BadQuery(BadInput):
    """A query that cannot be understood, or asks for what is not given."""

    status = 400


class UpdateRefused(BadInput):
    """The graph is changed by reading articles, not by SPARQL."""

    status = 403


@dataclass(frozen=True, slots=True)
class Query:
    """A query, with the graphs that it is about where that is said outside of it."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class Engine(Protocol):
    """Answers a query; threads may share it."""

    def write(self, query: Query, choose: Choose, out: IO[bytes]) -> Format:
        """Writes the answer in the format that is chosen for its kind.

        BadQuery, UpdateRefused or what `choose` raises come before anything is written.
        """
        ...


class Oxigraph:
    """The engine in this process, on one store of triples. The base resolves relative addresses in queries."""

    def __init__(self, triples: Triples, base: str) -> None:
        self._triples = triples
        self._base = base

    def write(self, query: Query, choose: Choose, out: IO[bytes]) -> Format:
        """Evaluates while it writes."""
        return serialize_found(self.evaluate(query), choose, out)

    def evaluate(self, query: Query) -> Found:
        """What it finds, not all of it worked out yet."""
        try:
            return self._evaluate(query)
        except SyntaxError as exc:
            raise _misunderstood(query.text, exc) from None
        except (ValueError, OSError, RuntimeError) as exc:  # the last for functions that it does not have
            raise BadQuery(f"the query cannot be answered: {exc}") from None

    def _evaluate(self, query: Query) -> Found:
        named = [NamedNode(graph) for graph in query.named_graphs]
        if query.default_graphs or named:
            default = [NamedNode(graph) for graph in query.default_graphs]
            return self._triples.query(query.text, base_iri=self._base, default_graph=[*default], named_graphs=[*named])
        union = "FROM" not in words_of(query.text)
        return self._triples.query(query.text, base_iri=self._base, use_default_graph_as_union=union)


def _misunderstood(text: str, why: SyntaxError) -> BadInput:
    return UpdateRefused(NO_UPDATES) if words_of(text) & UPDATES else BadQuery(f"the query cannot be understood: {why}")


def serialize_found(found: Found, choose: Choose, out: IO[bytes]) -> Format:
    """Writes what was found in the format that is chosen for its kind."""
    if isinstance(found, QueryTriples):
        graph = choose("graph")
        assert isinstance(graph, RdfFormat)
        found.serialize(out, graph)
        return graph
    table = choose("table")
    assert isinstance(table, QueryResultsFormat)
    found.serialize(out, table)
    return table
