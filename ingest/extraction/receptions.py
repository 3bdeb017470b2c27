"""How something is received: "stößt in Warschau auf Kritik", "löste bei den Nachbarn Besorgnis aus"."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.proposals import Content
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Roles, Who
from ingest.linking.bodies import stands_for

_AT = ("bei", "beim", "in", "im", "unter")
_OF = (None, "von", "vom", "bei", "in")


@dataclass(slots=True)
class Receptions:
    """Finds them in one article."""

    reading: Reading
    roles: Roles
    contents: Contents

    def of(self, clause: Clause) -> Iterator[tuple[str, list[Who], Content]]:
        """Predicate, who receives it so, and what is received."""
        noun = self._noun(clause)
        predicate = self._predicate(noun) if noun is not None else ""
        if noun is None or not predicate:
            return
        subjects = self._receivers(clause, noun)
        for token in self._received(clause, noun) if subjects else ():
            content = self.contents.noun(token, predicate)
            if content is not None:
                yield predicate, subjects, content

    def _noun(self, clause: Clause) -> int | None:
        """The noun of the reception: behind "auf", or the object of what causes it."""
        words, verb = relation_words(), self.roles.verb(clause)
        if words.holds("meeting_with", verb):
            heads = self.roles.behind(clause, ("auf",))
        elif words.holds("causing", verb) and not clause.passive:
            heads = [*self.roles.things(clause), *self.roles.loose(clause)]
        else:
            return None
        return next((each for t in heads for each in self.roles.joined(t) if self._predicate(each)), None)

    def _predicate(self, token: int) -> str:
        words, lemma = relation_words(), self.reading.tree.lemmas[token]
        return next((p for p, name in _PREDICATES.items() if words.noun(name, lemma)), "")

    def _receivers(self, clause: Clause, noun: int) -> list[Who]:
        """ "bei der Opposition", "in Warschau" (the state), "auf Kritik der Nachbarn"."""
        tokens = [*self.roles.behind(clause, _AT), *self.roles.inside(noun, _OF)]
        found: list[Who] = []
        for token in (each for t in tokens for each in self.roles.joined(t)):
            mention = self.reading.by_head.get(token)
            state = stands_for(mention.entity) if mention is not None else None
            found += [Who(state, token)] if state is not None else self.roles.who([token])
        return [who for who in found if self._is_known(who.entity)]

    def _is_known(self, entity: Entity) -> bool:
        """Is it somebody by name? "in der Bevölkerung" is nobody."""
        return any(m.entity.id == entity.id for m in self.reading.mentions) or not entity.id.startswith("x-")

    def _received(self, clause: Clause, noun: int) -> list[int]:
        tree = self.reading.tree
        return [s for s in self.roles.subjects(clause) if tree.pos[s] in ("NOUN", "PROPN") and s != noun][:1]


_PREDICATES = {
    "CRITICIZED": "criticism_nouns",
    "REJECTED": "rejection_nouns",
    "CONCERNED_ABOUT": "concern_nouns",
}
