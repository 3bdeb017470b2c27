"""Troop reports: one statement for each personnel phrase and each thing that happens to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.statement import Entity, Statement, Time
from ingest.extraction.attribution import Attributor, cues
from ingest.extraction.basis import Basis
from ingest.extraction.candidates import Candidate, find_candidates
from ingest.extraction.carrying import Carrying
from ingest.extraction.clauses import Clause
from ingest.extraction.evidence import evidence_of
from ingest.extraction.forces import Forces
from ingest.extraction.happening import Happening
from ingest.extraction.happenings import Happenings
from ingest.extraction.modality import is_unintended
from ingest.extraction.named_forces import beside, bracketed
from ingest.extraction.places import Places
from ingest.extraction.planning import Planning
from ingest.extraction.reading import Reading
from ingest.extraction.times import event_time
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.unnumbered import Unnumbered
from ingest.extraction.whose import Report, Whose


@dataclass(frozen=True, slots=True)
class Voiced(Report):
    """A report with how sure it is and whose personnel it is; `carried`: named only before."""

    modality: str
    forces: list[Entity]
    carried: bool


def _bounds(candidate: Candidate) -> tuple[int | None, int | None] | None:
    return (candidate.count.min, candidate.count.max) if candidate.count is not None else None


@dataclass(slots=True)
class Troops:
    """Makes the troop reports of one article, in text order, so that forces and places carry on."""

    reading: Reading
    attributor: Attributor
    forces: Forces
    places: Places
    happenings: Happenings
    said: set[tuple[int, str, str]] = field(default_factory=set[tuple[int, str, str]])
    planning: Planning = field(init=False)
    carrying: Carrying = field(init=False)
    whose: Whose = field(init=False)
    unnumbered: Unnumbered = field(init=False)

    def __post_init__(self) -> None:
        self.planning = Planning(self.reading)
        self.carrying = Carrying(self.reading, self.attributor, self.happenings, self.planning)
        self.whose = Whose(self.reading, self.forces, self.places, self.happenings)
        self.unnumbered = Unnumbered(self.reading, self.forces, self.places)

    def statements(self) -> Iterator[Statement]:
        """The troop reports; those without a number at most once for each sentence, force and predicate."""
        candidates = find_candidates(self.reading)
        found = [(candidate, happening) for candidate in candidates for happening in self.carrying.of(candidate)]
        voiced = [voiced for candidate, happening in found if (voiced := self._voiced(candidate, happening))]
        voiced = [self._in_the_light_of(each, voiced) for each in voiced]
        for each in sorted(voiced, key=lambda v: (self._sentence(v.candidate), not v.candidate.number)):
            yield from self._statements(each)

    def _in_the_light_of(self, voiced: Voiced, all_: list[Voiced]) -> Voiced:
        """A headline's "schickt 6.000 Helfer" is a plan where the article says of as many that they are to be sent."""
        now = voiced.clause.tense == "pres" and not voiced.clause.perfect and voiced.clause.modal is None
        if voiced.predicate != "SENT" or not now or not voiced.candidate.number:
            return voiced
        plans = (v for v in all_ if v.predicate == "PLANNED" and v.modality == "planned" and v.forces == voiced.forces)
        same = any(_bounds(v.candidate) == _bounds(voiced.candidate) for v in plans)
        return replace(voiced, predicate="PLANNED", modality="planned") if same else voiced

    def _sentence(self, candidate: Candidate) -> int:
        return self.reading.tree.sentence_of[candidate.head]

    def _voiced(self, candidate: Candidate, happening: Happening) -> Voiced | None:
        """Who says it, how sure, and whose soldiers they are; None where the clause does not report it."""
        clause = happening.clause
        if clause is None or happening.nominal and self._mere_denial_of_news(clause):
            return None
        attribution = self.attributor.of(clause, nominal=happening.nominal)
        if attribution.negated:
            return None
        predicate, modality = self.planning.of(candidate, happening, clause, attribution)
        forces = self.whose.of(Report(candidate, happening, clause, attribution, predicate))
        land, _ = self.places.of(clause, None, origin=False)
        if clause.verb == "dienen" and self.forces.was_carried and land is not None and land.type == "Country":
            predicate, forces = "STRENGTH", [land]  # "In Finnland dienen 24.000 Männer und Frauen"
        gap = happening.rule == "gap" and predicate != "TRAINING"  # whoever trains soldiers trains others'
        gapped = beside(self.reading, candidate.start, far=True) if gap else None
        gapped = gapped or bracketed(self.reading, candidate.start)
        forces = [gapped] if gapped is not None else forces
        if candidate.pronoun and self.forces.last is None:
            return None
        return Voiced(candidate, happening, clause, attribution, predicate, modality, forces, self.forces.was_carried)

    def _statements(self, voiced: Voiced) -> Iterator[Statement]:
        candidate, predicate = voiced.candidate, voiced.predicate
        for force in voiced.forces:
            key, counted = (
                (self._sentence(candidate), force.id, predicate),
                (-1 - voiced.clause.head, force.id, predicate),
            )
            if not candidate.number and ({key, counted} & self.said or self._weak(candidate, voiced.happening)):
                continue
            if voiced.carried and candidate.collective and not self._is_part(candidate):
                continue
            statement = self._make(voiced, force)
            if not candidate.number and not self.unnumbered.sure(voiced, statement, carried=voiced.carried):
                continue
            self.said.add(counted if candidate.number else key)
            self.unnumbered.made(voiced, statement)
            yield statement

    def _is_part(self, candidate: Candidate) -> bool:
        """ "Eine Vorhut ist gelandet", "Erste Einheiten treffen ein": of those spoken of before."""
        tree = self.reading.tree
        first = tree.words[candidate.start].lower() in ("erste", "ersten", "weitere", "weiteren")
        return first or tree.lemmas[candidate.head] in troop_words().advance

    def _make(self, voiced: Voiced, force: Entity) -> Statement:
        candidate, happening, clause = voiced.candidate, voiced.happening, voiced.clause
        attribution, predicate, modality = voiced.attribution, voiced.predicate, voiced.modality
        gone = predicate == "PRESENT" and troop_words().done_to.get(clause.verb) == "WITHDRAWN"  # "ein Teil seiner 900"
        where, place = self.places.of(clause, force, origin=predicate == "WITHDRAWN" or gone)
        if where is None and not candidate.number:
            where = self.unnumbered.place(voiced, force)
        apart = predicate in ("SENT", "PLANNED") or predicate == "PRESENT" and self._is_listed(candidate, clause)
        behind = self.places.behind(candidate.end) if apart else None
        if behind is not None:
            where, place = behind, None
        sources = tuple(
            s for s in attribution.sources() if not self._own_announcement(voiced, s.entity, s.stance, force)
        )
        if not sources and not attribution.hearsay and modality == "reported" and attribution.links:
            modality = "asserted"
        time: Time | None = event_time(self.reading, clause, nominal=happening.nominal, anchor=candidate.head)
        evidence = evidence_of(self.reading, [clause, *attribution.clauses], range(candidate.start, candidate.end))
        return self.reading.state(
            self._basis(voiced),
            kind="troop_report",
            subject=force,
            predicate=predicate,
            object=where,
            place=place,
            count=candidate.count,
            polarity="negated" if self._negated(candidate, happening, clause) else "affirmed",
            modality=modality,
            sources=sources,
            time=time,
            evidence=evidence,
        )

    def _is_listed(self, candidate: Candidate, clause: Clause) -> bool:
        """ "2.500 sind im Irak stationiert, 900 in Syrien": a further number of the clause with its own place."""
        further = (
            candidate.mention is not None and candidate.mention.by == "ellipsis" and candidate.start > clause.start
        )
        return further and any(
            c.head < candidate.start and self.reading.owner[c.head] is clause for c in self.reading.counts
        )

    def _basis(self, voiced: Voiced) -> Basis:
        candidate, happening = voiced.candidate, voiced.happening
        return Basis(
            happening.rule,
            (candidate.head, happening.token),
            voiced.clause,
            voiced.attribution,
            voiced.carried,
            candidate.mention.by if candidate.mention is not None else "",
            happening.nominal,
        )

    def _weak(self, candidate: Candidate, happening: Happening) -> bool:
        """Without a number only what the sentence plainly says: no attribute, no content of a mere carried phrase."""
        clause, words = happening.clause, troop_words()
        known = clause is not None and (
            clause.copula
            or clause.verb in ("sein", "geben")
            or clause.verb in words.does
            or clause.verb in words.done_to
            or candidate.count is not None
            and clause.verb in words.supports
        )
        vague = happening.rule == "verb" and happening.predicate == "PRESENT" and not known
        return happening.attribute or vague or happening.rule in ("carried", "content")

    def _mere_denial_of_news(self, clause: Clause) -> bool:
        """ "Moskau bestätigt die Kämpfe nicht" says nothing of the fighting."""
        return clause.negated and cues().verbs.get(clause.verb) in ("confirms", "reports", "denies")

    def _own_announcement(self, voiced: Voiced, source: Entity, stance: str, force: Entity) -> bool:
        """ "Großbritannien und Polen haben 20.000 Mann zugesagt": who does it is no source of it."""
        sides = {force.id, *(each.id for each in voiced.forces)}
        return voiced.happening.nominal and stance == "announces" and source.id in sides

    def _negated(self, candidate: Candidate, happening: Happening, clause: Clause) -> bool:
        tree = self.reading.tree
        before = [tree.words[t].lower() for t in range(max(0, candidate.start - 1), candidate.start)]
        if tree.words[candidate.start].lower() == "weder" or tree.words[candidate.head].lower().startswith("niemand"):
            return True
        if before and before[-1] in ("nicht", "weder"):
            return True
        if tree.words[candidate.head] == tree.words[clause.head] and clause.finite is None:
            return any(tree.words[c].lower().startswith("kein") for c in tree.children[candidate.head])
        if happening.rule == "asked" and clause.finite is None:
            return False  # "Knapp 1.500, mehr nicht."
        if happening.rule == "event" and clause.verb in troop_words().renouncing and not clause.negated:
            return True
        if happening.rule == "event" and clause.verb == "ausschließen":
            return not clause.negated  # "schließt eine Entsendung nicht mehr aus"
        if happening.nominal or happening.attribute:
            return any(tree.words[c].lower().startswith("kein") for c in tree.children[happening.token])
        negation = tree.words[clause.negation].lower() if clause.negation is not None else ""
        if candidate.number and negation.startswith("kein"):
            return False  # "200 geschickt, aber keinen nach X": "kein" negates its own noun
        if candidate.number and clause.negation is not None and abs(clause.negation - candidate.start) > 0:
            own = self.reading.owner[candidate.head] is clause
            sondern = any(tree.words[t].lower() == "sondern" for t in self.reading.own_tokens(clause))
            return own and not sondern
        return clause.negated != is_unintended(clause)
