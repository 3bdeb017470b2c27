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


def direction(reading: Reading, candidate: Candidate) -> str | None:
    """ "um 300", "von 700 auf 1.000": the preposition before a number that changes; "von" only with "auf"."""
    words = [w.lower() for w in reading.tree.words]
    before = [w for w in words[max(0, candidate.start - 2) : candidate.start] if w in ("um", "auf", "von")]
    after = words[candidate.end] if candidate.end < len(words) else ""
    mark = before[-1] if candidate.number and before else None
    return mark if mark != "von" or after in ("auf", "bis") else None


def is_an_army(reading: Reading, candidate: Candidate) -> bool:
    """ "leistet sich eine Armee von 21.000 Soldaten": the number is how strong it is, whatever the verb."""
    tree = reading.tree
    body = tree.lemmas[tree.heads[candidate.head]]
    return candidate.number and tree.case_of(candidate.head) == "von" and body in troop_words().collective_sizes


def is_garrison(reading: Reading, candidate: Candidate) -> bool:
    """ "der Stützpunkt in Dschibuti mit seinen 1500 Soldaten": a place with its soldiers."""
    tree = reading.tree
    place = tree.lemmas[tree.heads[candidate.head]].lower()
    with_it = tree.deps[candidate.head] == "nmod" and tree.case_of(candidate.head) == "mit"
    return candidate.number and with_it and place.endswith(tuple(troop_words().garrisons))


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

    def grown(self, clause: Clause, candidate: Candidate) -> str | None:
        """ "die Zahl der Soldaten in Mali um 300 von 700 auf 1.000 erhöht": 300 come, 700 were there, 1.000 are.

        None where the clause tells of no growth; where no force is away from home, it is only its strength.
        """
        words, mark = troop_words(), direction(self.reading, candidate)
        up = clause.verb in words.growing
        if candidate.count is None:  # "hat sein Kontingent halbiert"
            changed = self._is_away(clause) and candidate.head in (*clause.objects, *clause.subjects)
            change = "SENT" if up else "WITHDRAWN" if clause.verb in words.shrinking else None
            return change if changed else None
        if mark is None or not up and clause.verb not in words.shrinking:
            return None
        size = self.of(clause, candidate)
        if size not in ("STRENGTH", "PRESENT"):
            return size if mark == "auf" else None
        if not self._is_away(clause):
            return size
        return "PRESENT" if mark != "um" else "SENT" if up else "WITHDRAWN"

    def now(self, clause: Clause, candidate: Candidate) -> str | None:
        """ "die Zahl der Toten stieg von 33 auf 41": what it was is no longer so; a bare size says nothing."""
        silent = candidate.count is None and clause.verb in troop_words().needs_place
        return None if silent or direction(self.reading, candidate) == "von" else self.of(clause, candidate)

    def _is_away(self, clause: Clause) -> bool:
        """Does the clause speak of soldiers somewhere, and not of a whole army?"""
        tree = self.reading.tree
        sized = (tree.lemmas[t].lower() for t in (*clause.objects, *clause.subjects, *clause.bare))
        away = tuple(noun.lower() for noun in troop_words().deployments)
        return self.where.has_place(clause) or any(noun.endswith(away) for noun in sized)

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
        if not fits:
            return None
        sized_of = (t for t in tree.subtree(noun) if t < token)  # "die Zahl der getöteten Soldaten auf 200"
        return next((fate for t in sized_of if (fate := self._fate_of(t)) is not None), "STRENGTH")
