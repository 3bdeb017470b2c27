"""The vocabulary of troop reports, from `data/troops.yaml`: verbs, nouns, attributes and events by predicate."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from ingest.extraction.tables import read_data, table, texts, word_list, word_set
from seeds.errors import BadData
from seeds.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class TroopWords:
    """Word → predicates, for each way of saying it; a verb may stand under several predicates (first one wins)."""

    done_to: Mapping[str, str]
    does: Mapping[str, str]
    onto: frozenset[str]
    growing: frozenset[str]
    shrinking: frozenset[str]
    deployments: frozenset[str]
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
    demanding: frozenset[str]
    renouncing: frozenset[str]
    under_arms: frozenset[str]
    place_nouns: frozenset[str]
    of_personnel: frozenset[str]
    losing: frozenset[str]
    states_of_many: frozenset[str]
    unnamed_states: frozenset[str]
    mission_nouns: frozenset[str]
    bodies: frozenset[str]
    leaving: frozenset[str]
    taking: frozenset[str]
    expelling: frozenset[str]
    no_places: frozenset[str]
    features: frozenset[str]
    landscapes: frozenset[str]
    providing: frozenset[str]
    civil: frozenset[str]
    war: frozenset[str]
    measuring: frozenset[str]
    divided: frozenset[str]
    expecting: frozenset[str]
    receiving: frozenset[str]
    only_thought: frozenset[str]
    keeping: frozenset[str]
    homes: frozenset[str]
    garrisons: frozenset[str]
    with_object: Mapping[str, str]
    with_sich: frozenset[str]
    offering: frozenset[str]
    belonging: frozenset[str]
    admitting: frozenset[str]
    counting_own: frozenset[str]
    getting_back: frozenset[str]
    mourning: frozenset[str]
    taking_part: frozenset[str]
    insurgents: tuple[str, ...]
    exchanging: frozenset[str]
    handing_over: frozenset[str]
    inflicting: frozenset[str]
    costing: frozenset[str]
    enemies: frozenset[str]
    hostile: frozenset[str]
    civilians: frozenset[str]
    approving: frozenset[str]
    staying: frozenset[str]
    at_home: frozenset[str]
    exercises: frozenset[str]
    lessons: frozenset[str]
    undergoing: frozenset[str]
    numbers: frozenset[str]
    soil: frozenset[str]
    by_now: frozenset[str]
    captivity: frozenset[str]
    out_of: Mapping[str, str]
    before_that: frozenset[str]
    deploying: frozenset[str]
    compared: frozenset[str]
    collective_sizes: frozenset[str]
    compatriots: frozenset[str]
    self_named: frozenset[str]
    advance: frozenset[str]
    so_far: frozenset[str]
    following: frozenset[str]
    assaults: frozenset[str]
    supports: Mapping[str, Mapping[str, str]]

    def fate(self, word: str, lemma: str) -> str | None:
        """The predicate that a noun itself says ("Gefallenen" → KILLED), in any of its forms."""
        for form in (
            lemma,
            word,
            word.removesuffix("n"),
            word.removesuffix("en"),
            word.removesuffix("e"),
            word.removesuffix("s"),
        ):
            if form in self.nouns:
                return self.nouns[form]
        return None

    def event(self, lemma: str, word: str) -> str | None:
        """The predicate of an event noun; compounds by their last part ("Truppenentsendung", "Kampfeinsatz")."""
        found = self.events.get(lemma) or self.events.get(word)
        if found:
            return found
        low = lemma.lower()
        return next(
            (
                p
                for noun, p in self.events.items()
                if len(noun) > 5 and low.endswith(noun.lower()) and low != noun.lower()
            ),
            None,
        )


# What is more than a list of words in the file.
_MADE = frozenset(
    {
        "settings",
        "setting_verbs",
        "states",
        "attributes",
        "nouns",
        "events",
        "force_nouns",
        "supports",
        "with_object",
        "out_of",
        "insurgents",
    }
)


@cache
def troop_words() -> TroopWords:
    """The vocabulary, read once; an unknown predicate in the file is an error that names it."""
    raw = read_data("troops.yaml")
    verbs = _groups(raw, "verbs")

    def slot(name: str) -> dict[str, object]:
        return {predicate: entry.get(name, []) for predicate, entry in verbs.items()}

    def words(name: str) -> frozenset[str]:
        return word_set(raw[name], f"troops.yaml: {name}")

    listed = {f.name: words(f.name) for f in fields(TroopWords) if f.name in raw and f.name not in _MADE}
    return TroopWords(
        done_to=_by_word(slot("done_to")),
        does=_by_word(slot("does")),
        onto=frozenset(word for entry in slot("onto").values() for word in word_list(entry, "troops.yaml: onto")),
        settings=_by_word(table(raw["settings"], "troops.yaml: settings")),
        setting_verbs={
            p: word_set(v, f"troops.yaml: {p}") for p, v in table(raw["setting_verbs"], "troops.yaml").items()
        },
        states=_by_word(table(raw["states"], "troops.yaml: states")),
        attributes=_by_word(table(raw["attributes"], "troops.yaml: attributes")),
        nouns=_by_word(table(raw["nouns"], "troops.yaml: nouns")),
        events=_by_word(table(raw["events"], "troops.yaml: events")),
        force_nouns=texts(raw["force_nouns"], "troops.yaml: force_nouns"),
        with_object=texts(raw["with_object"], "troops.yaml: with_object"),
        out_of=texts(raw["out_of"], "troops.yaml: out_of"),
        insurgents=tuple(words("insurgents")),
        supports=_nouns_by_verb(raw, "supports"),
        **listed,
    )


def _nouns_by_verb(raw: Mapping[str, object], name: str) -> dict[str, Mapping[str, str]]:
    verbs = table(raw[name], f"troops.yaml: {name}")
    return {verb: texts(nouns, f"troops.yaml: {name}") for verb, nouns in verbs.items()}


def _groups(raw: Mapping[str, object], name: str) -> dict[str, Mapping[str, object]]:
    groups = table(raw[name], f"troops.yaml: {name}")
    return {key: table(entry, f"troops.yaml: {name}: {key}") for key, entry in groups.items()}


def _by_word(groups: Mapping[str, object]) -> dict[str, str]:
    """Word → predicate; a word that stands under two keeps the first."""
    known = vocabulary().predicates
    found: dict[str, str] = {}
    for predicate, words in groups.items():
        if predicate not in known:
            raise BadData(f"ingest/extraction/data/troops.yaml: {predicate} is no predicate")
        for word in word_list(words, f"troops.yaml: {predicate}"):
            found.setdefault(word, predicate)
    return found
