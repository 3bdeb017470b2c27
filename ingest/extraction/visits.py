"""Visits: who travelled where, by verbs ("reiste nach X"), nouns ("sein Besuch in X") and the guests of a state."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.guests import Guests
from ingest.extraction.how import How
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who
from seeds.reference import reference

_PERSON = frozenset({"Person"})
_ORGANIZATION = frozenset({"Organization"})
_IN = ("in", "im")
_WHERE = ("in", "im", "nach", "ins")
_TOWARDS = ("nach", "in", "ins", "zu", "zum", "zur")
_SAME = {"im": "in", "ins": "in", "zum": "zu", "zur": "zu", "am": "an", "ans": "an", "beim": "bei", "aufs": "auf"}
_VISITING = frozenset({"zu", "bei", "zum", "beim", "auf", "während", "nach", "vor"})


@dataclass(slots=True)
class Visits:
    """Finds visits in one article."""

    make: Relating
    guests: Guests
    last: list[Who] = field(default_factory=list[Who])  # who travelled last

    def of(self, clause: Clause) -> Iterator[Statement]:
        """The visits that one clause says."""
        yield from self._visited(clause)
        yield from self._received(clause)

    def _visited(self, clause: Clause) -> Iterator[Statement]:
        goals = next((found for found in self._goals(clause) if found), list[Entity]())
        cancelled = relation_words().holds("cancelling", self.make.roles.verb(clause))
        if not goals or cancelled and not self._is_cancelled(clause):
            return
        how = How(rule="visit", modality=self._visit_modality(clause))
        how = replace(how, modality="planned", negated=True) if cancelled else how
        for visitor, goal in product(self._visitors(clause), goals):
            if self._is_at_home(visitor, goal) and self.make.roles.verb(clause) == "sein":
                continue
            statement = self.make.make("VISITED", visitor, goal, clause, how)
            if statement is not None:
                yield statement

    def _is_cancelled(self, clause: Clause) -> bool:
        """ "hat seine Reise nach X abgesagt": called off and not put off."""
        verb = self.make.roles.verb(clause)
        return (
            relation_words().holds("calling_off", verb) and self._visit_noun(clause) is not None and not clause.negated
        )

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
        words, verb = relation_words(), self.make.roles.verb(clause)
        visit = self._visit_noun(clause)
        ahead = visit is not None and visit != clause.head and words.holds("planning_visits", verb)
        if verb == "erwarten" or ahead:
            return "planned"
        own = visit is not None and self.make.reading.tree.case_of(visit) in _VISITING
        links = own and self.make.attributor.of(clause).links
        return ("reported" if links else "asserted") if own else None

    def _visitors(self, clause: Clause) -> list[Entity]:
        roles, tree = self.make.roles, self.make.reading.tree
        found = roles.agents(clause, _PERSON) or (roles.who(clause.subjects, _PERSON) if roles.passive(clause) else [])
        found = found or self._delegations(clause) or (self.last if self._goes_on(clause) else [])
        visit = self._visit_noun(clause)
        if self._leads(clause):
            return [
                who.entity for who in roles.who(self._led(clause), _PERSON) if not self.guests.is_crowd(who, clause)
            ]
        if not found or visit == clause.head:
            holders = roles.behind(clause, ("für",)) if visit is not None else []
            holders += roles.inside(visit, (None, "von", "vom")) if visit is not None else []
            found = roles.who(holders, _PERSON) or found
        if not found and visit is not None:
            found = [who for c in tree.children[visit] if tree.tags[c] == "PPOSAT" for who in roles.who([c], _PERSON)]
        companions = roles.who(roles.behind(clause, ("mit",)), _PERSON) if found and self._travels(clause) else []
        named = [who for who in (*found, *companions) if not self.guests.is_crowd(who, clause)]
        self.last = named or self.last
        return list({who.entity.id: who.entity for who in named}.values())

    def _leads(self, clause: Clause) -> bool:
        """ "Seine erste Reise führt den Kanzler nach X", whatever the parser takes for the subject."""
        words, tree = relation_words(), self.make.reading.tree
        nominals = self.make.roles.nominals(clause)
        travel = any(words.noun("visit_nouns", tree.lemmas[t]) for t in nominals)
        return travel and words.holds("leading", self.make.roles.verb(clause))

    def _led(self, clause: Clause) -> list[int]:
        tree = self.make.reading.tree
        nominals = self.make.roles.nominals(clause)
        return [t for t in nominals if not relation_words().noun("visit_nouns", tree.lemmas[t])]

    def _delegations(self, clause: Clause) -> list[Who]:
        """ "Eine Delegation der OSZE reiste nach X": the organization that sent it."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        sent = [s for s in clause.subjects if words.noun("delegation_nouns", tree.lemmas[s])]
        inside = (t for s in sent for t in roles.inside(s, (None, "von", "vom")))
        return roles.who(inside, _ORGANIZATION)

    def _travels(self, clause: Clause) -> bool:
        return self.make.roles.verb(clause) in relation_words().frames["visiting"]["nach"]

    def _goals(self, clause: Clause) -> Iterator[list[Entity]]:
        """Where the visit goes: the places of each phrase that can say it, likeliest first."""
        tree, visit = self.make.reading.tree, self._visit_noun(clause)
        yield from self._behind_verb(clause)
        yield from self._of_object(clause)
        if clause.copula and tree.case_of(clause.head) in ("in", "im"):
            yield self.guests.places(clause.head)
        if self.make.roles.verb(clause) in relation_words().lists["staying"]:
            hosts = [t for p, t in clause.obliques if p not in _IN]  # "hielt sich während der Gefechte in X auf"
            yield self._hung(hosts)
        if visit is not None:
            inside = [c for c in tree.subtree(visit) if tree.case_of(c) in _WHERE]
            for token in (*inside, *(t for p, t in clause.obliques if p in _WHERE)):
                yield self.guests.places(token)

    def _behind_verb(self, clause: Clause) -> Iterator[list[Entity]]:
        """ "reiste nach X", "ist zu Gesprächen in X eingetroffen", "die Reise führt ihn nach X"."""
        roles, frame = self.make.roles, relation_words().frames["visiting"]
        verb = roles.verb(clause)
        for preposition, token in clause.obliques:
            if verb in frame.get(_SAME.get(preposition, preposition), frozenset()) and self._can_visit(clause, verb):
                yield self.guests.places(token)
        if verb in frame["in"] and self._can_visit(clause, verb):
            yield self._hung([t for p, t in clause.obliques if p in ("zu", "zum", "zur", "mit")])
        if self._leads(clause) or self._goes_on(clause):
            yield [place for t in roles.behind(clause, _TOWARDS) for place in self.guests.places(t)]

    def _of_object(self, clause: Clause) -> Iterator[list[Entity]]:
        """ "besuchte X", "besuchte Truppen in X", "hat X nach einem Besuch verlassen"."""
        roles = self.make.roles
        if self._leaves(clause):
            yield [place for t in roles.things(clause) for place in self.guests.places(t)]
        if roles.verb(clause) in relation_words().frames["visiting"]["object"]:
            for token in roles.things(clause):
                yield self.guests.places(token)
                yield from (self.guests.places(c) for c in roles.inside(token, ("in", "im", None)))

    def _hung(self, hosts: list[int]) -> list[Entity]:
        """Places behind "in" that the parser hung on a noun."""
        inside = (c for h in hosts for c in self.make.roles.inside(h, _IN))
        return [place for token in inside for place in self.guests.places(token)]

    def _leaves(self, clause: Clause) -> bool:
        """ "hat X nach einem Besuch verlassen": was there."""
        left = self.make.roles.verb(clause) == "verlassen" and not self.make.roles.passive(clause)
        return left and self._visit_noun(clause) is not None

    def _goes_on(self, clause: Clause) -> bool:
        """ "Von dort geht es weiter nach X"."""
        tree, verb = self.make.reading.tree, self.make.roles.verb(clause)
        return verb in ("gehen", "weitergehen") and any(tree.words[s].lower() == "es" for s in clause.subjects)

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
        """ "zu einem Besuch", "plant einen Abstecher", "seine Reise nach X löste Kritik aus"."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        if words.noun("visit_nouns", tree.lemmas[clause.head]):
            return clause.head
        verb = roles.verb(clause)
        makes = (
            words.holds("making_visits", verb)
            or words.holds("calling_off", verb)
            or words.holds("planning_visits", verb)
        )
        things = set(roles.nominals(clause)) if makes else set[int]()
        for token in self.make.reading.own_tokens(clause):
            noun = tree.pos[token] == "NOUN" and words.noun("visit_nouns", tree.lemmas[token])
            here = tree.case_of(token) in _VISITING or token in things or self._takes_place(token, clause)
            if noun and here:
                return token
        return None

    def _takes_place(self, token: int, clause: Clause) -> bool:
        """ "Der Besuch von X in Y dauerte zwei Tage", "Seine Visite in Y löste Kritik aus": who and where are in it."""
        roles, words, tree = self.make.roles, relation_words(), self.make.reading.tree
        inside = list(roles.inside(token, ("in", "im", "nach", "bei")))
        if token not in clause.subjects or not inside:
            return False
        happened = clause.tense == "past" or clause.perfect
        whose = any(tree.tags[c] == "PPOSAT" for c in tree.children[token])
        return words.holds("lasting", roles.verb(clause)) or happened and whose and not clause.negated
