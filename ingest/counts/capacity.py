"""How many a ship could carry or a barracks house: numbers of personnel that report nobody."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from ingest.counts.amounts import Words
from ingest.extraction.tree import Tree
from seeds.errors import BadData

_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Capacity:
    """Nouns of vehicles and rooms, and verbs that with "können" say what goes into them."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    examples: tuple[str, ...]


@cache
def capacity() -> Capacity:
    """The words of `data/capacity.yaml`; raises BadData naming the entry that is missing."""
    raw = yaml.safe_load(files("ingest.counts").joinpath("data", "capacity.yaml").read_text("utf-8"))
    try:
        return Capacity(frozenset(raw["nouns"]), frozenset(raw["verbs"]), tuple(raw["examples"]))
    except (KeyError, TypeError) as exc:
        raise BadData(f"ingest/counts/data/capacity.yaml: {exc}") from exc


def is_capacity(tree: Tree, words: Words, start: int, noun: int) -> bool:
    """Does the count that begins at `start` say what something can hold?"""
    return _for_vehicle(words, start) or _can_hold(tree, noun)


def _for_vehicle(words: Words, start: int) -> bool:
    if words.at(start - 1) != "für":
        return False
    before = [words.at(token) for token in range(max(words.start, start - 1 - _BEFORE), start - 1)]
    return any(word.endswith(noun) for word in before for noun in capacity().nouns)


def _can_hold(tree: Tree, noun: int) -> bool:
    verb = tree.heads[noun]
    if tree.lemmas[verb].lower() not in capacity().verbs:
        return False
    return any(
        tree.lemmas[child] == "können" and tree.morphs[child].get("Mood") != "Sub" for child in tree.children[verb]
    )
