"""Copies of a graph in triples, to be compared."""

from pathlib import Path

from pyoxigraph import Quad

from graph.rdf.here import Here
from graph.rdf.mirror import Mirror
from graph.rdf.server.place import Place
from graph.rdf.server.there import There
from graph.rdf.terms import BASE, Names
from graph.store import Store


def quads(mirror: Mirror) -> set[Quad]:
    """Everything in the copy, after it is brought in step."""
    holder = mirror.in_step()
    return {*holder.held([*holder.graphs()])}


def made(store: Store, folder: Path | None = None, base: str = BASE) -> Mirror:
    """A copy in this process."""
    return Mirror(store, Names(base), Here(base, folder))


def sent_to(store: Store, place: Place, base: str = BASE) -> Mirror:
    """A copy on a server."""
    return Mirror(store, Names(base), There(base, place))


def fresh(store: Store) -> set[Quad]:
    """What a copy made from nothing has."""
    with made(store) as mirror:
        return quads(mirror)
