"""Statements of the annotated articles with their signs, and whether the scorer takes them for right or wrong."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from graph.jsonl import to_line
from graph.statement import Article
from ingest.extraction.extract import make_statements
from ingest.extraction.reading import read
from ingest.extraction.signs import Signs, all_signs
from ingest.german.pipeline import german
from ingest.rewriting.usual import stored, usual
from tools.quality import gold


@dataclass(frozen=True, slots=True)
class Case:
    """A statement that is right or wrong: the group and key of its article, and its signs."""

    group: str
    article: str
    signs: Signs
    right: bool


def cases() -> list[Case]:
    """All of them; statements that the scorer leaves out of the count are left out."""
    found = of_group("dispatches", gold.dispatches(), gold.DISPATCHES)
    for name in gold.OWN:
        found += of_group(name, gold.own(name), gold.own_lines(name))
    return found


def of_group(group: str, articles: Iterable[tuple[str, Article]], annotations: Path) -> list[Case]:
    """The cases of one folder of articles."""
    keyed = list(articles)
    system: dict[str, list[gold.Line]] = {}
    signs: dict[str, list[Signs]] = {}
    texts = [usual(article.text, article.title) for _, article in keyed]
    docs = german().pipe(made.text for made in texts)
    for (key, article), made, doc in zip(keyed, texts, docs, strict=True):
        reading = read(article, doc)
        statements = list({s.id: s for s in make_statements(reading)}.values())
        by_id = all_signs(reading, statements)
        signs[key] = [by_id[s.id] for s in statements]
        # The scorer hands on the confidence of what it judges: here the number of the statement instead.
        lines = [json.loads(to_line(stored(s, made, article.text))) for s in statements]
        system[key] = [{**line, "confidence": n} for n, line in enumerate(lines)]
    judged = labels(annotations, system)
    return [Case(group, key, signs[key][n], right) for key in sorted(system) for n, right in judged[key]]


def labels(annotations: Path, system: dict[str, list[gold.Line]]) -> dict[str, list[tuple[int, bool]]]:
    """By article, number of each statement that is right or wrong, in order: as the scorer matches them."""
    score = scorer()
    lines: dict[str, list[gold.Line]] = defaultdict(list)
    for line in gold.lines(annotations):
        lines[line["article"]].append(line)
        for entity in score.entities_of(line):
            if entity.get("type") == "Country":
                score.COUNTRY_WORDS.update(name for name in score.names(entity) if " " not in name)
    found: dict[str, list[tuple[int, bool]]] = {}
    for key, statements in system.items():
        judged: list[tuple[int, bool]] = []
        score.score_doc(lines[key], statements, [], key, judged)
        found[key] = sorted(judged)
    return found


def scorer() -> ModuleType:
    """The scorer as a module of its own, with nothing of another gold in it."""
    spec = spec_from_file_location("lagebild_scorer", gold.SCORER)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
