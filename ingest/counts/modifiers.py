"""What stands before an amount and changes its meaning: "rund", "mehr als", "bis zu", "je", "weitere"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from ingest.counts.amounts import Amount, Words
from ingest.extraction.tree import Tree
from seeds.errors import BadData

_KINDS = ("about", "more_than", "at_least", "up_to", "exact")
_LONGEST = 4
# prepositions that are modifiers only right before the number: "unter 500", not "unter den 500"
_ADJACENT = frozenset({"über", "unter", "ab", "bis"})


@dataclass(frozen=True, slots=True)
class Modifier:
    """The modifier of the contract, the token it begins at, and the marks beside it."""

    kind: str
    start: int
    each: bool = False
    further: bool = False


@dataclass(frozen=True)
class Modifiers:
    """Phrase → modifier, and the words that may stand between it and the number."""

    kinds: Mapping[str, str]
    neutral: frozenset[str]
    each: frozenset[str]
    further: frozenset[str]
    takes_ueber: frozenset[str]
    examples: Mapping[str, tuple[str, str]]


@cache
def modifiers() -> Modifiers:
    """The phrases of `data/modifiers.yaml`; raises BadData naming the entry that is missing."""
    raw = yaml.safe_load(files("ingest.counts").joinpath("data", "modifiers.yaml").read_text("utf-8"))
    try:
        return Modifiers(
            kinds={phrase: kind for kind in _KINDS for phrase in raw[kind]},
            neutral=frozenset(raw["neutral"]),
            each=frozenset(raw["each"]),
            further=frozenset(raw["further"]),
            takes_ueber=frozenset(raw["takes_ueber"]),
            examples={phrase: (kind, example) for kind in _KINDS for phrase, example in raw[kind].items()},
        )
    except (KeyError, TypeError, AttributeError) as exc:
        raise BadData(f"ingest/counts/data/modifiers.yaml: {exc}") from exc


def read_modifier(tree: Tree, words: Words, amount: Amount) -> Modifier:
    """Reads leftwards from an amount; of several phrases the one that sets a bound wins."""
    table = modifiers()
    kinds: list[str] = []
    position = start = amount.start
    each = further = False
    while position > words.start:
        length, kind = _phrase_before(words, position)
        if kind and not (length == 1 and _is_preposition(tree, words, position - 1, position == amount.start)):
            kinds.append(kind)
            position = start = position - length
        elif words.at(position - 1) in table.neutral:
            position -= 1
            each = each or words.at(position) in table.each
            further = further or words.at(position) in table.further
            start = position if words.at(position) in table.each | table.further else start
        else:
            break
    kind = next((k for k in kinds if k not in ("about", "exact")), "about" if "about" in kinds else "exact")
    return Modifier(kind, start, each, further)


def _phrase_before(words: Words, position: int) -> tuple[int, str | None]:
    """The longest modifier phrase that ends before a token: its length and kind."""
    for length in range(min(_LONGEST, position - words.start), 0, -1):
        kind = modifiers().kinds.get(words.phrase(position - length, length))
        if kind:
            return length, kind
    return 0, None


def _is_preposition(tree: Tree, words: Words, token: int, adjacent: bool) -> bool:
    """Is "über", "unter", "ab", "bis" here a preposition and no modifier? "ein Bericht über 500 Tote"."""
    word = words.at(token)
    if word not in _ADJACENT:
        return False
    if not adjacent:
        return True
    if word != "über" or token == words.start:
        return False
    if tree.pos[token - 1] == "NOUN":
        before = tree.lemmas[token - 1].lower()
        return any(before.endswith(noun) for noun in modifiers().takes_ueber)
    verb = next((head for head in tree.ancestors(token) if tree.pos[head] == "VERB"), None)
    if verb is None or tree.lemmas[verb].lower() not in modifiers().takes_ueber:
        return False
    return tree.deps[token] == "case" or verb == token - 1
