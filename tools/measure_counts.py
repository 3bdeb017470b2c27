"""How many annotated counts are found, and how many are found where none is.

    python tools/measure_counts.py GOLD.jsonl ARTICLES DISTRACTORS.jsonl

GOLD holds one statement a line (contract, with `article`, `count`, `evidence`, `alt`, `optional`), ARTICLES is a folder
with `<article>.json`, DISTRACTORS lists sentences without a troop report (`article`, `start`, `end`, `text`).
A gold count is found when a mention inside its evidence has the same minimum, maximum and unit. Optional lines and
lines that may go without a count are left out.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ingest.counts.find import CountMention, find_counts
from ingest.extraction.tree import Tree, make_tree
from ingest.german.pipeline import german

Row = dict[str, Any]
Found = dict[str, list[tuple[int, int, CountMention]]]


def main(gold: str, articles: str, distractors: str) -> None:
    """Prints recall, modifiers, wholes, what is missed, and mentions inside distractors."""
    trees = {path.stem: _parse(path) for path in sorted(Path(articles).glob("*.json"))}
    found = {name: [(*_span(tree, mention), mention) for mention in find_counts(tree)] for name, tree in trees.items()}
    score: Counter[str] = Counter()
    for row in _rows(gold):
        if row.get("count") and not row.get("optional") and None not in row.get("alt", {}).get("count", []):
            _judge(row, found, score)
    _distractors(distractors, found, score)
    print(f"recall {score['found']}/{score['all']}  modifier {score['modifier']}/{score['found']}", end="  ")
    print(f"whole {score['whole']}/{score['wholes']}  mentions in distractors {score['wrong']}/{score['sentences']}")


def _parse(path: Path) -> Tree:
    return make_tree(german()(json.loads(path.read_text("utf-8"))["text"]))


def _rows(path: str) -> Iterator[Row]:
    for line in Path(path).read_text("utf-8").splitlines():
        yield json.loads(line)


def _span(tree: Tree, mention: CountMention) -> tuple[int, int]:
    start = tree.offsets[mention.start]
    return start, start + len(mention.count.text)


def _judge(row: Row, found: Found, score: Counter[str]) -> None:
    want, evidence = row["count"], row["evidence"]
    units = [want["unit"], *row.get("alt", {}).get("unit", [])]
    inside = [m for a, b, m in found.get(row["article"], []) if evidence["start"] <= a and b <= evidence["end"]]
    bounds = (want["min"], want["max"])
    hits = [m for m in inside if (m.count.min, m.count.max) == bounds and m.count.unit in units]
    score["all"] += 1
    score["found"] += bool(hits)
    score["modifier"] += any(m.count.modifier == want["modifier"] for m in hits)
    if want["of"]:
        score["wholes"] += 1
        score["whole"] += any(m.count.of is not None and m.count.of.model_dump() == want["of"] for m in hits)
    if not hits:
        print("missed", row["article"], want["text"], "| found there:", [m.count.text for m in inside])


def _distractors(path: str, found: Found, score: Counter[str]) -> None:
    for row in _rows(path):
        score["sentences"] += 1
        for start, end, mention in found.get(row["article"], []):
            if row["start"] <= start and end <= row["end"] and not mention.singular:
                score["wrong"] += 1
                print("in a distractor", row["article"], f"{mention.count.text!r} ({mention.by})")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(str(__doc__))
    main(*sys.argv[1:])
