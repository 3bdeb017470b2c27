"""What `--write` keeps: the weights as data of the extraction, the measures with the digest of what they are of."""

import json
from typing import Any

import yaml

from ingest.extraction.confidence import Weights
from tools.confidence.judge import Judgement
from tools.quality import gold

WEIGHTS = gold.ROOT / "ingest" / "extraction" / "data" / "confidence.yaml"
MEASURES = gold.ROOT / "tools" / "confidence" / "measures.json"
HEAD = """\
# Log odds of a statement's being right: bias, and the weight of each sign (ingest/extraction/signs.py).
# Learnt from annotated articles by `python -m tools.confidence --write`; not edited by hand.
"""


def page(weights: Weights) -> str:
    """The data file."""
    fields = {"bias": weights.bias, "signs": dict(weights.signs)}
    return HEAD + yaml.safe_dump(fields, sort_keys=False, allow_unicode=True)


def keep(weights: Weights, found: dict[str, Judgement]) -> None:
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
