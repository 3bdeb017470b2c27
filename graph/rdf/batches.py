"""Many things, a few at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of so many, the last one shorter."""
    left = iter(items)
    while batch := [*islice(left, size)]:
        yield batch
