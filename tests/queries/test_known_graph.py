"""Every question on the small known graph, on both stores, and the rows that it must give."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from pydantic import JsonValue

from graph.ask import ask
from graph.store import Store
from queries.catalogue import Question, questions
from queries.columns import Column
from queries.parameters import WORDS
from seeds.vocabulary import vocabulary
from tests.integration.stores import KINDS
from tests.queries.cases import read_cases
from tests.queries.filled import filled_store
from tests.queries.known import known_graph

CASES = read_cases()
NUMBERED = [(name, number) for name, cases in CASES.items() for number in range(len(cases))]
PLAIN_TYPES = {"integer": int, "number": float, "boolean": bool}


@pytest.fixture(scope="module", params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each store in turn, with the known graph in it."""
    with filled_store(request.param, request, tmp_path_factory, known_graph()) as filled:
        yield filled


def test_every_question_has_a_case_with_rows() -> None:
    assert {name for name, cases in CASES.items() if any(case["rows"] for case in cases)} == set(questions())


@pytest.mark.parametrize(("name", "number"), NUMBERED)
def test_rows(name: str, number: int, store: Store) -> None:
    case = CASES[name][number]
    rows = ask(store, name, case["parameters"]).rows
    compared = list(case["rows"][0]) if case["rows"] else []
    assert sorted(_reduced(rows, compared)) == sorted(_reduced(case["rows"], compared))


def _reduced(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> list[str]:
    return [repr([sorted(row[c]) if isinstance(row[c], list) else row[c] for c in columns]) for row in rows]


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_rows_are_what_the_head_says(question: Question, store: Store) -> None:
    for case in CASES[question.name]:
        for row in ask(store, question.name, case["parameters"]).rows:
            assert [*row] == [column.name for column in question.columns]
            for column in question.columns:
                _check_value(column, row[column.name])


def _check_value(column: Column, value: JsonValue) -> None:
    assert isinstance(value, list) == column.many, column.name
    items: list[JsonValue] = value if isinstance(value, list) else [value]
    for item in items:
        assert item is None or isinstance(item, PLAIN_TYPES.get(column.type, str)), column.name
        if column.type in WORDS and item is not None:
            assert item in vocabulary().values(column.type)


def test_rows_quote_what_they_rest_on(store: Store) -> None:
    evidence = {said.id: said.evidence.text for _, statements, _ in known_graph() for said in statements}
    quoting = [question.name for question in questions().values() if question.columns[-1].name == "evidence"]
    assert len(quoting) > len(questions()) * 0.6
    for name in quoting:
        for row in ask(store, name, CASES[name][0]["parameters"]).rows:
            assert row["evidence"] == evidence[str(row["statement"])]


def test_rows_come_in_the_order_of_publication(store: Store) -> None:
    rows = ask(store, "figures-of-services", {"country": "DE", "adjectives": "deutsch"}).rows
    assert [row["published"] for row in rows] == ["2025-03-01", "2025-03-02", "2025-03-02"]
    assert [row["figure"] for row in rows] == ["rund 900 Soldaten", "Rund 900 Soldaten", "40 Offiziere"]
    largest = ask(store, "competing-figures", {"force": "Arland"}).rows
    assert [row["max"] for row in largest] == [2000, 900, 900, 900, 40, 3]
