"""What attributes of a personnel phrase say of it: "die entsandten Soldaten", "84 getötete Russen"."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.counts.nouns import counted_by
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.happening import FATES, Happening
from ingest.extraction.reading import Reading
from ingest.extraction.said_content import SaidContent
from ingest.extraction.sizes import stem
from ingest.extraction.troops_lexicon import troop_words


@dataclass(slots=True)
class Attributes:
    """Reads the attributes of personnel in one article."""

    reading: Reading
    said: SaidContent

    def of(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        """A happening for each attribute that says one; those of a whole inside the phrase are the whole's."""
        tree, words = self.reading.tree, troop_words()
        whole = self._whole_inside(candidate)  # "die Hälfte der entsandten 11.000 Mann": the whole was sent
        within = (t for t in range(candidate.start, candidate.end) if t != candidate.head and t not in whole)
        inside = [t for t in within if words.attributes.get(stem(tree.words[t]))]
        for child in inside or (() if whole else (*tree.children[candidate.head], *self._shared(candidate))):
            if not inside and (tree.deps[child] not in ("amod", "acl", "nmod", "conj") or child > candidate.head):
                continue
            predicate = words.attributes.get(stem(tree.words[child]))
            if predicate is not None:
                nominal = self.said.is_content(candidate, clause)
                yield Happening(predicate, clause, child, "attribute", nominal=nominal, attribute=True)

    def _shared(self, candidate: Candidate) -> list[int]:
        """ "84 getötete Russen und 47 malische Soldaten": the participle before the first is said of the second."""
        tree = self.reading.tree
        first = tree.heads[candidate.head]
        joined = (
            candidate.number
            and tree.deps[candidate.head] == "conj"
            and any(c.head == first for c in self.reading.counts)
        )
        said = (c for c in tree.children[first] if c < first and tree.deps[c] == "amod") if joined else ()
        return [c for c in said if troop_words().attributes.get(stem(tree.words[c])) in FATES]

    def _whole_inside(self, candidate: Candidate) -> range:
        """The phrase of a part that holds its whole: what its attributes say is said of the whole."""
        mention = candidate.mention
        if mention is None or mention.whole is None:
            return range(0)
        whole = self.reading.counts[mention.whole]
        holds = candidate.start <= whole.start and whole.end <= candidate.end
        return range(candidate.start, candidate.end) if holds else range(0)


def is_apposed(reading: Reading, candidate: Candidate) -> bool:
    """ "die Brigade, 4.500 Mann stark, ...", "die Ausbilder, rund 1500 Franzosen, ...": how many those before are."""
    tree, end = reading.tree, candidate.end
    if not candidate.number or candidate.start == 0 or end + 1 >= len(tree):
        return False
    strong = tree.words[end] == "stark"
    token = tree.heads[candidate.head] if strong else candidate.head
    noun = tree.heads[token]
    opened = any(tree.words[t] == "," for t in range(noun + 1, candidate.start))
    closed = tree.words[end + 1 if strong else end] in (",", ".")
    apposed = tree.deps[token] == "appos" and noun < candidate.start and opened and closed
    people = counted_by(tree.words[noun]) is not None and tree.words[candidate.start - 1] == ","
    whole = candidate.count is not None and candidate.count.of is None and tree.words[end] == ","
    return apposed and (strong or people and whole)
