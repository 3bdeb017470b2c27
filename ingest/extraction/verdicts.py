"""Verdicts and refusals: "der Einsatz sei rechtswidrig, sagte X", "Truppen sind für X keine Option", "X will nicht"."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.counts.nouns import counted_by
from ingest.extraction.attribution import Attributor
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.proposals import Content, clause_content, without_none
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import ACTOR, Roles, Who

_FOR = ("für", "aus")
_BODIES = frozenset({"Country", "Organization"})
_NEUTRAL = frozenset({"reports", "confirms", "announces", "warns", "denies"})


@dataclass(slots=True)
class Verdicts:
    """Finds them in one article."""

    reading: Reading
    roles: Roles
    contents: Contents
    attributor: Attributor

    def of(self, clause: Clause) -> Iterator[tuple[str, list[Who], Content]]:
        """Predicate, who judges, and what is judged in a clause with "sein" or "infrage kommen"."""
        predicate = self._predicate(clause)
        judges = self._judges(clause) if predicate else []
        for content in self._judged(clause) if judges else []:
            yield predicate, judges, content
        yield from self._refused(clause)

    def _predicate(self, clause: Clause) -> str:
        words, tree = relation_words(), self.reading.tree
        word, lemma = tree.words[clause.head].lower(), tree.lemmas[clause.head]
        negated = clause.negated or any(tree.words[c].lower().startswith("kein") for c in tree.children[clause.head])
        if self.roles.verb(clause) == "kommen" and clause.negated and self._in_question(clause):
            return "REJECTED"
        if words.holds("amounting", self.roles.verb(clause)) and not clause.negated:
            wrong = any(words.holds("condemning_nouns", tree.lemmas[t]) for t in clause.objects)
            return "CRITICIZED" if wrong else ""
        if clause.finite == clause.head or not self._is_state(clause):
            return ""
        if negated:
            return "REJECTED" if words.holds("acceptable", word) else ""
        if words.holds("unacceptable", word):
            return "REJECTED"
        bad = words.holds("condemning_adjectives", word) or words.holds("condemning_nouns", lemma)
        return "CRITICIZED" if bad else ""

    def _refused(self, clause: Clause) -> Iterator[tuple[str, list[Who], Content]]:
        """ "Chile will keine Kampfjets abgeben", "wird die Wahl nicht anerkennen"; soldiers not sent are a report."""
        words, tree, verb = relation_words(), self.reading.tree, self.roles.verb(clause)
        meant = clause.modal == "wollen" or (clause.future and not clause.modal)
        speech = verb in words.acts or clause.verb in cues().verbs or words.holds("no_refusal", verb)
        speech = speech and not words.holds("accepting", verb)
        plain = not (clause.passive or clause.copula or clause.subjunctive)
        if not clause.negated or not meant or speech or not plain:
            return
        if any(counted_by(tree.words[t]) is not None for t in self.roles.nominals(clause)):
            return
        content = clause_content(self.reading, clause)
        agents = self.roles.agents(clause, _BODIES)
        if content is not None and agents:
            yield "REJECTED", agents, without_none(content)

    def _is_state(self, clause: Clause) -> bool:
        """ "ist ausgeschlossen" too, which the parser takes for a verb."""
        tree, finite = self.reading.tree, clause.finite
        real = finite is not None and not tree.words[finite].lower().startswith("wär")  # "wäre eine Katastrophe"
        return real and (clause.copula or finite is not None and tree.lemmas[finite] == "sein")

    def _in_question(self, clause: Clause) -> bool:
        """ "kommt nicht infrage", "kommt nicht in Betracht"."""
        tree = self.reading.tree
        own = [*self.reading.own_tokens(clause), *(c.head for c in clause.children)]
        return any(relation_words().holds("in_question", tree.words[t].lower()) for t in own)

    def _judges(self, clause: Clause) -> list[Who]:
        """ "für X", else who says so ("sagte X", "laut X")."""
        judges = self.roles.who(self.roles.behind(clause, _FOR[:1]))
        if judges:
            return judges
        sources = self.attributor.of(clause).sources()
        said = [s for s in sources if s.role == "origin" and s.stance in _NEUTRAL and s.entity.type in ACTOR]
        return [Who(s.entity, clause.head) for s in said]

    def _judged(self, clause: Clause) -> list[Content]:
        tree = self.reading.tree
        tokens = self.roles.subjects(clause) if clause.objects else self.roles.nominals(clause)
        heads = [s for s in tokens if s != clause.head and tree.pos[s] == "NOUN"]
        found = [c for t in heads[:1] if (c := self.contents.noun(t, "REJECTED")) is not None]
        pointed = self.contents.pointed(clause) if not heads else None
        return found or ([pointed] if pointed is not None else [])
