"""The vocabulary of relations, from `data/relations.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ingest.extraction.lexicon import read_data
from seeds.errors import BadData

_FILE = "ingest/extraction/data/relations.yaml"


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of an act of speech: its predicate, and the prepositions behind which its content may stand."""

    predicate: str
    behind: frozenset[str]


@dataclass(frozen=True)
class RelationWords:
    """Lists by name, frames (slot → verbs) by name, acts by verb."""

    lists: Mapping[str, frozenset[str]]
    frames: Mapping[str, Mapping[str, frozenset[str]]]
    acts: Mapping[str, Act]

    def holds(self, name: str, word: str) -> bool:
        """Is the word in a list?"""
        return word in self.lists[name]

    def noun(self, name: str, lemma: str) -> bool:
        """Is the noun in a list, or a compound whose last part is ("Friedensvertrag")?"""
        words = self.lists[name]
        if lemma in words or lemma.lower() in words:
            return True
        low = lemma.lower()
        return any(low.endswith(word.lower()) and len(word) > 3 for word in words)

    def slot(self, frame: str, verb: str) -> tuple[str, ...]:
        """The slots of a frame that take this verb: `object`, `dative` or a preposition."""
        return tuple(slot for slot, verbs in self.frames[frame].items() if verb in verbs)


@cache
def relation_words() -> RelationWords:
    """The vocabulary, read once."""
    raw = read_data("relations.yaml")
    lists = {key: frozenset(str(x) for x in value) for key, value in raw.items() if isinstance(value, list)}
    frames = {key: _frame(value) for key, value in raw.items() if isinstance(value, dict) and key != "acts"}
    acts: dict[str, Act] = {}
    entries = raw["acts"]
    if not isinstance(entries, dict):
        raise BadData(f"{_FILE}: acts is a mapping")
    for predicate, entry in entries.items():
        for verb in entry["verbs"]:
            acts[str(verb)] = Act(str(predicate), frozenset(str(p) for p in entry.get("behind", ())))
    return RelationWords(lists, frames, acts)


def _frame(value: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    return {str(slot): frozenset(str(v) for v in verbs) for slot, verbs in value.items()}
