"""Forces that stand at a place of their own: a name beside the number, givers, a state before the verb."""

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.nations import country_of, nation, troops_of
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.linking.mention import entity_of
from seeds.reference import reference

_BETWEEN = 4  # tokens between a name and its number


def hung(reading: Reading, head: int, start: int) -> list[Entity]:
    """ "Guatemala 150 und El Salvador acht Soldaten": the name that the parser hung the number on."""
    above = reading.tree.heads[head]
    hung = (m for m in reading.mentions if m.end == start and m.head == above and m.entity.type == "Country")
    return [m.entity for m in hung if m.form in ("name", "metonym")][:1]


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
