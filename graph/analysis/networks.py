"""Networks from the rows of a projection: actors by plain edges, sources by whom they quote, articles by claims."""

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby, pairwise, product
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias, cast

from pydantic import JsonValue

from graph.origins.vouching import outlet_key

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.Graph[str]
    Directed: TypeAlias = nx.DiGraph[str]

Row = dict[str, JsonValue]
_PER_STEP = 0.001  # what being badly attested costs, beside a step: never as much as a step more


def actors(rows: Iterable[Row]) -> "Network":
    """Actors as nodes, each pair with all its plain edges.

    `weight` is the number of independent origins on whose word the pair is joined; `cost` is a step, and a little more
    the fewer they are.
    """
    import networkx as nx  # here, because it takes a fifth of a second that most commands do not need

    network: Network = nx.Graph()
    for row in rows:
        one, other = str(row["source"]), str(row["target"])
        network.add_node(one, name=str(row["source_name"]))
        network.add_node(other, name=str(row["target_name"]))
        if one != other:
            if not network.has_edge(one, other):
                network.add_edge(one, other, rows=[], keys=set())
            network.edges[one, other]["rows"].append(row)
            network.edges[one, other]["keys"] |= leaves(row["keys"])
    for _, _, edge in network.edges(data=True):
        edge["weight"] = max(1, len(edge.pop("keys")))
        edge["cost"] = 1 + _PER_STEP / edge["weight"]
    return network


def quoting(rows: Iterable[Row]) -> "Directed":
    """Sources and outlets, an arrow from who quotes to who is quoted, with the statements in which that happens.

    `weight` is the number of independent origins of these statements: to print the same once more adds nothing.
    """
    import networkx as nx

    network: Directed = nx.DiGraph()
    for statement, group in groupby(rows, key=itemgetter("statement")):
        told = list(group)
        for (one, name), (other, other_name) in _links(told):
            if one == other:
                continue
            network.add_node(one, name=name)
            network.add_node(other, name=other_name)
            if not network.has_edge(one, other):
                network.add_edge(one, other, statements=[], keys=set())
            network.edges[one, other]["statements"].append(str(statement))
            network.edges[one, other]["keys"] |= leaves(told[0]["keys"])
    for _, _, edge in network.edges(data=True):
        edge["weight"] = max(1, len(edge.pop("keys")))
    return network


Named = tuple[str, str]


def _links(rows: Sequence[Row]) -> Iterable[tuple[Named, Named]]:
    """Outlet to the last source, each source to those a step nearer to the fact; without any, outlet to its agency."""
    outlet = rows[0]["outlet"]
    head = [] if outlet is None else [[(outlet_key(str(outlet)), str(outlet))]]
    named = [row for row in rows if row["source"] is not None]
    by_step = groupby(sorted(named, key=_step, reverse=True), key=_step)
    levels = [*head, *([_named(row) for row in group] for _, group in by_step)]
    if not named:
        levels += [[(key, key_name(key)) for key in sorted(leaves(rows[0]["keys"]))]]
    for quoting_, quoted in pairwise(levels):
        yield from product(quoting_, quoted)


def _step(row: Row) -> int:
    return cast(int, row["step"])


def _named(row: Row) -> Named:
    name = str(row["name"])
    return (outlet_key(name) if row["role"] == "outlet" else str(row["source"])), name


def articles(rows: Iterable[Row]) -> "Network":
    """Articles joined by the claims that both have; `weight` adds up the independent origins of these claims."""
    import networkx as nx

    network: Network = nx.Graph()
    for row in rows:
        weight = max(1, len(leaves(row["keys"])))
        for one, other in combinations(texts(row["articles"]), 2):
            if not network.has_edge(one, other):
                network.add_edge(one, other, weight=0, claims=[])
            network.edges[one, other]["weight"] += weight
            network.edges[one, other]["claims"].append(str(row["claim"]))
    return network


def leaves(value: JsonValue) -> set[str]:
    """The texts in lists, and in lists of lists."""
    return {leaf for each in value for leaf in leaves(each)} if isinstance(value, list) else {str(value)}


def texts(value: JsonValue) -> list[str]:
    """A list of texts."""
    return [str(item) for item in value] if isinstance(value, list) else []


def key_name(key: str) -> str:
    """An origin's key for people, where nothing better is known."""
    return key.partition(":")[2] or key
