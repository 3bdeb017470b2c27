"""Draws the reliability of confidence: the share of right statements against the confidence they were given."""

from collections.abc import Mapping
from pathlib import Path

import matplotlib
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from tools.confidence.judge import Judgement

LOWEST = 0.5  # of both axes: hardly a statement is made that is less sure
SAME_ON_EVERY_RUN = {"svg.hashsalt": "confidence", "svg.fonttype": "none", "font.family": "sans-serif"}


def draw(found: Mapping[str, Judgement], path: Path) -> None:
    """A line for each group of articles; on the diagonal, confidence is what it says."""
    with matplotlib.rc_context(SAME_ON_EVERY_RUN):
        figure = Figure(figsize=(5.5, 4.5), layout="constrained")
        axes = figure.subplots()
        axes.plot([LOWEST, 1], [LOWEST, 1], color="#a5a58d", linestyle="--", linewidth=1, label="as sure as right")
        for (name, judgement), colour in zip(found.items(), ("#1b4965", "#c77d2e"), strict=True):
            shown = f"{name}: error {judgement.ece:.3f}, area under ROC {judgement.auroc:.3f}"
            points = [(each.confidence, each.right) for each in judgement.bins]
            axes.plot([x for x, _ in points], [y for _, y in points], marker="o", color=colour, label=shown)
        axes.set(xlim=(LOWEST, 1.01), ylim=(LOWEST, 1.01), xlabel="confidence", ylabel="share of right statements")
        axes.set_title("Reliability of confidence, out of fold")
        axes.legend(loc="upper left", fontsize="small")
        FigureCanvasSVG(figure).print_svg(str(path), metadata={"Date": None, "Creator": None})
