"""Who holds which office: titles with their state or body and person, and whom a title without a name means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from graph.statement import Entity
from ingest.extraction.tree import Tree, make_tree
from ingest.linking.inflection import Gender, nominative
from ingest.linking.mention import Mention, unknown_entity
from ingest.linking.titles import Title, Titles, office_owner
from seeds.reference import Office, reference

_DATIVE = frozenset({"mit", "von", "zu", "bei", "nach", "aus"})  # "mit der Vorsitzenden" is one


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A title with its person: `title` is the role ("Sprecher"), `of` the state or body, start..end the phrase.

    `explicit`: state or body stand in the same phrase; otherwise `of` is what the tables know of that person.
    """

    person: Mention
    title: str
    of: Entity
    start: int
    end: int
    explicit: bool
    past: bool
    valuation: bool


def find_offices(
    doc: Doc, mentions: Iterable[Mention], published: date | None, tree: Tree | None = None
) -> list[OfficeMention]:
    """The offices that the article says somebody holds, in text order."""
    tree = tree if tree is not None else make_tree(doc)
    return [
        OfficeMention(t.person, t.role, t.of, t.start, t.end, t.explicit, t.past, t.valuation)
        for t in find_titles(tree, mentions, published)
        if t.person is not None and t.of is not None
    ]


def find_titles(tree: Tree, mentions: Iterable[Mention], published: date | None) -> list[Title]:
    """Every title of the article, with or without a person."""
    by_token: dict[int, list[Mention]] = defaultdict(list)
    by_head: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_head[mention.head].append(mention)
        for token in range(mention.start, mention.end):
            by_token[token].append(mention)
    return list(Titles(tree, by_token, by_head, published.isoformat() if published else "").find())


def holders(tree: Tree, mentions: list[Mention], published: date | None) -> Iterator[Mention]:
    """Mentions of form `office`: titles without a name of their own, as the person whom the article names with it.

    "der ukrainische Präsident" is the person called so elsewhere in the article, else one whom the article names and
    who held the office then by the tables, else a person named by the title ("Gouverneur der Region Kursk").
    """
    titles = find_titles(tree, mentions, published)
    named = {m.entity.id: m.entity for m in mentions if m.entity.type == "Person" and m.form == "name"}
    day = published.isoformat() if published else ""
    for title in titles:
        if _several(tree, title.token):
            continue
        if title.person is not None:
            if not title.person.start <= title.token < title.person.end:
                yield _office(title, title.person.entity, 0.95)
        elif title.of is not None and not title.past and not _introduced(tree, title.token):
            person = _called_so(title, titles) or _by_table(title, named, day)
            if person is not None:
                yield _office(title, person, 0.85)
            elif not title.valuation:
                yield _office(title, unknown_entity(_as_said(tree, title), "Person"), 0.6)


def _called_so(title: Title, titles: list[Title]) -> Entity | None:
    """The person who bears this office of the same state or body elsewhere in the article."""
    for other in titles:
        held = other.person is not None and not other.past and same_office(other.role, title.role)
        if held and other.of is not None and title.of is not None and other.of.id == title.of.id:
            return other.person.entity if other.person is not None else None
    return None


def same_office(one: str, other: str) -> bool:
    """ "Kanzler" and "Bundeskanzler", "Sprecherin" and "Sprecher"; not "Präsident" and "Vizepräsident"."""
    long, short = sorted((_key(one), _key(other)), key=len, reverse=True)
    return long.endswith(short) and (long == short or not long.startswith(("vize", "ex", "stell")))


def _key(role: str) -> str:
    return role.rsplit(" ", 1)[-1].lower().removesuffix("in")


def _office(title: Title, person: Entity, certainty: float) -> Mention:
    return Mention(title.start, title.end, title.token, person, "office", "", certainty)


def _several(tree: Tree, token: int) -> bool:
    """Is the title plural; "den Präsidenten" in the accusative is one, though the tagger may think otherwise."""
    articles = {tree.words[c].lower() for c in tree.children[token] if tree.tags[c] == "ART"}
    one = (
        articles & {"dem", "des"}
        or ("der" in articles and tree.case_of(token) in _DATIVE)
        or ("den" in articles and tree.morphs[token].get("Case") == "Acc")
    )
    return tree.morphs[token].get("Number") == "Plur" and not one


def _introduced(tree: Tree, token: int) -> bool:
    """ "ein Sprecher des Ministeriums" stays unnamed."""
    articles = [tree.words[c].lower() for c in tree.children[token] if tree.pos[c] == "DET"]
    return any(word.startswith(("ein", "kein", "jed")) for word in articles)


def _by_table(title: Title, named: dict[str, Entity], day: str) -> Entity | None:
    """A person named in the article who held this office of this state or body on the day."""
    for id_, entity in named.items():
        for office in reference().offices_of(id_):
            same = title.of is not None and title.of.id in (office.of, office_owner(office).id)
            same = same or title.of is not None and _is_body_of(title.of.id, office)
            if same and same_office(office.title.split(" ")[0], title.role) and (not day or office.held_on(day)):
                return entity
    return None


def _is_body_of(body: str, office: Office) -> bool:
    """Is a body of the office's state in the office's title: "Sekretär des Sicherheitsrates" of Russia?"""
    row = reference().entities.get(body)
    nouns = row.name.split() if row is not None and row.country == office_owner(office).id else []
    return any(len(noun) > 6 and noun in office.title for noun in nouns)


def _as_said(tree: Tree, title: Title) -> str:
    """The phrase without its article, the title in the nominative: "Gouverneur der Region Kursk"."""
    start = title.start
    while start < title.token and tree.pos[start] == "DET":
        start += 1
    gender: Gender = "Fem" if title.role.endswith(("in", "e")) else "Masc"
    words = [_nominative(tree, t, gender) if t < title.token else tree.words[t] for t in range(start, title.end)]
    words[title.token - start] = title.role if "-" not in tree.words[title.token] else tree.words[title.token]
    return " ".join(words)


def _nominative(tree: Tree, token: int, gender: Gender) -> str:
    return nominative(tree.words[token], gender) if tree.tags[token] == "ADJA" else tree.words[token]
