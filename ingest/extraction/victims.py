"""Whose the losses are where the clause has two parties: the enemy's, those handed over, exchanged or inflicted."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.attribution import Attribution
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.forces import Forces
from ingest.extraction.nations import country_of, troops_of
from ingest.extraction.reading import Reading
from ingest.extraction.sizes import stem
from ingest.extraction.troops_lexicon import troop_words
from seeds.reference import reference


@dataclass(slots=True)
class Victims:
    """Reads clauses of one article."""

    reading: Reading
    forces: Forces

    def of(self, head: int, clause: Clause, predicate: str, attribution: Attribution) -> list[Entity] | None:
        """The forces whose loss it is; empty where the text means an enemy that it does not name; None elsewhere."""
        words = troop_words()
        if predicate == "CAPTURED" and clause.verb in words.exchanging:
            sides = self._acting(clause.subjects)
            return sides if len(sides) > 1 else None
        if clause.verb in words.handing_over:
            return self._acting(clause.datives) or None
        if clause.verb in words.getting_back and predicate in ("KILLED", "CAPTURED") and not clause.passive:
            return self._acting([s for s in clause.subjects if s != head]) or None
        if clause.verb in words.inflicting:
            return self._acting(clause.datives) or None
        if clause.verb in words.costing:
            return self._acting([t for t in (*clause.objects, *clause.subjects, *clause.datives) if t != head]) or None
        return self._enemies(clause, attribution) if self._of_enemy(head, clause) else None

    def _acting(self, tokens: list[int]) -> list[Entity]:
        found = (self.forces.doer(each) for t in tokens for each in conjuncts(self.reading.tree, t))
        return list({force.id: force for force in found if force is not None}.values())

    def _of_enemy(self, head: int, clause: Clause) -> bool:
        """ "gegnerische Soldaten", "Soldaten des Gegners", "der Feind habe 50.000 Tote"."""
        tree, words = self.reading.tree, troop_words()
        below = tree.children[head]
        hostile = any(stem(tree.words[c].lower()) in words.hostile for c in below if c < head)
        owned = any(tree.lemmas[c] in words.enemies and tree.case_of(c) in (None, "von", "vom") for c in below)
        has = clause.verb in words.losing or clause.verb in ("haben", "beklagen", "erleiden")
        subject = has and not clause.passive and any(tree.lemmas[s] in words.enemies for s in clause.subjects)
        return hostile or owned or subject

    def _enemies(self, clause: Clause, attribution: Attribution) -> list[Entity]:
        """Whoever is spoken of and is not the one who says or does it."""
        own = {force.id for force in (*self._acting(clause.subjects), *self.forces.speakers_nations(attribution))}
        own |= {force.id for source in attribution.sources() if (force := troops_of(source.entity)) is not None}
        others = self.forces.other_than(own) if own else []
        return others or [force for force in self._named(clause.head) if own and force.id not in own][:1]

    def _named(self, before: int) -> Iterator[Entity]:
        """Forces and states that the article names up to the sentence, the nearest first; also those of a place."""
        end = self.reading.tree.sentence(before)[1]
        for mention in sorted((m for m in self.reading.mentions if m.start < end), key=lambda m: -m.start):
            row = reference().entities.get(mention.entity.id)
            place = mention.entity.type == "Place" and row is not None
            force = country_of(row) if place and row is not None else troops_of(mention.entity, mention.kind)
            if force is not None and force.type in ("Country", "Force"):
                yield force
