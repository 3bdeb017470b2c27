"""`make quality`: scores on the annotated articles, and whether one fell below its floor."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from tools.confidence.cases import cases
from tools.confidence.judge import measure
from tools.confidence.keep import problems
from tools.confidence.table import reliability
from tools.quality import floors, gold
from tools.quality.scores import extract, of_dispatches, of_given, of_own, recall
from tools.quality.table import recall_table, scores_table


def main() -> int:
    """0: no score below its floor; 1: one is, or the gold changed; what to do is on the screen."""
    parser = argparse.ArgumentParser(prog="make quality", description=__doc__)
    parser.add_argument("--pin", action="store_true", help="make what is measured now the floor, even where it fell")
    parser.add_argument(
        "--boot", type=int, default=0, help="resamples for intervals in the report (1000 take a minute)"
    )
    parser.add_argument("--report", type=Path, default=gold.ROOT / "quality", help="folder for the scorer's pages")
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 130)
    shared = gold.given()
    if shared is None:
        console.print("The given articles are not here (LAGEBILD_SHARED): dispatches only.")
    options.report.mkdir(parents=True, exist_ok=True)
    dispatches = extract(gold.dispatches())
    scores = of_dispatches(dispatches, options.report, options.boot)
    scores |= of_own(options.report, options.boot)
    if shared is not None:
        scores |= of_given(extract(shared.articles()), options.report, shared, options.boot)
    if options.pin:
        floors.pin(scores)
    console.print(scores_table(scores, floors.pinned()["floors"]))
    console.print(recall_table(recall(dispatches, options.report)))
    confidence = measure(cases())
    console.print(*reliability(confidence), sep="\n")
    if "auroc" in scores.get("given", {}):
        console.print(
            "Confidence, given articles: calibration error {ece:.3f}, area under ROC {auroc:.3f}".format(
                **scores["given"]
            )
        )
    console.print(f"Pages of the scorer: {options.report}")
    fell = floors.problems(scores) + problems(confidence)
    for line in fell:
        console.print(line, style="red")
    return 1 if fell else 0


if __name__ == "__main__":
    raise SystemExit(main())
