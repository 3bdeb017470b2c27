"""The vocabulary of relations, from `data/relations.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from ingest.extraction.lexicon import read_data
from ingest.extraction.verb_forms import VerbForms, make_forms
from seeds.errors import BadData

_FILE = "ingest/extraction/data/relations.yaml"
_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern")
_NO_VERBS = frozenset({"paper_kinds", "delivered"})  # frames of other words
_NO_LISTS = frozenset({"acts", "light", "act_nouns", "umlauts"})
_PLAIN = str.maketrans("äöü", "aou")
MEMORY = 100_000  # words remembered at most: a long run must not grow
_SHORT = 3  # a compound's last part is longer than that


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of an act of speech: its predicate, and the prepositions behind which its content may stand."""

    predicate: str
    behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class LightAct:
    """An act said by a verb together with a noun or "sich": "übt Kritik an", "spricht sich gegen ... aus"."""

    predicate: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    behind: frozenset[str]
    reflexive: bool
    dative: bool
    object: bool
    allegation: bool


@dataclass(frozen=True)
class RelationWords:
    """Lists by name, frames (slot → verbs) by name, acts by verb, light acts, nouns of acts; forms of all verbs."""

    lists: Mapping[str, frozenset[str]]
    frames: Mapping[str, Mapping[str, frozenset[str]]]
    acts: Mapping[str, Act]
    light: tuple[LightAct, ...]
    act_nouns: Mapping[str, Act]
    forms: VerbForms
    known: dict[tuple[str, str], bool] = field(default_factory=dict[tuple[str, str], bool])

    def holds(self, name: str, word: str) -> bool:
        """Is the word in a list?"""
        return word in self.lists[name]

    def noun(self, name: str, lemma: str) -> bool:
        """Is the noun in a list, or a compound whose last part is ("Friedensvertrag"), in any ending?"""
        key = (name, lemma)
        found = self.known.get(key)
        if found is None:
            if len(self.known) > MEMORY:
                self.known.clear()
            found = self.known[key] = self._noun(name, lemma)
        return found

    def _noun(self, name: str, lemma: str) -> bool:
        low = lemma.lower()
        forms = {low.removesuffix(ending) for ending in _ENDINGS}
        forms |= {form.translate(_PLAIN) for form in forms}  # "Vorwürfe"
        words = {word.lower() for word in self.lists[name]}
        if forms & words:
            return True
        return any(form.endswith(word) for word in words if len(word) > _SHORT for form in forms)

    def slot(self, frame: str, verb: str) -> tuple[str, ...]:
        """The slots of a frame that take this verb: `object`, `dative` or a preposition."""
        return tuple(slot for slot, verbs in self.frames[frame].items() if verb in verbs)


@cache
def relation_words() -> RelationWords:
    """The vocabulary, read once."""
    raw = read_data("relations.yaml")
    lists = {key: _words(value) for key, value in raw.items() if isinstance(value, list) and key not in _NO_LISTS}
    frames = {
        key: {slot: _words(verbs) for slot, verbs in value.items()}
        for key, value in raw.items()
        if isinstance(value, dict) and key not in _NO_LISTS
    }
    light = tuple(_light(entry) for entry in _entries(raw, "light"))
    acts = dict(_acts(raw, "acts", "verbs"))
    verbs = {
        *acts,
        *(v for entry in light for v in entry.verbs),
        *(verb for name, frame in frames.items() if name not in _NO_VERBS for vs in frame.values() for verb in vs),
    }
    verbs |= {word for key in _words(raw["verb_lists"]) for word in lists[key]}
    return RelationWords(lists, frames, acts, light, dict(_acts(raw, "act_nouns", "nouns")), make_forms(verbs))


def _acts(raw: Mapping[str, object], section: str, kind: str) -> Iterator[tuple[str, Act]]:
    """Verb or noun → act, from a section that is ordered by predicate."""
    for entry in _entries(raw, section):
        for word in _words(entry[kind]):
            yield word, Act(str(entry["predicate"]), _words(entry.get("behind", [])))


def _entries(raw: Mapping[str, object], section: str) -> list[Mapping[str, object]]:
    value = raw[section]
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise BadData(f"{_FILE}: {section} is a list of mappings")
    return cast("list[Mapping[str, object]]", value)


def _light(entry: Mapping[str, object]) -> LightAct:
    return LightAct(
        predicate=str(entry["predicate"]),
        verbs=_words(entry["verbs"]),
        nouns=_words(entry.get("nouns", [])),
        behind=_words(entry.get("behind", [])),
        reflexive=bool(entry.get("reflexive")),
        dative=bool(entry.get("dative")),
        object=bool(entry.get("object")),
        allegation=bool(entry.get("allegation")),
    )


def _words(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise BadData(f"{_FILE}: a list of words is expected, not {value!r}")
    return frozenset(str(word) for word in value)
