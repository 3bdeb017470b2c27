"""Verb and noun that say together what happens to personnel: "büßten ihr Leben ein", "schwebt in Lebensgefahr"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.tables import read_data, table, word_list, word_set
from seeds.errors import BadData
from seeds.vocabulary import vocabulary

_SHORT = 4  # letters: a noun no longer than this is no end of a compound
_MERGED = {
    "im": "in",
    "ins": "in",
    "am": "an",
    "ans": "an",
    "zum": "zu",
    "zur": "zu",
    "vom": "von",
    "beim": "bei",
    "ums": "um",
    "aufs": "auf",
}
_ROLES = {
    "does": frozenset({"subject", "bare", "head"}),
    "done_to": frozenset({"object", "bare"}),
    "of": frozenset({"oblique"}),
    "any": frozenset({"subject", "object", "bare", "head"}),
}


@dataclass(frozen=True, slots=True)
class Idiom:
    """One entry of `data/idioms.yaml`; `short` are nouns that must be the whole word, `ends` also ends of words."""

    predicate: str
    who: str
    verbs: frozenset[str]
    prepositions: frozenset[str]
    short: frozenset[str]
    ends: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Is the word (lower case) one of the nouns?"""
        return word in self.short or word.endswith(self.ends)


@cache
def idioms() -> tuple[Idiom, ...]:
    """The entries of the file, read once; raises BadData naming the one that is wrong."""
    rows = read_data("idioms.yaml")["idioms"]
    if not isinstance(rows, list):
        raise BadData("ingest/extraction/data/idioms.yaml: idioms: a list is expected")
    return tuple(_idiom(table(row, "idioms.yaml")) for row in cast("list[object]", rows))


def _idiom(row: Mapping[str, object]) -> Idiom:
    predicate, who = str(row["predicate"]), str(row["who"])
    if predicate not in vocabulary().predicates or who not in _ROLES:
        raise BadData(f"ingest/extraction/data/idioms.yaml: {predicate} {who} is unknown")
    nouns = word_list(row["nouns"], "idioms.yaml: nouns")
    return Idiom(
        predicate,
        who,
        word_set(row["verbs"], "idioms.yaml: verbs"),
        word_set(row["with"], "idioms.yaml: with"),
        frozenset(nouns),
        tuple(noun for noun in nouns if len(noun) > _SHORT),
    )


@dataclass(slots=True)
class Idioms:
    """Finds idioms in the clauses of one article."""

    reading: Reading

    def of(self, clause: Clause, role: str, phrase: range = range(0)) -> str | None:
        """The predicate that the clause gives to personnel in this role, which stands at `phrase`, or None."""
        if clause.passive and role == "subject":
            return None
        fitting = [each for each in idioms() if clause.verb in each.verbs and role in _ROLES[each.who]]
        if not fitting:
            return None
        nouns = [pair for pair in self._nouns(clause) if pair[2] not in phrase]
        for each in fitting:
            for word, preposition, _ in nouns:
                if (preposition in each.prepositions if each.prepositions else preposition == "") and each.has(word):
                    return each.predicate
        return None

    def _nouns(self, clause: Clause) -> Iterator[tuple[str, str, int]]:
        """Forms of the nouns and predicative adjectives of a clause with their prepositions."""
        tree = self.reading.tree
        for token in self.reading.own_tokens(clause):
            if token != clause.head and tree.pos[token] in ("NOUN", "ADJ", "ADV", "PROPN"):
                case = tree.case_of(token) or ""
                for form in {tree.words[token].lower(), tree.lemmas[token].lower()}:
                    yield form, _MERGED.get(case, case), token
