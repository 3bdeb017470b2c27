"""The vocabulary of troop reports, from `data/troops.yaml`: verbs, nouns, attributes and events by predicate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ingest.extraction.lexicon import read_data
from seeds.errors import BadData
from seeds.vocabulary import vocabulary

_FILE = "ingest/extraction/data/troops.yaml"


@dataclass(frozen=True, slots=True)
class TroopWords:
    """Word → predicates, for each way of saying it; a verb may stand under several predicates (first one wins)."""

    done_to: Mapping[str, str]
    does: Mapping[str, str]
    onto: frozenset[str]
    settings: Mapping[str, str]
    setting_verbs: Mapping[str, frozenset[str]]
    states: Mapping[str, str]
    attributes: Mapping[str, str]
    nouns: Mapping[str, str]
    events: Mapping[str, str]
    plannable: frozenset[str]
    sizes: frozenset[str]
    needs_place: frozenset[str]
    back: frozenset[str]
    force_nouns: Mapping[str, str]
    parts: frozenset[str]
    part_words: frozenset[str]
    sizing_events: frozenset[str]
    collectives: frozenset[str]
    reaching: frozenset[str]
    event_senders: frozenset[str]

    def fate(self, word: str, lemma: str) -> str | None:
        """The predicate that a noun itself says ("Gefallenen" → KILLED), in any of its forms."""
        for form in (lemma, word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("e"), word.removesuffix("s")):
            if form in self.nouns:
                return self.nouns[form]
        return None

    def event(self, lemma: str, word: str) -> str | None:
        """The predicate of an event noun; compounds by their last part ("Truppenentsendung", "Kampfeinsatz")."""
        found = self.events.get(lemma) or self.events.get(word)
        if found:
            return found
        low = lemma.lower()
        return next((p for noun, p in self.events.items() if len(noun) > 5 and low.endswith(noun.lower()) and low != noun.lower()), None)


@cache
def troop_words() -> TroopWords:
    """The vocabulary, read once; an unknown predicate in the file is an error that names it."""
    raw = read_data("troops.yaml")
    verbs = _mapping(raw["verbs"])
    return TroopWords(
        done_to=_by_word({p: _mapping(v).get("done_to", []) for p, v in verbs.items()}),
        does=_by_word({p: _mapping(v).get("does", []) for p, v in verbs.items()}),
        onto=frozenset(str(x) for v in verbs.values() for x in _list(_mapping(v).get("onto", []))),
        settings=_by_word(_mapping(raw["settings"])),
        setting_verbs={p: frozenset(str(x) for x in _list(v)) for p, v in _mapping(raw["setting_verbs"]).items()},
        states=_by_word(_mapping(raw["states"])),
        attributes=_by_word(_mapping(raw["attributes"])),
        nouns=_by_word(_mapping(raw["nouns"])),
        events=_by_word(_mapping(raw["events"])),
        plannable=frozenset(str(x) for x in _list(raw["plannable"])),
        sizes=frozenset(str(x) for x in _list(raw["sizes"])),
        needs_place=frozenset(str(x) for x in _list(raw["needs_place"])),
        back=frozenset(str(x) for x in _list(raw["back"])),
        parts=frozenset(str(x) for x in _list(raw["parts"])),
        part_words=frozenset(str(x) for x in _list(raw["part_words"])),
        sizing_events=frozenset(str(x) for x in _list(raw["sizing_events"])),
        event_senders=frozenset(str(x) for x in _list(raw["event_senders"])),
        reaching=frozenset(str(x) for x in _list(raw["reaching"])),
        collectives=frozenset(str(x) for x in _list(raw["collectives"])),
        force_nouns={noun: str(id_) for noun, id_ in _mapping(raw["force_nouns"]).items()},
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise BadData(f"{_FILE}: a mapping is expected, not {value!r}")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise BadData(f"{_FILE}: a list is expected, not {value!r}")
    return value


def _by_word(groups: Mapping[str, object]) -> dict[str, str]:
    known = vocabulary().predicates
    found: dict[str, str] = {}
    for predicate, words in groups.items():
        if predicate not in known:
            raise BadData(f"{_FILE}: {predicate} is no predicate")
        for word in _iterate(words):
            found.setdefault(word, predicate)
    return found


def _iterate(words: object) -> Iterable[str]:
    return (str(word) for word in _list(words))
