"""Passives that look like something else."""

from collections.abc import Callable

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.lexicon import lexicon
from ingest.extraction.tree import Tree


def is_done_by(tree: Tree, clause: Clause, actor: Callable[[int], Entity | None]) -> bool:
    """ "wird von X empfangen": a participle that looks like the infinitive, with who does it and no object."""
    word = tree.words[clause.head].lower()
    by = any(p in ("von", "vom") and actor(t) is not None for p, t in clause.obliques)
    return by and clause.future and not clause.objects and lexicon().forms.get(word) == word
