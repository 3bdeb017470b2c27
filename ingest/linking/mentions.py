"""All mentions of entities in a parsed article, known or not: names, adjectives, seats, compounds, bodies, offices."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc

from ingest.extraction.tree import Tree, make_tree
from ingest.linking.bodies import Bodies
from ingest.linking.inflection import nominative_seat
from ingest.linking.joining import abbreviate, join, nest
from ingest.linking.lookup import Found, look_up
from ingest.linking.mention import Mention, entity_of, unknown_entity
from ingest.linking.offices import holders
from ingest.linking.persons import Persons
from ingest.linking.senses import Senses
from ingest.linking.unknown import Unknown

__all__ = ["Mention", "find_mentions", "unknown_entity"]


def find_mentions(doc: Doc, published: date | None, tree: Tree | None = None) -> list[Mention]:
    """The mentions of one article in text order; `published` decides who held an office then."""
    if len(doc) == 0:
        return []
    tree = tree if tree is not None else make_tree(doc)
    mentions = known_names(tree)
    by_head: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_head[mention.head].append(mention)
    mentions += Bodies(tree, by_head).find()
    mentions += Unknown(tree, *_covered(mentions)).find()
    mentions = Persons(tree).join(mentions)
    mentions = join(tree, abbreviate(tree, mentions))
    return nest([*mentions, *holders(tree, mentions, published)])


def _covered(mentions: Iterable[Mention]) -> tuple[set[int], set[int], set[int]]:
    """The tokens of names, of compounds with a name, and of names of states and places."""
    taken: set[int] = set()
    compounds: set[int] = set()
    places: set[int] = set()
    for mention in mentions:
        tokens = range(mention.start, mention.end)
        if mention.form == "compound":
            compounds.update(tokens)
        elif mention.form != "adjective":
            taken.update(tokens)
            places.update(tokens if mention.entity.type in ("Country", "Place") else ())
    return taken, compounds, places


def known_names(tree: Tree) -> list[Mention]:
    """What the reference tables know, with its meaning in this article."""
    found = look_up(tree)
    senses = Senses(tree)
    senses.learn(found)
    return [m for item in found if (m := _mention(tree, senses, item)) is not None and not _in_longer_name(tree, m)]


def _mention(tree: Tree, senses: Senses, item: Found) -> Mention | None:
    choice = senses.choose(item)
    if choice is None:
        return None
    head = head_of(tree, item.start, item.end)
    if choice.seat:
        seat = unknown_entity(nominative_seat(choice.seat), "Place")
        return Mention(item.start, item.end, head, seat, "name", "building", choice.certainty, (choice.row.id,))
    entity = entity_of(choice.row)
    return Mention(
        item.start, item.end, head, entity, choice.form, choice.row.kind, choice.certainty, choice.candidates
    )


def _in_longer_name(tree: Tree, mention: Mention) -> bool:
    """ "Wagner" in "Anna Wagner": the model's name of a person is longer, so it is somebody else."""
    if mention.form != "name" or mention.end - mention.start > 1 or tree.doc[mention.start].ent_type_ != "PER":
        return False
    start, end = mention.start, mention.end
    while start > 0 and tree.doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(tree) and tree.doc[end].ent_iob_ == "I":
        end += 1
    others = [t for t in range(start, end) if t != mention.start]
    return bool(others) and all(tree.pos[t] in ("PROPN", "X") for t in others)


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of a span that hangs on a token outside it (the first one where several do)."""
    return next((t for t in range(start, end) if not start <= tree.heads[t] < end or tree.heads[t] == t), start)
