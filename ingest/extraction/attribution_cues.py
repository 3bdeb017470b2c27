"""The attribution vocabulary of `data/attribution.yaml`: verbs, nouns, prepositions and what they say of a source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.extraction.tables import read_data, table, texts, word_list, word_set
from seeds.errors import BadData

_FILE = "attribution.yaml"
_ENDINGS = ("innen", "ern", "en", "er", "es", "em", "in", "e", "n", "s")


@dataclass(frozen=True, slots=True)
class Cues:
    """One field a block of the file; word → stance, word → preposition, or a set of words."""

    verbs: Mapping[str, str]
    carriers: Mapping[str, str]
    light_verbs: frozenset[str]
    judged: Mapping[str, str]
    imagined: frozenset[str]
    calling: frozenset[str]
    untrue: frozenset[str]
    attitudes: Mapping[str, str]
    showing: Mapping[str, str]
    nouns: Mapping[str, str]
    events: frozenset[str]
    nominal: Mapping[str, frozenset[str]]
    speaker: Mapping[str, str]
    prepositions: frozenset[str]
    following: frozenset[str]  # the prepositions, and "nach", which says more than whose word it is
    citing: frozenset[str]
    citing_verbs: Mapping[str, str]
    leaning: frozenset[str]
    anaphoric: frozenset[str]
    anaphoric_nouns: frozenset[str]
    nobody: frozenset[str]
    human: frozenset[str]
    whole: frozenset[str]
    never: frozenset[str]
    outlets: frozenset[str]
    anywhere: frozenset[str]
    desks: frozenset[str]
    outlet_kinds: frozenset[str]
    state_outlets: frozenset[str]
    state_media: frozenset[str]
    briefings: frozenset[str]
    talks: frozenset[str]
    telling: frozenset[str]
    holding: frozenset[str]
    now: frozenset[str]


@cache
def cues() -> Cues:
    """The attribution vocabulary, read once."""
    return Cues(
        verbs=_inverted("verbs"),
        carriers=_inverted("carriers"),
        light_verbs=_words("light_verbs"),
        judged=_inverted("judged"),
        imagined=_words("imagined"),
        calling=_words("calling"),
        untrue=_words("untrue"),
        attitudes=_inverted("attitudes"),
        showing=_inverted("showing"),
        nouns=_inverted("nouns"),
        events=_words("events"),
        nominal={group: frozenset(words) for group, words in _groups("nominal").items()},
        speaker=_pairs("speaker"),
        prepositions=_words("prepositions"),
        following=_words("prepositions") | {"nach"},
        citing=_words("citing"),
        citing_verbs=_pairs("citing_verbs"),
        leaning=_words("leaning"),
        anaphoric=_words("anaphoric"),
        anaphoric_nouns=_words("anaphoric_nouns"),
        nobody=_words("nobody"),
        human=_words("human"),
        whole=_words("whole"),
        never=_words("never"),
        outlets=_words("outlets"),
        anywhere=_words("anywhere"),
        desks=_words("desks"),
        outlet_kinds=_words("outlet_kinds"),
        state_outlets=_words("state_outlets"),
        state_media=_words("state_media"),
        briefings=_words("briefings"),
        talks=_words("talks"),
        telling=_words("telling"),
        holding=_words("holding"),
        now=_words("now"),
    )


def _block(name: str) -> object:
    raw = read_data(_FILE)
    if name not in raw:
        raise BadData(f"ingest/extraction/data/{_FILE}: {name} is missing")
    return raw[name]


def _words(name: str) -> frozenset[str]:
    return word_set(_block(name), f"{_FILE}: {name}")


def _pairs(name: str) -> dict[str, str]:
    return texts(_block(name), f"{_FILE}: {name}")


def _groups(name: str) -> dict[str, tuple[str, ...]]:
    where = f"{_FILE}: {name}"
    return {group: word_list(words, f"{where}: {group}") for group, words in table(_block(name), where).items()}


def _inverted(name: str) -> dict[str, str]:
    return {word: group for group, words in _groups(name).items() for word in words}


@cache
def _described() -> Mapping[str, tuple[str, ...]]:
    """Lower-case stem → the types of source that the noun can be."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, nouns in _groups("described").items():
        for noun in nouns:
            for stem in {noun.lower(), _stripped(noun.lower(), ("er", "e"))}:
                found[stem] = tuple(dict.fromkeys((*found.get(stem, ()), kind)))
    return found


def _stripped(word: str, endings: tuple[str, ...]) -> str:
    ending = next((e for e in endings if word.endswith(e) and len(word) - len(e) >= 4), "")
    return word[: len(word) - len(ending)]


@cache
def _tails() -> Mapping[str, tuple[str, ...]]:
    """The stems that may be the last part of a compound."""
    whole = {stem for noun in cues().whole for stem in (noun.lower(), _stripped(noun.lower(), ("er", "e")))}
    return {stem: types for stem, types in _described().items() if len(stem) > 3 and stem not in whole}


@lru_cache(maxsize=20_000)
def described_types(word: str, lemma: str) -> tuple[str, ...]:
    """Person or Organization (or both) for a noun that describes a source, alone or as last part of a compound."""
    forms = [form.rsplit("-", 1)[-1].lower() for form in (lemma, word)]
    forms += [form[: -len(e)] for form in forms for e in _ENDINGS if form.endswith(e) and len(form) - len(e) >= 4]
    if any(form == noun.lower() for form in forms for noun in cues().never):
        return ()
    for form in forms:
        if form in _described():
            return _described()[form]
    return next((types for form in forms for stem, types in _tails().items() if form.endswith(stem)), ())


@lru_cache(maxsize=20_000)
def is_outlet_noun(word: str) -> bool:
    """ "Portal", "Rechercheplattform", "Abendzeitung": a kind of medium, alone or as last part of a compound."""
    low = word.lower()
    return word in cues().outlets or any(low.endswith(o.lower()) for o in cues().outlets if len(o) > 4)


@lru_cache(maxsize=20_000)
def noun_stance(word: str, lemma: str) -> str | None:
    """The stance of "Angaben", "US-Angaben", "Geheimdienstangaben" behind a preposition, or None."""
    return _stance_of(word, lemma, cues().nouns)


@lru_cache(maxsize=20_000)
def carrier_stance(word: str, lemma: str) -> str | None:
    """The stance of a noun that carries a content clause ("die Befürchtung, dass ..."), or None."""
    return _stance_of(word, lemma, cues().carriers)


def _stance_of(word: str, lemma: str, known: Mapping[str, str]) -> str | None:
    forms = (lemma, word, *(_stripped(word, (ending,)) for ending in ("sen", "en", "n", "e", "s", "es")))
    for form in forms:
        if form in known:
            return known[form]
    lowered = tuple(form.lower() for form in forms)
    tails = ((noun.lower(), stance) for noun, stance in known.items() if len(noun) > 4 and noun not in cues().whole)
    return next((stance for tail, stance in tails if any(form.endswith(tail) for form in lowered)), None)
