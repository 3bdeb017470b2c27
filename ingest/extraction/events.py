"""Event nouns over or in place of personnel: "die Entsendung von 3.000 Soldaten", "der Truppenabzug"."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.deployments import Deployments
from ingest.extraction.happening import Happening
from ingest.extraction.reading import Reading
from ingest.extraction.said_content import SaidContent
from ingest.extraction.sizes import stem
from ingest.extraction.troops_lexicon import troop_words


def part_noun(reading: Reading, token: int) -> bool:
    """A noun that stands for part or body of the personnel below it: Teil, Hälfte, Kompanie, "die letzten der
    ...".
    """
    tree, words = reading.tree, troop_words()
    lemma, word = tree.lemmas[token], tree.words[token].lower()
    if tree.pos[token] in ("ADJ", "NUM") or stem(word) in words.part_words:
        return True
    known = (
        lemma in words.parts
        or lemma.removesuffix("e") in words.parts
        or any(lemma.lower().endswith(p.lower()) for p in words.parts if len(p) > 5)
    )
    return known or any(c.start <= token < c.end for c in reading.counts)


@dataclass(slots=True)
class Events:
    """Finds event nouns in one article."""

    reading: Reading
    said: SaidContent

    def over(self, candidate: Candidate) -> Happening | None:
        """ "die Entsendung von 3.000 Soldaten", "Verlegung nordkoreanischer Soldaten", "Kämpfe mit Nordkoreanern"."""
        tree, words = self.reading.tree, troop_words()
        current = candidate.head
        for _ in range(4):
            parent = tree.heads[current]
            beside = self._event_before(current)
            if beside is not None and tree.pos[parent] == "VERB":
                return self._of_event(*beside)
            if (
                parent == current
                or tree.deps[current]
                not in (
                    "nmod",
                    "obl",
                    "conj",
                    "appos",
                    "nmod:poss",
                    "flat",
                    "compound",
                )
                and not tree.words[current].lower().startswith("stark")
            ):  # "einer 25.000 Mann starken Truppe"
                return None
            predicate = (
                words.event(tree.lemmas[parent], tree.words[parent]) if tree.pos[parent] in ("NOUN", "PROPN") else None
            )
            if predicate is not None and tree.case_of(current) in (None, "von", "vom", "durch", "mit", "unter"):
                return self._of_event(predicate, parent)
            if not part_noun(self.reading, parent) and tree.deps[current] != "conj":
                return None
            current = parent
        return None

    def relative(self, candidate: Candidate) -> Iterator[Happening]:
        """ "fünfzig Soldaten, deren Entsendung das Weiße Haus bekanntgab": the event noun of a relative clause."""
        tree, end = self.reading.tree, candidate.end
        if [w.lower() for w in tree.words[end : end + 2]] not in ([",", "deren"], [",", "dessen"]):
            return
        nouns = (t for t in range(end + 2, min(end + 5, len(tree))) if tree.pos[t] == "NOUN")
        noun = next(nouns, None)
        predicate = troop_words().event(tree.lemmas[noun], tree.words[noun]) if noun is not None else None
        found = self._of_event(predicate, noun) if predicate is not None and noun is not None else None
        if found is not None:
            yield found

    def bare(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        """ "bereitet eine weitere Entsendung nach Russland vor": the event without the personnel."""
        tree = self.reading.tree
        done = Deployments(self.reading).of(candidate.head)
        if done is not None and clause is not None:
            yield Happening(done, clause, candidate.head, "deployment", sender=True)
            return
        predicate = troop_words().event(tree.lemmas[candidate.head], tree.words[candidate.head])
        found = self._of_event(predicate, candidate.head) if predicate is not None and clause is not None else None
        if found is not None:
            yield found

    def _of_event(self, predicate: str, event: int) -> Happening | None:
        """An event noun; one under "kein Hinweis auf" did not happen as far as the sentence says."""
        tree = self.reading.tree
        carrier = tree.heads[event]
        if tree.case_of(event) in ("auf", "für", "zu") and any(
            tree.words[c].lower().startswith("kein") for c in tree.children[carrier]
        ):
            return None
        clause = self.reading.owner[event]
        nominal = clause is not None and self.said.content_role(clause, self.said.top(event))
        own = clause is not None and clause.verb in troop_words().event_senders
        return Happening(predicate, clause, event, "event", nominal=nominal, sender=own)

    def _event_before(self, token: int) -> tuple[str, int] | None:
        """ "die Entsendung von 90 Soldaten zugesagt": the parser hangs the phrase on the verb, the noun stands
        before it.
        """
        tree = self.reading.tree
        marks = [c for c in tree.children[token] if tree.words[c].lower() in ("von", "vom") and c < token]
        before = marks[0] - 1 if marks else -1
        predicate = troop_words().event(tree.lemmas[before], tree.words[before]) if before >= 0 else None
        return (predicate, before) if predicate is not None and tree.pos[before] == "NOUN" else None
