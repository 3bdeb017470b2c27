"""Proposals: what is confirmed, denied, demanded ... as a short German noun phrase made from the words of its evidence."""

from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.phrases import MAX_WORDS, name_of, phrase
from ingest.extraction.reading import Reading
from ingest.linking.mentions import unknown_entity

_CARRIERS = frozenset({"Behauptung", "Bericht", "Meldung", "Vorwurf", "Berichte", "Möglichkeit", "Tatsache"})


@dataclass(frozen=True, slots=True)
class Content:
    """A Proposal with the clauses and tokens that say it."""

    entity: Entity
    clauses: tuple[Clause, ...] = ()
    tokens: tuple[int, ...] = ()


def noun_content(reading: Reading, token: int) -> Content | None:
    """The proposal that a noun phrase says; a carrier with a clause ("die Behauptung, die Region sei frei") says the clause."""
    tree = reading.tree
    for clause in reading.sentence_clauses(token):
        if tree.lemmas[token] in _CARRIERS and tree.heads[clause.head] == token:
            inner = clause_content(reading, clause)
            if inner is not None:
                return inner
    name = name_of(tree, token, coordinated=True)
    if not name or not any(c.isalpha() for c in name):
        return None
    start, end = phrase(tree, token, coordinated=True)
    return Content(unknown_entity(name, "Proposal"), (), tuple(range(start, end)))


def clause_content(reading: Reading, clause: Clause) -> Content | None:
    """The proposal that a clause says: its object (else its subject) with what follows, without the verbs."""
    tree = reading.tree
    anchors = [t for t in (*clause.objects, *clause.subjects, *(t for _, t in clause.obliques), *clause.bare) if tree.pos[t] in ("NOUN", "PROPN")]
    anchors = [t for t in anchors if reading.owner[t] is clause]
    if not anchors:
        return None
    start, end = phrase(tree, anchors[0], coordinated=True)
    own = set(reading.own_tokens(clause))
    while end < len(tree) and end in own and tree.pos[end] not in ("VERB", "AUX", "PUNCT", "SPACE", "SCONJ", "CCONJ") and end - start < MAX_WORDS:
        end += 1
    while end - 1 > anchors[0] and tree.pos[end - 1] in ("ADP", "DET", "ADV", "ADJ", "PART", "PRON"):
        end -= 1
    words = [tree.words[t] for t in range(start, end) if tree.pos[t] not in ("PUNCT", "SPACE")]
    if words and tree.tags[start] in ("ART", "PPOSAT"):
        words = words[1:]
    name = " ".join(words[:MAX_WORDS])
    return Content(unknown_entity(name, "Proposal"), (clause,), ()) if name else None
