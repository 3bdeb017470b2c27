"""What speaks for a statement and against it: numbers from 0 to 1 by name, known when the article is read.

A name with `=` is one value of several ("rule=troop_report.verb": 1). Those that begin with `margin.` tell how sure the
parser was, those with `known.` how sure the name of the subject is: the more of them, the surer.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log1p, log10

from graph.statement import Statement
from ingest.extraction.basis import Basis
from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.german.margins import ARC, NER, margins
from ingest.linking.mention import Mention

Signs = dict[str, float]

SURER = ("margin.", "known.")
_ACTORS = frozenset({"Country", "Organization", "Force", "Person"})
_FAR = 6  # sentences: a name further away is as good as none
_REACH = 20  # tokens, likewise
_LONG = 60  # tokens of a long sentence
_SURE = 8.0  # a margin of log-probabilities beyond which the parser is all but never wrong
_MARKS = frozenset("–—:;()„“»«?")


def all_signs(reading: Reading, statements: Sequence[Statement]) -> dict[str, Signs]:
    """The signs of each statement of one article, by its id; `statements` are all that it makes."""
    spoken = Counter(mention.entity.id for mention in reading.mentions)
    most = max(spoken.values(), default=1)
    bases = [reading.bases[s.id] for s in statements]
    sentences = [reading.tree.sentence_of[basis.tokens[0]] for basis in bases]
    found: dict[str, Signs] = {}
    for statement, basis, sentence in zip(statements, bases, sentences, strict=True):
        signs = dict(_of_one(reading, statement, basis, sentence))
        signs["topic"] = spoken[statement.subject.id] / most
        signs["beside"] = _part(sentences.count(sentence) - 1, 6)
        signs |= dict(_elsewhere(statement, statements))
        found[statement.id] = signs
    return found


def _part(number: float, whole: float) -> float:
    """From 0 to 1: how much of the whole; what goes beyond it counts no more."""
    return max(0.0, min(1.0, number / whole))


def _of_one(reading: Reading, statement: Statement, basis: Basis, sentence: int) -> Iterator[tuple[str, float]]:
    yield f"rule={statement.kind}.{basis.rule}", 1.0
    yield "negated", float(statement.polarity == "negated")
    yield "reflexive", float(statement.object is not None and statement.object.id == statement.subject.id)
    yield "opening", float(sentence == 0)
    yield from _counted(statement, basis)
    yield from _parsed(reading, basis, sentence)
    yield from _said(basis)
    if basis.clause is not None:
        yield from _clause(basis.clause)
    yield from _subject(reading, statement, sentence)
    yield from _rivals(reading, statement, basis, sentence)


def _counted(statement: Statement, basis: Basis) -> Iterator[tuple[str, float]]:
    """Personnel: is there a number, how large, and how is it known what it counts?"""
    if statement.kind == "troop_report":
        count = statement.count
        bound = (count.min or count.max) if count is not None else None
        yield f"counted_by={basis.counted_by or 'nothing'}", 1.0
        yield "number", float(bound is not None)
        yield "count.size", _part(log10(max(1, bound or 1)), 6)


def _parsed(reading: Reading, basis: Basis, sentence: int) -> Iterator[tuple[str, float]]:
    """The margins of the tokens that say it, of the way up from them, and of the sentence."""
    tree, arcs = reading.tree, margins(reading.tree.doc, ARC)
    start, end = tree.sentences[sentence]
    heads = [*basis.tokens, *((basis.clause.head,) if basis.clause is not None else ())]
    path = {t for head in heads for t in (head, *tree.ancestors(head))}
    yield "margin.tokens", _part(min(float(arcs[t]) for t in heads), _SURE)
    yield "margin.path", _part(min(float(arcs[t]) for t in path), _SURE)
    yield "margin.sentence", _part(sum(_part(float(arcs[t]), _SURE) for t in range(start, end)), end - start)
    yield f"relation={tree.deps[heads[0]]}", 1.0
    yield "direct", float(tree.heads[heads[0]] in heads)
    yield "length", _part(end - start, _LONG)
    yield "clauses", _part(len(reading.clauses[sentence]), 8)
    yield "marks", _part(sum(tree.words[t] in _MARKS for t in range(start, end)), 4)


def _clause(clause: Clause) -> Iterator[tuple[str, float]]:
    yield "passive", float(clause.passive)
    yield "subjunctive", float(clause.subjunctive)
    yield "modal", float(clause.modal is not None)
    yield "subjectless", float(not clause.subjects)
    yield "depth", _part(len(clause.ancestors()), 4)


def _said(basis: Basis) -> Iterator[tuple[str, float]]:
    """Who says it, and whether that or the subject stood only in sentences before."""
    yield "nominal", float(basis.nominal)
    yield "carried", float(basis.carried)
    if basis.attribution is not None:
        yield "sources", _part(log1p(len(basis.attribution.links)), log1p(3))
        yield "sources.inherited", float(basis.attribution.inherited)
        yield "hearsay", float(basis.attribution.hearsay or basis.attribution.suspected)


def _subject(reading: Reading, statement: Statement, sentence: int) -> Iterator[tuple[str, float]]:
    """Is it named in the sentence, or how far before; how sure is the name; is it in the tables?"""
    entity, doc = statement.subject, reading.tree.doc
    yield f"subject={entity.type}", 1.0
    yield "subject.words", _part(len(entity.name.split()), 8)
    yield "known.listed", float(not entity.id.startswith("x-"))
    mention = _nearest(reading, entity.id, sentence)
    if mention is None:
        yield "subject.unnamed", 1.0
        return
    gap = sentence - reading.tree.sentence_of[mention.head]
    yield "subject.distance", _part(gap, _FAR)
    yield "subject.before", float(gap > 0)
    yield "subject.ambiguous", float(len(mention.candidates) > 1)
    yield "known.certainty", mention.certainty
    yield "margin.subject", _part(float(margins(doc, ARC)[mention.head]), _SURE)
    yield "margin.name", _part(min(float(m) for m in margins(doc, NER)[mention.start : mention.end]), _SURE)


def _nearest(reading: Reading, entity: str, sentence: int) -> Mention | None:
    """The mention in the sentence, else the last one before it."""
    sentence_of = reading.tree.sentence_of
    before = (m for m in reading.mentions if m.entity.id == entity and sentence_of[m.head] <= sentence)
    return max(before, key=lambda m: (sentence_of[m.head], m.form == "name", -m.start), default=None)


def _rivals(reading: Reading, statement: Statement, basis: Basis, sentence: int) -> Iterator[tuple[str, float]]:
    """What else of the sentence could have been meant: others who act, somebody nearer, other numbers."""
    start, end = reading.tree.sentences[sentence]
    away = [(abs(m.head - basis.tokens[0]), m) for m in reading.mentions_in(start, end) if m.entity.type in _ACTORS]
    own = [(steps, m) for steps, m in away if m.entity.id == statement.subject.id]
    reach = min((steps for steps, _ in own), default=_LONG)
    others = {m.entity.id: min(s for s, o in away if o.entity.id == m.entity.id) for _, m in away}
    others.pop(statement.subject.id, None)
    yield "rivals", _part(len(others), 5)
    yield "rivals.nearer", _part(sum(steps < reach for steps in others.values()), 3)
    yield "subject.reach", _part(reach, _REACH)
    clause = basis.clause
    yield "subject.inside", float(clause is not None and any(reading.owner[m.head] is clause for _, m in own))
    yield "numbers", _part(sum(start <= count.head < end for count in reading.counts), 4)


def _elsewhere(statement: Statement, all_: Sequence[Statement]) -> Iterator[tuple[str, float]]:
    """Does the article say the like of the same subject again, or the same number of somebody else?"""
    alike = sum(s.predicate == statement.predicate and s.subject.id == statement.subject.id for s in all_)
    yield "again", _part(alike - 1, 3)
    count = statement.count
    if count is not None and count.min is not None:
        same = [s for s in all_ if s.count is not None and (s.count.min, s.count.max) == (count.min, count.max)]
        yield "count.agrees", float(sum(s.subject.id == statement.subject.id for s in same) > 1)
        yield "count.disputed", float(any(s.subject.id != statement.subject.id for s in same))
