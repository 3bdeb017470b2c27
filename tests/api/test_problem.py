"""Problems: what HTTP says of an error, and the same error read back by a command."""

from collections.abc import Iterator

import pytest

from api.problem import FieldProblem, bad_fields, error_from, problem_of, status_problem
from seeds.errors import (
    BadInput,
    BadParameter,
    LagebildError,
    NotFound,
    StoreError,
    StoreTimeout,
    StoreUnavailable,
    TooLarge,
)


def every_error(kind: type[LagebildError] = LagebildError) -> Iterator[type[LagebildError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from every_error(below)


def test_a_problem_says_type_title_status_and_detail() -> None:
    assert problem_of(StoreUnavailable("data is in use")).model_dump(exclude_none=True) == {
        "type": "urn:lagebild:problem:store-unavailable",
        "title": "Store unavailable",
        "status": 503,
        "detail": "data is in use",
    }


@pytest.mark.parametrize("kind", list(every_error()))
def test_every_error_comes_back_as_itself(kind: type[LagebildError]) -> None:
    problem = problem_of(kind("grüße"))
    back = error_from(problem.model_dump_json(exclude_none=True), problem.status)
    assert type(back) is kind
    assert str(back) == "grüße"


@pytest.mark.parametrize(
    ("kind", "status", "exit_code"),
    [
        (BadInput, 422, 2),
        (NotFound, 404, 2),
        (TooLarge, 413, 2),
        (BadParameter, 422, 2),
        (StoreError, 503, 4),
        (StoreTimeout, 504, 4),
    ],
)
def test_bad_input_is_told_from_could_not_run(kind: type[LagebildError], status: int, exit_code: int) -> None:
    assert (kind.status, kind.exit_code) == (status, exit_code)


def test_wrong_fields_are_named_one_by_one() -> None:
    problem = problem_of(
        bad_fields([FieldProblem(field="limit", message="bad"), FieldProblem(field="x", message="no")])
    )
    assert (problem.status, problem.detail) == (422, "limit: bad; x: no")
    assert problem.errors is not None and [wrong.field for wrong in problem.errors] == ["limit", "x"]


def test_what_is_no_problem_of_ours_is_still_an_error() -> None:
    assert "answered 502" in str(error_from("<html>", 502))
    other = error_from(status_problem(405, "not so").model_dump_json(), 405)
    assert type(other) is LagebildError and str(other) == "not so"
