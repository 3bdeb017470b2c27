"""Links between the pages of a list."""

import re

import pytest
from starlette.datastructures import URL

from api.paging import links

HERE = URL("http://localhost:8000/statements?q=zw%C3%B6lf&limit=10&offset=10")


def offsets(header: str) -> dict[str, int]:
    return {rel: int(offset) for offset, rel in re.findall(r'offset=(\d+)>; rel="(\w+)"', header)}


@pytest.mark.parametrize(
    ("limit", "offset", "total", "found"),
    [
        (10, 0, 35, {"first": 0, "next": 10, "last": 30}),
        (10, 10, 35, {"first": 0, "prev": 0, "next": 20, "last": 30}),
        (10, 30, 35, {"first": 0, "prev": 20, "last": 30}),
        (10, 5, 35, {"first": 0, "prev": 0, "next": 15, "last": 30}),
        (10, 0, 10, {"first": 0, "last": 0}),
        (10, 0, 0, {"first": 0, "last": 0}),
        (10, 90, 35, {"first": 0, "prev": 80, "last": 30}),
    ],
)
def test_neighbours(limit: int, offset: int, total: int, found: dict[str, int]) -> None:
    assert offsets(links(HERE, [], limit=limit, offset=offset, total=total)) == found


def test_the_other_parameters_stay_and_the_address_is_relative() -> None:
    query = [("q", "zwölf & mehr"), ("limit", "7"), ("offset", "0")]
    header = links(HERE, query, limit=7, offset=0, total=8)
    assert header.startswith('</statements?q=zw%C3%B6lf+%26+mehr&limit=7&offset=0>; rel="first"')
