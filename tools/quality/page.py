"""The page on quality, `docs/quality.md`, from the figures."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tools.confidence.table import HEADS as CONFIDENCE_HEADS
from tools.leave_out.section import section
from tools.quality.disguises import DISGUISES
from tools.quality.figures import Figures
from tools.quality.floors import WANTED
from tools.quality.table import HEADS
from tools.quality.unnumbered import section as section_of_unnumbered

WEAK, FEW = 0.7, 5  # a share below is named as weak, if there are so many statements

HEAD = """\
# Quality

How good the extraction is on annotated articles, and where it fails. Made by `make report` from
[quality.json](quality.json); not edited by hand. Intervals hold 95 % of 1,000 resamples of articles.

## How far to trust these figures

- **check**: 15 dispatches that nobody read while the rules were written. They were scored again and again, so they are
  somewhat kind, but they say the most about articles of this kind. With 15 articles the intervals are wide.
- **practice**, **own**, **fresh**: rules were fitted to them with their errors listed. Their figures say how well the
  rules fit, not how well they read. On new articles expect something between `check` and, for magazine prose and
  tickers, about 0.5 for troop reports ([what was measured before](../tests/gold/fresh/README.md)).
- **probes**: 700 passages of one to three sentences, each with another wording; errors of about two thirds were listed.
- **blind**: 24 articles that were only scored, seldom: with `check` the best measure of how unseen articles are read.
- All of them are invented articles about real and invented deployments, annotated by the project with one scorer.
"""
ABOUT_FOUND = """\
The share of required statements of `practice`, `own` and `fresh` that is found. Constructions are told from the
annotation and the words of its evidence; a statement may belong to several.
"""
ABOUT_ROBUSTNESS = """\
The same articles (all but `check`), written otherwise. The text is put into the usual print before it is parsed, and
evidence is given in the text as it was written.
"""


def page(told: Figures) -> str:
    """The whole page."""
    parts = (
        HEAD,
        "## By group\n",
        *groups(told["groups"]),
        "\n## What is found\n",
        ABOUT_FOUND,
        *weak(told),
        *found("predicate", told["predicates"]),
        "",
        *found("construction", told["constructions"]),
        "\n## Other spellings and prints\n",
        ABOUT_ROBUSTNESS,
        *robustness(told["robustness"]),
        "\n## What one text alone needs\n",
        *section(told["leave_out"]),
        "\n## Numbers that are no troop reports\n",
        "Of {sentences} sentences with numbers that count something else, {hit} gives a troop report with a number "
        "(at most 3 % may).".format(**told["distractors"]),
        "\n## Troop reports without a number\n",
        section_of_unnumbered(),
        "\n## Confidence\n",
        "Judged on articles that it was not learnt from (folds by article).\n",
        *confidence(told["confidence"]),
        "![Reliability of confidence](confidence.svg)\n",
        "## Speed\n",
        "{articles:.1f} articles (dispatches of about 200 words) or {words:.0f} words in a second of processor time, "
        "on the machine that made this page; two cores have two such seconds. `make bench` compares with the bare "
        "model.".format(**told["speed"]),
    )
    return "\n".join(parts) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table of Markdown; all but the first column are figures."""
    heads = [*heads]
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'--:|' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def interval(value: float, low: float, high: float) -> str:
    """A share with its interval."""
    return f"{value:.2f} ({low:.2f}–{high:.2f})"


def groups(told: Mapping[str, Mapping[str, list[float]]]) -> Iterator[str]:
    """A row for each measure, a column for each group."""
    heads = ("measure", *(HEADS[name] for name in told))
    rows = ([m.label, *(interval(*cells[m.key]) for cells in told.values())] for m in WANTED)
    yield from table(heads, rows)


def found(name: str, told: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What is found of each kind."""
    rows = (
        (kind, str(share["required"]), interval(share["found"] / share["required"], share["low"], share["high"]))
        for kind, share in told.items()
    )
    yield from table((name, "statements", "found"), rows)


def weak(told: Figures) -> Iterator[str]:
    """Where it fails."""
    every = {**told["predicates"], **told["constructions"]}
    poor = [(share["found"] / share["required"], name) for name, share in every.items() if share["required"] >= FEW]
    names = [f"{name} ({part:.2f})" for part, name in sorted(poor) if part < WEAK]
    yield f"**It fails most often at:** {', '.join(names) or 'nothing below ' + str(WEAK)}.\n"


def robustness(told: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """A row for each way of writing."""
    plain = told[DISGUISES[0].name]["a.F1"]
    heads = ("written", "troop reports F1", "fall", "it may fall", "relations F1", "right sources", "evidence")
    yield from table(
        heads,
        (
            [
                each.name,
                f"{told[each.name]['a.F1']:.3f}",
                f"{plain - told[each.name]['a.F1']:.3f}",
                f"{each.fall:.2f}",
                *(f"{told[each.name][key]:.3f}" for key in ("c.F1", "src", "evid")),
            ]
            for each in DISGUISES
        ),
    )


def confidence(told: Mapping[str, Figures]) -> Iterator[str]:
    """A table of bins for each group."""
    for group, each in told.items():
        yield (
            f"**{CONFIDENCE_HEADS[group]}**: {each['right']} of {each['cases']} right, calibration error "
            f"{each['ece']:.3f}, area under ROC {each['auroc']:.3f}\n"
        )
        rows = ((str(b["cases"]), f"{b['confidence']:.2f}", f"{b['right']:.2f}") for b in each["bins"])
        yield from table(("statements", "confidence", "right"), rows)
        yield ""
