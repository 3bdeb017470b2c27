"""`python -m tools.confidence`: learns the weights of confidence and judges them out of fold; `--write` keeps them."""

import argparse
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ingest.extraction.confidence import Weights
from tools.confidence.cases import cases
from tools.confidence.fit import fit
from tools.confidence.judge import Judgement, judge, out_of_fold
from tools.confidence.keep import MEASURES, keep
from tools.confidence.plot import draw
from tools.quality import gold

GROUPS = {"dispatches": "the 60 dispatches", "fresh": "the fresh articles"}
PLOT = gold.ROOT / "docs" / "confidence.svg"


def main() -> int:
    """Measures; writes only when asked to."""
    parser = argparse.ArgumentParser(prog="python -m tools.confidence", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights, the measures as floors, and the plot")
    parser.add_argument("--plot", type=Path, default=PLOT, help="where --write draws the plot (svg)")
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 130)
    known = cases()
    found = {group: judge(out_of_fold(known, group)) for group in GROUPS}
    for group, judgement in found.items():
        console.print(reliability(f"{GROUPS[group]}, out of fold", judgement))
    if options.write:
        weights: Weights = fit(known)
        keep(weights, found)
        draw({GROUPS[group]: judgement for group, judgement in found.items()}, options.plot)
        console.print(f"{len(weights.signs)} weights; measures: {MEASURES}; plot: {options.plot}")
    return 0


def reliability(title: str, judgement: Judgement) -> Table:
    """A row for each bin: is what is 90 percent sure right nine times out of ten?"""
    wrong = judgement.cases - judgement.right
    table = Table(
        title=f"{title}: {judgement.right} right, {wrong} wrong; "
        f"calibration error {judgement.ece:.3f}, area under ROC {judgement.auroc:.3f}",
        title_justify="left",
    )
    for head in ("statements", "confidence", "right"):
        table.add_column(head, justify="right")
    for each in judgement.bins:
        table.add_row(str(each.cases), f"{each.confidence:.3f}", f"{each.right:.3f}")
    return table


if __name__ == "__main__":
    raise SystemExit(main())
