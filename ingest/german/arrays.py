"""Names for the array types that pass between the steps."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Bools: TypeAlias = NDArray[np.bool_]
Hashes: TypeAlias = NDArray[np.uint64]


def filled(sizes: Ints, width: int) -> Bools:
    """Which places of padded rows are filled: (rows, width), true in the first `sizes[row]` places of each row."""
    places: Ints = np.arange(width)
    return places < sizes[:, None]
