"""Parts of a whole that grow together: each is called by the smallest id in it, whatever the order of joining."""

from collections.abc import Iterable


class Parts:
    """Disjoint sets of ids."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._above: dict[str, str] = {}
        for id_ in ids:
            self.find(id_)

    def find(self, id_: str) -> str:
        """The smallest id of the part that it belongs to; one not met before is a part of its own."""
        above = self._above
        above.setdefault(id_, id_)
        root = id_
        while above[root] != root:
            root = above[root]
        while above[id_] != root:
            above[id_], id_ = root, above[id_]
        return root

    def are_one(self, one: str, other: str) -> bool:
        """Whether they belong to one part already; neither is remembered by that."""
        return one in self._above and other in self._above and self.find(one) == self.find(other)

    def join(self, one: str, other: str) -> None:
        """Makes one part of two."""
        first, second = sorted((self.find(one), self.find(other)))
        self._above[second] = first

    def all(self) -> dict[str, list[str]]:
        """The ids of every part by its smallest."""
        found: dict[str, list[str]] = {}
        for id_ in self._above:
            found.setdefault(self.find(id_), []).append(id_)
        return found
