"""Paths between two actors, with the statements along them."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from pydantic import JsonValue

from graph.analysis.networks import Row, actors, leaves, texts
from seeds.errors import BadParameter

if TYPE_CHECKING:
    from graph.analysis.networks import Network

MOST = 50


def paths(rows: list[Row], parameters: Mapping[str, JsonValue]) -> list[Row]:
    """A row for each plain edge along the shortest paths; none where the two are not connected."""
    one, other, wanted = str(parameters["one"]), str(parameters["other"]), parameters.get("paths", 1)
    if not isinstance(wanted, int) or not 1 <= wanted <= MOST:
        raise BadParameter(f"parameter 'paths' takes a number from 1 to {MOST}; {wanted!r} is none")
    if one == other:
        raise BadParameter("parameters 'one' and 'other' are the same; a path needs two ends")
    network = actors(rows)
    found = islice(_shortest(network, one, other), wanted)
    return [row for number, path in enumerate(found, 1) for row in _steps(network, path, number)]


def _shortest(network: "Network", one: str, other: str) -> Iterator[list[str]]:
    import networkx as nx

    if one not in network or other not in network or not nx.has_path(network, one, other):
        return
    yield from nx.shortest_simple_paths(network, one, other, weight="cost")


def _steps(network: "Network", path: list[str], number: int) -> Iterator[Row]:
    for position, (one, other) in enumerate(pairwise(path), 1):
        for row in network.edges[one, other]["rows"]:
            yield {
                "path": number,
                "position": position,
                "subject": row["source_name"],
                "edge": row["edge"],
                "object": row["target_name"],
                "articles": row["articles"],
                "origins": len(leaves(row["keys"])),
                "subject_id": row["source"],
                "object_id": row["target"],
                "statements": [*texts(row["statements"])],
            }
