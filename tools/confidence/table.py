"""The reliability tables of `python -m tools.confidence` and `make quality`."""

from collections.abc import Iterator, Mapping

from rich.table import Table

from tools.confidence.judge import Judgement
from tools.confidence.keep import AUROC, ECE

HEADS = {"dispatches": "the 60 dispatches", "fresh": "the fresh articles", "blind": "the articles that are only scored"}


def reliability(found: Mapping[str, Judgement]) -> Iterator[Table | str]:
    """A table for each group: is what is 90 percent sure right nine times out of ten?"""
    for group, judgement in found.items():
        wrong = judgement.cases - judgement.right
        yield f"Confidence out of fold, {HEADS[group]}: {judgement.right} right, {wrong} wrong"
        yield f"calibration error {judgement.ece:.3f} (wanted: {ECE}), area under ROC {judgement.auroc:.3f} ({AUROC})"
        table = Table()
        for head in ("statements", "confidence", "right"):
            table.add_column(head, justify="right")
        for each in judgement.bins:
            table.add_row(str(each.cases), f"{each.confidence:.3f}", f"{each.right:.3f}")
        yield table
