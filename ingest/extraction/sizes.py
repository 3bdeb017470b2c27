"""Numbers that say how many there are of something: the size of a force, the number of its dead."""

from dataclasses import dataclass

from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.happening import FATES, LOSSES, is_state
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.whereabouts import Whereabouts


def stem(word: str) -> str:
    """An attributive participle or adjective without its ending: "entsandten" → "entsandt"."""
    low = word.lower()
    for ending in ("en", "em", "er", "es", "e"):
        if low.endswith(ending) and len(low) - len(ending) > 2:
            return low[: -len(ending)]
    return low


@dataclass(slots=True)
class Sizes:
    """Reads what a number in a clause of one article is the size of."""

    reading: Reading
    where: Whereabouts

    def of(self, clause: Clause, candidate: Candidate) -> str:
        """ "beziffert die Zahl der Gefallenen auf 250.000, die der Verletzten auf 400.000": the fate named last before
        the number, both where they are joined ("der Toten und Verletzten"); what stands behind it, where none is
        before.
        """
        tree = self.reading.tree
        own = range(candidate.start, candidate.end if candidate.number else candidate.start)
        sized = {t for token in (*clause.objects, *clause.subjects) for t in tree.subtree(token)}
        tokens = sorted(t for t in sized | set(self.reading.own_tokens(clause)) if t not in own)
        fates = [(t, p) for t in tokens if (p := self._fate_of(t)) is not None]
        ahead = [(t, p) for t, p in fates if t < candidate.start]
        if ahead or fates:
            token, last = ahead[-1] if ahead else fates[0]
            counted = {c.head for c in self.reading.counts}
            joined = {p for t, p in ahead if t < token and not counted & set(range(t, token))}
            return "CASUALTIES" if joined | {last} >= LOSSES else last
        state = self._state(sized)
        if state is not None:
            return state
        return "PRESENT" if clause.verb in troop_words().measuring and self.where.has_place(clause) else "STRENGTH"

    def _state(self, sized: set[int]) -> str | None:
        """ "die Zahl der Kubaner, die in der Ukraine kämpfen": what the relative clause says of them."""
        owner = (self.reading.owner[t] for t in sorted(sized))
        relative = (c for c in owner if c is not None and c.antecedent in sized and c.antecedent in c.subjects)
        said = (troop_words().does.get(c.verb) for c in relative)
        return next((predicate for predicate in said if predicate is not None and is_state(predicate)), None)

    def _fate_of(self, token: int) -> str | None:
        tree, words = self.reading.tree, troop_words()
        found = words.fate(tree.words[token], tree.lemmas[token]) or words.attributes.get(stem(tree.words[token]))
        return found if found in FATES else None

    def sizing(self, token: int) -> str | None:
        """ "die Aufstockung der Truppe auf 5.000 Mann": a noun of growing or size over the count."""
        tree, words = self.reading.tree, troop_words()
        noun = tree.heads[token]
        clause = self.reading.owner[noun]
        sized = tree.lemmas[noun] in words.sizes and clause is not None and clause.verb in words.onto
        marks = {tree.words[c].lower() for c in tree.children[token] if c < token}  # "auf bis zu 20.000 Mann"
        fits = bool(marks & {"auf", "um"}) and (sized or tree.lemmas[noun] in words.sizing_events)
        return "STRENGTH" if fits else None
