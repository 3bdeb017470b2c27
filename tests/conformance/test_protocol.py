"""The endpoint does what each clause of the protocol wants."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tools.conformance.protocol import Case, Wanted, asked, cases, wrong


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with asked() as client:
        yield client


@pytest.mark.parametrize("case", cases().cases, ids=lambda case: case.id)
def test_clause(client: TestClient, case: Case) -> None:
    assert wrong(case, client) == []


def test_cases_name_their_specification() -> None:
    file = cases()
    assert {case.clause.split()[0] for case in file.cases} == file.specifications.keys()
    assert len({case.id for case in file.cases}) == len(file.cases)


@pytest.mark.parametrize(
    "other",
    [
        Wanted(status=404),
        Wanted(status=200, boolean=False),
        Wanted(status=200, type="text/csv"),
        Wanted(status=200, says="no"),
    ],
)
def test_a_case_can_fail(client: TestClient, other: Wanted) -> None:
    (case,) = (one for one in cases().cases if one.id == "query-get")
    assert wrong(case, client) == []
    assert wrong(case.model_copy(update={"want": other}), client)
