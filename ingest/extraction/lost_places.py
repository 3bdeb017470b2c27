"""Places that a clause names and that its troop report did not take: without them it would say another thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.datelines import is_dateline
from ingest.extraction.places import Places, prepositions
from ingest.extraction.reading import Reading
from ingest.extraction.tables import read_data, word_set
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.whose import Report
from ingest.linking.mention import unknown_entity
from seeds.reference import reference

_PLACES = frozenset({"Country", "Place"})
_NAMING = frozenset({"name", "metonym", "description"})
_LOCAL = frozenset({"in", "im", "ins", "nach", "aus", "bei", "auf", "vor", "an", "am"})
_HERE = frozenset({"dort", "dorthin", "hierher"})
_STAYING = frozenset({"PRESENT", "FIGHTING", "TRAINING"})
_COLON = 9  # a heading before a colon is at most so many tokens long


@dataclass(slots=True)
class LostPlaces:
    """Looks for them in one article."""

    reading: Reading
    places: Places

    def in_heading(self, report: Report, force: Entity) -> Entity | None:
        """ "Aus Uvira abgezogen: Burundi verlegt Soldaten", "Kämpfe im Kongo: ...": the place before the colon."""
        tree = self.reading.tree
        found = [
            place
            for token in self._heading(report)
            if tree.case_of(token) in _LOCAL or self._alone(token)
            for place in [self.places.behind_preposition(token, tree.case_of(token) or "")]
            if place is not None and place.id != force.id
        ]
        said = {source.entity.id for source in report.attribution.sources()}
        return found[0] if len(found) == 1 and found[0].id not in said else None

    def meant_for(self, report: Report, force: Entity) -> Entity | None:
        """ "Truppen für Gaza", "keine Soldaten für die Ukraine": whom they are for is where they go."""
        tree = self.reading.tree
        near = {report.candidate.head, report.clause.head}
        named = (m for m in self.reading.mentions if tree.case_of(m.head) == "für" and tree.heads[m.head] in near)
        lands = (m.entity for m in named if m.form in _NAMING and m.entity.type in _PLACES)
        return next((land for land in lands if land.id != force.id), None)

    def of_its_kind(self, report: Report) -> Entity | None:
        """ "verlegt Truppen in den Nordosten", "an Westgrenze": the noun that tells where to, if there is one."""
        tree = self.reading.tree
        found = [
            token
            for token in self.reading.own_tokens(report.clause)
            if tree.case_of(token) in prepositions("place_prepositions") - {"durch", "um", "rund", "vor"}
            and self.reading.by_token.get(token) is None
            and self._is_kind(token)
        ]
        return unknown_entity(tree.lemmas[found[0]], "Place") if len(found) == 1 else None

    def lost(self, report: Report, statement: Statement) -> bool:
        """Is a place named that is not in the statement, or is the one in the statement not where it happens?"""
        if statement.object is not None:
            return self._misplaced(report, statement)
        return any(True for _ in self._named(report, statement))

    def _heading(self, report: Report) -> range:
        tree = self.reading.tree
        start, _ = tree.sentence(report.clause.head)
        behind = min(start + _COLON, report.clause.head)
        colon = next((t for t in range(start, behind) if tree.words[t] == ":"), start)
        return range(start, colon)

    def _alone(self, token: int) -> bool:
        """ "Somalia: Ägypten sagt Soldaten zu": the name of a land is the whole heading."""
        tree = self.reading.tree
        start, _ = tree.sentence(token)
        return token == start and tree.words[token + 1 : token + 2] == [":"]

    def _misplaced(self, report: Report, statement: Statement) -> bool:
        """ "In Washington sprach Kirby von Verlusten": where somebody speaks; "stellt nach Italien das größte"."""
        clause, happening = report.clause, report.happening
        at = [x for x in self.places.located(clause) if statement.object and x.entity.id == statement.object.id]
        if statement.predicate in _STAYING and statement.subject.id == (statement.object and statement.object.id):
            return not any(self._is_named(x.token) for x in at)  # not "dort", "im Nachbarland"
        if at and statement.predicate == "PRESENT" and all(x.preposition == "nach" for x in at):
            return True
        if not happening.nominal:
            return False
        below = set(self.reading.tree.subtree(happening.token)) | set(self.reading.tree.subtree(report.candidate.head))
        return bool(at) and not any(x.token in below or x.token > report.candidate.head for x in at)

    def _named(self, report: Report, statement: Statement) -> Iterator[int]:
        """Tokens of the clause, and of the heading before a colon, that name a place of what is reported."""
        tree, clause, words = self.reading.tree, report.clause, troop_words()
        timed = {t for m in self.reading.times for t in range(m.start, m.end)}
        for token in (*self._heading(report), *self.reading.own_tokens(clause)):
            if token in timed or is_dateline(tree, token):
                continue
            placed = self._is_place(token, report, statement) and not self.places.is_source_phrase(token)
            taken = clause.verb in words.taking | words.leaving and token in clause.objects and self._is_named(token)
            here = tree.words[token].lower() in _HERE and tree.pos[token] == "ADV"
            if placed or taken or here:
                yield token

    def _is_place(self, token: int, report: Report, statement: Statement) -> bool:
        """A noun behind a preposition of place that is a place by its name or its kind."""
        tree = self.reading.tree
        case = tree.case_of(token)
        if case not in prepositions("place_prepositions") or case in ("durch", "um", "rund"):
            return False
        if case == "vor" and tree.lemmas[token] == "Ort":
            return False
        if statement.predicate == "WITHDRAWN" and case == "nach":
            return False  # "zogen nach Sumy ab": where to is not where from
        if tree.heads[token] == report.candidate.head and case in ("von", "aus", "vom"):
            return False
        if tree.lemmas[token].lower().endswith(tuple(troop_words().no_places)):
            return False
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.entity.id == statement.subject.id:
            return False
        return self.is_site(token)

    def _is_named(self, token: int) -> bool:
        """A place by its name, or a single name that no table has."""
        mention = self.reading.by_token.get(token)
        if mention is None or mention.entity.id in reference().entities:
            return mention is not None and mention.form in _NAMING and mention.entity.type in _PLACES
        return mention.end - mention.start == 1 and self.reading.tree.pos[token] == "PROPN"

    def is_site(self, token: int) -> bool:
        """Is it a place by its name or by its noun?"""
        tree = self.reading.tree
        mention = self.reading.by_token.get(token)
        if self._is_named(token) or mention is not None and mention.entity.id in reference().entities:
            return self._is_named(token)
        return self._is_kind(token) or tree.lemmas[token] in troop_words().soil

    def _is_kind(self, token: int) -> bool:
        """ "Nordosten", "Westgrenze", "Stützpunkt", not "Wort"."""
        lemma = self.reading.tree.lemmas[token].lower()
        kinds = [kind for kind in (*troop_words().place_nouns, *self._sites()) if lemma.endswith(kind)]
        return any(len(lemma) - len(kind) not in (1, 2) for kind in kinds)

    def _sites(self) -> frozenset[str]:
        return word_set(read_data("unnumbered.yaml")["sites"], "unnumbered.yaml: sites")
