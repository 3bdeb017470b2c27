"""The picture of the schema: labels as boxes in the colours of Neo4j Browser, relationships as arrows."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

import yaml

from graph.cypher import ROLES, stance_edge
from seeds.vocabulary import vocabulary

WIDTH, HEIGHT = 1080, 560
LINE = 15
ARROW = (
    '<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0,0 L8,4 L0,8 z" fill="#444444"/></marker></defs>'
)
# Where the boxes stand: left, top, width, height.
BOXES = {
    "Document": (30, 60, 150, 46),
    "Article": (30, 230, 150, 60),
    "Run": (30, 420, 150, 46),
    "Statement": (370, 210, 190, 100),
    "Entity": (800, 150, 250, 220),
}


def picture() -> str:
    """The whole picture as SVG."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    back = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    return "\n".join([head, ARROW, back, *_boxes(), *_types(), *_arrows(), "</svg>", ""])


def _looks() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(files("graph").joinpath("browser", "colours.yaml").read_text("utf-8"))
    return loaded


def _boxes() -> Iterator[str]:
    for label, (left, top, width, height) in BOXES.items():
        yield _box(left, top, width, height, "#eef1f5" if label == "Entity" else _looks()["nodes"][label]["colour"])
        yield _text(left + width // 2, top + (24 if label in ("Entity", "Statement") else height // 2 + 5), label, 16)
    left, top, width, _ = BOXES["Statement"]
    yield _box(left + 35, top + 45, width - 70, 36, _looks()["nodes"]["TroopReport"]["colour"])
    yield _text(left + width // 2, top + 68, "TroopReport", 14)


def _box(left: int, top: int, width: int, height: int, colour: str) -> str:
    place = f'x="{left}" y="{top}" width="{width}" height="{height}"'
    return f'<rect {place} rx="10" fill="{colour}" stroke="#444444"/>'


def _types() -> Iterator[str]:
    """The types of entities, two in a row."""
    left, top, width, _ = BOXES["Entity"]
    wide = (width - 30) // 2
    for number, name in enumerate(vocabulary().values("entity_type")):
        x, y = left + 10 + number % 2 * (wide + 10), top + 40 + number // 2 * 35
        colour = _looks()["entity_types"][name]["colour"]
        yield f'<rect x="{x}" y="{y}" width="{wide}" height="27" rx="13" fill="{colour}"/>'
        yield _text(x + wide // 2, y + 18, name, 12, "#ffffff")


def _arrows() -> Iterator[str]:
    stances = [stance_edge(name) for name in vocabulary().values("stance")]
    yield _line("M105,230 L105,108")
    yield from _words(115, 168, ["VERSION_OF"], "start")
    yield _line("M105,290 L105,418")
    yield from _words(115, 360, ["READ_BY"], "start")
    yield _line("M180,284 C245,315 245,245 183,262")
    yield from _words(232, 296, ["SUPERSEDES"], "start")
    yield _line("M370,225 L183,238")
    yield from _words(275, 222, ["IN"])
    yield _line("M560,235 L798,235")
    yield from _words(680, 226, [", ".join(ROLES)])
    yield _line("M800,290 L562,290")
    yield from _words(680, 308, wrap(", ".join(stances), 30))
    yield _line("M880,150 C860,40 1000,40 985,148")
    yield from _words(925, 50, ["SAME_AS"])
    yield _line("M880,370 C860,460 1000,460 985,372")
    yield from _words(700, 455, wrap(", ".join(vocabulary().plain_edges()), 72))


def _line(path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="#444444" stroke-width="1.6" marker-end="url(#to)"/>'


def _words(x: int, y: int, lines: Iterable[str], anchor: str = "middle") -> Iterator[str]:
    for number, line in enumerate(lines):
        yield _text(x, y + number * LINE, line, 12, "#222222", anchor)


def _text(x: int, y: int, words: str, size: int, colour: str = "#1a1a1a", anchor: str = "middle") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'
