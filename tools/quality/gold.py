"""The annotated articles: sixty invented dispatches that every clone has, five given ones where they are."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph.statement import Article, make_article

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "gold"
PINS = FOLDER / "pins.json"
SCORER = FOLDER / "score.py"
DISPATCHES = FOLDER / "dispatches.jsonl"
OWN = ("own", "fresh", "probes", "blind")  # folders of articles annotated for this project
FITTED = ("own", "fresh")  # those whose articles were all read with their errors
SPLIT = FOLDER / "split.jsonl"
DISTRACTORS = FOLDER / "distractors.jsonl"

Line = dict[str, Any]  # the scorer's own format: contract fields, but entities with all their names


@dataclass(frozen=True, slots=True)
class Given:
    """The given articles and their gold, outside the project."""

    folder: Path

    @property
    def gold(self) -> Path:
        """The annotations; their evidence quotes the articles, so they stay where they are."""
        return self.folder / "gold" / "seeds.jsonl"

    def articles(self) -> list[tuple[str, Article]]:
        """Key of the gold (the file's name) and article; offsets count from the start of the file."""
        paths = sorted((self.folder / "seeds").glob("*.txt"))
        return [(path.name, make_article(path.read_bytes().decode("utf-8"), input_id=path.name)) for path in paths]


def given() -> Given | None:
    """The given articles, or None on a clone without them."""
    found = Given(ROOT / os.environ.get("LAGEBILD_SHARED", "../shared"))
    return found if found.gold.is_file() else None


def dispatches() -> Iterator[tuple[str, Article]]:
    """The sixty dispatches, by key of the gold (dNN)."""
    yield from articles(FOLDER / "dispatches")


def own(name: str) -> Iterator[tuple[str, Article]]:
    """The articles of one folder of OWN, by key of the gold (o01, p01 ...)."""
    yield from articles(FOLDER / name)


def own_lines(name: str) -> Path:
    """The annotations of one folder of OWN."""
    return FOLDER / name / f"{name}.jsonl"


def articles(folder: Path) -> Iterator[tuple[str, Article]]:
    """Key and article of each file, or of each line of `articles.jsonl`: the body alone, as the gold's offsets need
    it.
    """
    short = folder / "articles.jsonl"
    files = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
    for fields in lines(short) if short.exists() else files:
        yield (
            fields["id"],
            make_article(
                fields["text"],
                title=fields["title"],
                outlet=fields["outlet"],
                published=fields["published"],
                input_id=fields["id"],
                with_title=False,
            ),
        )


def lines(path: Path) -> list[Line]:
    """The lines of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def group(name: str) -> set[str]:
    """The articles of one group: `practice` or `check`."""
    return {line["id"] for line in lines(SPLIT) if line["group"] == name}


def measured() -> dict[str, Any]:
    """What is measured with: a digest of every file, and how much there is of each kind."""
    results = {PINS.name, "floors.json"}
    files = sorted(p for p in FOLDER.rglob("*.*") if p.name not in results and "__pycache__" not in p.parts)
    return {
        "articles": len(list((FOLDER / "dispatches").glob("*.json"))),
        "practice": len(group("practice")),
        "check": len(group("check")),
        **{name: len(list(own(name))) for name in OWN},
        "statements": len(lines(DISPATCHES)),
        "distractors": len(lines(DISTRACTORS)),
        "sha256": {str(p.relative_to(FOLDER)): digest(p) for p in files if p.suffix != ".md"},
    }


def digest(path: Path) -> str:
    """SHA-256 of a file, as hex."""
    return sha256(path.read_bytes()).hexdigest()
