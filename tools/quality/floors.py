"""The floors: scores that were reached, pinned with the digest of what they were measured on."""

import json
import math
from dataclasses import dataclass
from typing import Any

from tools.quality import gold
from tools.quality.scores import Scores

FLOORS = gold.FOLDER / "floors.json"


@dataclass(frozen=True, slots=True)
class Measure:
    """One row: the scorer's key, its label, and what is wanted of `check` and of the given articles."""

    key: str
    label: str
    check: float
    given: float


WANTED = (
    Measure("a.F1", "troop reports F1", 0.80, 0.80),
    Measure("src", "origin and outlet sets: all matched reports", 0.70, 0.70),
    Measure("src_said", "origin and outlet sets: where gold names a source", 0.70, 0.70),
    Measure("modality", "modality of troop reports", 0.85, 0.80),
    Measure("relmod", "modality of relations", 0.90, 0.90),
    Measure("c.F1", "relations F1: all", 0.60, 0.60),
    Measure("c2.F1", "relations F1: without HOLDS_OFFICE", 0.50, 0.50),
    Measure("evid", "evidence in the right place", 0.90, 0.90),
    Measure("time", "time, where gold has one", 0.70, 0.70),
    Measure("ent.found", "entities found", 0.90, 0.90),
    Measure("ref", "reference id right", 0.90, 0.90),
)
SLACK = 0.005  # of a score, between what was measured and its floor
RECALL, RECALL_LINES = 0.3, 5  # of every predicate with that many required lines in `practice`


def wanted(group: str, measure: Measure) -> float:
    """What the measure must reach: practice, own and fresh articles are held to what holds for `check`."""
    return measure.given if group == "given" else measure.check


def pinned() -> dict[str, Any]:
    """The floors as committed."""
    read: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))
    return read


def digests() -> dict[str, str]:
    """What the scores depend on beside the program: the pinned gold, and the given one where it is."""
    found = gold.given()
    return {"gold": gold.digest(gold.PINS)} | ({"given": gold.digest(found.gold)} if found else {})


def problems(scores: dict[str, Scores]) -> list[str]:
    """Scores below their floor, groups without one, and gold that is not what the floors were measured on."""
    pins = pinned()
    changed = [
        f"{name}: the gold changed since the floors were pinned"
        for name, value in digests().items()
        if pins[name] != value
    ]
    if gold.measured() != json.loads(gold.PINS.read_text("utf-8")):
        changed.append("tests/gold differs from its pins.json")
    return changed + [line for name in scores for line in below(name, scores[name], pins["floors"].get(name, {}))]


def below(name: str, scores: Scores, floors: Scores) -> list[str]:
    """The measures of one group that fell."""
    rows = [f"{name}: {m.label} has no floor" for m in WANTED if m.key not in floors]
    fell = [(m, scores.get(m.key, 0.0), floors[m.key]) for m in WANTED if m.key in floors]
    return rows + [f"{name}: {m.label} {score:.3f}, floor {floor:.2f}" for m, score, floor in fell if score < floor]


def pin(scores: dict[str, Scores]) -> None:
    """Writes what was measured as the new floors, half a point lower and rounded down: processors round differently."""
    gold.PINS.write_text(json.dumps(gold.measured(), indent=1) + "\n", "utf-8")
    old = pinned() if FLOORS.exists() else {}
    kept: dict[str, Scores] = old.get("floors", {})
    rounded = {
        name: {m.key: math.floor((values[m.key] - SLACK) * 100) / 100 for m in WANTED}
        for name, values in scores.items()
    }
    new: dict[str, Any] = {**old, **digests(), "floors": kept | rounded}
    FLOORS.write_text(json.dumps(new, indent=1) + "\n", "utf-8")
