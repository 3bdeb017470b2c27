"""Morphological features of a word as one string, from one argmax an output."""

from collections.abc import Sequence

import numpy as np

from ingest.german.arrays import Bools, Floats, Ints
from ingest.german.labels import Labels


class Features:
    """Joins the values of all feature outputs; each combination is spelled once."""

    def __init__(self, rules: Labels) -> None:
        self.outputs = rules.features
        self._values = [rules.of(output) for output in self.outputs]
        self._spelled: dict[int, str] = {0: ""}

    def strings(self, outputs: Sequence[Floats], bare: Bools) -> list[str]:
        """`Name=Value|...` for each word; `outputs` as in `self.outputs`, nothing where `bare` is true.

        The values of a word make one number, place by place, so that a dictionary finds the string.
        """
        keys = np.zeros(len(bare), np.int64)
        for values, logits in zip(self._values, outputs, strict=True):
            keys = keys * len(values) + logits.argmax(1)
        keys[bare] = 0
        spelled = self._spelled
        return [spelled[key] if key in spelled else self._spell(key) for key in _numbers(keys)]

    def _spell(self, key: int) -> str:
        rest, pairs = key, list[str]()
        for output, values in zip(reversed(self.outputs), reversed(self._values), strict=True):
            rest, value = divmod(rest, len(values))
            if value:
                pairs.append(f"{output.removeprefix('F_')}={values[value]}")
        return self._spelled.setdefault(key, "|".join(sorted(pairs)))


def _numbers(keys: Ints) -> list[int]:
    numbers: list[int] = keys.tolist()
    return numbers
