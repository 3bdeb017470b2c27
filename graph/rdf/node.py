"""Writing triples about one thing: what is null leaves none.

They are made as quads of the default graph at once: making another object of each later costs as much as this one.
"""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.rdf.terms import Names, date

DEFAULT = DefaultGraph()
Term = NamedNode | Literal
Value = NamedNode | Literal | str | bool | int | float | None


class Node:
    """A thing with the triples about it, those of its parts behind its own."""

    def __init__(self, names: Names, subject: NamedNode, *types: str) -> None:
        self.names = names
        self.subject = subject
        self._quads: list[Quad] = []
        self._parts: list[Node] = []
        for type_ in types:
            self.add("rdf:type", names.word(type_))

    def add(self, name: str, value: Value) -> None:
        """One triple; none for None."""
        if value is not None:
            term = value if type(value) is NamedNode or type(value) is Literal else Literal(value)
            self._quads.append(Quad(self.subject, self.names.word(name), term, DEFAULT))

    def word(self, name: str, group: str, value: str) -> None:
        """A word of a closed list, as its individual."""
        self.add(name, self.names.word(f"{group}-{value}"))

    def date(self, name: str, value: str | None) -> None:
        """A date at the precision said."""
        self.add(name, None if value is None else date(value))

    def part(self, name: str, part: str, *types: str) -> "Node":
        """Another thing that belongs to this one, linked from it."""
        node = Node(self.names, NamedNode(f"{self.subject.value}-{part}"), *types)
        self.add(name, node.subject)
        self._parts.append(node)
        return node

    def __iter__(self) -> Iterator[Quad]:
        return iter(self._all())

    def _all(self) -> list[Quad]:
        return [*self._quads, *(quad for part in self._parts for quad in part)] if self._parts else self._quads
