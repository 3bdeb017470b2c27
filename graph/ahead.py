"""One step ahead: while one item is in use, the next is made in a thread beside."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The same items; what making one raises is raised when it is its turn."""
    given = iter(items)

    def following() -> list[Item]:
        return list(islice(given, 1))

    with ThreadPoolExecutor(1, "ahead") as beside:
        made = beside.submit(following)
        while item := made.result():
            made = beside.submit(following)
            yield from item
