"""Fits the weights: a logistic regression with a ridge, by Newton's method; small, convex, the same on every machine.

What makes the parser or the linking surer never counts against a statement: such weights are kept from falling below 0.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from ingest.extraction.confidence import Weights
from ingest.extraction.signs import SURER, Signs
from tools.confidence.cases import Case

Floats = NDArray[np.float64]
RIDGE = 3.0  # chosen on the articles of own and fresh, not on the dispatches
RARE = 5  # signs that fewer cases have get no weight


@dataclass(frozen=True, slots=True)
class Problem:
    """Rows are cases: a 1 for the bias, then their signs; `penalty` of each weight."""

    rows: Floats
    right: Floats
    penalty: Floats

    def loss(self, weights: Floats) -> float:
        """What Newton's method makes small: minus the log likelihood, and the ridge."""
        odds = self.rows @ weights
        return float(np.sum(np.logaddexp(0, odds) - self.right * odds) + self.penalty @ weights**2 / 2)

    def step(self, weights: Floats, free: NDArray[np.bool_]) -> Floats:
        """Newton's step in the free weights."""
        share = 1 / (1 + np.exp(-(self.rows @ weights)))
        slope = self.rows.T @ (self.right - share) - self.penalty * weights
        curve = (self.rows * (share * (1 - share))[:, None]).T @ self.rows + np.diag(self.penalty)
        found = np.zeros_like(weights)
        found[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        return found


def fit(cases: Sequence[Case]) -> Weights:
    """Weights with three digits, as the data file has them."""
    seen = Counter(name for case in cases for name in case.signs)
    names = sorted(name for name, times in seen.items() if times >= RARE)
    penalty = np.full(len(names) + 1, RIDGE)
    penalty[0] = 1e-6
    right = np.array([float(case.right) for case in cases])
    problem = Problem(matrix([case.signs for case in cases], names), right, penalty)
    surer = np.array([False, *(name.startswith(SURER) for name in names)])
    found = cast("list[float]", np.round(bounded(problem, surer), 3).tolist())
    return Weights(found[0], dict(zip(names, found[1:], strict=True)))


def matrix(signs: Sequence[Signs], names: Sequence[str]) -> Floats:
    """A row for each: 1, then the values of the named signs."""
    return np.array([[1.0, *(each.get(name, 0.0) for name in names)] for each in signs])


def bounded(problem: Problem, surer: NDArray[np.bool_]) -> Floats:
    """The best weights where those of `surer` may not fall below 0: whichever do are fixed at 0, and again."""
    free = np.ones(len(problem.penalty), dtype=bool)
    while True:
        weights = solve(problem, free)
        below = surer & free & (weights < 0)
        if not below.any():
            return weights
        free &= ~below


def solve(problem: Problem, free: NDArray[np.bool_]) -> Floats:
    """The best free weights, all others 0; steps are halved until they help."""
    weights = np.zeros(len(problem.penalty))
    for _ in range(50):
        step = problem.step(weights, free)
        while problem.loss(weights + step) > problem.loss(weights) and np.abs(step).max() > 1e-9:
            step = step / 2
        weights = weights + step
        if np.abs(step).max() < 1e-8:
            break
    return weights
