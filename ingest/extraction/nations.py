"""The country or force that actors stand for, and the one that an article speaks of most."""

from graph.statement import Entity
from ingest.counts.nouns import counted_by
from ingest.extraction.attribution import cues
from ingest.extraction.reading import Reading
from ingest.linking.gazetteer import capitals, gazetteer
from ingest.linking.institutions import institutions
from ingest.linking.mention import entity_of
from ingest.linking.mentions import Mention
from seeds.reference import ReferenceEntity, reference

_NATIONAL = frozenset({"armed_force", "ministry", "government_body", "parliament", "general_staff"})
_ALLIANCES = frozenset({"alliance", "international_body", "mission", ""})


def nation(entity: Entity | None, kind: str = "") -> Entity | None:
    """The country whose soldiers a national army's are; missions, mercenaries and alliances stay what they are."""
    if entity is None:
        return None
    row = reference().entities.get(entity.id)
    if entity.type == "Country":
        return entity
    if entity.type == "Force":
        if row is not None and (row.kind in _NATIONAL or row.kind in ("unit", "mission")) and row.country:
            return country_of(row)
        return None if kind == "unit" or row is not None and row.kind == "unit" else entity
    if entity.type == "Organization" and row is not None:
        return country_of(row) if row.kind in _NATIONAL else entity if row.kind in _ALLIANCES else None
    return None


def troops_of(entity: Entity | None, kind: str = "") -> Entity | None:
    """As `nation`; soldiers of a national body that the tables do not know are the country's too."""
    unknown = entity is not None and entity.id not in reference().entities
    owner = _owner(entity) if entity is not None and unknown else None
    return owner or nation(entity, kind)


def _owner(entity: Entity) -> Entity | None:
    """The country of a national body that the tables do not know: "mexikanische Nationalgarde"."""
    adjective, _, noun = entity.name.partition(" ")
    body = institutions().get(noun)
    if body is None or body.kind not in _NATIONAL:
        return None
    rows = (sense.row for sense in gazetteer().adjectives.get(adjective, ()) if sense.row.type == "Country")
    return next((entity_of(row) for row in rows), None)


def country_of(row: ReferenceEntity) -> Entity | None:
    """The country of a row as an entity."""
    country = reference().entities.get(row.country or "")
    return entity_of(country) if country is not None else None


def land_of(place: Entity | None) -> Entity | None:
    """The country that a place lies in, as the tables know; a country itself."""
    if place is None or place.type == "Country":
        return place
    row = reference().entities.get(place.id) or capitals().get(place.id)
    return country_of(row) if row is not None and place.type == "Place" else None


def _speaks(reading: Reading, mention: Mention) -> bool:
    clause = reading.owner[mention.head]
    return clause is not None and mention.head in clause.subjects and clause.verb in cues().verbs


def _state_of_leader(mention: Mention) -> Entity | None:
    """ "Kim heftet Orden an": who acts for a state speaks of its soldiers."""
    row = reference().entities.get(mention.entity.id)
    return country_of(row) if mention.entity.type == "Person" and row is not None else None


def topic(reading: Reading, sentence: int) -> Entity | None:
    """Before any force is named: the state whose soldiers or people the article speaks of most, headline and
    nearness first.
    """
    tree = reading.tree
    weights: dict[str, float] = {}
    forces: dict[str, Entity] = {}
    for mention in reading.mentions:
        force = troops_of(mention.entity, mention.kind) if mention.form != "compound" else None
        force = force or _state_of_leader(mention)
        if force is None or mention.nested:
            continue
        if mention.form == "adjective" and counted_by(tree.words[tree.heads[mention.head]]) is None:
            continue
        if mention.form == "adjective" and tree.deps[tree.heads[mention.head]] == "obl:agent":
            continue  # "von israelischen Ausbildern geschult"
        place = tree.case_of(mention.head) is not None and mention.form == "name"
        behind = tree.heads[mention.head] if mention.form == "name" else mention.head
        owns = behind > mention.head and counted_by(tree.words[behind]) is not None  # "Kolumbiens vergessene Söldner"
        armed = (
            not place
            and (mention.form in ("demonym", "adjective") or owns)
            or mention.kind in ("armed_force", "armed_group")
            or (mention.kind == "mission" and not place)
        )
        distance = abs(tree.sentence_of[mention.start] - sentence)
        distant = mention.kind in ("ministry", "parliament", "government_body", "general_staff") or _speaks(
            reading, mention
        )
        distant = distant or mention.entity.type == "Person"
        weight = (
            (3.0 if armed else 0.1 if place else 0.3 if distant else 1.0)
            * (2.0 if tree.sentence_of[mention.start] == 0 else 1.0)
            / (1 + 0.2 * distance)
        )
        weights[force.id] = weights.get(force.id, 0.0) + weight
        forces[force.id] = force
    return forces[max(weights, key=lambda key: weights[key])] if weights else _in_titles(reading)


def _in_titles(reading: Reading) -> Entity | None:
    """ "Ecuadors Präsident": no state but the one in the title of a person is named."""
    nested = (m for m in reading.mentions if m.nested and m.entity.type == "Country")
    return next((m.entity for m in nested if m.form in ("name", "adjective")), None)
