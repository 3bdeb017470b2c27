"""Draws the reliability of confidence: the share of right statements against the confidence they were given."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

import matplotlib
from matplotlib.figure import Figure

from tools.confidence.judge import Judgement

LOWEST = 0.5  # of both axes: hardly a statement is made that is less sure


class Axes(Protocol):
    """What is used of the library's axes: its own annotations leave keywords open."""

    def plot(
        self, x: Sequence[float], y: Sequence[float], *, color: str, label: str, linestyle: str, marker: str
    ) -> object: ...
    def set(
        self, *, xlim: tuple[float, float], ylim: tuple[float, float], xlabel: str, ylabel: str, title: str
    ) -> object: ...
    def legend(self, *, loc: str, fontsize: str) -> object: ...


class Page(Protocol):
    """What is used of the library's figure."""

    def subplots(self) -> Axes: ...
    def savefig(self, path: Path, *, format: str, metadata: Mapping[str, None]) -> None: ...


def draw(found: Mapping[str, Judgement], path: Path) -> None:
    """A line for each group of articles; on the diagonal, confidence is what it says. The same file on every run."""
    matplotlib.rcParams["svg.hashsalt"] = "confidence"
    matplotlib.rcParams["svg.fonttype"] = "none"
    page = cast("Page", Figure(figsize=(5.5, 4.5), layout="constrained"))
    axes = page.subplots()
    axes.plot([LOWEST, 1], [LOWEST, 1], color="#a5a58d", linestyle="--", marker="", label="as right as sure")
    for (name, judgement), colour in zip(found.items(), ("#1b4965", "#c77d2e", "#5f7470"), strict=True):
        shown = f"{name}: error {judgement.ece:.3f}, area under ROC {judgement.auroc:.3f}"
        sure, right = [each.confidence for each in judgement.bins], [each.right for each in judgement.bins]
        axes.plot(sure, right, color=colour, linestyle="-", marker="o", label=shown)
    axes.set(
        xlim=(LOWEST, 1.01),
        ylim=(LOWEST, 1.01),
        xlabel="confidence",
        ylabel="share of right statements",
        title="Reliability of confidence, out of fold",
    )
    axes.legend(loc="upper left", fontsize="small")
    page.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
