"""Concern: "äußerte Besorgnis über X", "zeigte sich besorgt", "der Vormarsch beunruhigt Y", "bereitet Y Sorgen"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.proposals import Content
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who
from ingest.linking.bodies import capital_of


@dataclass(slots=True)
class Concerns:
    """Finds who is concerned about what in the clauses of one article."""

    make: Relating
    contents: Contents

    def of(self, clause: Clause) -> Iterator[tuple[list[Who], Content]]:
        """ "äußerte Besorgnis über X", "zeigte sich besorgt über X", "X beunruhigt Y"."""
        words, roles = relation_words(), self.make.roles
        verb = roles.verb(clause)
        adjective = words.holds("concern_adjectives", self.make.reading.tree.words[clause.head].lower())
        bare = not (clause.objects or clause.datives or clause.bare)  # "Nato besorgt über Drohnen"
        state = adjective and (clause.finite != clause.head or bare and not clause.reflexive)
        if self._worrying(clause, verb) and not clause.passive and not state:
            yield from self._worries(clause)
            return
        carriers = [t for t in self.make.reading.own_tokens(clause) if self._carries_concern(t)]
        is_adjective = state and clause.head in carriers
        watching = words.holds("watching", verb) and any(self.make.reading.tree.case_of(t) == "mit" for t in carriers)
        if not carriers or not (words.holds("concern_verbs", verb) or is_adjective or watching):
            return
        agents = roles.who(clause.subjects) if is_adjective and roles.passive(clause) else roles.agents(clause)
        subjects = [who for who in agents if who.token not in carriers] or self.make.unnamed(clause)
        tokens = self._concern_objects(clause, carriers) or (roles.things(clause) if watching else [])
        contents = [c for t in tokens if (c := self.contents.noun(t, "CONCERNED_ABOUT")) is not None]
        contents = contents or self.contents.clausal(clause) or self._shared(clause)
        for content in contents or self.contents.subject_before(clause.head):
            yield subjects, content

    def _worrying(self, clause: Clause, verb: str) -> bool:
        """ "beunruhigt X", "bereitet X Sorgen", "versetzt X in Unruhe"."""
        words, tree = relation_words(), self.make.reading.tree
        if words.holds("worrying_with", verb) and not clause.reflexive:
            subjects = self.make.roles.subjects(clause)
            return not any(self.make.roles.actor(s) for s in subjects) and any(
                words.noun("concern_nouns", tree.lemmas[t]) for t in self.make.reading.own_tokens(clause)
            )
        return words.holds("worrying_verbs", verb)

    def _shared(self, clause: Clause) -> list[Content]:
        """ "Seoul verurteilte die Zusage, Tokio äußerte Besorgnis": the content of the act it is joined to."""
        parent = clause.parent
        act = relation_words().acts.get(self.make.roles.verb(parent)) if parent is not None else None
        joined = clause.relation in ("conj", "parataxis", "ccomp") and not clause.subjunctive
        bare = not clause.children and not clause.obliques
        if parent is None or act is None or not joined or not bare or parent.head > clause.head:
            return []
        return [replace(c, clauses=(*c.clauses, parent)) for c in self.contents.of(parent, act)]

    def _carries_concern(self, token: int) -> bool:
        words, tree = relation_words(), self.make.reading.tree
        return words.noun("concern_nouns", tree.lemmas[token]) or words.holds(
            "concern_adjectives", tree.words[token].lower()
        )

    def _concern_objects(self, clause: Clause, carriers: list[int]) -> list[int]:
        roles, words = self.make.roles, relation_words()
        toward = words.holds("watching", roles.verb(clause)) or roles.verb(clause) == "reagieren"
        behind = [p for p in words.lists["concern_behind"] if toward or p != "auf"]  # "Raketen auf den Philippinen"
        heads = list(roles.behind(clause, behind))
        heads += [c for carrier in carriers for c in roles.inside(carrier, behind) if c not in heads]
        heads += [
            t for carrier in carriers for t in roles.joined(carrier) if t not in carriers
        ]  # "... und die Gefahr, dass"
        return [each for head in heads for each in roles.joined(head)]

    def _worries(self, clause: Clause) -> Iterator[tuple[list[Who], Content]]:
        """The subject is what worries, the object who is worried."""
        roles, tree = self.make.roles, self.make.reading.tree
        for token in clause.subjects:
            content = self.contents.noun(token, "CONCERNED_ABOUT") if tree.pos[token] in ("NOUN", "PROPN") else None
            if content is not None:
                objects = [t for t in roles.nominals(clause) if t not in clause.subjects]
                others = self._in_capitals(objects) or roles.who(objects)
                yield others, content

    def _in_capitals(self, tokens: list[int]) -> list[Who]:
        """ "die Verantwortlichen in Kiew und Washington": the states."""
        roles, found = self.make.roles, list[Who]()
        for token in tokens:
            actor = roles.actor(token)
            if token not in self.make.reading.by_head and (actor is None or actor.id.startswith("x-")):
                inside = [t for h in roles.inside(token, ("in",)) for t in roles.joined(h)]
                places = [self.make.reading.by_head.get(t) for t in inside]
                states = [capital_of(m.entity) for m in places if m is not None]
                found += [Who(state, token) for state in states if state is not None]
        return found
