"""Whose personnel it is: the adjective, "aus X", the genitive, the compound, the sender, else the force spoken of last."""

from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.clauses import Clause
from ingest.extraction.phrases import phrase
from ingest.extraction.reading import Reading
from ingest.linking.mentions import Mention
from seeds.reference import ReferenceEntity, reference

_FORCE_TYPES = frozenset({"Country", "Force", "Organization"})
_NATIONAL = frozenset({"armed_force", "ministry", "government_body", "parliament", "intelligence_service", "general_staff", "security_service"})
_FROM = frozenset({"aus", "von", "vom"})


def nation(entity: Entity | None) -> Entity | None:
    """The country whose soldiers a national army's are; named missions, mercenaries and alliances stay what they are."""
    if entity is None:
        return None
    row = reference().entities.get(entity.id)
    if row is None or entity.type == "Country":
        return entity if entity.type in _FORCE_TYPES else None
    if row.kind in _NATIONAL or (row.kind == "unit" and row.country):
        return country_of(row)
    return entity if entity.type in _FORCE_TYPES else None


def country_of(row: ReferenceEntity) -> Entity | None:
    """The country of a row as an entity."""
    country = reference().entities.get(row.country or "")
    return row_entity(country) if country is not None else None


def row_entity(row: ReferenceEntity) -> Entity:
    """A row of the tables as an entity of the contract."""
    return Entity(id=row.id, name=row.name, type=row.type, wikidata=row.wikidata)


@dataclass(slots=True)
class Forces:
    """Finds the force of personnel phrases and remembers the last one of the article."""

    reading: Reading
    actors: Actors
    last: Entity | None = None
    by_sentence: dict[int, Entity] = field(default_factory=dict[int, Entity])

    def of(self, head: int, start: int, end: int, clause: Clause | None, *, sent_by: bool) -> Entity | None:
        """The force of the phrase start..end (tokens) with this head; `sent_by`: the clause's subject sends its own."""
        found = self._in_phrase(head, start, end)
        if found is None and clause is not None and sent_by:
            found = self._sender(clause, head)
        if found is None:
            found = self._possessor(head, clause)
        if found is None:
            found = self._carried(head)
        if found is not None:
            self.last = found
            self.by_sentence[self.reading.tree.sentence_of[head]] = found
        return found

    def _in_phrase(self, head: int, start: int, end: int) -> Entity | None:
        tree = self.reading.tree
        first, last = phrase(tree, head)
        first, last = min(first, start), max(last, end)
        inside = [m for m in self.reading.mentions if m.end > first and m.start < last]
        for test in (self._from, self._demonym_or_adjective, self._genitive, self._compound):
            for mention in inside:
                if test(mention, head, start, end):
                    force = nation(mention.entity)
                    if force is not None:
                        return force
        return None

    def _from(self, mention: Mention, head: int, start: int, end: int) -> bool:
        tree = self.reading.tree
        return mention.start >= head and tree.case_of(mention.head) in _FROM and tree.heads[mention.head] in range(start, end) and mention.entity.type == "Country"

    def _demonym_or_adjective(self, mention: Mention, head: int, start: int, end: int) -> bool:
        if mention.form == "demonym":
            return start <= mention.start < end or mention.head == head
        if mention.form != "adjective":
            return False
        governor = self.reading.tree.heads[mention.head]
        return governor == head or start <= mention.start < end and mention.end <= head

    def _genitive(self, mention: Mention, head: int, start: int, end: int) -> bool:
        tree = self.reading.tree
        if tree.heads[mention.head] != head or mention.form not in ("name", "metonym"):
            return False
        return tree.case_of(mention.head) is None or tree.case_of(mention.head) in _FROM

    def _compound(self, mention: Mention, head: int, start: int, end: int) -> bool:
        return mention.form in ("compound", "name") and mention.start <= head < mention.end

    def _sender(self, clause: Clause, head: int) -> Entity | None:
        """"Pjöngjang habe 10.000 Soldaten geschickt": the subject; for a person, the country named in the article."""
        for candidate in (clause, *clause.ancestors()[:1]):
            for subject in (*candidate.subjects, *candidate.bare):
                if subject == head:
                    continue
                force = self._acting(subject)
                if force is not None:
                    return force
        return None

    def _acting(self, token: int) -> Entity | None:
        entity = self.actors.named(token)
        if entity is not None and entity.type == "Person":
            row = reference().entities.get(entity.id)
            country = country_of(row) if row is not None else None
            spoken = country is not None and any(m.entity.id == country.id for m in self.reading.mentions)
            return country if spoken else None
        if entity is not None:
            return nation(entity)
        for mention in self.reading.mentions:  # "die russische Armee"
            if mention.form == "adjective" and self.reading.tree.heads[mention.head] == token:
                return nation(mention.entity)
        return None

    def _possessor(self, head: int, clause: Clause | None) -> Entity | None:
        tree = self.reading.tree
        for child in tree.children[head]:
            if tree.tags[child] == "PPOSAT" and clause is not None:
                for subject in clause.subjects:
                    if subject != head:
                        return self._acting(subject)
        return None

    def _carried(self, head: int) -> Entity | None:
        """The force spoken of last; before any, the first country whose people or soldiers the article names."""
        if self.last is not None:
            return self.last
        for mention in self.reading.mentions:
            if mention.form in ("demonym", "adjective") and mention.entity.type == "Country":
                return mention.entity
        return None
