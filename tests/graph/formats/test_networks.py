"""Networks for Gephi and yEd: what NetworkX reads of them is what the graph has."""

from collections.abc import Generator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.assessment.judging import judge
from graph.assessment.ledger import Ledger
from graph.filter import StatementFilter
from graph.statement import digest
from graph.store import Store
from seeds.vocabulary import vocabulary
from tests.graph import whole
from tests.graph.formats.exporting import exported, network
from tests.graph.rdf.exported import Given, a_store, put
from tests.graph.strategies import readings
from tests.queries.known import put_known

FORMATS = ["graphml", "gexf"]
GEXF = "{http://gexf.net/1.3}"


@pytest.fixture(scope="module")
def store() -> Generator[Store]:
    with a_store() as store:
        put_known(store)
        yield store


@pytest.mark.parametrize("format_", FORMATS)
def test_edges_are_the_plain_edges_with_their_numbers(store: Store, format_: str) -> None:
    read = network(exported(store, "network", format_), format_)
    names = ("predicate", "articles", "asserted", "reported", "denied", "doubted", "first", "last", "sample")
    found = {(data["edge"], a, b): {n: data[n] for n in names} for a, b, data in read.edges(data=True)}
    wanted = {
        (edge, row["a"], row["b"]): {name: row[name] for name in names}
        for edge in vocabulary().plain_edges()
        for row in whole.plain(store, edge)
    }
    assert len(wanted) > 5 and found == wanted
    assert {key for _, _, key in read.edges(keys=True)} == {digest(*map(str, edge)) for edge in wanted}
    sent = next(data for *_, data in read.edges(data=True) if data["edge"] == "SENT_TROOPS_TO")
    assert (sent["label"], sent["outlets"], sent["origins"], sent["weight"]) == ("entsandte", 2, 1, 1)


@pytest.mark.parametrize("format_", FORMATS)
def test_nodes_say_who_they_are_and_whether_only_samples_know_them(store: Store, format_: str) -> None:
    nodes = network(exported(store, "network", format_), format_).nodes
    assert nodes["test-arland"].items() >= {"label": "Arland", "type": "Country", "known": False}.items()
    assert (nodes["test-arland"]["sample"], nodes["test-feuerpause"]["sample"]) == (False, True)


def test_gexf_has_dates_colours_and_kinds_of_edges(store: Store) -> None:
    read = network(exported(store, "network", "gexf"), "gexf")
    assert read.nodes["test-seepakt"]["viz"]["color"] == {"r": 123, "g": 44, "b": 191, "a": 1.0}
    root = ElementTree.fromstring(exported(store, "network", "gexf"))
    edges = {edge.get("id"): edge for edge in root.iter(f"{GEXF}edge")}
    month = edges[digest("HAS_TROOPS_IN", "test-arland", "test-borland")]
    assert [month.get(name) for name in ("kind", "start", "end")] == ["HAS_TROOPS_IN", "2025-04-01", "2025-04-30"]
    assert next(root.iter(f"{GEXF}graph")).get("timeformat") == "date"


@pytest.mark.parametrize("format_", FORMATS)
def test_claims_are_joined_with_those_who_say_or_deny_them(store: Store, format_: str) -> None:
    read = network(exported(store, "claims", format_), format_)
    by_label: dict[str, str] = {data["label"]: node for node, data in read.nodes(data=True)}
    claim = by_label["Arland – entsandte – rund 900 Soldaten – Borland"]
    wanted: dict[str, Any] = {"type": "Claim", "min": 900, "max": 900, "unit": "soldiers", "polarity": "affirmed"}
    wanted |= {"articles": 2, "outlets": 2, "origins": 1, "statements": 2, "first": "2025-03-01", "last": "2025-03-02"}
    assert read.nodes[claim].items() >= (wanted | {"sample": False, "modality": "reported"}).items()
    into = {(a, data["edge"], data["articles"]) for a, _, data in read.in_edges(claim, data=True)}
    assert into == {("test-arland", "SUBJECT", 2), ("bnd-de", "REPORTS", 2), ("test-kurier", "REPORTS", 1)}
    assert [(b, data["edge"]) for _, b, data in read.out_edges(claim, data=True)] == [("test-borland", "OBJECT")]
    denied = by_label["Arland – entsandte – Borland"]
    assert [data["stance"] for *_, data in read.in_edges(denied, data=True) if data["edge"] == "DENIES"] == ["denies"]
    assert read.nodes[denied]["origins"] == 0
    invented = by_label["Celand – griff an – Borland"]
    assert (read.nodes[invented]["sample"], read.nodes[invented]["invented"]) == (True, True)


def test_a_claim_has_the_credibility_that_analysts_give_it(store: Store, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    of = next(one for one in whole.statements(store) if one.predicate == "APPROVED")
    judge(store, ledger, of.id, "1", who="Ada", why="gesehen")
    read = network(exported(store, "claims", "graphml", ledger=ledger), "graphml")
    graded = {data["label"]: data["credibility"] for _, data in read.nodes(data=True) if "credibility" in data}
    assert graded == {"Parlament – billigte – Seepakt": "2"}  # one origin alone gives no 1


@pytest.mark.parametrize("face", ["network", "claims"])
def test_a_filter_leaves_out_the_rest(store: Store, face: str) -> None:
    read = network(exported(store, face, "graphml", StatementFilter(entity="test-seepakt")), "graphml")
    predicates = {data.get("predicate") for part in (read.nodes, read.edges) for *_, data in part(data=True)}
    assert predicates - {None} == {"SIGNED", "PARTY_TO", "APPROVED", "PROVIDES_FOR"}


@pytest.mark.parametrize("face", ["network", "claims"])
@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_graph_is_an_empty_network(face: str, format_: str) -> None:
    with a_store() as store:
        assert len(network(exported(store, face, format_), format_)) == 0


def test_whatever_the_graph_has_can_be_read() -> None:
    """Control characters, quotation marks, emoji: each format has every node and edge of the others."""

    @settings(max_examples=15)
    @given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda one: one[0].document))
    def check(given_: Given) -> None:
        with a_store() as store:
            put(store, given_)
            for face in ("network", "claims"):
                found = [network(exported(store, face, format_), format_) for format_ in FORMATS]
                assert {*found[0].nodes} == {*found[1].nodes}
                assert {*found[0].edges(keys=True)} == {*found[1].edges(keys=True)}
                assert all("sample" in data for one in found for _, data in one.nodes(data=True))
                assert all("sample" in data for one in found for *_, data in one.edges(data=True))

    check()
