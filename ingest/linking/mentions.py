"""All mentions of entities in a parsed article: names, adjectives, demonyms, metonyms, compounds and unknown names."""

from datetime import date

from spacy.tokens import Doc

from ingest.extraction.tree import Tree, make_tree
from ingest.linking.lookup import look_up
from ingest.linking.mention import Mention, entity_of, unknown_entity
from ingest.linking.senses import Senses

__all__ = ["Mention", "find_mentions", "unknown_entity"]


def find_mentions(doc: Doc, published: date | None, tree: Tree | None = None) -> list[Mention]:
    """The mentions of one article in text order; `published` decides who held an office then."""
    tree = tree if tree is not None else make_tree(doc)
    found = look_up(tree)
    senses = Senses(tree)
    senses.learn(found)
    mentions: list[Mention] = []
    for item in found:
        choice = senses.choose(item)
        if choice is not None:
            mentions.append(
                Mention(
                    item.start,
                    item.end,
                    head_of(tree, item.start, item.end),
                    entity_of(choice.row),
                    choice.form,
                    choice.row.kind,
                    choice.certainty,
                    choice.candidates,
                )
            )
    return mentions


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a span that hangs on a token outside it (the first one where several do)."""
    return next((t for t in range(start, end) if not start <= tree.heads[t] < end or tree.heads[t] == t), start)
