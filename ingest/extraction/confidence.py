"""How sure a statement is: the share of right ones among those with the same signs, learnt from annotated articles.

The weights are data (`data/confidence.yaml`), written by `python -m tools.confidence --write`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from graph.statement import Statement
from ingest.extraction.reading import Reading
from ingest.extraction.signs import Signs, all_signs
from ingest.extraction.tables import read_data, texts


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: log odds of being right are the bias and the weighted sum of the signs."""

    bias: float
    signs: Mapping[str, float]

    def confidence(self, signs: Signs) -> float:
        """From 0 to 1, three digits; signs that the weights do not know say nothing."""
        odds = self.bias + sum(self.signs.get(name, 0.0) * value for name, value in sorted(signs.items()))
        return round(1 / (1 + exp(-max(-20.0, min(20.0, odds)))), 3)


@cache
def weights() -> Weights:
    """The learnt weights, read once."""
    raw = read_data("confidence.yaml")
    signs = texts(raw["signs"], "confidence.yaml: signs")
    return Weights(float(str(raw["bias"])), {name: float(weight) for name, weight in signs.items()})


def with_confidence(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of one article, each with its confidence."""
    signs = all_signs(reading, statements)
    return [s.model_copy(update={"confidence": weights().confidence(signs[s.id])}) for s in statements]
