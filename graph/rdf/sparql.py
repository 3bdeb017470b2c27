"""Asking the copy of the graph in SPARQL: read only, nothing from elsewhere, with limits of time and size."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import IO, Literal, cast

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat
from pyoxigraph import Store as Triples

from graph.rdf.sparql_text import UPDATES, words_of
from seeds.errors import BadInput, StoreError

Kind = Literal["table", "graph"]
Format = QueryResultsFormat | RdfFormat
Choose = Callable[[Kind], Format]


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


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may cost, and how many queries run at once."""

    seconds: float = 30.0
    bytes: int = 100_000_000
    at_once: int = 4


class Sparql:
    """Answers queries over one store of triples; threads may share it."""

    def __init__(self, triples: Callable[[], Triples], base: str, limits: Limits | None = None) -> None:
        """`triples` gives the store as it is now; the base resolves relative addresses in queries."""
        self._triples = triples
        self._base = base
        self._limits = limits or Limits()
        self._places = threading.Semaphore(self._limits.at_once)

    def answer(self, query: Query, choose: Choose, out: IO[bytes]) -> Format:
        """Writes the answer in the format that is chosen for its kind; raises before or after, never within.

        BadQuery where it cannot be understood, UpdateRefused where it would change something, StoreError where it
        takes longer or gives more than the limits allow.
        """
        words = words_of(query.text)
        if "SERVICE" in words:
            raise BadQuery("SERVICE asks other servers; it is refused")
        limits, evaluate = self._limits, partial(self._evaluate, self._triples(), query, words)
        if not self._places.acquire(timeout=limits.seconds):
            raise StoreError(f"{limits.at_once} queries are being answered already; ask again later")
        task = _Task(evaluate, words, choose, _Guarded(out, limits))
        del evaluate  # whoever keeps an error must not keep the store of triples open
        return task.result(limits.seconds, self._places.release)

    def _evaluate(
        self, triples: Triples, query: Query, words: set[str]
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        named = [NamedNode(graph) for graph in query.named_graphs]
        if query.default_graphs or named:
            default = [NamedNode(graph) for graph in query.default_graphs]
            return triples.query(query.text, base_iri=self._base, default_graph=list(default), named_graphs=list(named))
        return triples.query(query.text, base_iri=self._base, use_default_graph_as_union="FROM" not in words)


class _Guarded:
    """The answer on its way: it ends where the limits do."""

    def __init__(self, out: IO[bytes], limits: Limits) -> None:
        self._out = out
        self._limits = limits
        self._size = 0
        self._end = time.monotonic() + limits.seconds
        self.given_up = False

    def write(self, part: bytes) -> int:
        """Passes a part on; StoreError where it is too much or too late."""
        if self.given_up or time.monotonic() > self._end:
            raise too_slow(self._limits.seconds)
        self._size += len(part)
        if self._size > self._limits.bytes:
            raise StoreError(f"the answer is larger than {self._limits.bytes} bytes; ask for less, or use LIMIT")
        return self._out.write(part)

    def flush(self) -> None:
        """Nothing is held back here."""


def too_slow(seconds: float) -> StoreError:
    """The error of a query that takes too long."""
    return StoreError(f"no answer within {seconds:g} seconds; ask for less")


class _Task:
    """One query in a thread of its own: the engine cannot be stopped from outside, but it need not be waited for."""

    def __init__(self, evaluate: Callable[[], object], words: set[str], choose: Choose, out: _Guarded) -> None:
        self._evaluate: Callable[[], object] | None = evaluate
        self._words = words
        self._choose = choose
        self._out = out
        self._format: Format | None = None
        self._error: BaseException | None = None

    def result(self, seconds: float, done: Callable[[], None]) -> Format:
        """The format of the answer that was written; raises what went wrong. `done` is called when it is over."""
        thread = threading.Thread(target=self._run, args=(done,), daemon=True)
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            self._out.given_up = True
            raise too_slow(seconds)
        if self._error is not None:
            raise self._error
        if self._format is None:
            raise StoreError("the query ended in a fault of the program; its log on the screen says more")
        return self._format

    def _run(self, done: Callable[[], None]) -> None:
        try:
            self._format = self._write()
        except SyntaxError as exc:
            self._error = self._misunderstood(exc)
        except (BadInput, StoreError) as exc:
            self._error = exc.with_traceback(None)  # its frames hold the answer, which must end in this thread
        except (ValueError, OSError) as exc:
            self._error = BadQuery(f"the query cannot be answered: {exc}")
        finally:
            done()

    def _misunderstood(self, why: SyntaxError) -> BadInput:
        if self._words & UPDATES:
            return UpdateRefused("the graph is changed by `lagebild ingest`, not by SPARQL; updates are refused")
        return BadQuery(f"the query cannot be understood: {why}")

    def _write(self) -> Format:
        evaluate, self._evaluate = self._evaluate, None
        assert evaluate is not None
        found, out = evaluate(), cast("IO[bytes]", self._out)  # the engine writes and flushes
        if isinstance(found, QueryTriples):
            graph = self._choose("graph")
            assert isinstance(graph, RdfFormat)
            found.serialize(out, graph)
            return graph
        assert isinstance(found, QuerySolutions | QueryBoolean)
        table = self._choose("table")
        assert isinstance(table, QueryResultsFormat)
        found.serialize(out, table)
        return table
