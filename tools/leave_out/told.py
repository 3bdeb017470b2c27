"""What `make leave-out` tells: figures for `docs/quality.json`, and the log of the dispatches that may be read."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

from tools.leave_out.articles import Fired, fired, parsed
from tools.leave_out.measure import KINDS, Cost, Falls, Judge, costs, falls, full
from tools.quality import floors, gold

WANTED = 0.02  # the most that F1 should fall on average
LISTED = 30
_DIGITS = 4
Told = dict[str, Any]


def told(*, named: bool = True) -> tuple[Told, Told]:
    """The figures, and the log by dispatch; `named`: also what single entries cost (some minutes more)."""
    dispatches = parsed(gold.dispatches())
    others = {key: article for name in gold.OWN for key, article in parsed(gold.own(name)).items()}
    shared = gold.given()
    others |= parsed(shared.articles()) if shared is not None else {}
    log, judge = fired(dispatches | others), Judge()
    whole = full(dispatches, judge)
    parts = {name: falls(dispatches, whole, only_kinds(log, dispatches, kinds), judge) for name, kinds in _BY.items()}
    alone = falls(dispatches, whole, {key: log[key] for key in dispatches}, judge)
    everywhere = falls(dispatches, whole, log, judge)
    figures: Told = {
        "texts": {"dispatches": len(dispatches), "all": len(log)},
        "dispatches": means(alone),
        "all": means(everywhere),
        "groups": by_group(alone),
        "groups_all": by_group(everywhere),
        "by": {name: means(part) for name, part in parts.items()},
    }
    if named:
        found = sorted(costs(dispatches, alone, judge, sorted(gold.group("practice"))), key=_weight)
        figures["costly"] = [costly(cost, log) for cost in found[:LISTED]]
    return figures, {key: logged(alone, log, key) for key in sorted(dispatches)}


_BY = {
    "words": {"word"},
    "aliases": {"aliases", "aliases_de", "aliases_en"},
    "adjectives, demonyms, metonyms": {"adjectives", "demonym_forms", "metonyms"},
    "rules": {"rule"},
}


def only_kinds(log: Fired, dispatches: Iterable[str], kinds: set[str]) -> Fired:
    """The log of the dispatches, entries of some kinds alone."""
    return {key: frozenset(e for e in log[key] if e.kind in kinds) for key in dispatches}


def only(found: Falls, names: set[str]) -> Falls:
    """Some of the dispatches."""
    return Falls({key: left for key, left in found.dispatches.items() if key in names})


def by_group(found: Falls) -> Told:
    """`check`, to which no word was fitted, beside `practice`: what is rare falls in both."""
    return {name: means(only(found, gold.group(name))) for name in ("check", "practice")}


def means(found: Falls) -> Told:
    """Mean falls, F1 over all dispatches together, and how many entries go on average."""
    kinds = {
        kind: {
            "fall": round(found.mean(kind), _DIGITS),
            **dict(zip(("full", "without"), (round(f1, _DIGITS) for f1 in found.pooled(kind)), strict=True)),
        }
        for kind in KINDS
    }
    own = sum(len(left.own) for left in found.dispatches.values())
    return {**kinds, "own": round(own / len(found.dispatches), 1)}


def _weight(cost: Cost) -> tuple[float, str]:
    return -sum(cost.fall.values()), f"{cost.article} {cost.entry}"


def costly(cost: Cost, log: Fired) -> Told:
    """One line of the table; `elsewhere`: in how many of all texts but this one the entry fires."""
    return {
        "article": cost.article,
        "where": cost.entry.where,
        "word": cost.entry.word,
        "fall": {kind: round(fall, 3) for kind, fall in cost.fall.items()},
        "elsewhere": sum(cost.entry in entries for entries in log.values()) - 1,
    }


def logged(found: Falls, log: Fired, key: str) -> Told:
    """A dispatch of `practice` with what fired; of `check`, which nobody reads, the totals alone."""
    left = found.dispatches[key]
    totals: Told = {"fired": len(log[key]), "own": len(left.own), "fall": {k: round(left.fall(k), 3) for k in KINDS}}
    if key not in gold.group("practice"):
        return totals
    return totals | {
        "entries": {f"{e.where}: {e.word}": e in left.own for e in sorted(log[key])},
        "f1": {kind: [round(left.full[kind].f1, 3), round(left.without[kind].f1, 3)] for kind in KINDS},
    }


def fallen(figures: Mapping[str, Any]) -> dict[str, float]:
    """The mean falls that are pinned, by KINDS."""
    return {kind: figures["dispatches"][kind]["fall"] for kind in KINDS}


def short(figures: Mapping[str, Any]) -> list[str]:
    """Mean falls that are larger than wanted."""
    return [f"{kind} F1 falls by {fall:.3f}" for kind, fall in fallen(figures).items() if fall > WANTED]


def problems(figures: Mapping[str, Any]) -> list[str]:
    """Mean falls that are larger than those that were reached and pinned, as the floors of the scores are."""
    most: Mapping[str, float] = floors.pinned()["leave_out"]
    rows = [(kind, fall, most[kind]) for kind, fall in fallen(figures).items() if fall > most[kind]]
    return [f"what one text alone needs: {kind} F1 falls by {fall:.3f}, pinned {pin:.2f}" for kind, fall, pin in rows]


def pin(figures: Mapping[str, Any]) -> None:
    """What is measured is the most from now on, half a point more and rounded up."""
    most = {kind: math.ceil((fall + floors.SLACK) * 100) / 100 for kind, fall in fallen(figures).items()}
    floors.FLOORS.write_text(json.dumps({**floors.pinned(), "leave_out": most}, indent=1) + "\n", "utf-8")
