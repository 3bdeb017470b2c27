"""docs/benchmarks.md and its pictures, from the results that benchmarks/store.py keeps."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import pyplot

from graph.ask import SECONDS

DOCS = Path(__file__).parents[1] / "docs"
RESULTS = DOCS / "benchmarks.json"
COLOURS = {"embedded": "#1b4965", "neo4j": "#c77d2e"}
Result = Mapping[str, Any]


def write_page(results: Result) -> None:
    """Writes the page and both pictures."""
    stores = sorted(results["stores"], key=lambda one: (one["store"], one["statements"]))
    (DOCS / "benchmarks.md").write_text("\n".join(_page(stores, results["raw"])) + "\n", "utf-8")
    mpl.rcParams["svg.hashsalt"] = "lagebild"
    _picture(stores, "seconds", "seconds to load", DOCS / "benchmarks-loading.svg")
    _picture(
        [{**one, "median": _median_anchored(one)} for one in stores],
        "median",
        "milliseconds, median anchored question",
        DOCS / "benchmarks-questions.svg",
    )


def _page(stores: Sequence[Result], raw: Result | None) -> Iterator[str]:
    yield "# Both stores with many statements"
    yield ""
    yield "Written by `python -m benchmarks.store` (what it does is told there), on two processor cores that others"
    yield "used, too: ratios and growth say something, absolute times do not. What is not in the tables was not run."
    yield ""
    yield "| store | statements | loading, statements/s | MB on disk | MB of memory |"
    yield "|---|--:|--:|--:|--:|"
    for one in stores:
        rate = one["statements"] / one["seconds"]
        yield f"| {one['store']} | {one['statements']} | {rate:.0f} | {one['disk']:.0f} | {one['memory']:.0f} |"
    if raw:
        yield ""
        yield (
            f"Ordinary loading into Neo4j ({raw['statements']} statements) runs at {raw['ratio']:.2f} of the speed of "
            "a raw loop of the driver that writes the same rows in the same transactions (median of "
            f"{raw['rounds']} rounds, in which both take turns)."
        )
    yield from ("", "![Loading](benchmarks-loading.svg)", "", "![Questions](benchmarks-questions.svg)")
    for one in stores:
        yield from _questions(one)


def _questions(one: Result) -> Iterator[str]:
    yield ""
    yield f"## {one['store']}, {one['statements']} statements"
    yield ""
    yield "Milliseconds; `bare` is the engine's own call for the same Cypher (of an analysis only its projection)."
    yield ""
    yield "| question | anchored | rows | p50 | p95 | bare p50 | bare p95 |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for each in one["questions"]:
        times = " | ".join(_told(each[name]) for name in ("p50", "p95", "bare_p50", "bare_p95"))
        yield f"| {each['name']} | {'yes' if each['anchored'] else ''} | {each['rows']} | {times} |"


def _told(value: float | None) -> str:
    return f"over {SECONDS:.0f} s" if value is None else f"{value:.1f}"


def _median_anchored(one: Result) -> float:
    times = sorted(each["p50"] or SECONDS * 1000 for each in one["questions"] if each["anchored"])
    return times[len(times) // 2]


def _picture(stores: Sequence[Result], field: str, label: str, path: Path) -> None:
    drawing: Any = pyplot  # its types are partly unknown
    figure, axes = drawing.subplots(figsize=(6, 3.5))
    for name, colour in COLOURS.items():
        points = [(one["statements"], one[field]) for one in stores if one["store"] == name]
        if points:
            axes.plot(*zip(*points, strict=True), marker="o", color=colour, label=name)
    axes.set(xscale="log", yscale="log", xlabel="statements", ylabel=label)
    axes.grid(visible=True, alpha=0.3)
    axes.legend()
    figure.savefig(path, metadata={"Date": None}, bbox_inches="tight")
    drawing.close(figure)
