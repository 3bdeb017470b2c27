"""Joins what is one mention: a noun and the name beside it, a body and its name, a name and its abbreviation."""

from collections.abc import Iterable
from dataclasses import replace

from graph.statement import Entity
from ingest.extraction.tree import Tree
from ingest.linking.data import word_set
from ingest.linking.lookup import said
from ingest.linking.mention import Mention, entity_of
from seeds.reference import reference

_BESIDE = frozenset({"appos", "flat", "flat:name", "compound", "nmod", "dep"})
_BEFORE = frozenset({"dep", "compound", "flat", "appos", "nmod"})
_QUOTES = frozenset("„“”\"»«›‹‚‘’'")
_NAMES = frozenset({"name", "metonym"})


def abbreviate(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """ "Institute for the Study of War (ISW)": the abbreviation is the same entity, here and later in the article."""
    starts = {m.start: m for m in mentions}
    aliases: dict[str, Entity] = {}
    for mention in mentions:
        inner = starts.get(mention.end + 1)
        if inner is None or tree.words[mention.end] != "(" or inner.end >= len(tree) or tree.words[inner.end] != ")":
            continue
        if not {mention.entity.type, inner.entity.type} <= {"Organization", "Force"}:
            continue
        long, short = mention.entity, inner.entity
        known = short if long.id.startswith("x-") and not short.id.startswith("x-") else long
        if short.id.startswith("x-") or long.id.startswith("x-"):
            aliases[long.name] = aliases[said(tree, inner.start, inner.end)] = known
    return (
        [replace(m, entity=aliases[m.entity.name]) if m.entity.name in aliases else m for m in mentions]
        if aliases
        else mentions
    )


def join(tree: Tree, mentions: Iterable[Mention]) -> list[Mention]:
    """Each name with the noun beside it as one mention; a body named so is the one that the name says."""
    mentions = list(mentions)
    bodies = {m.head: m for m in mentions if m.form in ("name", "description") and m.end - m.start >= 1}
    joined: list[Mention] = []
    absorbed: set[int] = set()
    for mention in mentions:
        noun = _noun_beside(tree, mention) if mention.form in _NAMES else None
        if noun is None:
            joined.append(mention)
            continue
        body = bodies.get(noun)
        if body is not None and body is not mention and body.entity.type == mention.entity.type:
            absorbed.add(id(body))
        joined.append(_with_noun(tree, mention, noun))
    return [m for m in joined if id(m) not in absorbed]


def _noun_beside(tree: Tree, mention: Mention) -> int | None:
    """The common noun that stands right before the name and belongs to it, above or below it in the tree."""
    noun = mention.start - 1
    if noun >= 0 and tree.words[noun] in _QUOTES:
        noun -= 1
    if noun < 0 or tree.pos[noun] != "NOUN" or tree.sentence_of[noun] != tree.sentence_of[mention.start]:
        return None
    if mention.entity.type == "Person" and tree.words[noun].rsplit("-", 1)[-1] in word_set("cues.yaml", "governments"):
        return None  # "die Regierung Biden" is the state, not he
    below = tree.heads[mention.head] == noun and tree.deps[mention.head] in _BESIDE
    above = tree.heads[noun] == mention.head and tree.deps[noun] in _BEFORE
    genitive = tree.deps[mention.head] == "nmod" and tree.morphs[mention.head].get("Case") == "Gen"
    return noun if (below or above) and tree.case_of(mention.head) is None and not genitive else None


def _with_noun(tree: Tree, mention: Mention, noun: int) -> Mention:
    start = noun
    while start > 0 and tree.pos[start - 1] in ("ADJ", "PROPN") and tree.heads[start - 1] in (noun, mention.head):
        start -= 1
    head = noun if tree.heads[mention.head] == noun else mention.head
    entity = _region(tree, mention, noun)
    quoted = tree.words[mention.start - 1] in _QUOTES and mention.end < len(tree) and tree.words[mention.end] in _QUOTES
    return replace(mention, start=start, end=mention.end + quoted, head=head, entity=entity)


def _region(tree: Tree, mention: Mention, noun: int) -> Entity:
    """ "das Grenzgebiet Kursk" is the region of that name, not the town."""
    row = reference().entities.get(mention.entity.id)
    if row is None or row.type != "Place" or tree.lemmas[noun] not in word_set("cues.yaml", "region_nouns"):
        return mention.entity
    region = reference().entities.get(row.parent or "")
    return entity_of(region) if region is not None and row.name in region.name else mention.entity


def nest(mentions: Iterable[Mention]) -> list[Mention]:
    """In text order, longer ones first; what lies inside a longer one is marked."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.start - m.end))
    result: list[Mention] = []
    reach = 0
    for mention in ordered:
        inside = mention.end <= reach and bool(result)
        result.append(replace(mention, nested=True) if inside else mention)
        reach = max(reach, mention.end)
    return result
