"""The graph as a network for Gephi and yEd: who and what as nodes, plain edges with what stands behind them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from graph import view
from graph.rdf.select import EDGES, Selection
from graph.shown import EntityHead, PlainEdge
from graph.statement import digest
from graph.store import Store
from seeds.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.MultiDiGraph[str]

Attributes = dict[str, str | int | float | bool]
_NUMBERS = ("articles", "outlets", "origins", "asserted", "reported", "denied", "doubted")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def entity_network(store: Store, selection: Selection) -> "Network":
    """Every end of a plain edge that the selection speaks of, and these edges; two ends may have several.

    A node is marked as a sample where all its edges are.
    """
    network = empty_network()
    real: set[str] = set()
    for edge in _edges(store, selection):
        add_edge(network, edge.source.id, edge.target.id, edge.edge, edge_attributes(edge))
        real |= set[str]() if edge.sample else {edge.source.id, edge.target.id}
    add_entities(network, store, real)
    return network


def empty_network() -> "Network":
    """A network in which two nodes may have several edges."""
    import networkx as nx  # here, because it takes a fifth of a second that most commands do not need

    return nx.MultiDiGraph()


def _edges(store: Store, selection: Selection) -> Iterator[PlainEdge]:
    if not selection.whole:
        for _ in selection.articles(store):  # only these say which edges are spoken of
            pass
    return selection.edges(store)


def add_edge(network: "Network", source: str, target: str, kind: str, attributes: Attributes, *also: str) -> None:
    """One edge; `kind`, and what there is `also`, tell it from others between the same two, on every run."""
    network.add_edge(source, target, key=digest(kind, source, target, *also), edge=kind, **attributes)


def edge_attributes(edge: PlainEdge) -> Attributes:
    """What a plain edge carries; its weight is the number of independent origins, for a picture at least one."""
    term = vocabulary().predicates[edge.predicate]
    numbers: Attributes = {name: getattr(edge, name) for name in _NUMBERS}
    return filled(
        label=term.label["de"],
        predicate=edge.predicate,
        symmetric=term.symmetric,
        weight=max(1, edge.origins),
        first=edge.first,
        last=edge.last,
        sample=edge.sample,
        **numbers,
    )


def add_entities(network: "Network", store: Store, real: set[str]) -> None:
    """What the graph knows of the entities among the nodes; those that are not `real` stand in samples alone."""
    ids = iter([*network])
    while batch := list(islice(ids, EDGES)):
        for head in view.entity_heads(store, batch).values():
            network.add_node(head.id, **entity_attributes(head), sample=head.id not in real)


def entity_attributes(head: EntityHead) -> Attributes:
    """What an entity carries."""
    return filled(
        label=head.name,
        type=head.type,
        wikidata=head.wikidata,
        aliases=joined(head.aliases),
        country=head.country,
        kind=head.kind,
        known=head.known,
    )


def joined(words: Iterable[str]) -> str | None:
    """Several words as one value."""
    return "; ".join(words) or None


def filled(**given: str | int | float | None) -> Attributes:
    """What is not null; a character that XML cannot hold is shown as one that is not known (U+FFFD)."""
    return {
        name: NOT_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in given.items()
        if value is not None
    }
