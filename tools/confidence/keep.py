"""What `--write` keeps: the weights as data of the extraction, and the measures with the digest of their gold."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from ingest.extraction.confidence import Weights
from tools.confidence.judge import Judgement
from tools.quality import gold

WEIGHTS = gold.ROOT / "ingest" / "extraction" / "data" / "confidence.yaml"
MEASURES = gold.ROOT / "tools" / "confidence" / "measures.json"
ECE, AUROC = 0.06, 0.75  # wanted of the dispatches
SLACK = 0.02  # of both measures, before they count as fallen
HEAD = """\
# Log odds of a statement's being right: bias, and the weight of each sign (ingest/extraction/signs.py).
# Learnt from annotated articles by `python -m tools.confidence --write`; not edited by hand.
"""


def page(weights: Weights) -> str:
    """The data file."""
    fields = {"bias": weights.bias, "signs": dict(weights.signs)}
    return HEAD + yaml.safe_dump(fields, sort_keys=False, allow_unicode=True)


def keep(weights: Weights, found: Mapping[str, Judgement]) -> None:
    """Writes both."""
    WEIGHTS.write_text(page(weights), "utf-8")
    measures = {
        group: {"cases": j.cases, "right": j.right, "ece": round(j.ece, 3), "auroc": round(j.auroc, 3)}
        for group, j in found.items()
    }
    MEASURES.write_text(json.dumps({"gold": gold.digest(gold.PINS), "measures": measures}, indent=1) + "\n", "utf-8")


def kept() -> dict[str, Any]:
    """The measures as committed."""
    read: dict[str, Any] = json.loads(MEASURES.read_text("utf-8"))
    return read


def problems(found: Mapping[str, Judgement]) -> list[str]:
    """Measures that fell, or are short of what is wanted of the dispatches; and gold that they are not of."""
    before = kept()
    changed = before["gold"] != gold.digest(gold.PINS)
    lines = ["confidence: the gold changed; python -m tools.confidence --write learns anew"] if changed else []
    for group, judgement in found.items():
        old = before["measures"][group]
        worst, least = old["ece"] + SLACK, old["auroc"] - SLACK
        if group == "dispatches":
            worst, least = min(worst, ECE), max(least, AUROC)
        if judgement.ece > worst:
            lines.append(f"confidence, {group}: calibration error {judgement.ece:.3f}, at most {worst:.3f}")
        if judgement.auroc < least:
            lines.append(f"confidence, {group}: area under ROC {judgement.auroc:.3f}, at least {least:.3f}")
    return lines
