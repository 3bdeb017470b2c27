"""Verbs that mean something else together with a noun: "stellt in Abrede" denies, "treffen eine Vereinbarung" signs."""

from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.tree import Tree

_PARTICIPLES = frozenset({"ADJD", "VVPP", "ADV", "NN"})


def whole_verb(reading: Reading, clause: Clause, verb: str) -> str:
    """The one verb that a verb and its noun stand for ("greift X unter die Arme" is "hilft X"), else the verb."""
    if verb == "treffen" and _arranges(reading, clause):
        return "schließen"
    nouns = relation_words().phrasal.get(verb)
    if not nouns:
        return verb
    tree = reading.tree
    tokens = [*reading.own_tokens(clause), *(child.head for child in clause.children if child.mark == "zu")]
    said = {tree.lemmas[t] for t in tokens} | {tree.words[t] for t in tokens}
    return next((whole for noun, whole in nouns.items() if noun in said), verb)


def fronted_verb(tree: Tree, clause: Clause) -> str | None:
    """ "Vereinbart wurden Manöver", "Unterschrieben hatten es X und Y": the parser makes the auxiliary the verb."""
    if clause.verb not in ("werden", "haben") or clause.finite != clause.head:
        return None
    before = (c for c in tree.children[clause.head] if c < clause.head and tree.tags[c] in _PARTICIPLES)
    first = next(before, None)
    return relation_words().forms.bare(tree.words[first]) if first is not None else None


def _arranges(reading: Reading, clause: Clause) -> bool:
    """ "eine Vereinbarung, die A und B getroffen hatten": agreed, not met."""
    tokens = [*clause.objects, *clause.subjects, *clause.bare]
    tokens += [clause.antecedent] if clause.antecedent is not None else []
    return any(relation_words().noun("arrangements", reading.tree.lemmas[t]) for t in tokens)
