"""`python -m tools.confidence`: learns the weights of confidence and judges them out of fold; `--write` keeps them."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from tools.confidence.cases import cases
from tools.confidence.fit import fit
from tools.confidence.judge import measure
from tools.confidence.keep import MEASURES, WEIGHTS, keep, problems
from tools.confidence.plot import draw
from tools.confidence.table import HEADS, reliability
from tools.quality import gold

PLOT = gold.ROOT / "docs" / "confidence.svg"


def main() -> int:
    """0: as good as wanted and as before; 1: not, as the screen says. Writes only when asked to."""
    parser = argparse.ArgumentParser(prog="python -m tools.confidence", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights, the measures and the plot")
    parser.add_argument("--plot", type=Path, default=PLOT, help="where --write draws the plot (svg)")
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 130)
    known = cases()
    found = measure(known)
    console.print(*reliability(found), sep="\n")
    if options.write:
        keep(fit(known), found)
        draw({HEADS[group]: judgement for group, judgement in found.items()}, options.plot)
        console.print(f"Written: {WEIGHTS}, {MEASURES}, {options.plot}")
    fell = problems(found)
    for line in fell:
        console.print(line, style="red")
    return 1 if fell else 0


if __name__ == "__main__":
    raise SystemExit(main())
