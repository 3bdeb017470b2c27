"""How many annotated times are found with the same start and end.

    python tools/measure_times.py GOLD.jsonl ARTICLES

GOLD holds one statement a line (contract, with `article`, `time`, `evidence`, `alt`), ARTICLES is a folder with
`<article>.json` (`text`, `published`). A gold time is found when a mention inside its evidence has its start and end.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ingest.extraction.tree import Tree, make_tree
from ingest.german.pipeline import german
from ingest.times.find import TimeMention, find_times

Row = dict[str, Any]


def main(gold: str, articles: str) -> None:
    """Prints the share of lines with a time that is found, and those that are not."""
    rows = [json.loads(line) for line in Path(gold).read_text("utf-8").splitlines()]
    rows = [row for row in rows if row.get("time")]
    read = {name: _read(Path(articles) / f"{name}.json") for name in {row["article"] for row in rows}}
    missed = [row for row in rows if not _found(row, *read[row["article"]])]
    for row in missed:
        print("missed", row["article"], row["time"])
    print(f"times {len(rows) - len(missed)}/{len(rows)}")


def _read(path: Path) -> tuple[Tree, list[TimeMention]]:
    article = json.loads(path.read_text("utf-8"))
    tree = make_tree(german()(article["text"]))
    return tree, find_times(tree, date.fromisoformat(article["published"]))


def _found(row: Row, tree: Tree, mentions: list[TimeMention]) -> bool:
    allowed = [row["time"], *(time for time in row.get("alt", {}).get("time", []) if time)]
    spans = [(time["start"], time["end"]) for time in allowed]
    first, last = row["evidence"]["start"], row["evidence"]["end"]
    inside = (m for m in mentions if first <= tree.offsets[m.start] and tree.span(m.start, m.end)[1] <= last)
    return any((m.time.start, m.time.end) in spans for m in inside)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(str(__doc__))
    main(*sys.argv[1:])
