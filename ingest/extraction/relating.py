"""Making one relation: attribution, modality, place, time, evidence and polarity of the clause that says it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.statement import Entity, Evidence, Source, Statement, make_statement
from ingest.extraction.actors import Actors
from ingest.extraction.attribution import Attribution, Attributor
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.confidence import confidence
from ingest.extraction.evidence import evidence_of
from ingest.extraction.modality import modality_of
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import ACTOR, Roles, Who
from ingest.extraction.times import event_time
from seeds.vocabulary import vocabulary

_STATED = frozenset({"PROVIDES_FOR", "VISITED", "SIGNED"})  # the verb of planning is the event itself
# what happens at a time ("reist am Montag"), what goes on ("soll Drohnen liefern")
_EVENTS = {
    **dict.fromkeys(("VISITED", "MET", "SIGNED", "APPROVED"), "event"),
    **dict.fromkeys(("SUPPLIES_WEAPONS_TO", "SUPPORTS", "ATTACKED", "ALLIED_WITH"), "state"),
}
_NEGATING_MARKS = frozenset({"ohne", "statt", "anstatt"})


@dataclass(slots=True)
class Relating:
    """What the relation steps share."""

    reading: Reading
    actors: Actors
    attributor: Attributor
    places: Places
    roles: Roles = field(init=False)

    def __post_init__(self) -> None:
        self.roles = Roles(self.reading, self.actors)

    def agents(self, clause: Clause, types: frozenset[str] = ACTOR) -> list[Entity]:
        """Who acts: the subject, or "von X" in the passive."""
        return [who.entity for who in self.roles.agents(clause, types)]

    def make(
        self,
        predicate: str,
        subject: Entity,
        object_: Entity,
        clause: Clause,
        *,
        rule: str,
        tokens: Iterable[int] = (),
        clauses: Iterable[Clause] = (),
        items: tuple[Entity, ...] = (),
        act: bool = False,
        negated: bool | None = None,
        nominal: bool = False,
        presupposed: bool = False,
        plain: bool = False,
        located: bool = False,
        modality: str | None = None,
        voice: tuple[Entity, str] | None = None,
    ) -> Statement | None:
        """One relation, or None where the types do not fit.

        `act`: the clause is itself an act of speech, asserted by the article. `nominal`: a noun phrase, `tokens`, says it;
        `presupposed`: and whoever speaks of it in its clause is no source of it. `plain`: it has no source at all.
        `voice`: who promises it or does not rule it out in this very clause, and so is its source, with the stance.
        """
        term = vocabulary().predicates[predicate]
        if subject.type not in term.subject or object_.type not in term.object or subject.id == object_.id:
            return None
        needed = tuple(tokens)
        attribution = Attribution() if plain else self._attribution(clause, needed, nominal=nominal and not presupposed)
        if voice is not None:
            attribution.add(voice[0], "origin", voice[1], 0)
        sources = tuple(s for s in attribution.sources() if not act or s.entity.id != subject.id)
        shown = [clause, *clauses] if not nominal or attribution.links else [*clauses]
        is_negated = self._is_negated(clause) if negated is None else negated
        return make_statement(
            article=self.reading.article.id,
            kind="relation",
            subject=subject,
            predicate=predicate,
            object=object_,
            items=items,
            polarity="negated" if is_negated else "affirmed",
            modality=modality
            or self._modality(
                clause,
                attribution,
                sources,
                act=act,
                nominal=nominal,
                stated=predicate in _STATED,
                event=_EVENTS.get(predicate, ""),
            ),
            sources=sources,
            place=self._place(clause, {subject.id, object_.id}) if located else None,
            time=event_time(self.reading, clause, nominal=nominal, anchor=needed[0] if needed else None),
            evidence=self._evidence(shown, needed, attribution),
            confidence=confidence(self.reading, rule=rule, clause=clause, tokens=(clause.head,)),
        )

    def pair(self, predicate: str, one: Who, other: Who, clause: Clause, *, rule: str, **how: bool) -> Statement | None:
        """A symmetric relation, written once: the two in text order."""
        first, second = sorted((one, other), key=lambda who: who.token)
        return self.make(
            predicate,
            first.entity,
            second.entity,
            clause,
            rule=rule,
            act=how.get("act", False),
            located=how.get("located", False),
            negated=False if how.get("affirmed") else None,
            modality="planned" if how.get("planned") else None,
        )

    def _attribution(self, clause: Clause, tokens: tuple[int, ...], *, nominal: bool) -> Attribution:
        """Of the clause; of a noun phrase also who speaks of it right there ("Kiew vermutet eine Allianz")."""
        spoken = nominal and self._is_spoken_of(clause, tokens)
        return self.attributor.of(clause, nominal=spoken)

    def _is_spoken_of(self, clause: Clause, tokens: tuple[int, ...]) -> bool:
        verb = self.roles.verb(clause)
        slots = {slot for slot, verbs in cues().nominal.items() if verb in verbs}
        heads = {t for p, t in clause.obliques if p in slots}
        if "object" in slots or relation_words().holds("naming", verb):
            heads |= set(self.roles.things(clause))
        return bool(heads & set(tokens))

    def _is_negated(self, clause: Clause) -> bool:
        tree = self.reading.tree
        neither = any(p == "weder" for p, _ in clause.obliques) or any(
            tree.case_of(s) == "weder" for s in clause.subjects
        )
        return clause.negated or clause.mark in _NEGATING_MARKS or neither

    def _modality(
        self,
        clause: Clause,
        attribution: Attribution,
        sources: tuple[Source, ...],
        *,
        act: bool,
        nominal: bool,
        stated: bool,
        event: str,
    ) -> str:
        if act or nominal:
            return self._said(clause, attribution, sources, nominal=nominal)
        said = modality_of(self.reading, clause, attribution)
        if said == "planned" and event == "state" and clause.modal == "sollen" and not self._lies_ahead(clause):
            said = "reported"  # "soll Drohnen liefern": hearsay, unless it lies ahead
        if said in ("asserted", "reported") and event and self._is_ahead(clause):
            return "planned"
        own = said == "planned" and stated and relation_words().holds("no_plan", self.roles.verb(clause))
        if not own or clause.modal or clause.future:
            return "planned" if said != "planned" and self._is_pending(clause) else said
        return "reported" if attribution.links or attribution.hearsay else "asserted"

    def _said(self, clause: Clause, attribution: Attribution, sources: tuple[Source, ...], *, nominal: bool) -> str:
        """An act of speech, or what a noun phrase presupposes: asserted unless somebody reports or plans it."""
        refused = clause.negated and clause.tense == "past"  # "wollte nicht bestätigen"
        if not nominal and ((clause.modal == "wollen" and not refused) or clause.future):
            return "planned"
        if not nominal and clause.subjunctive and clause.modal in ("können", "dürfen"):
            return "possible"
        if any(source.stance == "suspects" for source in sources):
            return "suspected"
        hearsay = attribution.hearsay and not attribution.links or clause.modal == "sollen"
        return "reported" if sources or hearsay else "asserted"

    def _is_ahead(self, clause: Clause) -> bool:
        """ "reist in der kommenden Woche nach X"; "will nach X reisen, wo sie Y trifft"."""
        if clause.tense != "pres" or clause.perfect or clause.finite is None:
            return False
        parent = clause.parent
        inside = parent is not None and clause.relation in ("acl", "acl:relcl", "advcl")
        return self._lies_ahead(clause) or (
            inside and parent is not None and (parent.modal == "wollen" or parent.future)
        )

    def _lies_ahead(self, clause: Clause) -> bool:
        """Does the clause name a day or time after the article's?"""
        published = self.reading.article.published
        own = [time.time for time in self.reading.times if self.reading.owner[time.head] is clause]
        return any(published and time.start and time.start > published[: len(time.start)] for time in own)

    def _is_pending(self, clause: Clause) -> bool:
        """ "muss noch ratifizieren"."""
        tree = self.reading.tree
        return clause.modal == "müssen" and any(tree.words[t].lower() == "noch" for t in clause.adverbs)

    def _place(self, clause: Clause, without: set[str]) -> Entity | None:
        place = self.places.near(clause, without)
        return place if place is not None else self._there(clause, without)

    def _there(self, clause: Clause, without: set[str]) -> Entity | None:
        """ "dort": the place named last."""
        tree = self.reading.tree
        here = next((t for t in self.reading.own_tokens(clause) if tree.words[t].lower() in ("dort", "hier")), None)
        if here is None:
            return None
        before = [
            m
            for m in self.reading.mentions
            if m.end <= here and m.entity.type in ("Place", "Country") and m.form != "adjective"
        ]
        near = [
            m for m in before if tree.sentence_of[here] - tree.sentence_of[m.start] <= 1 and m.entity.id not in without
        ]
        return near[-1].entity if near else None

    def _evidence(self, clauses: list[Clause], tokens: tuple[int, ...], attribution: Attribution) -> Evidence:
        """Of one sentence with its attribution there; of two where the content stands in the one before."""
        tree = self.reading.tree
        sentences = sorted({tree.sentence_of[c.head] for c in clauses} | {tree.sentence_of[t] for t in tokens})
        saying = attribution.clauses if clauses else []
        parts = [
            evidence_of(
                self.reading,
                [c for c in (*clauses, *saying) if tree.sentence_of[c.head] == number],
                [t for t in tokens if tree.sentence_of[t] == number],
            )
            for number in sentences
        ]
        start, end = parts[0].start, parts[-1].end
        return parts[0] if len(parts) == 1 else Evidence(start=start, end=end, text=tree.full_text[start:end])
