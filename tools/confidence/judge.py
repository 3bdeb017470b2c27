"""Judges confidence on articles that it was not learnt from: out of fold, folds by article."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tools.confidence.cases import Case, scorer
from tools.confidence.fit import fit

FOLDS, BINS = 10, 5
GROUPS = ("dispatches", "fresh", "blind")
Judged = list[tuple[float, bool]]


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases of about the same confidence: how many, their mean confidence, and the share that is right."""

    cases: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """How well confidence does: expected calibration error, area under the ROC, and the bins behind the first."""

    cases: int
    right: int
    ece: float
    auroc: float
    bins: list[Bin]


def out_of_fold(cases: Sequence[Case], group: str) -> Judged:
    """The confidence of each case of a group, with weights that no statement of its fold's articles took part in."""
    articles = sorted({case.article for case in cases if case.group == group})
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    judged: Judged = []
    for number in range(FOLDS):
        held = [case for case in cases if case.group == group and fold[case.article] == number]
        rest = [case for case in cases if case.group != group or fold[case.article] != number]
        weights = fit(rest)
        judged += [(weights.confidence(case.signs), case.right) for case in held]
    return judged


def measure(cases: Sequence[Case]) -> dict[str, Judgement]:
    """How well confidence does in each group of articles, each time with weights learnt from all others."""
    return {group: judge(out_of_fold(cases, group)) for group in GROUPS}


def judge(judged: Judged) -> Judgement:
    """The measures as the scorer takes them, and its bins."""
    ece, auroc = scorer().calibration(judged, BINS)
    return Judgement(len(judged), sum(right for _, right in judged), ece, auroc, bins(judged))


def bins(judged: Judged) -> list[Bin]:
    """The scorer's bins: as many cases in each, by confidence."""
    known = sorted(judged)
    cuts = [n * len(known) // BINS for n in range(BINS + 1)]
    parts = [known[low:high] for low, high in pairwise(cuts) if high > low]
    return [Bin(len(p), sum(c for c, _ in p) / len(p), sum(right for _, right in p) / len(p)) for p in parts]
