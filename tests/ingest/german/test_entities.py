"""Entity labels: the best well-formed sequence, shipped without parts of compounds."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.german.arrays import Floats
from ingest.german.entities import BEGIN, INSIDE, OUTSIDE, Entities
from ingest.german.labels import labels

NAMES = labels().of("ner")
FEW = ("O", "B-PER", "I-PER", "I-LOC", "B-OTH")


def logits(*words: dict[str, float]) -> Floats:
    """(words, labels): what is not named scores 0."""
    table = np.zeros((len(words), len(NAMES)), np.float32)
    for row, named in enumerate(words):
        for name, value in named.items():
            table[row, NAMES.index(name)] = value
    return table


def decoded(table: Floats, starts: list[bool]) -> list[str]:
    """Shipped labels of each word."""
    entities = Entities(labels())
    codes, kinds, _ = entities.decode(table, np.array(starts))
    letters = {BEGIN: "B-", INSIDE: "I-", OUTSIDE: "O"}
    return [letters[code] + entities.types[kind] for code, kind in zip(codes.tolist(), kinds.tolist(), strict=True)]


def test_other_is_misc_and_parts_are_outside() -> None:
    table = logits({"B-OTH": 9}, {"I-OTH": 9}, {"B-LOCpart": 9}, {"B-LOCderiv": 9}, {"O": 9})
    assert decoded(table, [True] + [False] * 4) == ["B-MISC", "I-MISC", "O", "B-LOCderiv", "O"]


def test_two_names_side_by_side_stay_two() -> None:
    table = logits({"B-PER": 9}, {"B-PER": 9}, {"I-PER": 9})
    assert decoded(table, [True, False, False]) == ["B-PER", "B-PER", "I-PER"]


def test_a_name_cannot_go_on_in_the_next_sentence() -> None:
    table = logits({"B-PER": 9}, {"I-PER": 9, "B-PER": 8})
    assert decoded(table, [True, False]) == ["B-PER", "I-PER"]
    assert decoded(table, [True, True]) == ["B-PER", "B-PER"]


def test_the_margin_is_the_lead_over_the_next_label() -> None:
    _, _, margins = Entities(labels()).decode(logits({"B-PER": 9, "B-ORG": 7}), np.array([True]))
    assert margins.tolist() == [2.0]


def fits(sequence: tuple[str, ...]) -> bool:
    """Whether I-x stands only behind B-x or I-x."""
    before = ("O", *sequence[:-1])
    return all(b[0] != "I" or a[1:] == b[1:] for a, b in zip(before, sequence, strict=True))


@given(st.lists(st.lists(st.integers(-50, 50), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_sequence_is_the_best_well_formed_one(values: list[list[int]]) -> None:
    table = np.full((len(values), len(NAMES)), -1000, np.float32)
    columns = [NAMES.index(name) for name in FEW]
    table[:, columns] = values
    every = [sequence for sequence in product(range(5), repeat=len(values)) if fits(tuple(FEW[n] for n in sequence))]
    best = max(sum(values[row][n] for row, n in enumerate(sequence)) for sequence in every)
    kinds = {"B-PER": "B-PER", "I-PER": "I-PER", "B-OTH": "B-MISC", "O": "O"}
    winners = [
        [kinds[FEW[n]] for n in sequence]
        for sequence in every
        if sum(values[row][n] for row, n in enumerate(sequence)) == best
    ]
    assert decoded(table, [True] + [False] * (len(values) - 1)) in winners
