"""All counts of personnel and units in a parsed text, with their parts."""

from dataclasses import replace

from spacy.tokens import Doc

from ingest.counts.amounts import Amount, Words, find_amounts
from ingest.counts.capacity import is_capacity
from ingest.counts.context import Context, is_date, resolve_ellipsis
from ingest.counts.draft import Draft
from ingest.counts.mentions import CountMention, Target, find_target
from ingest.counts.modifiers import read_modifier
from ingest.counts.nouns import counted_by
from ingest.counts.numerals import numerals
from ingest.counts.parts import join_parts
from ingest.counts.singular import find_singulars
from ingest.counts.strength import find_strengths
from ingest.extraction.tree import Tree, make_tree

__all__ = ["CountMention", "find_counts"]


def find_counts(text: Doc | Tree) -> list[CountMention]:
    """The counts of a text in text order; `whole` of a mention is a place in this list."""
    tree = text if isinstance(text, Tree) else make_tree(text)
    lower = [word.lower() for word in tree.words]
    context = Context(tree)
    drafts: list[Draft] = []
    for start, end in tree.sentences:
        words = Words(tree.words, lower, start, end)
        found = sorted(_sentence_drafts(tree, words, context), key=lambda draft: draft.start)
        join_parts(words, found)
        drafts += [draft for draft in found if _stands(tree, words, draft)]
    return _freeze(tree, drafts)


def _freeze(tree: Tree, drafts: list[Draft]) -> list[CountMention]:
    kept = [draft for draft in drafts if draft.bounds() is not None]
    number = {id(draft): place for place, draft in enumerate(kept)}
    frozen = [draft.freeze(tree, number) for draft in kept]
    return [mention for mention in frozen if mention is not None]


def _sentence_drafts(tree: Tree, words: Words, context: Context) -> list[Draft]:
    """Counted nouns first, then what is left out and taken from them, then single soldiers."""
    amounts = [amount for amount in find_amounts(words) if not is_date(words, amount)]
    drafts = [_draft(tree, words, amount) for amount in amounts]
    drafts += find_strengths(tree, words)
    context.enter(words, drafts)
    for draft in drafts:
        if draft.counted is None and draft.target.kind == "none":
            resolve_ellipsis(tree, words, context, draft)
    drafts = [draft for draft in drafts if draft.counted is not None]
    return drafts + list(find_singulars(tree, words, drafts))


def _draft(tree: Tree, words: Words, amount: Amount) -> Draft:
    target = find_target(tree, words, amount)
    if amount.kind == "article" and _one_more(tree, words, amount):
        target = Target("none", amount.end + 1, further=True)
    elif amount.kind == "article":
        target = (
            target if _is_single(tree, words, amount, target.noun, target.partitive) else replace(target, kind="other")
        )
    return Draft(
        amount=amount,
        modifier=read_modifier(tree, words, amount),
        target=target,
        counted=target.counted if target.kind == "noun" else None,
        singular=amount.kind == "article",
    )


def _one_more(tree: Tree, words: Words, amount: Amount) -> bool:
    """ "ein weiterer wurde verletzt", "einen anderen", "ein dritter": one more of those spoken of, no noun behind."""
    end = amount.end + 1
    more = amount.end - amount.start == 1 and words.at(amount.end) in numerals().one_more
    return more and (end >= words.stop or tree.pos[end] not in ("NOUN", "PROPN", "ADJ", "NUM"))


def _is_single(tree: Tree, words: Words, amount: Amount, noun: int | None, partitive: bool) -> bool:
    """Does "ein(e)" count here? Before a noun whose singular tells of one, and in "einer der Soldaten"."""
    if partitive:
        return amount.end < words.stop and words.at(amount.end) in ("der", "dieser", "von", "davon", "ihrer", "seiner")
    counted = counted_by(words.forms[noun]) if noun is not None else None
    if counted is None or not counted.singular or counted.by == "person":
        return False
    return noun is not None and tree.morphs[noun].get("Number") != "Plur"


def _goes_on(tree: Tree, words: Words, draft: Draft) -> bool:
    """ "Ein Teil sei verlegt worden": the subject of its clause, so that those spoken of before are meant."""
    part = words.at(draft.amount.end - 1) in numerals().rest
    return part and any(tree.deps[t] in ("nsubj", "nsubj:pass") for t in range(draft.start, draft.end))


def _stands(tree: Tree, words: Words, draft: Draft) -> bool:
    """A vague word or share without a noun counts only as part of a counted whole; capacities never do."""
    if draft.noun is not None and is_capacity(tree, words, draft.start, draft.noun):
        return False
    if draft.amount.kind == "vague" and draft.antecedent is not None and _goes_on(tree, words, draft):
        return True
    if draft.amount.kind in ("vague", "share") and draft.whole is None:
        named = draft.counted is not None and draft.counted.by in ("noun", "unit", "fate")
        return draft.noun is not None and (named or draft.amount.kind == "vague")
    return True
