"""JSON-LD as a stream: the published context first, then a node for each run of quads about one thing."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO

from pydantic import JsonValue
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from graph.rdf.context import RENAMED, context, prefixes
from graph.rdf.ontology import ontology
from graph.rdf.terms import VOCABULARY, Names, datatype

SAFE = 2**53  # beyond it a reader may take an integer for a floating-point number
Term = NamedNode | BlankNode | Literal | Triple
STRING, BOOLEAN, INTEGER = datatype("string"), datatype("boolean"), datatype("integer")


def write_jsonld(quads: Iterable[Quad], out: IO[bytes], names: Names) -> None:
    """Writes one document; a thing may stand in it more than once, which means the same."""
    _Writer(out, names).write(quads)


class _Writer:
    def __init__(self, out: IO[bytes], names: Names) -> None:
        self._out = out
        self._names = names
        self._spaces = sorted(prefixes(names).items(), key=lambda known: -len(known[1]))
        self._ours = names.base + VOCABULARY
        self._terms = ontology().properties

    def write(self, quads: Iterable[Quad]) -> None:
        self._put('{"@context": ' + json.dumps(context(self._names), ensure_ascii=False) + ',\n"@graph": [')
        for number, node in enumerate(self._nodes(quads)):
            self._put(("," if number else "") + "\n" + json.dumps(node, ensure_ascii=False))
        self._put("\n]}\n")

    def _put(self, text: str) -> None:
        self._out.write(text.encode())

    def _nodes(self, quads: Iterable[Quad]) -> Iterator[dict[str, JsonValue]]:
        for graph, part in groupby(quads, key=lambda quad: quad.graph_name):
            nodes = (self._node(subject, group) for subject, group in groupby(part, key=lambda quad: quad.subject))
            if isinstance(graph, DefaultGraph):
                yield from nodes
            else:
                yield {"@id": self._short(graph), "@graph": [*nodes]}

    def _node(self, subject: NamedNode | BlankNode | Triple, quads: Iterable[Quad]) -> dict[str, JsonValue]:
        found: dict[str, list[JsonValue]] = {}
        for quad in quads:
            key, value = self._pair(quad)
            found.setdefault(key, []).append(value)
        node: dict[str, JsonValue] = {"@id": self._short(subject)}
        node.update((key, values[0] if len(values) == 1 else values) for key, values in found.items())
        return node

    def _pair(self, quad: Quad) -> tuple[str, JsonValue]:
        address = quad.predicate.value
        if quad.predicate == self._names.word("rdf:type"):
            return "@type", self._short(quad.object)
        name = address.removeprefix(self._ours)
        term = self._terms.get(name) if name != address else None
        if term is None:
            return self._short(quad.predicate), self._value(quad.object)
        key = RENAMED.get(name, name)
        if isinstance(quad.object, Literal):
            return key, quad.object.value if term.range == "xsd:double" else self._value(quad.object)
        return key, self._short(quad.object) if term.is_link else self._value(quad.object)

    def _value(self, term: Term) -> JsonValue:
        if not isinstance(term, Literal):
            return {"@id": self._short(term)}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        if term.datatype == STRING:
            return term.value
        if term.datatype == BOOLEAN and term.value in ("true", "false"):
            return term.value == "true"
        if term.datatype == INTEGER and abs(int(term.value)) < SAFE:
            return int(term.value)
        return {"@value": term.value, "@type": self._short(term.datatype)}

    def _short(self, term: Term | DefaultGraph) -> str:
        if isinstance(term, BlankNode):
            return str(term)
        address = term.value if isinstance(term, NamedNode) else str(term)
        prefix, space = next(((p, s) for p, s in self._spaces if address.startswith(s)), ("", ""))
        rest = address[len(space) :]
        return f"{prefix}:{rest}" if prefix and not rest.startswith("//") else address
