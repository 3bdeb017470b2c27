"""Noun phrases that by their article or form stand in no nominative, whatever the parser calls them."""

from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.tree import Tree

_ACCUSATIVE = frozenset(
    {"den", "einen", "keinen", "diesen", "jeden", "jenen", "dem", "des", "einem", "keinem", "diesem"}
)


def is_oblique(tree: Tree, token: int) -> bool:
    """ "einen Beitrag", "den Huthi", "ihn": by its article or form no nominative, whatever the parser says."""
    if tree.pos[token] in ("PRON", "DET"):
        return tree.words[token].lower() in ("ihn", "ihm", "ihnen", "den", "dem")
    articles = (tree.words[c].lower() for c in tree.children[token] if tree.pos[c] == "DET" and c < token)
    return any(article in _ACCUSATIVE for article in articles)


def is_misread(reading: Reading, subject: int, clause: Clause) -> bool:
    """ "Einen Beitrag schließt Ankara aus": a subject of the clause's own that cannot be one."""
    own = subject != clause.antecedent and reading.owner[subject] is clause
    return own and is_oblique(reading.tree, subject) and not _is_behind_relative(reading, subject, clause)


def _is_behind_relative(reading: Reading, subject: int, clause: Clause) -> bool:
    """ "der Pakt, den Riad besiegelte": what looks like the name's article is a relative pronoun."""
    tree = reading.tree
    start = tree.edges[subject][0]
    name = tree.pos[subject] == "PROPN" and tree.words[start].lower() in ("den", "dem") and start + 1 == subject
    return name and tree.words[start - 1] == "," and (clause.finite or 0) > subject and clause.parent is not None
