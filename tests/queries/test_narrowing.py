"""Conditions on what is not given fall away; what is given is asked for without a choice."""

import re

import pytest
from pydantic import JsonValue

from queries.catalogue import questions
from queries.narrowing import narrowed

CHOICE = "MATCH (n) WHERE n.a AND ($one IS NULL OR n.id = $one) AND ($two IS NULL\n  OR size(f(n.x)) > $two) RETURN n"


@pytest.mark.parametrize(
    ("one", "two", "left"),
    [
        (None, None, "MATCH (n) WHERE n.a AND (true) AND (true) RETURN n"),
        ("x", None, "MATCH (n) WHERE n.a AND (n.id = $one) AND (true) RETURN n"),
        (None, 0, "MATCH (n) WHERE n.a AND (true) AND (size(f(n.x)) > $two) RETURN n"),
        ("", [], "MATCH (n) WHERE n.a AND (n.id = $one) AND (size(f(n.x)) > $two) RETURN n"),
    ],
)
def test_a_choice_falls_away(one: JsonValue, two: JsonValue, left: str) -> None:
    assert narrowed(CHOICE, {"one": one, "two": two}) == left


def test_brackets_in_words_and_remarks_close_nothing() -> None:
    cypher = "WHERE ($one IS NULL OR n.t <> ')' // :)\n OR n.t = 'it\\'s )') AND n.b"
    assert narrowed(cypher, {"one": None}) == "WHERE (true) AND n.b"


def test_a_choice_within_a_choice() -> None:
    cypher = "WHERE ($one IS NULL OR n.a = $one AND ($two IS NULL OR n.b = $two))"
    assert narrowed(cypher, {"one": 1, "two": None}) == "WHERE (n.a = $one AND (true))"
    assert narrowed(cypher, {"one": None, "two": 1}) == "WHERE (true)"


NEAR = "($one IS NULL OR EXISTS { MATCH (s)-[:IN]->(:N {id: $one}) })"
ALSO = "($two IS NULL OR EXISTS { MATCH (s)--(:N {id: $two}) })"


def test_what_is_near_a_given_entity_is_asked_first() -> None:
    cypher = f"MATCH (s:S)-[:IN]->(a)\nWHERE s.current\n  AND {NEAR} AND {ALSO}\nRETURN s"
    first = "MATCH (s)-[:IN]->(:N {id: $one})\n"
    rest = "WITH DISTINCT s\nMATCH (s:S)-[:IN]->(a)\nWHERE s.current\n  AND (true) AND (true)\nRETURN s"
    assert narrowed(cypher, {"one": "x", "two": None}) == first + rest
    assert narrowed(cypher, {"one": "x", "two": "y"}) == f"{first}MATCH (s)--(:N {{id: $two}})\n{rest}"
    assert narrowed(cypher, {"one": None, "two": None}) == rest.removeprefix("WITH DISTINCT s\n")


@pytest.mark.parametrize(
    "cypher",
    [
        f"MATCH (s:S)\nWITH s\nMATCH (s)\nWHERE {NEAR}\nRETURN s",  # it restricts what comes later
        f"OPTIONAL MATCH (s:S)\nWHERE {NEAR}\nRETURN s",
        f"MATCH (s:S), (t:S)\nWHERE {NEAR} AND {ALSO.replace('(s)', '(t)')}\nRETURN s",  # two variables
    ],
)
def test_what_restricts_something_else_stays_where_it_is(cypher: str) -> None:
    left = narrowed(cypher, {"one": "x", "two": "y"})
    assert left.startswith(cypher[:10])
    assert "(EXISTS { MATCH (s)-[:IN]->(:N {id: $one}) })" in left


@pytest.mark.parametrize("given", ["x", None])
def test_no_question_leaves_a_choice_to_the_plan(given: str | None) -> None:
    for question in questions().values():
        left = narrowed(question.cypher, {parameter.name: given for parameter in question.parameters})
        assert not re.search(r"\$\w+ IS NULL", left), question.name
