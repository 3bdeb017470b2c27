"""What the extraction reaches on the annotated articles, and what its statements must never look like.

Errors of the `check` articles are counted, never listed: who reads them tunes to them.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import cast

import pytest
import yaml
from spacy.tokens import Span

from graph.statement import Entity, Statement
from ingest.counts.nouns import counted_by
from ingest.extraction.lexicon import lexicon
from ingest.german.pipeline import german
from seeds.reference import Country, reference
from tools.quality import floors, gold, unnumbered
from tools.quality.report import PAGE
from tools.quality.scores import Extracted, extract, of_dispatches, of_given, of_own, recall, score

WORD = re.compile(r"\w+")
DISTRACTED = 0.03  # of the sentences whose numbers count something else
DATA = gold.ROOT / "ingest" / "extraction" / "data"


@pytest.fixture(scope="module")
def dispatches() -> Extracted:
    return extract(gold.dispatches())


def test_gold_is_what_was_pinned() -> None:
    """Fewer articles, other annotations or another scorer: measure again and pin on purpose."""
    pins = json.loads(gold.PINS.read_text("utf-8"))
    assert gold.measured() == pins
    assert (pins["articles"], pins["practice"], pins["check"], pins["own"], pins["fresh"]) == (60, 45, 15, 30, 132)
    assert (pins["probes"], pins["blind"]) == (700, 24)
    assert floors.pinned()["gold"] == gold.digest(gold.PINS)


def test_what_was_drawn_and_judged_is_of_articles_whose_errors_nobody_read() -> None:
    """Fifty verdicts, each on a statement of a text that is here, with a reason where it is wrong."""
    texts = {key: article.text for key, article in gold.articles(unnumbered.UNREAD)}
    lines = unnumbered.judged()
    assert len(lines) == unnumbered.DRAWN
    assert [line for line in lines if line["evidence"] not in texts[line["article"]]] == []
    assert [line for line in lines if not line["right"] and not line["why"]] == []
    assert f"{unnumbered.share('right'):.2f} right" in PAGE.read_text("utf-8")


def test_no_score_fell_below_its_floor(dispatches: Extracted, tmp_path: Path) -> None:
    scores = of_dispatches(dispatches, tmp_path) | of_own(tmp_path)
    assert set(scores) == {"check", "practice", *gold.OWN}
    assert floors.problems(scores) == []


@pytest.mark.shared
def test_no_score_fell_on_the_given_articles(shared: Path, tmp_path: Path) -> None:
    source = gold.Given(shared)
    articles = source.articles()
    assert len(articles) == 5
    assert floors.problems(of_given(extract(articles), tmp_path, source)) == []


def test_sentences_with_other_numbers_give_no_troop_reports(dispatches: Extracted, tmp_path: Path) -> None:
    """Over all dispatches together: a sentence or two may, of 135."""
    score(tmp_path / "all", gold.DISPATCHES, dispatches, gold.SPLIT, 0)
    hits = json.loads((tmp_path / "all.json").read_text("utf-8"))["all"]["distractors"]
    assert hits["sentences"] == len(gold.lines(gold.DISTRACTORS)) == 135
    assert hits["hit"] <= DISTRACTED * hits["sentences"]


def test_a_score_below_its_floor_is_named() -> None:
    """The gate itself: one measure of one group falls, and exactly that one is named."""
    scores = {name: dict(values) for name, values in floors.pinned()["floors"].items()}
    assert floors.problems(scores) == []
    scores["check"]["time"] -= 0.001
    (line,) = floors.problems(scores)
    assert line.startswith("check: time, where gold has one ")


def test_every_predicate_is_found(dispatches: Extracted, tmp_path: Path) -> None:
    often = {
        name: share for name, (share, lines) in recall(dispatches, tmp_path).items() if lines >= floors.RECALL_LINES
    }
    assert len(often) > 20
    assert {name: share for name, share in often.items() if share < floors.RECALL} == {}


def offenders(dispatches: Extracted, wrong: Callable[[str, list[Statement]], list[str]]) -> tuple[list[str], int]:
    """What is wrong in the practice articles, and in how many others something is."""
    practice = gold.group("practice")
    found = {key: wrong(article.text, statements) for key, (article, statements) in dispatches.items()}
    listed = [f"{key}: {line}" for key, lines in found.items() if key in practice for line in lines]
    return listed, sum(bool(lines) for key, lines in found.items() if key not in practice)


def proposals(statement: Statement) -> Iterator[Entity]:
    yield from (entity for entity in (statement.subject, statement.object) if entity and entity.type == "Proposal")


def said_in(word: str, evidence: str) -> bool:
    """Is it a word of the evidence, up to its ending ("sofortiger Rückzug" from "den sofortigen Rückzug")?"""
    low = word.casefold()
    stems = (other.casefold() for other in WORD.findall(evidence))
    return any(
        low == other or (len(low) > 3 and low[: max(3, len(low) - 3)] == other[: max(3, len(low) - 3)])
        for other in stems
    )


def test_names_of_proposals_are_short_and_made_of_what_is_said(dispatches: Extracted) -> None:
    def wrong(_text: str, statements: list[Statement]) -> list[str]:
        pairs = [(entity.name, s.evidence.text) for s in statements for entity in proposals(s)]
        return [
            f"{name!r} from {evidence!r}"
            for name, evidence in pairs
            if len(name.split()) > 8 or not all(said_in(word, evidence) for word in WORD.findall(name))
        ]

    assert offenders(dispatches, wrong) == ([], 0)


def uncounted(statements: list[Statement]) -> list[Statement]:
    """Troop reports without a number, "einige" among them."""
    reports = [s for s in statements if s.kind == "troop_report"]
    return [s for s in reports if s.count is None or (s.count.min is None and s.count.max is None)]


def test_troop_reports_without_a_number_do_not_pile_up(dispatches: Extracted) -> None:
    """At most one for each force, predicate and sentence."""

    def wrong(text: str, statements: list[Statement]) -> list[str]:
        starts = [sentence.start_char for sentence in german()(text).sents]
        keys = Counter(
            (s.subject.id, s.predicate, max(start for start in starts if start <= s.evidence.start))
            for s in uncounted(statements)
        )
        return [f"{force} {predicate} at {start}: {n} times" for (force, predicate, start), n in keys.items() if n > 1]

    assert offenders(dispatches, wrong) == ([], 0)


def names_force(span: Span, force: Entity) -> bool:
    """The force's name, adjective or people; or a word that stands for its personnel, or a pronoun."""
    row = reference().entities.get(force.id)
    names = [force.name, *(row.aliases if row else ())]
    if isinstance(row, Country):
        bodies = (body for body in reference().entities.values() if body.country == row.id)
        names += [*row.adjectives, *row.demonyms, *row.metonyms, *(n for b in bodies for n in (b.name, *b.aliases))]
    low = span.text.casefold()
    if any(name.casefold() in low for name in names):
        return True
    return any(
        token.pos_ == "PRON" or token.tag_ == "PPOSAT" or token.lemma_ in descriptions() or counted_by(token.text)
        for token in span
    )


@cache
def descriptions() -> frozenset[str]:
    """Nouns that stand for a state or a force ("das Land", "der Norden", "die Führung")."""
    nouns = yaml.safe_load((DATA / "coreference.yaml").read_text("utf-8"))["nouns"]
    return frozenset(noun for noun, sense in nouns.items() if sense["type"] in {"Country", "Force"})


MADE_OF = {
    "PLANNED": ("SENT", "PRESENT", "FIGHTING", "STRENGTH"),
    "CASUALTIES": ("KILLED", "WOUNDED"),
    "WITHDRAWN": ("SENT", "shrinking"),
}


@cache
def words_for(predicate: str) -> frozenset[str]:
    """Every word that the vocabulary of troop reports lists under the predicate, or under those that make it up.

    A plan is one of something, the killed and wounded are casualties, who is sent home or made fewer is withdrawn.
    """
    wanted = {predicate, *MADE_OF.get(predicate, ())}

    def collect(node: object, inside: bool) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in cast("dict[object, object]", node).items():
                yield from collect(value, inside or key in wanted)
        elif isinstance(node, list):
            for item in cast("list[object]", node):
                yield from collect(item, inside)
        elif inside:
            yield str(node)

    copula = ["sein"] if predicate == "PRESENT" else []
    return frozenset(
        word.casefold()
        for word in [*copula, *collect(yaml.safe_load((DATA / "troops.yaml").read_text("utf-8")), False)]
    )


def says(span: Span, predicate: str) -> bool:
    """A verb (with its prefix), noun or adjective of the predicate; compounds by their last part; "sind in Kursk"."""
    known = words_for(predicate)
    for token in span:
        lemma = lexicon().lemma(token.text, token.lemma_, token.pos_, token.tag_)
        prefixes = [child.text for child in token.children if child.dep_ == "compound:prt"]
        forms = {form.casefold() for form in (token.text, lemma, *(prefix + lemma for prefix in prefixes))}
        if any(form == word or (len(word) > 5 and form.endswith(word)) for form in forms for word in known):
            return True
    return False


def test_troop_reports_without_a_number_say_who_and_what(dispatches: Extracted) -> None:
    """Force and predicate are in the evidence, each as a word: a name, a description or a pronoun; a verb or a noun."""

    def wrong(text: str, statements: list[Statement]) -> list[str]:
        doc = german()(text)
        lines: list[str] = []
        for s in uncounted(statements):
            span = doc.char_span(s.evidence.start, s.evidence.end, alignment_mode="expand")
            assert span is not None
            if not (names_force(span, s.subject) and says(span, s.predicate)):
                lines.append(f"{s.subject.name} {s.predicate}: {s.evidence.text!r}")
        return lines

    assert offenders(dispatches, wrong) == ([], 0)
