"""One subject and one object a head: the surest keeps the label."""

import numpy as np

from ingest.german.arrays import Floats, Ints
from ingest.german.labels import labels
from ingest.german.relations import relations

NAMES = labels().of("deps")


def scores(*words: dict[str, float]) -> Floats:
    """(words, labels): what is not named scores 0."""
    table = np.zeros((len(words), len(NAMES)), np.float32)
    for row, named in enumerate(words):
        for name, value in named.items():
            table[row, NAMES.index(name)] = value
    return table


def named(numbers: Ints) -> list[str]:
    """Label names."""
    return [NAMES[number] for number in numbers]


def test_the_surest_subject_stays() -> None:
    table = scores({"nsubj": 5, "obl": 4}, {"root": 9}, {"nsubj": 5, "obj": 1})
    assert named(relations(table, np.array([1, -1, 1]))) == ["obl", "root", "nsubj"]


def test_all_kinds_of_subjects_are_one_group() -> None:
    table = scores({"nsubj:pass": 9}, {"nsubj": 5, "csubj": 4, "obl": 3}, {})
    assert named(relations(table, np.array([2, 2, -1])))[:2] == ["nsubj:pass", "obl"]


def test_a_second_subject_may_become_the_object_but_not_a_second_one() -> None:
    table = scores({"nsubj": 9}, {"nsubj": 8, "obj": 7, "obl": 1}, {"obj": 9}, {})
    assert named(relations(table, np.array([3, 3, 3, -1])))[:3] == ["nsubj", "obl", "obj"]


def test_subjects_of_different_heads_stay() -> None:
    table = scores({"nsubj": 9}, {"nsubj": 8}, {}, {"conj": 3})
    assert named(relations(table, np.array([2, 3, -1, 2]))) == ["nsubj", "nsubj", "root", "conj"]


def test_root_is_for_the_root_alone() -> None:
    table = scores({"root": 9, "conj": 1}, {"conj": 9})
    assert named(relations(table, np.array([1, -1]))) == ["conj", "root"]
