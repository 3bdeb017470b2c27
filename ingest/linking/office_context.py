"""Whose an office is that stands without state or body: "Kommandeur Huber" after the brigade, "so Sprecher Tenenti"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.tree import Tree
from ingest.linking.bodies import capital_of
from ingest.linking.data import word_set
from ingest.linking.mention import Mention, entity_of
from seeds.reference import reference

_NAMED = frozenset({"name", "description", "metonym"})
_MEDIA = frozenset({"newspaper", "news_agency", "magazine", "broadcaster", "online_media"})
_WHOLE = frozenset({"armed_force", "armed_group"})  # have no commander who needs no more words
_COMMANDS = 3  # sentences back to the force that a commander commands
_SPEAKS = 1  # sentences back to the body that a spokesman speaks for


@dataclass(frozen=True, slots=True)
class OfficeContext:
    """Works on one article; `by_head`: mentions by their head."""

    tree: Tree
    by_head: Mapping[int, list[Mention]]

    def owner(self, token: int, role: str) -> Entity | None:
        """The force spoken of last, for a commander; force or body, for a spokesman; the state, for a minister."""
        office = role.rsplit(" ", 1)[-1].lower().removesuffix("in")
        if office in word_set("titles.yaml", "commanding"):
            return self._last(token, frozenset({"Force"}), _COMMANDS, without=_WHOLE)
        if office in word_set("titles.yaml", "speaking"):
            return self.body(token)
        return self._state(token) if office.endswith(tuple(word_set("titles.yaml", "governing"))) else None

    def body(self, token: int) -> Entity | None:
        """The force or body spoken of last, in this sentence or the one before."""
        return self._last(token, frozenset({"Force", "Organization"}), _SPEAKS, without=_MEDIA)

    def _state(self, token: int) -> Entity | None:
        """ "Burundi ist besorgt. Präsident X ...": of this sentence or the one before, if no other is named."""
        far = self.tree.sentence_of[token]
        named = [m for m in self._all(token, far) if m.entity.type in ("Country", "Place")]
        states = {state.id: state for m in named if (state := _home(m.entity)) is not None}
        near = any(capital_of(m.entity) is not None for m in self._before(token, _SPEAKS))
        return next(iter(states.values())) if len(states) == 1 and near else None

    def _last(self, token: int, types: frozenset[str], reach: int, *, without: frozenset[str]) -> Entity | None:
        found = [m for m in self._before(token, reach) if m.entity.type in types and m.kind not in without]
        return max(found, key=lambda m: m.start).entity if found else None

    def acting(self, token: int) -> Entity | None:
        """The state that acted last, in this sentence or the one before."""
        subjects = [
            m
            for m in self._before(token, _SPEAKS)
            if m.entity.type == "Country" and self.tree.deps[m.head].startswith("nsubj")
        ]
        return max(subjects, key=lambda m: m.start).entity if subjects else None

    def alliance(self, token: int) -> Mention | None:
        """The alliance spoken of last before a token ("der Allianz")."""
        found = [m for ms in self.by_head.values() for m in ms if m.kind == "alliance" and m.start < token]
        return max(found, key=lambda m: m.start, default=None)

    def _before(self, token: int, reach: int) -> Iterator[Mention]:
        """Names and descriptions that stand before a token, so many sentences back."""
        yield from (m for m in self._all(token, reach) if m.form in _NAMED)

    def _all(self, token: int, reach: int) -> Iterator[Mention]:
        here = self.tree.sentence_of[token]
        for head, mentions in self.by_head.items():
            if head < token and here - self.tree.sentence_of[head] <= reach:
                yield from (m for m in mentions if m.end <= token)


def _home(entity: Entity) -> Entity | None:
    """The state itself, or the one that a place of the tables lies in."""
    state = capital_of(entity)
    row = reference().entities.get(entity.id) if state is None else None
    country = reference().entities.get(row.country or "") if row is not None else None
    return state or (entity_of(country) if country is not None else None)
