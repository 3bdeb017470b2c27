"""Runs the extraction and the scorer; scores are plain numbers by group and measure."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.jsonl import to_line
from graph.statement import Article, Statement
from ingest.extraction.extract import read_articles
from tools.quality import gold

Scores = dict[str, float]
Extracted = dict[str, tuple[Article, list[Statement]]]


def extract(articles: Iterable[tuple[str, Article]]) -> Extracted:
    """Statements of each article, by the key that its gold uses."""
    keyed = list(articles)
    read = read_articles(article for _, article in keyed)
    return {key: pair for (key, _), pair in zip(keyed, read, strict=True)}


def of_dispatches(extracted: Extracted, report: Path, boot: int = 0) -> dict[str, Scores]:
    """Scores by group (`check`, `practice`); the scorer's pages are left in `report`."""
    both = score(report / "dispatches", gold.DISPATCHES, extracted, gold.SPLIT, boot)
    return {name: numbers(both[name]) for name in ("check", "practice")}


def of_own(report: Path, boot: int = 0) -> dict[str, Scores]:
    """Scores of the articles annotated for this project, a group for each folder (`own`, `fresh`)."""
    pages = {name: (report / name, gold.own_lines(name), extract(gold.own(name))) for name in gold.OWN}
    return {name: numbers(score(*page, None, boot)["all"]) for name, page in pages.items()}


def of_given(extracted: Extracted, report: Path, source: gold.Given, boot: int = 0) -> dict[str, Scores]:
    """Scores of the given articles, as the group `given`."""
    return {"given": numbers(score(report / "given", source.gold, extracted, None, boot)["all"])}


def score(stem: Path, gold_file: Path, extracted: Extracted, index: Path | None, boot: int) -> dict[str, Any]:
    """The scorer's report. Its page is kept beside it, without errors: those of `check` are not for reading."""
    system, result = stem.with_suffix(".statements.jsonl"), stem.with_suffix(".json")
    system.write_text("".join(keyed_lines(extracted)), "utf-8")
    command = [
        sys.executable,
        str(gold.SCORER),
        str(gold_file),
        str(system),
        "--json",
        str(result),
        "--boot",
        str(boot),
    ]
    if index is not None:
        command += ["--index", str(index), "--distractors", str(gold.DISTRACTORS)]
    page = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    stem.with_suffix(".txt").write_text(page, "utf-8")
    report: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return report


def keyed_lines(extracted: Extracted) -> Iterable[str]:
    """Statements as lines, under the article's key in the gold."""
    for key, (_, statements) in extracted.items():
        yield from (json.dumps(line, ensure_ascii=False) + "\n" for line in keyed(key, statements))


def keyed(key: str, statements: Iterable[Statement]) -> list[gold.Line]:
    """Statements in the scorer's own format."""
    return [{**json.loads(to_line(statement)), "article": key} for statement in statements]


def numbers(report: dict[str, Any]) -> Scores:
    """The values of one group, without what does not occur in it."""
    values = {key: cell["value"] for key, cell in report.items() if "value" in cell and cell["value"] is not None}
    sure = report.get("confidence", {})
    values |= {key: sure[key] for key in ("ece", "auroc") if sure.get(key) is not None}
    hits = report.get("distractors")
    return values | ({"distractors": 1 - hits["hit"] / hits["sentences"]} if hits else {})


def recall(extracted: Extracted, scratch: Path) -> dict[str, tuple[float, int]]:
    """Recall and required lines of each predicate, on the practice articles alone."""
    names = gold.group("practice")
    gold_file, index = scratch / "practice.gold.jsonl", scratch / "practice.index.jsonl"
    for source, key, target in ((gold.DISPATCHES, "article", gold_file), (gold.SPLIT, "id", index)):
        kept = [json.dumps(line, ensure_ascii=False) + "\n" for line in gold.lines(source) if line[key] in names]
        target.write_text("".join(kept), "utf-8")
    chosen = {key: pair for key, pair in extracted.items() if key in names}
    found = score(scratch / "practice", gold_file, chosen, index, 0)["predicates"]
    required = {name: cell["tp"] + cell["fn"] for name, cell in found.items()}
    return {name: (found[name]["tp"] / lines, lines) for name, lines in required.items() if lines}
