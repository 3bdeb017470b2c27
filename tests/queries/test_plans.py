"""How Neo4j plans questions about one entity: from that entity or from an index, never by looking at everything."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graph.store import open_store
from queries.catalogue import Question, questions
from queries.narrowing import narrowed
from tests.integration.neo4j_server import Server, connect
from tests.integration.stores import emptied
from tests.queries.filled import put_read
from tests.queries.known import known_graph

pytestmark = pytest.mark.neo4j

WHOLE_GRAPH = {"shortest-path", "shortest-paths"}  # worked out from all pairs of actors
MANY = [
    f"UNWIND range(1, 5000) AS n CREATE (:{labels} {{id: '{labels}-' + n}})"
    for labels in ("Entity", "Article", "Statement:TroopReport")
]
ABOUT = [
    question
    for question in questions().values()
    if question.name not in WHOLE_GRAPH and any(one.type == "entity" and not one.many for one in question.parameters)
]


@pytest.fixture(scope="module", params=["lts", pytest.param("calendar", marks=pytest.mark.calendar)])
def session(
    request: pytest.FixtureRequest, neo4j_servers: Callable[[str], Server], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """A session with a server that holds the known graph among many nodes: of few, a plan may well look at all."""
    server = neo4j_servers(request.param)
    with open_store(emptied(server, tmp_path_factory.mktemp("plans"))) as store:
        put_read(store, known_graph())
    with connect(server.address, server.user, server.password) as driver:
        opened: Any = driver  # it leaves the types of its options open
        with opened.session() as one:
            for text in (*MANY, "CALL db.prepareForReplanning(60)"):
                one.run(text).consume()
            yield one


@pytest.mark.parametrize("question", ABOUT, ids=lambda question: question.name)
def test_a_question_about_an_entity_looks_at_no_others(question: Question, session: Any) -> None:
    values: dict[str, Any] = {one.name: one.default for one in question.parameters}
    values |= {one.name: "x" for one in question.parameters if one.type == "entity" and not one.many}
    words: Any = f"EXPLAIN {narrowed(question.cypher, values)}"
    operators = list(_operators(session.run(words, values).consume().plan))
    assert operators
    assert not [name for name in operators if name.endswith("Scan") or name == "CartesianProduct"]


def _operators(plan: Any) -> Iterator[str]:
    yield str(plan["operatorType"]).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
