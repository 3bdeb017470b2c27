"""Troop reports without a number, drawn by a fixed seed and judged by a reader who wrote none of the rules.

`python -m tools.quality.unnumbered FILE` draws anew; each line of FILE then gets `right`, `sources_right` and `why`,
and the file takes the place of `tests/unnumbered/judged.jsonl`.
"""

import argparse
import json
import random
from pathlib import Path

from graph.statement import Article, Statement
from tools.quality import gold
from tools.quality.scores import Extracted, extract

SEED, DRAWN = 2026, 50
WANTED = 0.85  # of those drawn
UNREAD = gold.ROOT / "tests" / "unnumbered"  # articles without annotations, whose errors nobody had read before
JUDGED = UNREAD / "judged.jsonl"


def judged() -> list[gold.Line]:
    """What was drawn, with the verdicts: `right`, `sources_right`, and `why` where something is wrong."""
    return gold.lines(JUDGED)


def share(key: str) -> float:
    """The share of those drawn that is right (`right`), or whose sources are (`sources_right`)."""
    lines = judged()
    return sum(bool(line[key]) for line in lines) / len(lines)


def section() -> str:
    """What the page on quality tells of it."""
    return (
        f"Of {len(judged())} troop reports without a number, drawn by a fixed seed from a hundred articles whose "
        f"errors nobody had read, a reader who wrote none of the rules found {share('right'):.2f} right ({WANTED} "
        f"wanted), and the sources of {share('sources_right'):.2f} (verdicts in `tests/unnumbered/judged.jsonl`).\n"
    )


def draw(extracted: Extracted) -> list[gold.Line]:
    """Fifty of the unnumbered troop reports, in the order of their articles."""
    pool = [
        (key, statement, article)
        for key, (article, statements) in extracted.items()
        for statement in statements
        if _is_unnumbered(statement)
    ]
    pool.sort(key=lambda entry: (entry[0], entry[1].id))
    drawn = random.Random(SEED).sample(pool, DRAWN)
    return [_line(*entry) for entry in sorted(drawn, key=lambda entry: (entry[0], entry[1].id))]


def _is_unnumbered(statement: Statement) -> bool:
    count = statement.count
    return statement.kind == "troop_report" and (count is None or (count.min is None and count.max is None))


def _line(key: str, statement: Statement, article: Article) -> gold.Line:
    sources = [f"{s.entity.name} ({s.role}, {s.stance})" for s in statement.sources]
    return {
        "article": key,
        "published": str(article.published),
        "subject": statement.subject.name,
        "predicate": statement.predicate,
        "object": statement.object and statement.object.name,
        "place": statement.place and statement.place.name,
        "time": statement.time and statement.time.text,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "sources": sources,
        "evidence": statement.evidence.text,
    }


def main() -> None:
    """Draws, and writes what is to be judged."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.unnumbered", description=__doc__)
    parser.add_argument("file", type=Path, help="the file to write")
    lines = draw(extract(gold.articles(UNREAD)))
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    parser.parse_args().file.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
