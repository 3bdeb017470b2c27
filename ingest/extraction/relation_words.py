"""The vocabulary of relations, from `data/relations.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from ingest.extraction.tables import read_data, table, word_set
from ingest.extraction.verb_forms import VerbForms, make_forms
from seeds.errors import BadData

_FILE = "relations.yaml"
_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern")
_NO_VERBS = frozenset({"paper_kinds", "delivered"})  # frames of other words
_ENTRIES = frozenset({"acts", "light", "act_nouns"})  # lists of entries, not of words
_PHRASAL = "phrasal"
_MEMORY = 100_000  # words remembered at most: a long run must not grow
_PLAIN = str.maketrans("äöü", "aou")
_SHORT = 3  # a compound's last part is longer than that


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of an act of speech: its predicate, and the prepositions behind which its content may stand."""

    predicate: str
    behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class LightAct:
    """An act said by a verb together with a noun or "sich": "übt Kritik an", "spricht sich gegen ... aus".

    `with_noun`: one of `nouns` is needed; `only`: the list that the content's noun must be in, or (`pointing`) "das";
    `carrier`: the noun is the content.
    """

    predicate: str
    verbs: frozenset[str]
    with_noun: bool
    nouns: frozenset[str]
    behind: frozenset[str]
    reflexive: bool
    dative: bool
    object: bool
    carrier: bool
    pointing: bool
    only: str


@dataclass(frozen=True)
class RelationWords:
    """Lists by name, frames (slot → verbs) by name, acts by verb, light acts, nouns of acts; forms of all verbs.

    `phrasal`: verb → noun → the verb that means the same as both together.
    """

    lists: Mapping[str, frozenset[str]]
    frames: Mapping[str, Mapping[str, frozenset[str]]]
    acts: Mapping[str, Act]
    light: tuple[LightAct, ...]
    act_nouns: Mapping[str, Act]
    forms: VerbForms
    phrasal: Mapping[str, Mapping[str, str]]
    known: dict[tuple[str, str], bool] = field(default_factory=dict[tuple[str, str], bool])

    def holds(self, name: str, word: str) -> bool:
        """Is the word in a list?"""
        return word in self.lists[name]

    def noun(self, name: str, lemma: str) -> bool:
        """Is the noun in a list, or a compound whose last part is ("Friedensvertrag"), in any ending?"""
        key = (name, lemma)
        found = self.known.get(key)
        if found is None:
            if len(self.known) > _MEMORY:
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
    raw = read_data(_FILE)
    lists = {key: word_set(raw[key], f"{_FILE}: {key}") for key in raw if _is_words(key, raw[key])}
    frames = {key: _frame(key, raw[key]) for key in raw if isinstance(raw[key], dict) and key != _PHRASAL}
    acts, light = dict(_acts(raw, "acts", "verbs")), tuple(_light(entry, lists) for entry in _entries(raw, "light"))
    verbs = {*acts, *(verb for entry in light for verb in entry.verbs)}
    verbs |= {verb for key, frame in frames.items() if key not in _NO_VERBS for vs in frame.values() for verb in vs}
    verbs |= {verb for key in lists["verb_lists"] for verb in lists[key]}
    nouns = dict(_acts(raw, "act_nouns", "nouns"))
    phrasal = _phrasal(raw[_PHRASAL])
    return RelationWords(lists, frames, acts, light, nouns, make_forms({*verbs, *phrasal}), phrasal)


def _is_words(key: str, value: object) -> bool:
    return isinstance(value, list) and key not in _ENTRIES


def _frame(name: str, value: object) -> Mapping[str, frozenset[str]]:
    slots = table(value, f"{_FILE}: {name}")
    return {slot: word_set(words, f"{_FILE}: {name}: {slot}") for slot, words in slots.items()}


def _phrasal(value: object) -> Mapping[str, Mapping[str, str]]:
    where = f"{_FILE}: {_PHRASAL}"
    verbs = {verb: table(nouns, f"{where}: {verb}") for verb, nouns in table(value, where).items()}
    return {verb: {noun: str(whole) for noun, whole in nouns.items()} for verb, nouns in verbs.items()}


def _acts(raw: Mapping[str, object], section: str, kind: str) -> Iterator[tuple[str, Act]]:
    """Verb or noun → act, from a section of entries."""
    for entry in _entries(raw, section):
        where = f"{_FILE}: {section}: {entry['predicate']}"
        for word in word_set(entry[kind], where):
            yield word, Act(str(entry["predicate"]), word_set(entry.get("behind", []), where))


def _entries(raw: Mapping[str, object], section: str) -> Iterator[Mapping[str, object]]:
    entries = raw[section]
    if not isinstance(entries, list):
        raise BadData(f"ingest/extraction/data/{_FILE}: {section} is a list of mappings")
    yield from (table(entry, f"{_FILE}: {section}") for entry in cast("list[object]", entries))


def _light(entry: Mapping[str, object], lists: Mapping[str, frozenset[str]]) -> LightAct:
    where = f"{_FILE}: light: {entry['predicate']}"
    return LightAct(
        predicate=str(entry["predicate"]),
        verbs=word_set(entry["verbs"], where),
        with_noun="nouns" in entry or "lists" in entry,
        nouns=word_set(entry.get("nouns", []), where).union(
            *(lists[name] for name in word_set(entry.get("lists", []), where))
        ),
        behind=word_set(entry.get("behind", []), where),
        reflexive=bool(entry.get("reflexive")),
        dative=bool(entry.get("dative")),
        object=bool(entry.get("object")),
        carrier=bool(entry.get("carrier")),
        pointing=bool(entry.get("pointing")),
        only=str(entry.get("only", "")),
    )
