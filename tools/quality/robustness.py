"""How much the scores fall when the same articles are written otherwise."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.statement import Article, make_article
from ingest.rewriting.rewritten import Rewritten
from tools.quality import gold
from tools.quality.disguises import DISGUISES, Disguise
from tools.quality.scores import Scores, extract, numbers, score

KEYS = ("a.F1", "c.F1", "src", "evid")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles by key, and the lines of their annotations."""

    articles: dict[str, Article]
    lines: list[gold.Line]


def worked_on() -> Corpus:
    """The articles whose errors were read: no `check`, and no passages, of which only some were."""
    names = gold.group("practice")
    practice = {key: article for key, article in gold.dispatches() if key in names}
    lines = [line for line in gold.lines(gold.DISPATCHES) if line["article"] in names]
    parts = [Corpus(practice, lines), *map(folder, gold.FITTED)]
    articles = {key: article for part in parts for key, article in part.articles.items()}
    return Corpus(articles, [line for part in parts for line in part.lines])


def folder(name: str) -> Corpus:
    """One folder of articles annotated for this project."""
    return Corpus(dict(gold.own(name)), gold.lines(gold.own_lines(name)))


def robustness(scratch: Path, corpus: Corpus, disguises: Sequence[Disguise] = DISGUISES) -> dict[str, Scores]:
    """The scores of each way of writing, by name; `scratch` takes the scorer's files."""
    scratch.mkdir(parents=True, exist_ok=True)
    return {disguise.name: scored(disguise, corpus, scratch) for disguise in disguises}


def scored(disguise: Disguise, corpus: Corpus, scratch: Path) -> Scores:
    """The scores of the articles in this disguise, against annotations that went with the text."""
    made = {key: disguise.on(article.text) for key, article in corpus.articles.items()}
    stem = scratch / f"written-{DISGUISES.index(disguise)}"
    moved = [{**line, "evidence": evidence(line, made[line["article"]])} for line in corpus.lines]
    written = stem.with_suffix(".gold.jsonl")
    written.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in moved), "utf-8")
    disguised = ((key, rewritten(article, made[key].text, disguise)) for key, article in corpus.articles.items())
    return numbers(score(stem, written, extract(disguised), None, 0)["all"])


def rewritten(article: Article, text: str, disguise: Disguise) -> Article:
    """The article with another text, its title written in the same way."""
    title = disguise.on(article.title or "").text
    return make_article(
        text,
        title=title,
        outlet=article.outlet,
        published=article.published,
        input_id=article.document,
        with_title=False,
    )


def evidence(line: gold.Line, made: Rewritten) -> dict[str, object]:
    """The evidence of an annotation in the text that was made of its article."""
    start, end = line["evidence"]["start"], line["evidence"]["end"]
    if made.begins is not None and made.ends is not None:
        start, end = bisect_right(made.ends, start), bisect_left(made.begins, end)
    return {"start": start, "end": end, "text": made.text[start:end]}


def problems(found: dict[str, Scores]) -> list[str]:
    """Ways of writing that cost more of the troop-report F1 than they may."""
    plain = found[DISGUISES[0].name]["a.F1"]
    falls = {d: plain - found[d.name]["a.F1"] for d in DISGUISES if d.name in found}
    return [
        f"{d.name}: troop reports F1 falls by {fall:.3f}, at most {d.fall}"
        for d, fall in falls.items()
        if fall > d.fall
    ]
