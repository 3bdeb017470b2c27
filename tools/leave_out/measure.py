"""How much F1 falls where each dispatch does without what fires on it alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType

from tools.confidence.cases import scorer
from tools.leave_out.articles import Fired, Parsed
from tools.leave_out.traced import Entry
from tools.quality import gold

KINDS = ("a", "c")  # the scorer's names for troop reports and relations


@dataclass(frozen=True, slots=True)
class Counts:
    """Statements found, made wrongly and missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.found + other.found, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """As the scorer has it; 0 where nothing is found."""
        return 2 * self.found / max(1, 2 * self.found + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Left:
    """A dispatch as it is and without what it has for itself, by KINDS."""

    own: frozenset[Entry]
    full: Mapping[str, Counts]
    without: Mapping[str, Counts]

    def fall(self, kind: str) -> float:
        """Of F1; negative where it rises."""
        return self.full[kind].f1 - self.without[kind].f1


@dataclass(frozen=True)
class Falls:
    """All dispatches, each with what fires on no other text of a collection."""

    dispatches: Mapping[str, Left]

    def mean(self, kind: str) -> float:
        """The mean fall, over the dispatches that have such statements."""
        falls = [d.fall(kind) for d in self.dispatches.values() if d.full[kind].found + d.full[kind].missed]
        return sum(falls) / len(falls)

    def pooled(self, kind: str) -> tuple[float, float]:
        """F1 over all dispatches together, in full and without."""
        full = sum((d.full[kind] for d in self.dispatches.values()), Counts())
        return full.f1, sum((d.without[kind] for d in self.dispatches.values()), Counts()).f1


@dataclass(frozen=True)
class Judge:
    """The project's scorer on single dispatches: each distinct fact counts once, as on its page."""

    score: ModuleType = field(default_factory=scorer)
    lines: dict[str, list[gold.Line]] = field(default_factory=dict[str, list[gold.Line]])

    def __post_init__(self) -> None:
        """Reads the annotations."""
        for line in gold.lines(gold.DISPATCHES):
            self.lines.setdefault(line["article"], []).append(line)
            for entity in self.score.entities_of(line):
                if entity.get("type") == "Country":
                    self.score.COUNTRY_WORDS.update(name for name in self.score.names(entity) if " " not in name)

    def counts(self, key: str, statements: list[gold.Line]) -> dict[str, Counts]:
        """By KINDS."""
        lines = self.lines.get(key, [])
        optional = [line for line in lines if line.get("optional")]
        required = self.score.distinct([line for line in lines if not line.get("optional")])
        tally = self.score.score_doc([*required, *optional], self.score.distinct(statements), [], key)
        return {kind: Counts(*(tally[f"{kind}.{part}"] for part in ("tp", "fp", "fn"))) for kind in KINDS}


def own(fired: Fired, dispatches: Iterable[str]) -> dict[str, frozenset[Entry]]:
    """What fires on each of the dispatches and on no other text of `fired`."""
    texts = Counter(entry for entries in fired.values() for entry in entries)
    return {key: frozenset(e for e in fired[key] if texts[e] == 1) for key in dispatches}


def full(articles: Mapping[str, Parsed], judge: Judge) -> dict[str, dict[str, Counts]]:
    """Each article as it is."""
    return {key: judge.counts(key, article.lines()) for key, article in articles.items()}


def falls(
    articles: Mapping[str, Parsed], whole: Mapping[str, Mapping[str, Counts]], fired: Fired, judge: Judge
) -> Falls:
    """Leaves out of each article what fires on no other text of `fired`; `whole`: the articles as they are."""
    found: dict[str, Left] = {}
    for key, entries in own(fired, articles).items():
        without = judge.counts(key, articles[key].lines_without(entries)) if entries else whole[key]
        found[key] = Left(entries, whole[key], without)
    return Falls(found)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one entry alone costs its dispatch: the fall of F1, and statements that are no longer found, by KINDS."""

    article: str
    entry: Entry
    fall: Mapping[str, float]
    lost: Mapping[str, int]


def costs(articles: Mapping[str, Parsed], left: Falls, judge: Judge, names: Iterable[str]) -> Iterator[Cost]:
    """The entries that change the counts of one of these dispatches when they alone are left out.

    Dispatches that lose nothing by all of their own entries together are passed over.
    """
    for key in names:
        each = left.dispatches[key]
        for entry in sorted(each.own) if each.full != each.without else ():
            without = judge.counts(key, articles[key].lines_without(frozenset({entry})))
            if without != each.full:
                yield Cost(
                    key,
                    entry,
                    {kind: each.full[kind].f1 - without[kind].f1 for kind in KINDS},
                    {kind: each.full[kind].found - without[kind].found for kind in KINDS},
                )
