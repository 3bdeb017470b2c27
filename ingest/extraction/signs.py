"""What speaks for a statement and against it: numbers from 0 to 1 by name, known when the article is read.

A name with `=` is one value of several ("rule=verb": 1). Names that begin with `margin.` tell how sure the parser was,
those with `known.` how sure an entity is; the more, the better.
"""

from collections.abc import Iterator, Sequence
from math import exp, log1p

from graph.statement import Entity, Statement
from ingest.extraction.basis import Basis
from ingest.extraction.reading import Reading
from ingest.german.margins import ARC, NER, margins
from ingest.linking.mention import Mention

Signs = dict[str, float]

FAR = 6  # sentences: further away is as good as unnamed
LONG = 60  # tokens of a long sentence


def all_signs(reading: Reading, statements: Sequence[Statement]) -> dict[str, Signs]:
    """The signs of each statement of one article, by its id."""
    said = [(s.kind, s.predicate, s.subject.id, s.object.id if s.object else "") for s in statements]
    sentences = [_sentence(reading, s) for s in statements]
    found: dict[str, Signs] = {}
    for statement, key, sentence in zip(statements, said, sentences, strict=True):
        signs = dict(_of_one(reading, statement, reading.bases[statement.id], sentence))
        signs["again"] = min(3, said.count(key) - 1) / 3
        signs["beside"] = min(6, sentences.count(sentence) - 1) / 6
        found[statement.id] = signs
    return found


def _sentence(reading: Reading, statement: Statement) -> int:
    return reading.tree.sentence_of[reading.bases[statement.id].tokens[0]]


def _of_one(reading: Reading, statement: Statement, basis: Basis, sentence: int) -> Iterator[tuple[str, float]]:
    yield f"rule={statement.kind}.{basis.rule}", 1.0
    yield f"predicate={statement.predicate}", 1.0
    yield f"modality={statement.kind}.{statement.modality}", 1.0
    yield "negated", float(statement.polarity == "negated")
    yield from _counted(statement, basis)
    yield from _parsed(reading, basis, sentence)
    yield from _clause(basis)
    yield from _said(basis)
    yield "opening", float(sentence == 0)
    for role, entity in (("subject", statement.subject), ("object", statement.object)):
        if entity is not None:
            yield from _entity(reading, role, entity, sentence)
        else:
            yield f"{role}.none", 1.0


def _counted(statement: Statement, basis: Basis) -> Iterator[tuple[str, float]]:
    yield "carried", float(basis.carried)
    if statement.kind == "troop_report":
        yield f"counted_by={basis.counted_by or 'nothing'}", 1.0
        yield "number", float(statement.count is not None and (statement.count.min or statement.count.max) is not None)
    if statement.count is not None:
        yield f"unit={statement.count.unit}", 1.0
        yield f"modifier={statement.count.modifier}", 1.0


def _parsed(reading: Reading, basis: Basis, sentence: int) -> Iterator[tuple[str, float]]:
    """The margins of the tokens that say it, of the way up to the clause, and of the sentence."""
    tree = reading.tree
    arcs = margins(tree.doc, ARC)
    start, end = tree.sentences[sentence]
    heads = [*basis.tokens, *((basis.clause.head,) if basis.clause is not None else ())]
    path = {t for head in heads for t in (head, *tree.ancestors(head))}
    yield "margin.head", _sure(min(float(arcs[t]) for t in heads))
    yield "margin.path", _sure(min(float(arcs[t]) for t in path))
    yield "margin.sentence", sum(_sure(float(arcs[t])) for t in range(start, end)) / max(1, end - start)
    yield "length", min(1.0, (end - start) / LONG)
    yield "clauses", min(1.0, len(reading.clauses[sentence]) / 8)


def _sure(margin: float) -> float:
    """From 0 to 1: a margin of log-probabilities as the share of the chosen one beside the best other."""
    return 1 / (1 + exp(-max(-20.0, min(20.0, margin))))


def _clause(basis: Basis) -> Iterator[tuple[str, float]]:
    clause = basis.clause
    yield "nominal", float(basis.nominal)
    if clause is None:
        return
    yield f"clause={clause.relation}", 1.0
    yield "passive", float(clause.passive)
    yield "subjunctive", float(clause.subjunctive)
    yield "modal", float(clause.modal is not None)
    yield "subjectless", float(not clause.subjects)
    yield "depth", min(4, len(clause.ancestors())) / 4


def _said(basis: Basis) -> Iterator[tuple[str, float]]:
    attribution = basis.attribution
    if attribution is not None:
        yield "sources", log1p(min(3, len(attribution.links))) / log1p(3)
        yield "sources.inherited", float(attribution.inherited)
        yield "hearsay", float(attribution.hearsay or attribution.suspected)


def _entity(reading: Reading, role: str, entity: Entity, sentence: int) -> Iterator[tuple[str, float]]:
    """Is it named in the sentence, or how far before; how sure the name is; is it in the tables."""
    yield f"{role}={entity.type}", 1.0
    yield f"known.{role}.listed", float(not entity.id.startswith("x-"))
    mention = _nearest(reading, entity.id, sentence)
    if mention is None:
        yield f"{role}.unnamed", 1.0
        return
    gap = sentence - reading.tree.sentence_of[mention.head]
    yield f"{role}.distance", min(FAR, max(0, gap)) / FAR
    yield f"{role}.elsewhere", float(gap > 0)
    yield f"{role}.form={mention.form}", 1.0
    yield f"known.{role}.certainty", mention.certainty
    yield f"{role}.ambiguous", float(len(mention.candidates) > 1)
    doc = reading.tree.doc
    yield f"margin.{role}", _sure(float(margins(doc, ARC)[mention.head]))
    yield f"margin.{role}.name", _sure(min(float(m) for m in margins(doc, NER)[mention.start : mention.end]))


def _nearest(reading: Reading, entity: str, sentence: int) -> Mention | None:
    """The mention in the sentence, else the last one before it."""
    before = (m for m in reading.mentions if m.entity.id == entity and reading.tree.sentence_of[m.head] <= sentence)
    return max(before, key=lambda m: (reading.tree.sentence_of[m.head], m.form == "name", -m.start), default=None)
