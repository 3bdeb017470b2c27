"""Making one relation: attribution, modality, place, time, evidence and polarity of the clause that says it."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.statement import Entity, Statement, make_statement
from ingest.extraction.actors import Actors
from ingest.extraction.attribution import Attribution, Attributor
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.confidence import confidence
from ingest.extraction.evidence import evidence_of
from ingest.extraction.modality import modality_of
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading
from ingest.extraction.times import event_time
from seeds.vocabulary import vocabulary

ACTOR = frozenset({"Person", "Country", "Organization", "Force"})


@dataclass(slots=True)
class Relating:
    """What the relation steps share."""

    reading: Reading
    actors: Actors
    attributor: Attributor
    places: Places

    def actors_of(self, tokens: Iterable[int], types: frozenset[str] = ACTOR) -> list[Entity]:
        """The entities of noun phrases and all that is joined to them, each once, of these types."""
        found: dict[str, Entity] = {}
        for token in tokens:
            for each in conjuncts(self.reading.tree, token):
                entity = self.actors.source(each)
                if entity is not None and entity.type in types:
                    found.setdefault(entity.id, entity)
        return list(found.values())

    def agents(self, clause: Clause, types: frozenset[str] = ACTOR) -> list[Entity]:
        """Who acts: the subject, or "von X" in the passive."""
        if clause.passive:
            return self.actors_of([t for p, t in clause.obliques if p in ("von", "vom", "durch")], types)
        found = self.actors_of(clause.subjects, types)
        return found or self.actors_of([b for b in clause.bare if self.reading.tree.morphs[b].get("Case") == "Nom"], types)

    def make(
        self, predicate: str, subject: Entity, object_: Entity, clause: Clause, *, rule: str,
        tokens: Iterable[int] = (), clauses: Iterable[Clause] = (), items: tuple[Entity, ...] = (),
        act: bool = False, negated: bool | None = None, nominal: bool = False, located: bool = False, modality: str | None = None,
    ) -> Statement | None:
        """One relation, or None where the types do not fit; `act`: the clause is itself an act of speech, asserted by the article."""
        term = vocabulary().predicates[predicate]
        if subject.type not in term.subject or object_.type not in term.object or subject.id == object_.id:
            return None
        attribution = self.attributor.of(clause, nominal=nominal)
        said = modality or self._modality(clause, attribution, act=act, nominal=nominal)
        where = self.places.near(clause, {subject.id, object_.id}) if located else None
        needed = tuple(tokens)
        shown = [clause, *clauses, *attribution.clauses] if not nominal or attribution.links else [*clauses]
        return make_statement(
            article=self.reading.article.id,
            kind="relation",
            subject=subject,
            predicate=predicate,
            object=object_,
            items=items,
            polarity="negated" if (clause.negated if negated is None else negated) else "affirmed",
            modality=said,
            sources=tuple(s for s in attribution.sources() if not act or s.entity.id != subject.id),
            place=where,
            time=event_time(self.reading, clause, nominal=nominal, anchor=needed[0] if needed else None),
            evidence=evidence_of(self.reading, shown, needed),
            confidence=confidence(self.reading, rule=rule, clause=clause, tokens=(clause.head,)),
        )

    def _modality(self, clause: Clause, attribution: Attribution, *, act: bool, nominal: bool) -> str:
        if act or nominal:
            if clause.modal == "wollen" and not nominal:
                return "planned"
            return "reported" if attribution.links or attribution.hearsay or clause.modal == "sollen" else "asserted"
        return modality_of(self.reading, clause, attribution)
