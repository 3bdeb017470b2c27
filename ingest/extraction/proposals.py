"""Proposals: what is confirmed, denied, demanded ... as a short German noun phrase made of words of its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.phrases import MAX_WORDS, name_of, phrase
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import is_counted_argument
from ingest.extraction.tree import Tree
from ingest.linking.mention import unknown_entity

_NO_WORDS = frozenset({"VERB", "AUX", "PUNCT", "SPACE", "SCONJ"})
_CIRCUMSTANCES = frozenset({"zwischen", "nach", "vor", "seit", "während"})  # tell no content
_AIMS = frozenset({"auf", "gegen", "über", "für", "zu", "zum", "zur"})
_SPANS = frozenset({"Jahr", "Monat", "Woche", "Tag", "Stunde", "Minute"})  # "binnen fünf Jahren"
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_NO_END = frozenset({"ADP", "DET", "ADV", "ADJ", "PART", "PRON", "CCONJ"})
_CONTENT = frozenset({"ccomp", "xcomp", "acl", "csubj", "advcl", "parataxis", "appos", "acl:relcl", "dep"})


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: a Proposal (or an actor) with what says it; `demanded`: somebody asked for it."""

    entity: Entity
    clauses: tuple[Clause, ...] = ()
    tokens: tuple[int, ...] = ()
    demanded: bool = False


def noun_content(reading: Reading, token: int, *, coordinated: bool = True) -> Content | None:
    """The proposal that a noun phrase says; of a carrier ("die Behauptung, die Region sei frei") its clause."""
    carried = _carried(reading, token)
    if carried is not None:
        return carried
    tree = reading.tree
    named = _has_close_apposition(tree, token)
    name = _whole(name_of(tree, token, coordinated=coordinated, apposition=named))
    if not any(c.isalpha() for c in name):
        return None
    start, end = phrase(tree, token, coordinated=coordinated, apposition=named)
    return Content(unknown_entity(name, "Proposal"), (), tuple(range(start, end)))


def without_none(content: Content) -> Content:
    """Named without "kein": what is denied or refused is what "keine Soldaten" denies; itself where nothing is."""
    words = content.entity.name.split()
    if len(words) < 2 or not words[0].lower().startswith("kein"):
        return content
    return replace(content, entity=unknown_entity(" ".join(words[1:]), "Proposal"))


def _whole(name: str) -> str:
    """A name cut at eight words does not end in an adjective or article."""
    words = name.split()
    if words[:1] and words[0].lower() in ("jede", "jeden", "jeder", "jedes", "alle", "allen"):
        words = words[1:]
    while len(words) >= MAX_WORDS - 1 and words[-1][:1].islower():
        words.pop()
    return " ".join(words)


def _carried(reading: Reading, token: int) -> Content | None:
    """The clause that hangs on a carrier, or follows it right behind a comma."""
    tree = reading.tree
    if not relation_words().noun("carriers", tree.lemmas[token]):
        return None
    _, end = phrase(tree, token)
    for clause in reading.sentence_clauses(token):
        hangs = tree.heads[clause.head] == token and clause.relation in _CONTENT and clause.head > token
        follows = clause.start in (end, end + 1) and tree.words[end : end + 1] == [","] and clause.relation in _CONTENT
        own = reading.own_tokens(clause)
        relative = any(tree.tags[t] in ("PRELS", "PRELAT") for t in own)
        below = clause.parent is reading.owner[token] and clause.relation in ("ccomp", "parataxis") and not clause.mark
        below = below and not {":", ";"} & set(tree.words[token : clause.head])
        according = clause.head > token and (below or any(tree.words[t].lower() == "wonach" for t in own))
        if (hangs or follows or according) and not relative:
            content = clause_content(reading, clause)
            if content is not None:
                return Content(content.entity, content.clauses, (token, *content.tokens))
    return None


def _has_close_apposition(tree: Tree, token: int) -> bool:
    """ "der Stadt Goma", "der Miliz M23": a name right behind its noun, with no comma before it."""
    start, end = phrase(tree, token, coordinated=True)
    apposed = [c for t in (token, *range(start, end)) for c in tree.children[t] if tree.deps[c] == "appos"]
    return bool(apposed) and all(tree.words[c - 1] not in (",", "(", "–", "-", ":") for c in apposed)


def clause_content(reading: Reading, clause: Clause) -> Content | None:
    """The proposal that a clause says: its object (else its subject) with what follows, without the verbs."""
    for anchor in _anchors(reading, clause):
        name = _name(reading, clause, anchor)
        mention = reading.by_head.get(anchor)
        bare = (
            mention is not None
            and mention.form in ("name", "metonym")
            and name == reading.tree.text(mention.start, mention.end)
        )
        if name and not bare:  # "Putin bluffe" is no proposal by the name of Putin
            return Content(unknown_entity(name, "Proposal"), (clause,), ())
    done = _done(reading, clause)
    return Content(unknown_entity(done, "Proposal"), (clause,), ()) if done else None


def _done(reading: Reading, clause: Clause) -> str:
    """ "dass man sie in die Ukraine schicken wolle": no noun says what; "Schicken in die Ukraine" does."""
    tree = reading.tree
    verb = clause.verb
    dependent = clause.relation in ("ccomp", "xcomp", "acl", "advcl") and clause.mark in ("dass", "zu")
    if not dependent or tree.pos[clause.head] != "VERB" or not (verb.endswith("n") and verb.isalpha()):
        return ""
    aims = [t for p, t in clause.obliques if p in _AIMS | {"in", "nach"} and reading.owner[t] is clause]
    behind = next((t for t in aims if not any(time.start <= t < time.end for time in reading.times)), None)
    if behind is None:
        return verb[:1].upper() + verb[1:]
    start, end = phrase(tree, behind)
    start = min([start, *(c for c in tree.children[behind] if tree.pos[c] == "ADP" and c < behind)])
    said = [tree.words[t] for t in range(start, end)][: MAX_WORDS - 1]
    return " ".join([verb[:1].upper() + verb[1:], *said])


def _anchors(reading: Reading, clause: Clause) -> Iterator[int]:
    """Nouns of the clause, those that tell most of what happens first; places and times only where nothing else is."""
    tree = reading.tree
    timed = {t for time in reading.times for t in range(time.start, time.end)}
    obliques = [t for p, t in clause.obliques if p not in _CIRCUMSTANCES]
    counted = [t for _, t in clause.obliques if is_counted_argument(tree, t)]
    objects = [*clause.subjects, *clause.objects] if clause.passive else [*clause.objects, *counted, *clause.subjects]
    ordered = [*objects, *clause.bare, *clause.datives, *obliques]
    if not clause.passive and not clause.objects and _are_own(tree, clause.subjects):
        ordered = [*(t for p, t in clause.obliques if p in _AIMS), *ordered]
    if clause.copula:
        ordered = [*clause.subjects, clause.head, *ordered]
    ordered = [t for t in ordered if tree.lemmas[t] not in _SPANS]
    nouns = [t for t in ordered if tree.pos[t] in ("NOUN", "PROPN") and reading.owner[t] is clause and t not in timed]
    demonyms = {m.head for m in reading.mentions if m.form == "demonym"}
    people = {t for m in reading.mentions if m.entity.type == "Person" for t in range(m.start, m.end)}
    nouns = [t for t in nouns if t not in people or t in reading.by_head]  # "Premierminister Starmer" is no proposal
    named = [t for t in clause.objects if t in nouns and _is_no_state(reading, t)]  # "die RSF-Miliz mit Drohnen"
    common = [t for t in nouns if t in named or tree.pos[t] == "NOUN" and (t not in reading.by_head or t in demonyms)]
    yield from dict.fromkeys((*common, *nouns))


def _are_own(tree: Tree, subjects: list[int]) -> bool:
    """ "ihre Soldaten hätten auf eine Bedrohung geschossen": not who does it is told, but what is done."""
    return bool(subjects) and all(any(tree.tags[c] == "PPOSAT" for c in tree.children[s]) for s in subjects)


def _is_no_state(reading: Reading, token: int) -> bool:
    mention = reading.by_head.get(token)
    return mention is None or mention.entity.type not in ("Country", "Person")


def _name(reading: Reading, clause: Clause, anchor: int) -> str:
    """The anchor's phrase in the nominative and the phrases behind prepositions that follow, at most eight words."""
    tree = reading.tree
    _, end = phrase(tree, anchor, coordinated=True)
    first = _whole(name_of(tree, anchor, coordinated=True))
    own, stop = set(reading.own_tokens(clause)), end
    while stop < len(tree) and stop in own and tree.tags[stop] in _PREPOSITIONS:
        _, behind = tree.edges[tree.heads[stop]]
        if behind <= stop or tree.heads[stop] not in own:
            break
        stop = behind
    rest = [t for t in range(end, stop) if tree.pos[t] not in _NO_WORDS][: MAX_WORDS - len(first.split())]
    while rest and tree.pos[rest[-1]] in _NO_END:
        rest.pop()
    return " ".join([first, *(tree.words[t] for t in rest)]) if first else ""
