"""Everything that the page on quality tells, measured: written to `docs/quality.json`, from which the page is made."""

import json
import time
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph.statement import Article
from tools.confidence.cases import cases, scorer
from tools.confidence.judge import measure
from tools.leave_out import told as leave_out
from tools.quality import gold
from tools.quality.constructions import shares
from tools.quality.disguises import DISGUISES
from tools.quality.floors import WANTED
from tools.quality.robustness import KEYS, Corpus, robustness, worked_on
from tools.quality.scores import Extracted, extract, score

Figures = dict[str, Any]
DIGITS = 3


def figures(scratch: Path, boot: int, leave_out_known: Figures | None = None) -> Figures:
    """All of it, in some minutes (twenty with what one text alone needs, unless that is known)."""
    scratch.mkdir(parents=True, exist_ok=True)
    corpus = worked_on()
    dispatches, speed = timed(gold.dispatches())
    extracted = dispatches | {key: pair for name in gold.OWN for key, pair in extract(gold.own(name)).items()}
    reports = score(scratch / "dispatches", gold.DISPATCHES, dispatches, gold.SPLIT, boot)
    groups = {name: cells(reports[name]) for name in ("check", "practice")}
    for name in gold.OWN:
        chosen = {key: extracted[key] for key, _ in gold.own(name)}
        groups[name] = cells(score(scratch / name, gold.own_lines(name), chosen, None, boot)["all"])
    return rounded(
        {
            "gold": gold.digest(gold.PINS),
            "groups": groups,
            "distractors": reports["all"]["distractors"],
            "speed": speed,
            **found(corpus, extracted),
            "robustness": {
                name: {key: scores[key] for key in KEYS} for name, scores in robustness(scratch, corpus).items()
            },
            "confidence": {name: asdict(judgement) for name, judgement in measure(cases()).items()},
            "leave_out": leave_out_known or leave_out.told()[0],
        }
    )


def timed(articles: Iterable[tuple[str, Article]]) -> tuple[Extracted, Figures]:
    """The statements, and articles and words in a second of processor time (of two cores, a second has two)."""
    known = [*articles]
    extract(known[:2])  # loads the model
    start = time.process_time()
    extracted = extract(known)
    seconds = time.process_time() - start
    words = sum(len(article.text.split()) for _, article in known)
    return extracted, {"articles": len(known) / seconds, "words": words / seconds}


def cells(report: Figures) -> Figures:
    """Value and interval of each measure that the floors have."""
    return {m.key: [report[m.key]["value"], *(report[m.key]["ci95"] or ())] for m in WANTED}


def found(corpus: Corpus, extracted: Extracted) -> Figures:
    """What is found, by predicate and by construction."""
    predicates, ways = shares(corpus, extracted, scorer())
    return {
        "predicates": {name: asdict(share) for name, share in predicates.items()},
        "constructions": {name: asdict(share) for name, share in ways.items()},
    }


def rounded(value: Figures) -> Figures:
    """Figures with three digits: more would be the processor's."""
    told: Figures = json.loads(json.dumps(value), parse_float=lambda text: round(float(text), DIGITS))
    return told


def problems(told: Figures) -> list[str]:
    """What of the told figures is short of what is wanted of robustness and distractors, or is of another gold."""
    plain, hits = told["robustness"][DISGUISES[0].name]["a.F1"], told["distractors"]
    lines = [] if told["gold"] == gold.digest(gold.PINS) else ["the gold changed: make report"]
    for each in DISGUISES:
        fall = plain - told["robustness"][each.name]["a.F1"]
        lines += [f"{each.name}: troop reports F1 falls by {fall:.3f}"] if fall > each.fall else []
    lines += leave_out.problems(told["leave_out"])
    return lines + (["too many distractors"] if hits["hit"] > 0.03 * hits["sentences"] else [])
