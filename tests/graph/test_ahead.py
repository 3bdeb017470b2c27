"""One step ahead: in order, no further, and what goes wrong is told when it is its turn."""

import threading
from collections.abc import Iterator

import pytest

from graph.ahead import ahead


def test_the_next_one_is_made_while_one_is_in_use() -> None:
    made = [threading.Event() for _ in range(4)]

    def numbers() -> Iterator[int]:
        for number, event in enumerate(made):
            event.set()
            yield number

    for number in ahead(numbers()):
        assert all(event.wait(5) for event in made[: number + 2])
        assert not any(event.is_set() for event in made[number + 2 :])


def test_an_error_comes_in_its_turn() -> None:
    def numbers() -> Iterator[int]:
        yield 1
        raise ValueError("the second one")

    given = ahead(numbers())
    assert next(given) == 1
    with pytest.raises(ValueError, match="the second one"):
        next(given)


def test_nothing_gives_nothing() -> None:
    assert list(ahead(())) == []
