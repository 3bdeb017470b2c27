"""The section of `docs/quality.md` on what one text alone needs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tools.leave_out.told import WANTED, short

ABOUT = """\
Which word of the lists, which alias and which rule fires on which text is logged. Each dispatch is read again without
all that fires on it alone, and F1 compared: means over dispatches, and over all of them together. The second row
leaves out only what fires on none of the other annotated texts either. Words for times are not looked at.

Wanted is a mean fall of at most {wanted:.2f}. {reached} In sixty short texts many plain words stand only once, so a
fall does not tell by itself that a word was fitted to its text: nobody read `check` while the words were listed, and
its fall is about what rareness alone does. What `practice` loses beyond that may be fitted.
"""
HEADS = ("left out of each dispatch", "on average", "troop reports: mean fall", "F1", "without")
COSTLY = """
What costs most in `practice`, each left out alone. *elsewhere*: annotated texts beside the dispatches on which it
fires.
"""


def section(told: Mapping[str, Any]) -> Iterator[str]:
    """Text and tables."""
    missed = f"**It is not reached:** {', '.join(short(told))} (a: troop reports, c: relations)."
    yield ABOUT.format(wanted=WANTED, reached=missed if short(told) else "It is reached.")
    rows = {
        f"fires on none of the other {told['texts']['dispatches'] - 1} dispatches": told["dispatches"],
        f"fires on none of the other {told['texts']['all'] - 1} texts": told["all"],
        **{f"of the first row: {name}": means for name, means in told["by"].items()},
        **{f"first row, {name} alone": means for name, means in told["groups"].items()},
        **{f"second row, {name} alone": means for name, means in told["groups_all"].items()},
    }
    heads = [*HEADS, "relations: mean fall", "F1", "without"]
    yield from _table(heads, ([name, f"{means['own']:.1f}", *_cells(means)] for name, means in rows.items()))
    if told.get("costly"):
        yield COSTLY
        heads = ["entry", "in", "dispatch", "troop reports fall", "relations fall", "elsewhere"]
        yield from _table(heads, map(_costly, told["costly"]))


def _cells(means: Mapping[str, Any]) -> Iterator[str]:
    for kind in ("a", "c"):
        yield from (f"{means[kind][name]:.3f}" for name in ("fall", "full", "without"))


def _costly(line: Mapping[str, Any]) -> list[str]:
    falls = (f"{line['fall'][kind]:.3f}" for kind in ("a", "c"))
    return [line["word"], line["where"], line["article"], *falls, str(line["elsewhere"])]


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = [*heads]
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'--:|' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
