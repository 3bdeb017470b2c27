"""Near-copies: word shingles of a text, the MinHash keys under which copies of it are found, and whether it is one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datasketch import MinHash

_WORD = re.compile(r"\w+")
_ROWS = 2  # values of the signature that two texts must share to be compared
_SEED = 1
_SCHEME = "affine32"  # keys are kept in stores: another scheme would make other ones
Shingles = frozenset[str]


@dataclass(frozen=True)
class Measure:
    """How texts of one kind are compared.

    Shingles of `length` words; a text of fewer than `least` words is never a copy, for short sentences are alike by
    chance. `bands` keys find candidates; they are copies where the shorter one has at least `share` of its shingles
    in the other, counted exactly. Each load compares the shingles of a text again: those of so many texts are kept, of
    some 15 kB for an article and 2 kB for a passage.
    """

    length: int
    least: int
    bands: int
    share: float
    kept: int

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The properties that hold the keys in the store."""
        return tuple(f"near_{band}" for band in range(self.bands))

    def shingles(self, text: str) -> Shingles:
        """The runs of words of a text, in any case and without its punctuation."""
        return _shingles(self.kept)(self.length, self.least, text)

    def keys(self, text: str) -> dict[str, int | None]:
        """The keys of a text by property: near-copies share at least one of them, other texts hardly ever do."""
        shingles = self.shingles(text)
        if not shingles:
            return dict.fromkeys(self.names)
        sketch = _empty(self.bands * _ROWS).copy()
        sketch.update_batch(shingle.encode() for shingle in shingles)
        values = sketch.digest().tolist()
        return {name: _key(values[band * _ROWS : (band + 1) * _ROWS]) for band, name in enumerate(self.names)}

    def copies(self, one: Shingles, other: Shingles) -> bool:
        """Whether one of two texts repeats the other."""
        least = min(len(one), len(other))
        return least > 0 and len(one & other) >= self.share * least


@cache
def _shingles(kept: int) -> Callable[[int, int, str], Shingles]:
    return lru_cache(kept)(_made)


def _made(length: int, least: int, text: str) -> Shingles:
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    if len(words) < least:
        return frozenset()
    return frozenset(" ".join(words[at : at + length]) for at in range(len(words) - length + 1))


ARTICLE = Measure(length=4, least=40, bands=6, share=0.5, kept=1024)
PASSAGE = Measure(length=3, least=8, bands=3, share=0.7, kept=8192)


@cache
def _empty(size: int) -> "MinHash":
    from datasketch import MinHash  # here, because it takes a third of a second that most commands do not need

    return MinHash(num_perm=size, seed=_SEED, scheme=_SCHEME)


def _key(values: list[int]) -> int:
    """One number for the values of a band."""
    return int.from_bytes(sha256(",".join(map(str, values)).encode()).digest()[:6], "big")
