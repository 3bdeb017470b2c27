"""Forms of the gazetteer in a text: the longest name at each token, adjectives, demonyms, parts of compounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.extraction.tree import Tree
from ingest.linking.data import word_set
from ingest.linking.gazetteer import Gazetteer, Sense, gazetteer
from ingest.linking.inflection import stem_of
from ingest.linking.mention import Form

_COMPOSED = frozenset({"Organization", "Force", "Agreement"})  # the state in their name is a mention of its own
_NOMINAL = frozenset({"PROPN", "NOUN", "X", "ADJ", "NUM", "SYM"})


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens start..end (exclusive) that are a form of the gazetteer, and what it can mean."""

    start: int
    end: int
    senses: tuple[Sense, ...]
    form: Form


def look_up(tree: Tree) -> list[Found]:
    """Every form in text order; names do not overlap but for states in names; a compound may hold two."""
    known = gazetteer()
    ends = {
        offset + len(word): number + 1
        for number, (offset, word) in enumerate(zip(tree.offsets, tree.words, strict=True))
    }
    text, found, taken = tree.doc.text, list[Found](), 0
    for token in range(len(tree)):
        if token < taken:
            continue
        name = _longest(tree, known, token, text, ends)
        if name is not None:
            found.append(name)
            if name.end - name.start > 1 and name.senses[0].row.type in _COMPOSED:
                found.extend(item for inner in range(token, name.end) for item in singles(tree, inner))
            taken = name.end
        else:
            found.extend(singles(tree, token))
    return found


def _longest(tree: Tree, known: Gazetteer, token: int, text: str, ends: dict[int, int]) -> Found | None:
    word = tree.words[token]
    reach = known.reach.get(word)
    if reach is None:
        return _shouted(known, token, word) if len(word) > 4 and word.isupper() else None
    start = tree.offsets[token]
    for stop in range(min(len(text), start + reach), start, -1):
        end = ends.get(stop)
        if end is None:
            continue
        senses = known.names.get(text[start:stop])
        if senses is not None and _nominal(tree, token, end):
            return Found(token, end, senses, "name")
    return None


def said(tree: Tree, start: int, end: int) -> str:
    """The text of the tokens start..end (exclusive)."""
    parts = [tree.words[start]]
    for token in range(start + 1, end):
        gap = tree.offsets[token] - tree.offsets[token - 1] - len(tree.words[token - 1])
        parts.append(" " * gap + tree.words[token])
    return "".join(parts)


def _shouted(known: Gazetteer, token: int, word: str) -> Found | None:
    """A name in capitals, as headlines of tabloids have it: "UKRAINE"."""
    senses = known.names.get(word.capitalize())
    return Found(token, token + 1, senses, "name") if senses else None


def _nominal(tree: Tree, start: int, end: int) -> bool:
    """A single word counts only as a noun or name: "Must" the service, not "must" the verb at a sentence start."""
    return end - start > 1 or tree.pos[start] in _NOMINAL


def singles(tree: Tree, token: int) -> Iterator[Found]:
    """Adjective, demonym or the parts of a compound in one word."""
    word, known = tree.words[token], gazetteer()
    if len(word) < 4 and "-" not in word:
        return
    adjective, demonym = known.adjectives.get(word), known.demonyms.get(word)
    if adjective and (tree.pos[token] != "NOUN" or not demonym):
        yield Found(token, token + 1, adjective, "adjective")
    elif demonym and tree.pos[token] in ("NOUN", "PROPN"):
        yield Found(token, token + 1, demonym, "demonym")
    else:
        for senses, form in _parts(word):
            yield Found(token, token + 1, senses, form)


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[tuple[tuple[Sense, ...], Form], ...]:
    """What the parts of a compound mean: "US-Präsident", "russisch-nordkoreanischen", "Kremlsprecher"."""
    if "-" in word:
        return tuple(_hyphenated(word.split("-")))
    return tuple(_closed(word)) if word[:1].isupper() and len(word) > 8 else ()


def _hyphenated(parts: list[str]) -> Iterator[tuple[tuple[Sense, ...], Form]]:
    known, position = gazetteer(), 0
    while position < len(parts):
        for end in range(len(parts), position, -1):
            piece = "-".join(parts[position:end])
            senses = known.names.get(piece) or known.demonyms.get(piece)
            if senses and piece[:1].isupper() and (len(piece) > 1):
                yield senses, "compound"
                position = end
                break
            stem = known.adjectives.get(piece) if end == len(parts) else known.adjectives.get(stem_of(piece))
            if stem:
                yield stem, "adjective" if piece[:1].islower() or end == len(parts) else "compound"
                position = end
                break
        else:
            position += 1


def _closed(word: str) -> Iterator[tuple[tuple[Sense, ...], Form]]:
    """A compound in one word, where what follows the name is a listed noun."""
    known, tails = gazetteer(), word_set("cues.yaml", "compound_tails")
    for cut in range(len(word) - 4, 2, -1):
        senses = known.names.get(word[:cut])
        rest = word[cut:]
        if senses and any(rest.startswith(tail) for tail in tails) and not senses[0].doubt:
            yield senses, "compound"
            return
