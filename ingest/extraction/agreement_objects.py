"""The agreement that a clause deals with: what is signed, approved or ratified by a law."""

from graph.statement import Entity
from ingest.extraction.agreements import Agreements
from ingest.extraction.clauses import Clause
from ingest.extraction.relation_words import relation_words

_PRONOUNS = frozenset({"es", "ihn", "ihm", "er", "sie", "diesen", "dieses", "diesem", "das", "den", "dem"})


def agreement_object(agreements: Agreements, clause: Clause) -> Entity | None:
    """The agreement that is signed or approved: a noun phrase without preposition, whatever the parser calls it."""
    tree, roles = agreements.reading.tree, agreements.roles
    for token in roles.nominals(clause):
        for each in roles.joined(token):
            found = agreements.of(each)
            if found is not None:
                return found
    related = agreements.related(clause)
    if related is not None:
        return agreements.of(related)
    pronoun = next((t for t in roles.things(clause) if tree.words[t].lower() in _PRONOUNS), None)
    return agreements.last_before(pronoun) if pronoun is not None and agreements.is_recent(pronoun) else None


def ratified(agreements: Agreements, clause: Clause) -> Entity | None:
    """ "unterzeichnete das Gesetz zur Ratifizierung des Vertrags": the treaty, which is approved by that."""
    tree, words = agreements.reading.tree, relation_words()
    for thing in agreements.roles.nominals(clause):
        inside = tree.subtree(thing)
        law = words.holds("laws", tree.lemmas[thing])
        if law or any(words.noun("approving_nouns", tree.lemmas[t]) for t in inside):
            return next((a for t in inside if t != thing and (a := agreements.of(t)) is not None), None)
    return None
