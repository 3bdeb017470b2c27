"""Making one relation: attribution, modality, place, time, evidence and polarity of the clause that says it."""

from dataclasses import dataclass, field

from graph.statement import Entity, Evidence, Statement
from ingest.extraction.actors import Actors
from ingest.extraction.attribution import Attribution, Attributor
from ingest.extraction.attribution_cues import cues
from ingest.extraction.basis import Basis
from ingest.extraction.clauses import Clause
from ingest.extraction.evidence import evidence_of, span_evidence
from ingest.extraction.how import How
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading
from ingest.extraction.relation_modality import RelationModality
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import ACTOR, Roles, Who
from ingest.extraction.times import event_time
from seeds.vocabulary import vocabulary

_NEGATING_MARKS = frozenset({"ohne", "statt", "anstatt"})
_LOCAL = frozenset({"in", "im", "nach", "bei", "auf", "an", "am"})
_PLACES = frozenset({"Place", "Country"})


@dataclass(slots=True)
class Relating:
    """What the relation steps share."""

    reading: Reading
    actors: Actors
    attributor: Attributor
    places: Places
    roles: Roles = field(init=False)
    modality: RelationModality = field(init=False)

    def __post_init__(self) -> None:
        self.roles = Roles(self.reading, self.actors)
        self.modality = RelationModality(self.reading, self.roles)

    def agents(self, clause: Clause, types: frozenset[str] = ACTOR) -> list[Entity]:
        """Who acts: the subject, or "von X" in the passive."""
        return [who.entity for who in self.roles.agents(clause, types)]

    def unnamed(self, clause: Clause) -> list[Who]:
        """ "das Welternährungsprogramm warnte": a body that no list knows; "Ich schlage ... vor": who speaks."""
        tree = self.reading.tree
        speaker = next((s for s in clause.subjects if tree.words[s].lower() in ("ich", "wir")), None)
        if speaker is None:
            return self.roles.bodies(clause)
        sources = self.attributor.of(clause).sources()
        return [Who(s.entity, speaker) for s in sources if s.role == "origin" and s.entity.type == "Person"][:1]

    def make(self, predicate: str, subject: Entity, object_: Entity, clause: Clause, how: How) -> Statement | None:
        """One relation, or None where the types do not fit."""
        term = vocabulary().predicates[predicate]
        if subject.type not in term.subject or object_.type not in term.object or subject.id == object_.id:
            return None
        attribution = self._attribution(clause, how)
        sources = tuple(s for s in attribution.sources() if not how.act or s.entity.id != subject.id)
        negated = self._is_negated(clause) if how.negated is None else how.negated
        anchor = how.tokens[0] if how.tokens else None
        return self.reading.state(
            Basis(how.rule, (clause.head, *how.tokens[:1]), clause, attribution, nominal=how.nominal),
            kind="relation",
            subject=subject,
            predicate=predicate,
            object=object_,
            items=how.items,
            polarity="negated" if negated else "affirmed",
            modality=how.modality or self.modality.of(predicate, clause, attribution, sources, how),
            sources=sources,
            place=how.place or (self._place(clause, {subject.id, object_.id}) if how.located else None),
            time=event_time(self.reading, clause, nominal=how.nominal, anchor=anchor),
            evidence=self._evidence(clause, how, attribution),
        )

    def pair(self, predicate: str, one: Who, other: Who, clause: Clause, how: How) -> Statement | None:
        """A symmetric relation, written once: the two in text order."""
        first, second = sorted((one, other), key=lambda who: who.token)
        return self.make(predicate, first.entity, second.entity, clause, how)

    # -- attribution and polarity

    def _attribution(self, clause: Clause, how: How) -> Attribution:
        """Of the clause; of a noun phrase also who speaks of it right there ("Kiew vermutet eine Allianz")."""
        if how.plain:
            return Attribution()
        spoken = how.nominal and not how.presupposed and self._is_spoken_of(clause, how.tokens)
        attribution = self.attributor.of(clause, nominal=spoken)
        if how.voice is not None:
            attribution.add(how.voice[0], "origin", how.voice[1], 0)
        return attribution

    def _is_spoken_of(self, clause: Clause, tokens: tuple[int, ...]) -> bool:
        verb = self.roles.verb(clause)
        slots = {slot for slot, verbs in cues().nominal.items() if verb in verbs}
        heads = {t for p, t in clause.obliques if p in slots}
        if "object" in slots or relation_words().holds("naming", verb):
            heads |= set(self.roles.things(clause))
        return bool(heads & set(tokens))

    def _is_negated(self, clause: Clause) -> bool:
        """By the clause, by "ohne ... zu", by "weder A noch B", of nouns and of verbs."""
        tree = self.reading.tree
        neither = any(p == "weder" for p, _ in clause.obliques)
        neither = neither or any(tree.case_of(s) == "weder" for s in clause.subjects)
        nor = any(tree.words[c].lower() == "noch" and tree.tags[c] == "KON" for c in tree.children[clause.head])
        neither = neither or (nor and "weder" in tree.words[tree.sentence(clause.head)[0] : clause.head])
        return clause.negated or clause.mark in _NEGATING_MARKS or neither

    # -- place and evidence

    def _place(self, clause: Clause, without: set[str]) -> Entity | None:
        place = self.places.near(clause, without)
        if place is not None and place.id.startswith("x-") and self._is_common(place):
            return None
        return place if place is not None else self._there(clause, without)

    def _is_common(self, place: Entity) -> bool:
        """ "beim Bau von Fregatten": a common noun that the recognizer took for a place."""
        heads = [m.head for m in self.reading.mentions if m.entity.id == place.id and not m.kind]
        return bool(heads) and all(self.reading.tree.tags[head] == "NN" for head in heads)

    def _there(self, clause: Clause, without: set[str]) -> Entity | None:
        """ "dort": the place named last, in this sentence or the one before."""
        tree = self.reading.tree
        here = next((t for t in self.reading.own_tokens(clause) if tree.words[t].lower() in ("dort", "hier")), None)
        if here is None:
            return None
        first = tree.sentences[max(0, tree.sentence_of[here] - 1)][0]
        before = [m for m in self.reading.mentions_in(first, here) if m.entity.type in _PLACES]
        local = [m for m in before if tree.case_of(m.head) in _LOCAL] or [m for m in before if m.entity.type == "Place"]
        return next((m.entity for m in reversed(local) if m.entity.id not in without), None)

    def _evidence(self, clause: Clause, how: How, attribution: Attribution) -> Evidence:
        """Of one sentence with its attribution there; of two where the content stands in the one before.

        A noun phrase that nobody is a source of is its own evidence.
        """
        tree = self.reading.tree
        if how.nominal and not attribution.links and not how.clauses:
            return span_evidence(tree, min(how.tokens), max(how.tokens) + 1)
        clauses, saying = [clause, *how.clauses], attribution.clauses
        numbers = {tree.sentence_of[t] for t in (*how.tokens, *(c.head for c in clauses))}
        parts = [
            evidence_of(
                self.reading,
                [c for c in (*clauses, *saying) if tree.sentence_of[c.head] == number],
                [t for t in how.tokens if tree.sentence_of[t] == number],
            )
            for number in sorted(numbers)
        ]
        start, end = parts[0].start, parts[-1].end
        return parts[0] if len(parts) == 1 else Evidence(start=start, end=end, text=tree.full_text[start:end])
