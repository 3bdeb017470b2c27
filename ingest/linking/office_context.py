"""Whose an office is that stands without state or body: "Kommandeur Huber" after the brigade, "so Sprecher Tenenti"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.tree import Tree
from ingest.linking.data import word_set
from ingest.linking.mention import Mention

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
        """The force spoken of last, for a commander; the force or body spoken of last, for a spokesman."""
        office = role.rsplit(" ", 1)[-1].lower().removesuffix("in")
        if office in word_set("titles.yaml", "commanding"):
            return self._last(token, frozenset({"Force"}), _COMMANDS, without=_WHOLE)
        if office in word_set("titles.yaml", "speaking"):
            return self._last(token, frozenset({"Force", "Organization"}), _SPEAKS, without=_MEDIA)
        return None

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
        here = self.tree.sentence_of[token]
        for head, mentions in self.by_head.items():
            if head < token and here - self.tree.sentence_of[head] <= reach:
                yield from (m for m in mentions if m.form in _NAMED and m.end <= token)
