"""Stances: what kind of saying a clause is, from its verb, its noun, its judgement or its attitude."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.extraction.attribution_cues import carrier_stance, cues, described_types, noun_stance
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.moods import talk
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words

_CALLED = frozenset({"als", "eine", "ein", "reine", "reinen", "blanke", "für"})


@dataclass(slots=True)
class Stances:
    """Reads the stances of the clauses of one article."""

    reading: Reading
    stances: dict[int, str | None] = field(default_factory=dict[int, str | None])

    def stance(self, clause: Clause) -> str | None:
        """What kind of saying the clause is, or None where it says nothing of a content."""
        if clause.head not in self.stances:
            self.stances[clause.head] = self._stance(clause)
        return self.stances[clause.head]

    def _stance(self, clause: Clause) -> str | None:
        words = cues()
        if clause.verb in words.light_verbs:
            carried = next((s for t in self._arguments(clause) if (s := self._carrier(t)) is not None), None)
            if carried is not None:
                return carried
        if clause.verb == "halten":
            return self._judged(clause)
        if clause.verb == "kommen":
            return "reports" if self._counts(clause) else None
        if clause.copula and not self._is_imagined(clause):
            return self._attitude(clause)
        return self._of_construction(clause) or words.verbs.get(clause.verb) or self._of_attitude_or_citing(clause)

    def _of_construction(self, clause: Clause) -> str | None:
        """What the verb says only together with what stands beside it."""
        words = cues()
        if clause.verb in words.showing and any(self.is_paper(s) for s in clause.subjects):
            return words.showing[clause.verb]
        if talk(self.reading, clause) is not None and not clause.negated:
            return "reports"
        if self._is_imagined(clause) or clause.verb == "stehen" and self._stands_in_paper(clause):
            return "reports"
        return "denies" if clause.verb in words.calling and self._calls_untrue(clause) else None

    def _of_attitude_or_citing(self, clause: Clause) -> str | None:
        return self._attitude(clause) or ("reports" if clause.verb in cues().citing_verbs else None)

    def _is_imagined(self, clause: Clause) -> bool:
        """ "kann sich vorstellen, Soldaten zu entsenden"."""
        return clause.modal == "können" and clause.verb in cues().imagined

    def _calls_untrue(self, clause: Clause) -> bool:
        """ "bezeichnete Berichte über Truppen als Falschmeldung", "tat die Zahl als Propaganda ab"."""
        tree = self.reading.tree
        own = [t for t in self.reading.own_tokens(clause) if t > 0 and tree.words[t - 1].lower() in _CALLED]
        behind = {tree.heads[t - 1] for t in own} | set(own)
        words = {form.lower() for t in behind for form in (tree.words[t], tree.lemmas[t])}
        return any(word.startswith(untrue) for word in words for untrue in cues().untrue)

    def _counts(self, clause: Clause) -> bool:
        """ "ein westlicher Diplomat kommt auf höchstens 15.000": somebody counts; "die Zahl kommt auf 15.000" none."""
        tree = self.reading.tree
        counted = {c.head for c in self.reading.counts}
        behind = (t for p, t in clause.obliques if p == "auf" and t > clause.head)
        number = any(counted & {t, *tree.children[t]} for t in behind)
        somebody = (self.reading.by_head.get(s) for s in clause.subjects)
        described = any(described_types(tree.words[s], tree.lemmas[s]) for s in clause.subjects)
        troops = any(tree.lemmas[s] in troop_words().collectives for s in clause.subjects)  # "die Truppe kommt auf ..."
        named = any(m is not None and m.entity.type in ("Person", "Organization") for m in somebody)
        return number and not troops and (described or named)

    def _stands_in_paper(self, clause: Clause) -> bool:
        """ "so steht es in einem Bericht der OSZE"."""
        return any(p in ("in", "im") and self.is_paper(t) for p, t in clause.obliques)

    def _attitude(self, clause: Clause) -> str | None:
        """ "zeigt sich überzeugt", "ist besorgt"."""
        if not clause.copula and clause.verb not in ("zeigen", "geben"):
            return None
        tree, attitudes = self.reading.tree, cues().attitudes
        said = (tree.words[t].lower() for t in (clause.head, *tree.children[clause.head]))
        return next((attitudes[word] for word in said if word in attitudes), None)

    def is_paper(self, token: int) -> bool:
        """Does the noun mean words or a paper of somebody ("Bericht", "Angaben")?"""
        tree = self.reading.tree
        return noun_stance(tree.words[token], tree.lemmas[token]) is not None

    def _carrier(self, token: int) -> str | None:
        return carrier_stance(self.reading.tree.words[token], self.reading.tree.lemmas[token])

    def _arguments(self, clause: Clause) -> Iterator[int]:
        tree = self.reading.tree
        behind = (t for p, t in clause.obliques if p not in cues().following)  # "kamen nach Darstellung der Armee um"
        for token in (*clause.objects, *clause.bare, *behind, *clause.subjects):
            if tree.pos[token] == "NOUN":
                yield from conjuncts(tree, token)

    def _judged(self, clause: Clause) -> str | None:
        """ "hält es für möglich, dass ...", "halten die Zahlen für überhöht"."""
        tree, judged = self.reading.tree, cues().judged
        for token in range(*tree.sentence(clause.head)):
            low = tree.words[token].lower()
            word = low if low in judged else low.removesuffix("er")  # "hält 14.000 für wahrscheinlicher"
            if word in judged and self.reading.owner[token] is clause:
                return judged[word]
        return None
