"""The table that `make quality` prints."""

from rich.table import Table
from rich.text import Text

from tools.quality.floors import RECALL, RECALL_LINES, WANTED, Measure, wanted
from tools.quality.scores import Scores

HEADS = {
    "check": "check (15)",
    "practice": "practice (45)",
    "own": "own (30)",
    "fresh": "fresh (132)",
    "probes": "probes (700)",
    "blind": "blind (24)",
    "given": "given (5)",
}


def scores_table(scores: dict[str, Scores], floors: dict[str, Scores]) -> Table:
    """A row for each measure: what was measured, the floor, and what is wanted; short of it is marked."""
    table = Table(title="Quality: score, floor, wanted", title_justify="left")
    table.add_column("measure")
    for name in scores:
        table.add_column(HEADS[name])
    for measure in WANTED:
        table.add_row(measure.label, *(cell(name, measure, scores[name], floors.get(name, {})) for name in scores))
    return table


def cell(name: str, measure: Measure, scores: Scores, floors: Scores) -> Text:
    """Score, floor and goal of one measure in one group, with a mark where it is too low."""
    score, floor, goal = scores.get(measure.key, 0.0), floors.get(measure.key), wanted(name, measure)
    mark, style = ("low", "yellow") if score < goal else ("", "")
    if floor is not None and score < floor:
        mark, style = "FELL", "bold red"
    return Text.assemble(
        (f"{score:.3f}", style), f"  {'-' if floor is None else f'{floor:.2f}'}  {goal:.2f}  ", (mark, style)
    )


def recall_table(recall: dict[str, tuple[float, int]]) -> Table:
    """Recall of each predicate with enough lines in the practice articles."""
    table = Table(title=f"Recall by predicate, practice articles (wanted: {RECALL})", title_justify="left")
    table.add_column("predicate")
    table.add_column("lines", justify="right")
    table.add_column("recall", justify="right")
    for name, (share, lines) in sorted(recall.items()):
        if lines >= RECALL_LINES:
            table.add_row(name, str(lines), Text(f"{share:.2f}", "yellow" if share < RECALL else ""))
    return table
