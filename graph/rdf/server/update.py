"""SPARQL Update texts by which quads come and go."""

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

# A backslash and a letter u, which some servers take for an escape wherever they stand.
_ESCAPES = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[^uU\\]|\\\\([uU])?")


def data(operation: str, quads: Iterable[Quad], *, twice: bool) -> Iterator[str]:
    """INSERT DATA or DELETE DATA of these quads; `twice` for the default graph, too. Nothing where there are none."""
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(_triple(quad))
    if by_graph:
        parts = [f"GRAPH {graph} {{\n{''.join(triples)}}}\n" for graph, triples in by_graph.items()]
        alone = [line for triples in by_graph.values() for line in triples] if twice else []
        yield f"{operation} DATA {{\n{''.join(parts)}{''.join(alone)}}}"


def drop(graph: NamedNode, *, twice: bool) -> Iterator[str]:
    """A graph goes; `twice` out of the default graph, too."""
    if twice:
        yield f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
    yield f"DROP SILENT GRAPH {graph}"


def _triple(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {_ESCAPES.sub(_plain, str(quad.object))} .\n"


def _plain(match: re.Match[str]) -> str:
    letter = match[1]
    return match[0] if letter is None else f"\\\\\\u{ord(letter):04x}"
