"""Draws the README's picture: competing figures of the sample articles, from a graph made for it.

.venv/bin/python docs/competing_figures.py [docs/competing-figures.svg]
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from xml.sax.saxutils import escape

from pydantic import JsonValue

from graph.ask import ask
from graph.store import StoreSettings, open_store
from ingest.pipeline import ingest
from seeds.samples import samples_folder
from seeds.vocabulary import vocabulary

PREDICATES = ("SENT", "PRESENT", "PLANNED", "FIGHTING")
COLOURS = {
    "asserted": "#1b4965",
    "reported": "#2a7fb8",
    "suspected": "#c77d2e",
    "possible": "#a5a58d",
    "planned": "#7a5c9e",
}
LEFT, TOP, ROW, WIDTH, RIGHT = 560, 76, 26, 520, 210  # of the plot, in the picture's own units
LIMIT, OPEN = 16_000, 1_100  # soldiers at the right edge; how long an open range is drawn beyond its bound
ARROW = (
    '<defs><marker id="open" viewBox="0 0 6 6" refX="3" refY="3" markerWidth="3.5" markerHeight="3.5" orient="auto">'
    '<path d="M0,0 L6,3 L0,6 z" fill="context-stroke"/></marker></defs>'
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One report: who says it, what is said, and from where to where the figure reaches."""

    label: str
    caption: str
    low: int
    high: int
    open_above: bool
    modality: str


def rows() -> list[dict[str, JsonValue]]:
    """The answer to `competing-figures` on a graph of the samples."""
    with TemporaryDirectory() as scratch, open_store(StoreSettings(data=Path(scratch))) as store:
        for _ in ingest([samples_folder()], store):
            pass
        return ask(
            store, "competing-figures", {"force": "nordkorea", "predicates": [*PREDICATES], "units": ["soldiers"]}
        ).rows


def bars(found: list[dict[str, JsonValue]]) -> list[Bar]:
    """Each report once; parts of a counted whole and magnitudes stay out of a picture of totals."""
    kept: dict[tuple[str, str], Bar] = {}
    for row in found:
        named = [*cast("list[str]", row["origin"]), *cast("list[str]", row["outlet"])]
        if row["whole_min"] is None and row["modifier"] != "magnitude" and named:
            bar = bar_of(row, " über ".join([named[0], *named[1:2]]))
            kept.setdefault((bar.label, bar.caption), bar)
    return sorted(kept.values(), key=lambda bar: (bar.high, bar.low))


def bar_of(row: dict[str, JsonValue], who: str) -> Bar:
    """The bar of one row."""
    low, high = cast("int | None", row["min"]), cast("int | None", row["max"])
    verb = vocabulary().label("predicate", str(row["predicate"]))
    top = high if high is not None else low or 0
    return Bar(
        f"{who}: {verb}", str(row["caption"]), top if low is None else low, top, high is None, str(row["modality"])
    )


def drawn(items: list[Bar]) -> Iterator[str]:
    """The picture's elements: a grid, and for each report its label, its range and what is said."""
    bottom = TOP + ROW * len(items)
    for value in range(0, LIMIT + 1, 2000):
        yield f'<line x1="{x(value)}" y1="{TOP}" x2="{x(value)}" y2="{bottom}" stroke="#dddddd"/>'
        yield text(x(value), bottom + 18, f"{value:,}".replace(",", "."), "middle", "#555555")
    for number, bar in enumerate(items):
        y, colour = TOP + ROW * number + ROW // 2, COLOURS[bar.modality]
        yield text(LEFT - 14, y + 4, bar.label, "end")
        arrow = ' marker-end="url(#open)"' if bar.open_above else ""
        end = bar.low + OPEN if bar.open_above else bar.high
        yield f'<line x1="{x(bar.low)}" y1="{y}" x2="{x(end)}" y2="{y}" stroke="{colour}" stroke-width="4"{arrow}/>'
        for value in {bar.low, bar.high}:
            yield f'<circle cx="{x(value)}" cy="{y}" r="5" fill="{colour}"/>'
        yield text(x(LIMIT) + 14, y + 4, bar.caption, "start")


def legend(items: list[Bar]) -> Iterator[str]:
    """A point and a word for each modality that occurs."""
    used = [name for name in COLOURS if any(bar.modality == name for bar in items)]
    for number, name in enumerate(used):
        at = LEFT + number * 120
        yield f'<circle cx="{at}" cy="{TOP - 20}" r="5" fill="{COLOURS[name]}"/>'
        yield text(at + 12, TOP - 16, vocabulary().label("modality", name), "start", "#555555")


def picture(items: list[Bar]) -> str:
    """The whole picture as SVG, with the remark that these are samples."""
    width, height = x(LIMIT) + RIGHT, TOP + ROW * len(items) + 34
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">'
    title = text(16, 28, "Nordkoreanische Soldaten: wer nennt welche Zahl? (Musterartikel)", "start", size=17)
    back = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    return "\n".join([head, ARROW, back, title, *legend(items), *drawn(items), "</svg>", ""])


def x(value: int) -> int:
    """Where a figure stands."""
    return LEFT + round(value / LIMIT * WIDTH)


def text(left: int, baseline: int, words: str, anchor: str, colour: str = "#222222", size: int = 13) -> str:
    """A line of text."""
    where = f'x="{left}" y="{baseline}" text-anchor="{anchor}"'
    return f'<text {where} fill="{colour}" font-size="{size}">{escape(words)}</text>'


def main() -> None:
    """Writes the picture; the same graph gives the same bytes."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("competing-figures.svg")
    target.write_text(picture(bars(rows())), "utf-8")
    print(target)


if __name__ == "__main__":
    main()
