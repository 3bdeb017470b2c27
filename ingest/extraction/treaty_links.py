"""Which known treaty a phrase means: by its parties, its kind and when the article appeared (contract, rule 10)."""

import re

from ingest.extraction.phrases import phrase
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.tree import Tree
from seeds.reference import Agreement, reference


def linked(reading: Reading, parties: frozenset[str], token: int) -> Agreement | None:
    """The agreement of exactly these parties that was the latest when the article appeared, of a kind that fits."""
    day = reading.article.published
    rows = [r for r in reference().agreements() if frozenset(r.parties) == parties and r.signed]
    rows = [r for r in rows if _is_of_kind(reading.tree, r, token)]
    if day:
        rows = [r for r in rows if r.signed is not None and r.signed[:10] <= day[: len(r.signed)]]
    else:
        rows = [r for r in rows if r.ended is None] or rows
    mentioned = re.search(r"\b(19|20)\d\d\b", reading.tree.text(*phrase(reading.tree, token)))
    if mentioned:
        rows = [r for r in rows if r.signed is not None and r.signed.startswith(mentioned.group())]
    scored = sorted(rows, key=lambda r: (_likeness(reading.tree, r, token), r.signed or ""))
    return scored[-1] if scored else None


def _is_of_kind(tree: Tree, row: Agreement, token: int) -> bool:
    """A declaration is no treaty: nouns for papers of their own kind mean only rows of that kind."""
    kinds = relation_words().frames["paper_kinds"]
    noun = paper(tree, token)
    return (row.kind or "") in kinds[noun] if noun else not any(row.kind in own for own in kinds.values())


def paper(tree: Tree, token: int) -> str:
    """The noun of a kind of its own ("erklärung", "protokoll"), or "" for treaties, pacts and agreements."""
    low = tree.lemmas[token].lower()
    return next((noun for noun in relation_words().frames["paper_kinds"] if low.removesuffix("s").endswith(noun)), "")


def _likeness(tree: Tree, row: Agreement, token: int) -> int:
    lemma = tree.lemmas[token].lower()
    names = " ".join((row.name, *row.aliases)).lower()
    return (
        2
        if lemma in names
        else 1
        if any(lemma.endswith(w) and w in names for w in relation_words().lists["agreements"])
        else 0
    )
