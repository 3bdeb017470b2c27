"""Which annotated statements are found, by predicate and by how they are said: told from annotation and words."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType

from tools.quality import gold
from tools.quality.robustness import Corpus
from tools.quality.scores import Extracted, keyed

Test = Callable[[gold.Line, str], bool]
RESAMPLES, SEED = 1000, 7
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden|würden?)\b.*\b\w*(?:ge\w+(?:t|en)|\w{3,}iert|worden)\b")
_NOUN = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}(?:ung|ungen|kehr|zug|satz|marsch|nahme|besuch)\b")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the required statements are found, and 95 % of the resamples of articles around the share."""

    found: int
    required: int
    low: float
    high: float


def count_of(line: gold.Line) -> gold.Line:
    """The count of a line, empty where it has none."""
    count: gold.Line = line["count"] or {}
    return count


def by_count(*modifiers: str) -> Test:
    """Statements with such a count."""
    return lambda line, _: count_of(line).get("modifier") in modifiers


def by_words(pattern: str) -> Test:
    """Statements whose evidence has such words."""
    words = re.compile(pattern)
    return lambda line, _: bool(words.search(line["evidence"]["text"]))


def _without(line: gold.Line, _: str) -> bool:
    return line["kind"] == "troop_report" and not line["count"]


def _headline(line: gold.Line, text: str) -> bool:
    return int(line["evidence"]["end"]) <= text.find("\n")


CONSTRUCTIONS: Mapping[str, Test] = {
    "figure as said": by_count("exact"),
    "about": by_count("about"),
    "more than, at least": by_count("more_than", "at_least"),
    "up to": by_count("up_to"),
    "range": by_count("between"),
    "Dutzende, Hunderte, Tausende": by_count("magnitude"),
    "einige, die Mehrheit": by_count("vague"),
    "no figure": _without,
    "part of a counted whole": lambda line, _: bool(count_of(line).get("of")),
    "number word": lambda line, _: bool(line["count"]) and not re.search(r"\d", line["count"].get("text") or "1"),
    "headline or first line": _headline,
    "quotation": by_words('[„»«"]'),
    "passive": lambda line, _: bool(_PASSIVE.search(line["evidence"]["text"])),
    "said by a noun": lambda line, _: bool(_NOUN.search(line["evidence"]["text"])),
    "relative clause": by_words(r", (?:die|der|das|den|dem|deren|dessen)\b"),
    "two or more sources": lambda line, _: len(line["sources"]) > 1,
    "a source denies or doubts": lambda line, _: any(s["stance"] in ("denies", "doubts") for s in line["sources"]),
    "negated": lambda line, _: line["polarity"] == "negated",
    "suspected or possible": lambda line, _: line["modality"] in ("suspected", "possible"),
    "planned": lambda line, _: line["modality"] == "planned",
}


def shares(corpus: Corpus, extracted: Extracted, scorer: ModuleType) -> tuple[dict[str, Share], dict[str, Share]]:
    """By predicate, and by construction."""
    predicates: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    ways: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for key, line, found in judged(corpus, extracted, scorer):
        predicates[line["predicate"]][key].append(found)
        for name, test in CONSTRUCTIONS.items():
            if test(line, corpus.articles[key].text):
                ways[name][key].append(found)
    ordered = {name: share(ways[name]) for name in CONSTRUCTIONS if ways[name]}
    return {name: share(predicates[name]) for name in sorted(predicates)}, ordered


def judged(corpus: Corpus, extracted: Extracted, scorer: ModuleType) -> Iterable[tuple[str, gold.Line, bool]]:
    """Each required statement, with the key of its article and whether the scorer finds it, each fact once."""
    lines: dict[str, list[gold.Line]] = defaultdict(list)
    for line in corpus.lines:
        if not line.get("optional"):
            lines[line["article"]].append(line)
    for key in corpus.articles:
        system = scorer.distinct(keyed(key, extracted[key][1]))
        required = scorer.distinct(lines[key])
        for kind, agrees in (("troop_report", scorer.troop_ok), ("relation", scorer.rel_ok)):
            wanted = [line for line in required if line["kind"] == kind]
            hits = scorer.match(wanted, [line for line in system if line["kind"] == kind], agrees)
            yield from ((key, line, number in hits) for number, line in enumerate(wanted))


def share(found: Mapping[str, list[bool]]) -> Share:
    """The share with its interval; articles are resampled, not statements."""
    cells = [(sum(hits), len(hits)) for hits in found.values()]
    chance, drawn = random.Random(SEED), list[float]()
    for _ in range(RESAMPLES):
        sample = [chance.choice(cells) for _ in cells]
        drawn.append(sum(hits for hits, _ in sample) / sum(of for _, of in sample))
    drawn.sort()
    low, high = drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]
    return Share(sum(hits for hits, _ in cells), sum(of for _, of in cells), low, high)
