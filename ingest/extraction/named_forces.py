"""Forces that stand at a place of their own: a name beside the number, givers, a state before the verb."""

from collections.abc import Iterable

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.nations import country_of, nation, troops_of
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.linking.mention import Mention, entity_of, unknown_entity
from seeds.reference import reference

_BETWEEN = 4  # tokens between a name and its number


def hung(reading: Reading, head: int, start: int) -> list[Entity]:
    """ "Guatemala 150 und El Salvador acht Soldaten": the name that the parser hung the number on."""
    above = reading.tree.heads[head]
    hung = (m for m in reading.mentions if m.end == start and m.head == above and m.entity.type == "Country")
    return [m.entity for m in hung if m.form in ("name", "metonym") and reading.tree.case_of(m.head) is None][:1]


def givers(reading: Reading, clause: Clause) -> list[Entity]:
    """ "bekommt 12.000 Mann aus Pjöngjang": those from whom they come."""
    if clause.verb not in troop_words().receiving:
        return []
    for preposition, token in clause.obliques:
        mention = reading.by_head.get(token)
        row = reference().entities.get(mention.entity.id) if mention is not None else None
        if preposition in ("aus", "von") and row is not None:
            giver = nation(entity_of(row)) or country_of(row)
            return [giver] if giver is not None else []
    return []


def bracketed(reading: Reading, start: int) -> Entity | None:
    """ "Italien (850 Soldaten), die Türkei (350)": the country before the brackets."""
    words = reading.tree.words
    before = reading.by_token.get(start - 2) if start > 1 and words[start - 1] == "(" else None
    return before.entity if before is not None and before.form == "name" and before.entity.type == "Country" else None


def beside(reading: Reading, start: int, *, far: bool) -> Entity | None:
    """ ", Kanada zuletzt 600 nach Lettland": the country whose name opens a gapped clause before the number."""
    tree = reading.tree
    most = _BETWEEN if far else 0
    near = (m for m in reading.mentions if 0 <= start - m.end <= most and m.entity.type == "Country")
    for mention in near:
        between = range(mention.end, start)
        opens = mention.start > 0 and tree.words[mention.start - 1] in (",", ";", "und", "sowie")
        gap = not any(tree.pos[t] in ("VERB", "AUX", "PUNCT", "CCONJ", "PROPN") for t in between)
        if opens and gap and mention.form in ("name", "metonym") and tree.case_of(mention.head) is None:
            return mention.entity
    return None


def before_verb(reading: Reading, clause: Clause, tokens: list[int]) -> list[int]:
    """ "Benin stelle 2.000 Mann, so das Ministerium": whoever follows "so" says it; a state before the verb
    does it.
    """
    tree = reading.tree
    said = {t for t in tokens if "so" in (w.lower() for w in tree.words[max(0, t - 3) : t]) and t > clause.head}
    if not said:
        return tokens
    first = (m.head for m in reading.mentions if m.entity.type == "Country" and m.form in ("name", "metonym"))
    ahead = [t for t in first if clause.start <= t < clause.head and tree.case_of(t) is None]
    return [*(t for t in tokens if t not in said), *ahead[-1:]]


def coming(reading: Reading, clause: Clause) -> list[Entity]:
    """ "Aus Großbritannien werden 20.000 verlegt": where they come from, if it opens the clause or nothing says where
    they go.
    """
    goes = any(p in ("nach", "in", "ins") for p, _ in clause.obliques)
    first = min((t for _, t in clause.obliques), default=-1)
    if goes and (not clause.passive or ("aus", first) not in clause.obliques):
        return []
    countries = (reading.by_head.get(t) for p, t in clause.obliques if p == "aus")
    return [m.entity for m in countries if m is not None and m.entity.type == "Country" and m.form == "name"][:1]


def inside(reading: Reading, clause: Clause) -> list[Entity]:
    """ "Im russischen Heer sind 250.000 Mann gefallen", "bei den Rebellen": the force behind the preposition."""
    armed = (reading.by_head.get(t) for p, t in clause.obliques if p in ("in", "im", "bei", "unter"))
    found = (troops_of(m.entity, m.kind) for m in armed if m is not None and m.entity.type == "Force")
    first = next((force for force in found if force is not None), None)
    return [first] if first is not None else []


def side(reading: Reading, clause: Clause) -> list[Entity]:
    """ "auf russischer Seite": the side that the clause speaks of."""
    tree = reading.tree
    for mention in reading.mentions:
        noun = tree.heads[mention.head]
        named = mention.form == "adjective" and tree.lemmas[noun] == "Seite" and tree.case_of(noun) == "auf"
        if named and reading.owner[noun] is clause:
            force = troops_of(mention.entity)
            return [force] if force is not None else []
    return []


def by_noun(reading: Reading, head: int) -> list[Entity]:
    """ "Blauhelme" are the United Nations'; "150 Peschmerga" are a force of that name."""
    tree = reading.tree
    word = tree.words[head].lower()
    known = next((id_ for beginning, id_ in troop_words().force_nouns.items() if word.startswith(beginning)), "")
    row = reference().entities.get(known)
    if row is None and word in troop_words().self_named:
        return [unknown_entity(tree.words[head], "Force")]
    return [entity_of(row)] if row is not None else []


def apposed_force(reading: Reading, head: int) -> Entity | None:
    """ "die russische Söldnergruppe Wagner": an armed group whose name stands right behind its noun."""
    mention = reading.by_head.get(head)
    group = mention is not None and mention.kind in ("armed_group", "mercenary_group") and mention.form == "name"
    return mention.entity if group and mention is not None and mention.end > head + 1 else None


def hired(reading: Reading, head: int) -> Entity | None:
    """The armed group named last before mercenaries that are nobody's by their name."""
    groups = (m for m in reading.mentions if m.end <= head and m.kind in ("armed_group", "mercenary_group"))
    return next((m.entity for m in reversed(list(groups))), None)


def since(reading: Reading, spoken_of: Iterable[int], sentence: int) -> str:
    """The text between the last of these sentences up to this one, and this one; empty where it is the same."""
    tree = reading.tree
    last = max((s for s in spoken_of if s <= sentence), default=0)
    return tree.full_text[tree.offsets[tree.sentences[last][0]] : tree.offsets[tree.sentences[sentence][0]]].strip()


def commander(mention: Mention) -> Entity | None:
    """ "Kims Soldaten", "Putins Söldner": the state of the person in the genitive."""
    row = reference().entities.get(mention.entity.id)
    owns = mention.entity.type == "Person" and mention.form in ("name", "compound")
    return country_of(row) if owns and row is not None else None
