"""Topics of headlines, before a colon: "Vorstoß zu Vermögen: Belgien sträubt sich"."""

from collections.abc import Iterable

from ingest.extraction.clauses import Clause
from ingest.extraction.proposals import Content, noun_content
from ingest.extraction.reading import Reading
from ingest.extraction.roles import Roles
from ingest.extraction.tree import Tree


def without_topic(tree: Tree, found: list[Content]) -> list[Content]:
    """ "Streit um Taurus: Scholz lehnt Lieferung ab": what stands before the colon is no second object."""
    return [c for c in found if not c.tokens or not _is_topic(tree, c.tokens[0])] or found


def _is_topic(tree: Tree, token: int) -> bool:
    """Does a colon follow in the sentence, and none stand before?"""
    return _colon_before(tree, token) is None and ":" in tree.words[token : tree.sentence(token)[1]]


def _colon_before(tree: Tree, token: int) -> int | None:
    first, _ = tree.sentence(token)
    return next((t for t in range(first, token) if tree.words[t] == ":"), None)


def topic(reading: Reading, roles: Roles, clause: Clause, without: Iterable[int] = ()) -> list[Content]:
    """The noun phrase before the colon, where it has no verb, of a clause that has no object of its own."""
    tree, colon = reading.tree, _colon_before(reading.tree, clause.head)
    own = [t for t in (*clause.objects, *clause.datives, *(t for _, t in clause.obliques)) if tree.pos[t] == "NOUN"]
    if colon is None or any(t > colon for t in own if t not in without):
        return []
    if any(c.head < colon and c.finite is not None for c in reading.sentence_clauses(colon)):
        return []
    first, _ = tree.sentence(clause.head)
    nouns = (t for t in range(first, colon) if tree.pos[t] == "NOUN" and t not in roles.timed)
    head = next((t for t in nouns if roles.actor(t) is None), None)
    content = noun_content(reading, head) if head is not None and tree.case_of(head) is None else None
    return [content] if content is not None else []
