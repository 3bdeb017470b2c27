"""What articles speak of, read from their triples: pairs of entities and claims, whose numbers then change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from pyoxigraph import NamedNode, Quad

from graph.plain import Pair, plain_pair
from graph.rdf.terms import Names

ENDS = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Pairs, and claims by id."""

    pairs: set[Pair] = field(default_factory=set[Pair])
    claims: set[str] = field(default_factory=set[str])

    def __ior__(self, other: Self) -> Self:
        self.pairs.update(other.pairs)
        self.claims.update(other.claims)
        return self


def spoken(quads: Iterable[Quad], names: Names, same: Mapping[str, str]) -> Spoken:
    """The pairs and claims of the statements among these triples; plain edges join what ends count as (`same`)."""
    words = {names.word(name): name for name in ENDS}
    claim, claims = names.word("claim"), set[str]()
    ends: dict[object, dict[str, str]] = {}
    for quad in quads:
        if isinstance(quad.object, NamedNode):
            if quad.predicate in words:
                id_ = names.id_of(quad.object)
                ends.setdefault(quad.subject, {})[words[quad.predicate]] = same.get(id_, id_)
            elif quad.predicate == claim:
                claims.add(names.id_of(quad.object))
    found = (plain_pair(end["predicate"], end["subject"], end.get("object")) for end in ends.values())
    return Spoken({pair for pair in found if pair}, claims)
