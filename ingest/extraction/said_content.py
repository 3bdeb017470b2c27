"""Phrases for personnel that are themselves what a verb of saying says: "geht von 600 Gefallenen aus"."""

from dataclasses import dataclass

from ingest.counts.nouns import counted_by
from ingest.extraction.attribution import cues
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.happening import LOSSES
from ingest.extraction.moods import talk
from ingest.extraction.reading import Reading
from ingest.extraction.sizes import stem
from ingest.extraction.troops_lexicon import troop_words


def modifies(reading: Reading, token: int, candidate: Candidate) -> bool:
    """The preposition is part of the count: "um die 11.000", "bis zu 15.000", "zwischen 2.000 und 3.000"."""
    tree = reading.tree
    marks = [c for c in tree.children[token] if tree.pos[c] == "ADP" and c < token]
    return bool(marks) and all(candidate.start <= c <= candidate.head for c in marks)


@dataclass(slots=True)
class SaidContent:
    """Finds in one article the phrases that verbs of saying have for their content."""

    reading: Reading

    def is_content(self, candidate: Candidate, clause: Clause | None) -> bool:
        """Is the phrase what a verb of saying in its clause says ("geht von 600 Gefallenen aus")?"""
        tree = self.reading.tree
        lost = any(self._fate(t) or self._dead(t) for t in range(candidate.start, candidate.end))
        if clause is None or clause.verb == "zählen" and not lost or clause.verb == "beklagen" and lost:
            return False  # "die Armee hat 19 Gefallene zu beklagen"
        if (
            candidate.mention is not None
            and candidate.mention.by == "ellipsis"
            and clause.verb in cues().nominal["auf"]
        ):
            return True
        before = tree.words[candidate.start - 1].lower() if candidate.start > 0 else ""
        slots = {before, self._case_of_first(candidate.head)} - {None}
        if any(clause.verb in cues().nominal.get(slot or "", frozenset()) for slot in slots):
            return True
        if before == "von" and talk(self.reading, clause) is not None:
            return True
        top = self.top(candidate.head)
        modified = any(t == top and modifies(self.reading, t, candidate) for _, t in clause.obliques)
        return self.content_role(clause, top) or modified and clause.verb in cues().nominal["object"]

    def _case_of_first(self, token: int) -> str | None:
        """The preposition of the number that this one is joined to: "von 46.000 Gefallenen und 380.000 Verwundeten"."""
        tree = self.reading.tree
        counted = {count.head for count in self.reading.counts}
        while tree.deps[token] == "conj" and tree.heads[token] in counted and tree.heads[token] < token:
            token = tree.heads[token]
        joined = any(tree.pos[c] == "CCONJ" for c in tree.children[token] if c < token)
        beside = [t for t in counted if t < token and tree.heads[t] == tree.heads[token]] if joined else []
        return tree.case_of(max(beside, default=token))  # "mit 84 Russen und 47 Maliern", both hung on the verb

    def _fate(self, token: int) -> bool:
        counted = counted_by(self.reading.tree.words[token])
        return (
            counted is not None
            and counted.by == "fate"
            or troop_words().fate(self.reading.tree.words[token], self.reading.tree.lemmas[token]) is not None
        )

    def _dead(self, token: int) -> bool:
        """ "95.000 gefallene Russen gezählt"."""
        return troop_words().attributes.get(stem(self.reading.tree.words[token])) in LOSSES

    def content_role(self, clause: Clause, token: int) -> bool:
        """Is the argument what the verb of saying says: its object, or behind von, mit, auf, vor?"""
        nominal, tree = cues().nominal, self.reading.tree
        if clause.verb == "halten" and all(tree.words[t].lower() != "für" for t in self.reading.own_tokens(clause)):
            return False
        if clause.verb in nominal["object"]:
            direct = clause.subjects if clause.passive else (*clause.objects, *clause.bare)
            if any(token in conjuncts(tree, t) for t in direct):
                return True
        return any(
            clause.verb in nominal.get(p, frozenset()) and token in conjuncts(tree, t) for p, t in clause.obliques
        )

    def top(self, token: int) -> int:
        """Climbs from a noun inside noun phrases to the one that is an argument of the clause."""
        tree = self.reading.tree
        for _ in range(6):
            clause = self.reading.owner[token]
            if clause is None or tree.heads[token] == clause.head or token == clause.head:
                return token
            token = tree.heads[token]
        return token
