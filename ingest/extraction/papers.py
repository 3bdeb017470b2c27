"""Relative clauses on nouns of saying: "ein Schreiben an die Botschaften, das der Agentur vorliegt"."""

from ingest.extraction.attribution_cues import noun_stance
from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading

HOLDING = frozenset({"nmod", "appos", "nmod:poss", "obl", "flat", "compound", "dep"})


def is_about(reading: Reading, clause: Clause, token: int) -> bool:
    """Is it a relative clause on this noun or on what belongs to it?"""
    noun = clause.antecedent
    while noun is not None and noun != token and reading.tree.deps[noun] in HOLDING:
        parent = reading.tree.heads[noun]
        noun = parent if parent != noun else None
    above = clause.parent  # "wie aus Unterlagen hervorgeht, die der Zeitung vorliegen", hung on the verb
    hung = above is not None and clause.relation == "ccomp" and token in [t for _, t in above.obliques]
    hung = hung and any(reading.tree.tags[s] == "PRELS" for s in clause.subjects)
    return noun == token or hung or is_beyond(reading, clause, token)


def is_beyond(reading: Reading, clause: Clause, token: int) -> bool:
    """ "in einem Schreiben an die Botschaften, das der Agentur vorliegt": hung on the noun right before it."""
    tree, noun = reading.tree, clause.antecedent
    if noun is None or not token < noun < clause.head or noun_stance(tree.words[noun], tree.lemmas[noun]) is not None:
        return False
    relatives = (tree.morphs[c] for c in tree.children[clause.head] if tree.tags[c] == "PRELS")
    own = tree.morphs[noun]
    return any(m.get("Number") != own.get("Number") or m.get("Gender") != own.get("Gender") for m in relatives)
