"""SPARQL over a store, opened when first asked: most commands never are."""

import threading
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from graph.rdf.engine import Engine
from graph.rdf.here import Here
from graph.rdf.holder import Holder
from graph.rdf.mirror import Mirror
from graph.rdf.server.place import Place
from graph.rdf.server.there import There
from graph.rdf.sparql import Limits, Sparql
from graph.rdf.terms import Names
from graph.store import Store
from seeds.errors import StoreError


class CopyBehind(StoreError):
    """What was to be stored is stored, but the copy on the SPARQL server could not be changed."""


class LazySparql:
    """The copy of a store and what asks it."""

    def __init__(
        self, store: Store, names: Names, place: Path | Place | None = None, limits: Limits | None = None
    ) -> None:
        """The copy lies in a folder, on a server, or in memory."""
        self._store = store
        self._names = names
        self._place = place
        self._asking = Sparql(self._engine, limits)
        self._lock = threading.Lock()
        self._mirror: Mirror | None = None

    def asking(self) -> Sparql:
        """What answers queries."""
        return self._asking

    def in_step(self) -> Holder:
        """The copy as it is now."""
        with self._lock:
            if self._mirror is None:
                self._mirror = Mirror(self._store, self._names, self._holder())
            mirror = self._mirror
        return mirror.in_step()

    def follow(self) -> None:
        """A copy on a server, which others may ask, follows each change; one of our own waits for a question."""
        if isinstance(self._place, Place):
            try:
                self.in_step()
            except StoreError as exc:
                raise CopyBehind(
                    f"the graph has what was given, but its copy does not: {exc}. The next change or question takes "
                    "it over"
                ) from exc

    def graphs(self) -> Iterator[NamedNode]:
        """The graphs of the copy."""
        return self.in_step().graphs()

    def close(self) -> None:
        """Lets the copy go, if it was opened."""
        with self._lock:
            if self._mirror is not None:
                self._mirror.close()
            self._mirror = None

    def _holder(self) -> Holder:
        base = self._names.base
        return There(base, self._place) if isinstance(self._place, Place) else Here(base, self._place)

    def _engine(self) -> Engine:
        return self.in_step().engine()
