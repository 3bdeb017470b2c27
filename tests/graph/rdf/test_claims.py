"""Claims and plain edges carry how many articles, outlets and independent origins stand behind them, in every face."""

from collections.abc import Generator
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from graph import view
from graph.filter import StatementFilter
from graph.rdf.comparing import stamps_of_graph, stamps_of_triples
from graph.rdf.faces import FORMATS
from graph.rdf.terms import Names
from graph.shown import Window
from graph.statement import digest
from graph.store import Store
from seeds.vocabulary import vocabulary
from tests.graph import whole
from tests.graph.making import RUN as MADE_RUN
from tests.graph.making import article, sent
from tests.graph.origins.happening import ALL, Happened, Step
from tests.graph.rdf.copies import made, quads
from tests.graph.rdf.exported import a_store, exported
from tests.queries.known import put_known

NUMBERS = ("articles", "outlets", "origins")
FACES = [("plain", "ntriples"), ("rdf12", "nquads"), ("nanopub", "trig")]


@pytest.fixture(scope="module")
def known() -> Generator[Store]:
    with a_store() as store:
        put_known(store)
        yield store


class Read:
    """Quads by subject and property."""

    def __init__(self, found: list[Quad]) -> None:
        self.names = Names()
        self._found: dict[tuple[Any, str], set[str]] = {}
        for quad in found:
            value = quad.object.value if isinstance(quad.object, Literal | NamedNode) else ""
            self._found.setdefault((quad.subject, quad.predicate.value), set()).add(value)

    def values(self, thing: NamedNode, name: str) -> set[str]:
        """The values of a property."""
        return self._found.get((thing, self.names.word(name).value), set())

    def numbers(self, thing: NamedNode) -> list[int]:
        """Articles, outlets and origins, each there once."""
        return [int(value) for name in NUMBERS for value in self.values(thing, name)]


def read(store: Store, face: str, format_: str) -> Read:
    return Read([*parse(exported(store, face, format_), FORMATS[format_])])


@pytest.mark.parametrize(("face", "format_"), FACES)
def test_statements_share_claims_with_the_numbers_that_the_graph_has(known: Store, face: str, format_: str) -> None:
    found, seen = read(known, face, format_), set[tuple[int, ...]]()
    for one in view.statements(known, StatementFilter(superseded=True), Window(limit=100)).items:
        statement = found.names.thing("statement", one.statement.id)
        (claim,) = found.values(statement, "claim")
        wanted = [one.support.articles, one.support.outlets, one.support.origins]
        assert found.numbers(NamedNode(claim)) == wanted
        assert found.values(statement, "restsOn") == {*one.origins}
        seen.add(tuple(wanted))
    assert {(2, 2, 1), (1, 1, 1), (1, 1, 0), (0, 0, 0)} <= seen


@pytest.mark.parametrize(("face", "format_"), FACES[:2])
def test_plain_edges_have_theirs(known: Store, face: str, format_: str) -> None:
    found = read(known, face, format_)
    for type_ in vocabulary().plain_edges():
        for edge in view.plain_edges(known, type_, Window()):
            key = found.names.thing("edge", digest(edge.edge, edge.source.id, edge.target.id))
            assert found.numbers(key) == [edge.articles, edge.outlets, edge.origins] != []


def test_the_numbers_of_claims_are_those_of_their_statements(store: Store) -> None:
    put_known(store)
    rows = whole.ask(store, "MATCH (s:Statement) RETURN s.id AS id, s.claim AS claim")
    claims = {str(row["id"]): str(row["claim"]) for row in rows}
    found = view.claims(store, {*claims.values(), "none"})
    support = {one.statement.id: one.support for one in view.statements_by_id(store, [*claims])}
    assert support == {id_: found[claim] for id_, claim in claims.items()}
    assert "none" not in found


def test_a_reprint_that_came_out_earlier_changes_the_origin_of_what_is_there() -> None:
    first, earlier = article(1), article(2, published="2025-01-09")
    earlier = earlier.model_copy(update={"outlet": "Frühblatt"})
    with a_store() as store, made(store) as mirror:
        store.put(first, [sent(first)], MADE_RUN, origin="real")
        statement = Names().thing("statement", sent(first).id)
        assert Read([*quads(mirror)]).values(statement, "restsOn") == {"outlet:testblatt"}
        store.put(earlier, [sent(earlier)], MADE_RUN, origin="real")
        after = Read([*quads(mirror)])
        assert after.values(statement, "restsOn") == {"outlet:frühblatt"}
        (claim,) = after.values(statement, "claim")
        assert after.numbers(NamedNode(claim)) == [2, 2, 1]


@pytest.mark.parametrize("steps", ALL, ids=str)
def test_a_copy_in_step_has_the_stamps_of_the_graph(steps: list[Step]) -> None:
    """Else it would be written again on every start."""
    with a_store() as store, made(store) as mirror:
        happened = Happened(store)
        for step in steps:
            happened.step(*step)
            assert stamps_of_triples(mirror.in_step(), Names()) == stamps_of_graph(store)
