"""Visits: who travelled where, by verbs ("reiste nach X"), nouns ("sein Besuch in X") and the guests of a state."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.guests import Guests
from ingest.extraction.how import How
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from seeds.reference import reference

_PERSON = frozenset({"Person"})
_SAME = {"im": "in", "ins": "in", "zum": "zu", "zur": "zu", "am": "an", "ans": "an", "beim": "bei", "aufs": "auf"}
_VISITING = frozenset({"zu", "bei", "zum", "beim", "auf", "während", "nach", "vor"})


@dataclass(slots=True)
class Visits:
    """Finds visits in one article."""

    make: Relating
    guests: Guests

    def of(self, clause: Clause) -> Iterator[Statement]:
        """The visits that one clause says."""
        yield from self._visited(clause)
        yield from self._received(clause)

    def _visited(self, clause: Clause) -> Iterator[Statement]:
        goals = next((found for found in self._goals(clause) if found), list[Entity]())
        if not goals or relation_words().holds("cancelling", self.make.roles.verb(clause)):
            return
        for visitor, goal in product(self._visitors(clause), goals):
            if self._is_at_home(visitor, goal) and self.make.roles.verb(clause) == "sein":
                continue
            statement = self.make.make(
                "VISITED", visitor, goal, clause, How(rule="visit", modality=self._visit_modality(clause))
            )
            if statement is not None:
                yield statement

    def _received(self, clause: Clause) -> Iterator[Statement]:
        """ "China, das X empfangen hatte": X was there."""
        roles = self.make.roles
        if not relation_words().holds("receiving_guests", roles.verb(clause)) or clause.passive:
            return
        hosts = roles.agents(clause, frozenset({"Country"}))
        guests = roles.who(roles.things(clause), _PERSON) if hosts else []
        for guest, host in product((g for g in guests if not self.guests.is_crowd(g, clause)), hosts):
            statement = self.make.make("VISITED", guest.entity, host.entity, clause, How(rule="visit"))
            if statement is not None:
                yield statement

    def _visit_modality(self, clause: Clause) -> str | None:
        """ "wird erwartet" is a plan; a visit during which something is promised has happened."""
        if self.make.roles.verb(clause) == "erwarten":
            return "planned"
        visit = self._visit_noun(clause)
        own = visit is not None and self.make.reading.tree.case_of(visit) in _VISITING
        links = own and self.make.attributor.of(clause).links
        return ("reported" if links else "asserted") if own else None

    def _visitors(self, clause: Clause) -> list[Entity]:
        roles, tree = self.make.roles, self.make.reading.tree
        found = roles.agents(clause, _PERSON) or (roles.who(clause.subjects, _PERSON) if roles.passive(clause) else [])
        visit = self._visit_noun(clause)
        if not found or visit == clause.head:
            holders = roles.behind(clause, ("für",)) if visit is not None else []
            holders += roles.inside(visit, (None, "von", "vom")) if visit is not None else []
            found = roles.who(holders, _PERSON) or found
        if not found and visit is not None:
            found = [who for c in tree.children[visit] if tree.tags[c] == "PPOSAT" for who in roles.who([c], _PERSON)]
        companions = roles.who(roles.behind(clause, ("mit",)), _PERSON) if found and self._travels(clause) else []
        named = [who for who in (*found, *companions) if not self.guests.is_crowd(who, clause)]
        return list({who.entity.id: who.entity for who in named}.values())

    def _travels(self, clause: Clause) -> bool:
        return self.make.roles.verb(clause) in relation_words().frames["visiting"]["nach"]

    def _goals(self, clause: Clause) -> Iterator[list[Entity]]:
        """Where the visit goes: the places of each phrase that can say it, likeliest first."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        visit = self._visit_noun(clause)
        verb, frame = roles.verb(clause), words.frames["visiting"]
        for preposition, token in clause.obliques:
            if verb in frame.get(_SAME.get(preposition, preposition), frozenset()) and self._can_visit(clause, verb):
                yield self.guests.places(token)
        if verb in frame["in"] and self._can_visit(clause, verb):  # "zu Gesprächen in X eingetroffen", hung on the noun
            hosts = [t for p, t in clause.obliques if p in ("zu", "zum", "zur", "mit")]
            yield [place for h in hosts for c in roles.inside(h, ("in", "im")) for place in self.guests.places(c)]
        if verb in frame["object"]:
            for token in roles.things(clause):
                yield self.guests.places(token)
                yield from (self.guests.places(c) for c in roles.inside(token, ("in", "im", None)))
        if clause.copula and tree.case_of(clause.head) in ("in", "im"):
            yield self.guests.places(clause.head)
        if verb in words.lists["staying"]:  # "hielt sich während der Gefechte in X auf", with X hung on the noun
            hosts = [t for p, t in clause.obliques if p not in ("in", "im")]
            yield [
                place
                for h in hosts
                for c in tree.children[h]
                if tree.case_of(c) in ("in", "im")
                for place in self.guests.places(c)
            ]
        if visit is not None:
            inside = [c for c in tree.subtree(visit) if tree.case_of(c) in ("in", "im", "nach", "ins")]
            for token in (*inside, *(t for p, t in clause.obliques if p in ("in", "im", "nach", "ins"))):
                yield self.guests.places(token)

    def _can_visit(self, clause: Clause, verb: str) -> bool:
        """ "wird in X erwartet", not "erwartet in X etwas"; "war in X" of the past."""
        if verb in ("erwarten", "empfangen"):
            return verb == "erwarten" and self.make.roles.passive(clause)
        return verb != "sein" or clause.tense == "past" or clause.perfect

    def _is_at_home(self, visitor: Entity, goal: Entity) -> bool:
        person, place = reference().entities.get(visitor.id), reference().entities.get(goal.id)
        home = person.country if person is not None else None
        return home is not None and home in (goal.id, place.country if place is not None else None)

    def _visit_noun(self, clause: Clause) -> int | None:
        words, tree = relation_words(), self.make.reading.tree
        if words.noun("visit_nouns", tree.lemmas[clause.head]):
            return clause.head
        for token in self.make.reading.own_tokens(clause):
            noun = tree.pos[token] == "NOUN" and words.noun("visit_nouns", tree.lemmas[token])
            if noun and (tree.case_of(token) in _VISITING or self._takes_place(token, clause)):
                return token
        return None

    def _takes_place(self, token: int, clause: Clause) -> bool:
        """ "Der Besuch von X in Y dauerte zwei Tage": who and where stand in the phrase."""
        roles, verb = self.make.roles, self.make.roles.verb(clause)
        inside = list(roles.inside(token, ("in", "im", "nach")))
        return token in clause.subjects and relation_words().holds("lasting", verb) and bool(inside)
