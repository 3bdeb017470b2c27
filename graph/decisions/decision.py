"""A decision: who decided what, when and why. Undoing one is a decision too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from graph.statement import Statement, Text, Value
from seeds.errors import BadParameter, NotFound

Kind = Literal["reject", "correct", "add", "merge", "not_same", "undo"]


class Decision(Value):
    """`statement` is the id of one the machine made; `made` is one that a person made, new or in its place.

    `entity` is the same as `other` (which stays) or, for `not_same`, is not; `undoes` is the id of a decision.
    """

    id: Text
    kind: Kind
    who: Text
    when: Text
    why: Text
    statement: Text | None = None
    made: Statement | None = None
    entity: Text | None = None
    other: Text | None = None
    undoes: Text | None = None
    undone: bool = Field(default=False, exclude=True)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands when everything undone is left out."""

    rejected: Mapping[str, Decision]
    added: Mapping[str, Decision]
    merged: Mapping[str, Decision]
    apart: frozenset[frozenset[str]]
    places: frozenset[str]
    """Every entity that was ever merged into another, or the other: where what is said of one of them may be."""

    def target(self, entity: str) -> str:
        """The entity that an entity counts as."""
        return next(reversed([entity, *self._chain(entity)]))

    def merged_into(self, named: Iterable[str]) -> set[str]:
        """The merged entities that are among these, or count as one of them, straight or through others."""
        wanted = set(named)
        return {entity for entity in self.merged if wanted & {entity, *self._chain(entity)}}

    def _chain(self, entity: str) -> Iterator[str]:
        while entity in self.merged:
            entity = str(self.merged[entity].other)
            yield entity

    def made_for(self, article: str) -> list[Statement]:
        """The statements that people made of an article."""
        return [made for one in self.added.values() if (made := one.made) is not None and made.article == article]

    def check(self, new: Decision) -> None:
        """BadParameter where a merge goes against what was decided before."""
        if new.kind == "undo" or new.entity is None or new.other is None:
            return
        if new.entity == new.other:
            raise BadParameter(f"{new.entity} is one entity; name two")
        if new.kind == "not_same":
            if self.target(new.entity) == self.target(new.other):
                raise BadParameter(f"{new.entity} and {new.other} are merged; undo that decision first")
        elif new.entity in self.merged:
            raise BadParameter(f"{new.entity} is merged already, into {self.merged[new.entity].other}")
        elif self.target(new.other) == new.entity:
            raise BadParameter(f"{new.other} is merged into {new.entity} already")
        elif frozenset((new.entity, new.other)) in self.apart:
            raise BadParameter(f"somebody decided that {new.entity} and {new.other} are not the same; undo that first")


def standing(decisions: Iterable[Decision]) -> Standing:
    """What stands of these decisions."""
    given = marked(decisions)
    valid = [one for one in given if not one.undone]
    return Standing(
        rejected={str(one.statement): one for one in valid if one.kind in ("reject", "correct")},
        added={one.made.id: one for one in valid if one.made is not None},
        merged={str(one.entity): one for one in valid if one.kind == "merge"},
        apart=frozenset(frozenset((str(one.entity), str(one.other))) for one in valid if one.kind == "not_same"),
        places=frozenset(str(id_) for one in given if one.kind == "merge" for id_ in (one.entity, one.other)),
    )


def marked(decisions: Iterable[Decision]) -> list[Decision]:
    """The same, each saying whether it is undone; an undone undoing counts no more."""
    given = list(decisions)
    undone: set[str] = set()
    for one in reversed(given):
        if one.undoes is not None and one.id not in undone:
            undone.add(one.undoes)
    return [one.model_copy(update={"undone": one.id in undone}) for one in given]


def undoable(decisions: Iterable[Decision], id_: str) -> Decision:
    """The decision of that id; NotFound where there is none, BadParameter where it is undone already."""
    for one in marked(decisions):
        if one.id == id_:
            if one.undone:
                raise BadParameter(f"decision {id_} is undone already")
            return one
    raise NotFound(f"there is no decision {id_!r}")
