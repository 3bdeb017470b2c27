"""Measures of networks: who is central, what belongs together, what holds it together."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from pydantic import JsonValue

from graph.analysis.backend import fast
from graph.analysis.networks import Row, actors, articles, leaves, quoting, texts

if TYPE_CHECKING:
    from graph.analysis.networks import Directed, Network

SEED = 1  # Louvain begins somewhere: the same answer each time
SAMPLE = 500  # nodes from which betweenness is estimated in a network that is larger
Parameters = Mapping[str, JsonValue]


def centrality(rows: list[Row], _: Parameters) -> list[Row]:
    """A row for each actor, the most important first."""
    import networkx as nx

    network = actors(rows)
    with fast(len(network)):
        between = nx.betweenness_centrality(network, k=_sample(network), weight="cost", seed=SEED)
        rank = nx.pagerank(network, weight="weight") if len(network) else {}
    found: list[Row] = [
        {
            "entity": network.nodes[id_]["name"],
            "neighbours": len(network[id_]),
            "origins": sum(edge["weight"] for edge in network[id_].values()),
            "between": round(between[id_], 4),
            "rank": round(rank[id_], 4),
            "entity_id": id_,
        }
        for id_ in network
    ]
    return sorted(found, key=lambda row: (-cast(float, row["rank"]), str(row["entity"]), str(row["entity_id"])))


def _sample(network: "Network") -> int | None:
    return SAMPLE if len(network) > SAMPLE else None


def communities(rows: list[Row], _: Parameters) -> list[Row]:
    """A row for each group of actors, the largest first."""
    network = actors(rows)
    return [
        {
            "community": number,
            "size": len(group),
            "members": [network.nodes[id_]["name"] for id_ in group],
            "member_ids": [*group],
        }
        for number, group in enumerate(_groups(network), 1)
    ]


def article_groups(rows: list[Row], _: Parameters) -> list[Row]:
    """A row for each group of articles, the largest first."""
    network = articles(rows)
    claims = {str(row["claim"]): {*texts(row["articles"])} for row in rows}
    return [
        {
            "community": number,
            "articles": len(group),
            "claims": sum(len(having & {*group}) > 1 for having in claims.values()),
            "members": [*group],
        }
        for number, group in enumerate(_groups(network), 1)
    ]


def _groups(network: "Network") -> list[list[str]]:
    import networkx as nx

    if not network.number_of_edges():
        return []
    with fast(len(network)):
        found = nx.community.louvain_communities(network, weight="weight", seed=SEED)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def bridges(rows: list[Row], _: Parameters) -> list[Row]:
    """A row for each pair of actors whose link holds two parts together, the one that cuts off most first."""
    import networkx as nx

    network = actors(rows)
    found = [(-_cut_off(network, *ends), min(ends), max(ends)) for ends in nx.bridges(network)]
    return [_bridge(network, -cut, one, other) for cut, one, other in sorted(found)]


def _cut_off(network: "Network", one: str, other: str) -> int:
    """How many actors are on the smaller side of a link without which there would be two."""
    import networkx as nx

    without = nx.restricted_view(network, [], [(one, other)])
    return min(len(nx.node_connected_component(without, end)) for end in (one, other))


def _bridge(network: "Network", cut: int, one: str, other: str) -> Row:
    edge = network.edges[one, other]
    edges: list[Row] = edge["rows"]
    statements = sorted({id_ for row in edges for id_ in texts(row["statements"])})
    return {
        "subject": network.nodes[one]["name"],
        "object": network.nodes[other]["name"],
        "edges": [*sorted({str(row["edge"]) for row in edges})],
        "cut_off": cut,
        "articles": max(cast(int, row["articles"]) for row in edges),
        "origins": edge["weight"],
        "subject_id": one,
        "object_id": other,
        "statements": [*statements],
    }


def who_quotes_whom(rows: list[Row], _: Parameters) -> list[Row]:
    """A row for each arrow between sources, that of most statements first."""
    network = quoting(rows)
    found: list[Row] = [
        {
            "subject": network.nodes[one]["name"],
            "object": network.nodes[other]["name"],
            "statements": [*edge["statements"]],
            "reports": len(edge["statements"]),
            "origins": edge["weight"],
            "subject_id": one,
            "object_id": other,
        }
        for one, other, edge in network.edges(data=True)
    ]
    return sorted(found, key=lambda row: (-cast(int, row["reports"]), str(row["subject_id"]), str(row["object_id"])))


def central_sources(rows: list[Row], _: Parameters) -> list[Row]:
    """A row for each source that is quoted, the most important first."""
    import networkx as nx

    network = quoting(rows)
    with fast(len(network)):
        rank = nx.pagerank(network, weight="weight") if len(network) else {}
    found = [_central_source(network, id_, rank[id_]) for id_ in network if network.in_degree(id_)]
    return sorted(found, key=lambda row: (-cast(float, row["rank"]), str(row["source_id"])))


def _central_source(network: "Directed", id_: str, rank: float) -> Row:
    quoting_ = sorted(str(network.nodes[each]["name"]) for each in network.predecessors(id_))
    said = {statement for each in network.predecessors(id_) for statement in network.edges[each, id_]["statements"]}
    return {
        "source": network.nodes[id_]["name"],
        "quoted_by": [*quoting_],
        "reports": len(said),
        "rank": round(rank, 4),
        "source_id": id_,
    }


def dependency(rows: list[Row], _: Parameters) -> list[Row]:
    """A row for each origin, that on which most outlets depend first."""
    of_outlet: dict[str, list[set[str]]] = {}
    statements: dict[str, list[str]] = {}
    for row in rows:
        keys = leaves(row["keys"])
        of_outlet.setdefault(str(row["outlet"]), []).append(keys)
        for key in keys:
            statements.setdefault(key, []).append(str(row["statement"]))
    found = [_depending(key, said, of_outlet) for key, said in statements.items()]
    return sorted(
        found, key=lambda row: (-len(texts(row["dependent"])), -cast(int, row["reports"]), str(row["source_id"]))
    )


def _depending(key: str, said: list[str], of_outlet: Mapping[str, list[set[str]]]) -> Row:
    outlets = sorted(outlet for outlet, figures in of_outlet.items() if any(key in keys for keys in figures))
    alone = [outlet for outlet in outlets if all(keys == {key} for keys in of_outlet[outlet])]
    return {
        "rests_on": key,
        "dependent": [*alone],
        "partly": [outlet for outlet in outlets if outlet not in alone],
        "outlets": len(outlets),
        "reports": len(said),
        "statements": [*sorted(said)],
        "source_id": key,
    }
