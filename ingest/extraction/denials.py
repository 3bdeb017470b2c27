"""Denials without a verb of denying: "der Bericht sei falsch", "einen Rückzug gebe es nicht", "das ist kein Krieg"."""

from dataclasses import dataclass

from ingest.extraction.attribution import Attributor
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.proposals import Content, noun_content, without_none
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import ACTOR, Roles, Who

_POINTING = frozenset({"das", "dies", "es"})
_SAID = frozenset({"ccomp", "parataxis", "xcomp", "csubj", "obj"})


@dataclass(slots=True)
class Denials:
    """Finds them in one article."""

    reading: Reading
    roles: Roles
    contents: Contents
    attributor: Attributor

    def of(self, clause: Clause) -> tuple[list[Who], Content, Clause] | None:
        """Who denies what in a clause that somebody says, and the clause of saying."""
        saying = self._saying(clause)
        subjects = self.roles.agents(saying) if saying is not None else []
        content = self._denied(clause)
        if saying is None or not subjects:
            saying, subjects = clause, self._sources(clause) if content is not None else []
        if content is None or not subjects:
            return None
        return subjects, Content(content.entity, (*content.clauses, clause), content.tokens), saying

    def _sources(self, clause: Clause) -> list[Who]:
        """ "so der Sprecher der Armee", "hieß es im Kreml", "für den Minister ist daran nichts wahr"."""
        sources = self.attributor.of(clause).sources()
        said = [s for s in sources if s.role == "origin" and s.entity.type in ACTOR]
        judges = self.roles.who(self.roles.behind(clause, ("für",))) if clause.copula else []
        return judges or [Who(s.entity, clause.head) for s in said]

    def _saying(self, clause: Clause) -> Clause | None:
        """The next clause above that says this one."""
        current = clause
        while current.parent is not None and current.relation in _SAID:
            current = current.parent
            if cues().verbs.get(current.verb) in _ASSERTING:
                return current
        return None

    def _denied(self, clause: Clause) -> Content | None:
        tree, words = self.reading.tree, relation_words()
        verb, word = self.roles.verb(clause), tree.words[clause.head].lower()
        false = words.holds("false_words", word) and not clause.negated and not clause.passive
        untrue = clause.negated and (words.holds("true_words", word) or words.holds("being_true", verb))
        groundless = words.holds("lacking", verb) and any(tree.lemmas[t] == "Grundlage" for t in clause.objects)
        if words.holds("having_to_do", verb) and any(tree.words[t].lower() == "nichts" for t in clause.objects):
            heads = [t for t in self.roles.behind(clause, ("mit",)) if tree.pos[t] == "NOUN"]
            return noun_content(self.reading, heads[0]) if heads else None
        if false or untrue or groundless:
            return self._allegation(clause)
        if word in ("dran", "daran") and any(tree.words[s].lower() == "nichts" for s in clause.subjects):
            heads = [t for t in self.roles.behind(clause, ("an",)) if words.noun("allegations", tree.lemmas[t])]
            return noun_content(self.reading, heads[0]) if heads else self.contents.pointed(clause)
        if clause.negated and verb == "geben":
            return self._deed(self.roles.nominals(clause))
        if word == "rede" and (clause.negated or self._has_no(clause.head)):
            return self._deed(self.roles.behind(clause, ("von", "vom")))  # "von einem Rückzug könne keine Rede sein"
        points = any(tree.words[s].lower() in _POINTING for s in clause.subjects)
        negated = clause.negated or self._has_no(clause.head)
        return self._deed([clause.head]) if clause.copula and points and negated else None

    def _has_no(self, token: int) -> bool:
        tree = self.reading.tree
        return any(tree.words[c].lower().startswith("kein") for c in tree.children[token])

    def _deed(self, tokens: list[int]) -> Content | None:
        """What is said not to be, named without "kein"."""
        token = next((t for t in tokens if self._is_deniable(t)), None)
        content = noun_content(self.reading, token) if token is not None else None
        return without_none(content) if content is not None else None

    def _allegation(self, clause: Clause) -> Content | None:
        tree = self.reading.tree
        for token in self.roles.nominals(clause):
            if relation_words().noun("allegations", tree.lemmas[token]):
                return noun_content(self.reading, token)
        return self.contents.pointed(clause) or self._carried_before(clause)  # "Das sei Unsinn, sagte X"

    def _carried_before(self, clause: Clause) -> Content | None:
        """ "Berichte, X stelle die Hilfe ein, seien falsch", with the noun torn from its verb."""
        tree = self.reading.tree
        first, _ = tree.sentence(clause.head)
        before = range(first, clause.head) if not clause.subjects else ()
        nouns = [t for t in before if relation_words().noun("allegations", tree.lemmas[t]) and tree.pos[t] == "NOUN"]
        return noun_content(self.reading, nouns[-1]) if nouns else None

    def _is_deniable(self, token: int) -> bool:
        """What one can be said to do or plan, and says one does not: "keine Einkesselung", "kein Rückzug"."""
        words, tree = relation_words(), self.reading.tree
        lemma = tree.lemmas[token]
        return tree.pos[token] == "NOUN" and (
            words.noun("deeds", lemma) or words.noun("allegations", lemma) and not words.noun("figures", lemma)
        )


_ASSERTING = frozenset({"reports", "confirms", "denies", "announces"})
