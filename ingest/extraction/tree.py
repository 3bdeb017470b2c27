"""A parsed article as plain lists: what the steps look at thousands of times costs a list access, not a Token."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from spacy.tokens import Doc

from ingest.extraction.mending import mend

if TYPE_CHECKING:
    from numpy import int64, uint64
    from numpy.typing import NDArray

_COLUMNS = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "MORPH", "HEAD", "SENT_START")


@dataclass(frozen=True, slots=True)
class Tree:
    """One list an annotation, index = token number; `head[i] == i` at a root; sentences as (start, end)."""

    doc: Doc
    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    morphs: list[dict[str, str]]
    heads: list[int]
    children: list[list[int]]
    offsets: list[int]
    sentences: list[tuple[int, int]]
    sentence_of: list[int]
    edges: list[tuple[int, int]]
    full_text: str

    def __len__(self) -> int:
        return len(self.words)

    def sentence(self, token: int) -> tuple[int, int]:
        """Start and end (exclusive) of the sentence of a token."""
        return self.sentences[self.sentence_of[token]]

    def subtree(self, token: int) -> list[int]:
        """The token and everything below it, in text order."""
        found = [token]
        for current in found:
            found.extend(self.children[current])
        return sorted(found)

    def ancestors(self, token: int) -> Iterator[int]:
        """Heads from the token's own head up to the root."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def child(self, token: int, *deps: str) -> int | None:
        """The first child with one of these relations."""
        return next((c for c in self.children[token] if self.deps[c] in deps), None)

    def case_of(self, token: int) -> str | None:
        """The preposition (lower case) that governs a noun phrase, or None."""
        marks = [c for c in self.children[token] if self.pos[c] == "ADP" and self.deps[c] in ("case", "dep")]
        marks = [c for c in marks if c < token] or marks
        return self.words[marks[-1]].lower() if marks else None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Character offsets of the tokens start..end (exclusive)."""
        return self.offsets[start], self.offsets[end - 1] + len(self.words[end - 1])

    def text(self, start: int, end: int) -> str:
        """The text of the tokens start..end (exclusive)."""
        first, last = self.span(start, end)
        return self.full_text[first:last]


@lru_cache(maxsize=20_000)
def _features(morph: str) -> dict[str, str]:
    pairs = (item.partition("=") for item in morph.split("|") if "=" in item)
    return {key: value for key, _, value in pairs}


def _parents(heads: "NDArray[int64]") -> list[int]:
    return [number + offset for number, offset in enumerate(heads.tolist())]


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    return children


def _edges(heads: list[int]) -> list[tuple[int, int]]:
    """Leftmost and rightmost token below each token; a broken (cyclic) tree cannot loop: each step is bounded."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for number in range(len(heads)):
        current = number
        for _ in range(200):
            parent = heads[current]
            if parent == current:
                break
            left[parent], right[parent] = min(left[parent], number), max(right[parent], number)
            current = parent
    return [(a, b + 1) for a, b in zip(left, right, strict=True)]


def _sentences(starts: list[int]) -> tuple[list[tuple[int, int]], list[int]]:
    begins = [n for n, flag in enumerate(starts) if flag == 1 or n == 0]
    spans = list(zip(begins, [*begins[1:], len(starts)][: len(begins)], strict=True))
    owner = [0] * len(starts)
    for number, (start, end) in enumerate(spans):
        owner[start:end] = [number] * (end - start)
    return spans, owner


def make_tree(doc: Doc) -> Tree:
    """The lists of a parsed doc; white space tokens keep their place so that numbers stay those of the doc."""
    table = cast("NDArray[uint64]", doc.to_array(list(_COLUMNS)))
    strings = cast("Mapping[int, str]", doc.vocab.strings)
    columns = [[strings[key] for key in cast("list[int]", table[:, number].tolist())] for number in range(6)]
    words, lemmas, pos, tags, deps, morphs = columns
    heads = _parents(table[:, 6].astype("int64")) if len(doc) else []
    mend(words, pos, tags, deps, heads)
    sentences, owner = _sentences(table[:, 7].astype("int64").tolist() if len(doc) else [])
    offsets: list[int] = []
    position = 0
    for token in doc:
        offsets.append(position)
        position += len(token.text_with_ws)
    return Tree(
        doc=doc,
        words=words,
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        morphs=[_features(morph) for morph in morphs],
        heads=heads,
        children=_children(heads),
        offsets=offsets,
        sentences=sentences,
        sentence_of=owner,
        edges=_edges(heads),
        full_text=doc.text,
    )
