"""Plain edges: what the statements about a pair of entities come to, as one relationship between the two.

An edge exists where a current, affirmed statement that is asserted or reported carries it and not all its
sources deny it. It is worked out anew from the statements of the pair whenever one of them comes, goes or is
superseded, so the order of loading does not matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from pydantic import JsonValue

from graph.cypher import text
from graph.statement import Statement
from seeds.vocabulary import vocabulary

COUNTS = ("articles", "asserted", "reported", "denied", "doubted")


class Work(Protocol):
    """An open write transaction: later texts see what earlier ones wrote."""

    def run(self, cypher: str, parameters: dict[str, JsonValue]) -> list[dict[str, JsonValue]]:
        """The rows that a text gives."""
        ...


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two entities and the plain edge between them; the direction of a symmetric one is the order of the ids."""

    edge: str
    source: str
    target: str

    @property
    def key(self) -> str:
        """What the statements of this pair have in common, indexed in the store."""
        return f"{self.edge} {self.source} {self.target}"


def plain_pair(predicate: str, subject: str, object_: str | None) -> Pair | None:
    """The pair that a statement speaks of, or None where its predicate has no plain edge or it has no object."""
    term = vocabulary().predicates[predicate]
    if term.plain_edge is None or object_ is None:
        return None
    if term.symmetric and object_ < subject:
        subject, object_ = object_, subject
    return Pair(term.plain_edge, subject, object_)


def pair_of(statement: Statement) -> Pair | None:
    """The pair that a statement speaks of, if any."""
    return plain_pair(statement.predicate, statement.subject.id, statement.object.id if statement.object else None)


def recompute(work: Work, pairs: Iterable[Pair]) -> None:
    """Makes, changes or removes the plain edges of these pairs."""
    by_key = {pair.key: pair for pair in sorted(set(pairs))}
    if not by_key:
        return
    said = {str(row["key"]): row for row in work.run(text("plain_said"), {"keys": list(by_key)})}
    write: dict[str, list[JsonValue]] = {}
    drop: dict[str, list[JsonValue]] = {}
    for key, pair in by_key.items():
        ends: dict[str, JsonValue] = {"source": pair.source, "target": pair.target}
        if key in said and said[key]["carried"]:
            write.setdefault(pair.edge, []).append({**ends, "properties": _properties(said[key])})
        else:
            drop.setdefault(pair.edge, []).append(ends)
    for edge, rows in write.items():
        work.run(text("plain_write", edge), {"rows": rows})
    for edge, rows in drop.items():
        work.run(text("plain_drop", edge), {"rows": rows})


def _properties(said: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: said[name] for name in ("predicate", *COUNTS, "first", "last", "sample")}
