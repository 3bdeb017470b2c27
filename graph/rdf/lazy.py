"""SPARQL over a store, opened when first asked: most commands never are."""

import threading
from pathlib import Path

from pyoxigraph import Store as Triples

from graph.rdf.mirror import Mirror
from graph.rdf.sparql import Limits, Sparql
from graph.rdf.terms import Names
from graph.store import Store


class LazySparql:
    """The copy of a store and what asks it."""

    def __init__(self, store: Store, names: Names, folder: Path | None, limits: Limits | None = None) -> None:
        self._store = store
        self._names = names
        self._folder = folder
        self._limits = limits
        self._opening = threading.Lock()
        self._mirror: Mirror | None = None
        self._sparql: Sparql | None = None

    def asking(self) -> Sparql:
        """What answers queries."""
        with self._opening:
            if self._sparql is None:
                self._mirror = Mirror(self._store, self._names, self._folder)
                self._sparql = Sparql(self._mirror.in_step, self._names.base, self._limits)
            return self._sparql

    def triples(self) -> Triples:
        """The copy as it is now."""
        self.asking()
        assert self._mirror is not None
        return self._mirror.in_step()

    def close(self) -> None:
        """Lets the copy go, if it was opened."""
        with self._opening:
            if self._mirror is not None:
                self._mirror.close()
            self._mirror = self._sparql = None
