"""Networks and what is worked out from them, on rows as the projections give them."""

from pydantic import JsonValue

from graph.analysis.measures import article_groups, bridges, centrality, communities, dependency, who_quotes_whom
from graph.analysis.networks import Row, actors, quoting
from graph.analysis.paths import paths


def edge(source: str, target: str, *origins: str, articles: int = 1, name: str = "MET") -> Row:
    """A row of the projection of actors."""
    keys: list[JsonValue] = [[key] for key in origins]
    return {
        "edge": name,
        "source": source,
        "source_name": source.upper(),
        "target": target,
        "target_name": target.upper(),
        "statements": [f"{source}{target}{name}"],
        "keys": keys,
        "articles": articles,
    }


def said(statement: str, outlet: str | None, source: str | None, step: int | None = None, *keys: str) -> Row:
    """A row of the projection of sources."""
    name = source.upper() if source else None
    role = "origin" if source else None
    names: Row = {"statement": statement, "outlet": outlet, "source": source, "name": name, "role": role, "step": step}
    names["keys"] = [*keys]
    return names


def test_a_pair_is_weighed_by_its_independent_origins() -> None:
    network = actors([edge("a", "b", "x", "y"), edge("b", "a", "y", name="VISITED"), edge("a", "a", "x")])
    assert network.edges["a", "b"]["weight"] == 2
    assert len(network.edges["a", "b"]["rows"]) == 2
    assert not network.has_edge("a", "a")


def test_fewer_steps_go_before_better_attested_ones() -> None:
    rows = [
        edge("a", "z", "x"),
        edge("a", "b", "x", "y"),
        edge("b", "z", "x", "y"),
        edge("a", "c", "x"),
        edge("c", "z", "x"),
    ]
    found = paths(rows, {"one": "a", "other": "z", "paths": 3})
    assert [(row["path"], row["subject_id"], row["object_id"]) for row in found] == [
        *[(1, "a", "z")],
        *[(2, "a", "b"), (2, "b", "z")],
        *[(3, "a", "c"), (3, "c", "z")],
    ]
    assert [row["statements"] for row in found][:2] == [["azMET"], ["abMET"]]
    assert paths(rows, {"one": "z", "other": "a"})[0]["subject_id"] == "a"


def test_measures_do_not_depend_on_the_order_of_rows() -> None:
    rows = [edge(a, b, "x") for a, b in ("ab", "bc", "ca", "cd", "de", "ef", "fd")]
    for measure in (centrality, communities, bridges):
        assert measure(rows, {}) == measure(sorted(rows, key=str), {})
    assert [(row["subject_id"], row["object_id"], row["cut_off"]) for row in bridges(rows, {})] == [("c", "d", 3)]
    assert [row["member_ids"] for row in communities(rows, {})] == [["a", "b", "c"], ["d", "e", "f"]]


def test_nothing_comes_of_nothing() -> None:
    for measure in (centrality, communities, bridges, who_quotes_whom, dependency, article_groups):
        assert measure([], {}) == []
    assert paths([], {"one": "a", "other": "b"}) == []


def test_who_quotes_whom_follows_the_chain() -> None:
    rows = [
        said("s1", "Blatt", "dienst", 1),
        said("s1", "Blatt", "quelle", 1),
        said("s1", "Blatt", "melder", 2),
        said("s2", "Blatt", None, None, "dpa"),
        said("s3", None, None, None, "dpa"),
    ]
    network = quoting(rows)
    assert sorted(network.edges) == [
        *[("melder", "dienst"), ("melder", "quelle")],
        *[("outlet:blatt", "dpa"), ("outlet:blatt", "melder")],
    ]


def test_to_print_the_same_once_more_weighs_nothing() -> None:
    twice = [said("s1", "Blatt", "melder", 1, "dienst"), said("s2", "Blatt", "melder", 1, "dienst")]
    network = quoting(
        [*twice, said("s3", "Blatt", "quelle", 1, "quelle"), said("s4", "Blatt", "quelle", 1, "quelle 2")]
    )
    assert [network.edges["outlet:blatt", to]["weight"] for to in ("melder", "quelle")] == [1, 2]
    found = {row["object_id"]: (row["reports"], row["origins"]) for row in who_quotes_whom([*twice], {})}
    assert found == {"melder": (2, 1)}


def test_dependency_says_whose_figures_all_go_back_to_one() -> None:
    rows: list[Row] = [
        {"statement": "1", "outlet": "A", "keys": ["nis"]},
        {"statement": "2", "outlet": "A", "keys": ["nis"]},
        {"statement": "3", "outlet": "B", "keys": ["nis"]},
        {"statement": "4", "outlet": "B", "keys": ["hur"]},
        {"statement": "5", "outlet": "C", "keys": ["hur", "nis"]},
        {"statement": "6", "outlet": "D", "keys": []},
    ]
    first, second = dependency(rows, {})
    assert (first["rests_on"], first["dependent"], first["partly"], first["reports"]) == ("nis", ["A"], ["B", "C"], 4)
    assert (second["rests_on"], second["dependent"], second["partly"]) == ("hur", [], ["B", "C"])
