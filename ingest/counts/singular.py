"""One soldier by a noun in the singular without a number: "der Soldat", "Gefangener Nordkoreaner"."""

from collections.abc import Iterator
from fractions import Fraction

from ingest.counts.amounts import Amount, Words
from ingest.counts.draft import Draft
from ingest.counts.mentions import Target
from ingest.counts.modifiers import Modifier
from ingest.counts.nouns import counted_by
from ingest.extraction.tree import Tree

_ONE = Fraction(1)
_MANY = ("er", "e", "en")
_FATES = ("gefangen", "gefallen", "tot", "getötet", "verletzt", "verwundet", "festgenommen", "überlebend")


def find_singulars(tree: Tree, words: Words, drafts: list[Draft]) -> Iterator[Draft]:
    """Singular nouns of personnel that no amount has taken; names with a title ("General Muster") are left out."""
    taken = {token for draft in drafts for token in range(draft.start, draft.end)}
    for token in range(words.start, words.stop):
        if token in taken or not words.forms[token][0].isupper():
            continue
        counted = counted_by(words.forms[token])
        if counted is None or not counted.singular or counted.by in ("unit", "person"):
            continue
        start = _phrase_start(tree, words, token)
        fate = counted.by == "fate" or words.at(token).startswith("gefallen")
        if fate and words.at(start - 1) in ("zum", "vom", "zur", "bis"):
            continue  # "vom Leichtverletzten bis zum Gefallenen"
        if words.at(start).startswith("jede") or any(words.at(t).startswith("letzte") for t in range(start, token)):
            continue  # "jeden vierten Blauhelm", "der letzte Soldat hat Mali verlassen"
        if start == token and words.at(token).endswith(_MANY) and not fate and not _fate_before(words, start, token):
            continue  # "Kim schickt Minenräumer": one or many
        if words.at(token).endswith("e") and counted_by(words.forms[token][:-1]) is not None:
            continue  # "seine Blauhelme", whatever the tagger says
        if start == token and counted.unit in ("officers", "generals"):
            continue  # "war Kommandeur im Kosovo": an office
        if (
            not _is_one(tree, words, start, token)
            or counted.by in ("demonym", "fate")
            and not _fate_before(words, start, token)
        ):
            continue
        amount = Amount(start, start + 1, _ONE, _ONE, "number")
        yield Draft(amount, Modifier("exact", start), Target("noun", token + 1, token, counted), counted, singular=True)


def _is_one(tree: Tree, words: Words, start: int, token: int) -> bool:
    if tree.morphs[token].get("Number") != "Sing" or tree.pos[token] not in ("NOUN", "ADJ", "PROPN"):
        return False
    if any(tree.morphs[t].get("Number") == "Plur" for t in range(start, token)) or words.at(start).startswith("kein"):
        return False
    named = token + 1 < words.stop and tree.pos[token + 1] == "PROPN"
    return not named and not (
        words.at(token).endswith("militär")
        and (words.at(start) in ("das", "dem", "des", "militär") or words.at(start - 1) in ("vom", "beim", "zum", "im"))
    )


def _phrase_start(tree: Tree, words: Words, token: int) -> int:
    """The article or first adjective before a noun; "der erste in Haft geratene Soldat" goes back to "der"."""
    start = token
    while start - 1 >= words.start and (tree.pos[start - 1] in ("ADJ", "DET") or tree.tags[start - 1] == "ADJA"):
        start -= 1
    determiner = next((c for c in tree.children[token] if tree.deps[c] == "det" and words.start <= c < start), None)
    return start if determiner is None else determiner


def _fate_before(words: Words, start: int, token: int) -> bool:
    return any(words.at(t).startswith(_FATES) for t in range(start, token + 1))
