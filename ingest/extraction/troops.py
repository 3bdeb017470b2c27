"""Troop reports: one statement for each personnel phrase and each thing that happens to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.statement import Entity, Statement, Time, make_statement
from ingest.counts.nouns import counted_by
from ingest.extraction.attribution import Attribution, Attributor, cues
from ingest.extraction.candidates import Candidate, find_candidates
from ingest.extraction.clauses import Clause
from ingest.extraction.confidence import confidence
from ingest.extraction.elliptic import asked, listed
from ingest.extraction.evidence import evidence_of
from ingest.extraction.forces import Forces
from ingest.extraction.happening import FATES, Happening, is_state
from ingest.extraction.happenings import Happenings
from ingest.extraction.modality import modality_of
from ingest.extraction.named_forces import beside
from ingest.extraction.nations import country_of, nation
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading
from ingest.extraction.times import event_time
from ingest.extraction.troops_lexicon import troop_words
from seeds.reference import reference


@dataclass(frozen=True, slots=True)
class Voiced:
    """A thing that happens to personnel, with who says it and whose they are; `carried`: named only before."""

    candidate: Candidate
    happening: Happening
    clause: Clause
    attribution: Attribution
    predicate: str
    modality: str
    forces: list[Entity]
    carried: bool


@dataclass(slots=True)
class Troops:
    """Makes the troop reports of one article, in text order, so that forces and places carry on."""

    reading: Reading
    attributor: Attributor
    forces: Forces
    places: Places
    happenings: Happenings
    said: set[tuple[int, str, str]] = field(default_factory=set[tuple[int, str, str]])
    previous: tuple[int, Happening] | None = None

    def statements(self) -> Iterator[Statement]:
        """The troop reports; those without a number at most once for each sentence, force and predicate."""
        found: list[tuple[Candidate, Happening]] = []
        for candidate in find_candidates(self.reading):
            happenings = self.happenings.of(candidate)
            part = candidate.count is not None and candidate.count.of is not None
            gap = self._gap(candidate)
            if gap is not None:
                happenings = [gap]
            if candidate.number and self._is_added(candidate, happenings):
                happenings = self._same_as_before(candidate) or happenings
            if not happenings and candidate.number or part and [h.rule for h in happenings] == ["make_up"]:
                happenings = self._same_as_before(candidate) or happenings or self._named_only(candidate)
            for happening in happenings:
                found.append((candidate, happening))
                self.previous = (self.reading.tree.sentence_of[candidate.head], happening)
        voiced = [voiced for candidate, happening in found if (voiced := self._voiced(candidate, happening))]
        for each in sorted(voiced, key=lambda v: (self._sentence(v.candidate), not v.candidate.number)):
            yield from self._statements(each)

    def _sentence(self, candidate: Candidate) -> int:
        return self.reading.tree.sentence_of[candidate.head]

    def _gap(self, candidate: Candidate) -> Happening | None:
        """ "A schickt 850 Soldaten nach X, B 600 nach Y": the verb said once holds for the name beside the number
        too.
        """
        if self.previous is None or candidate.mention is None:
            return None
        number, before = self.previous
        said = before.clause is not None and before.clause.head < candidate.start
        if number != self.reading.tree.sentence_of[candidate.head] or not said and candidate.mention.by != "ellipsis":
            return None
        gapped = beside(self.reading, candidate.start, far=said and candidate.mention.by != "ellipsis")
        if self.reading.owner[candidate.head] is not before.clause or gapped is None:
            return None
        return replace(before, rule="gap", token=candidate.head, nominal=False, sender=True)

    def _named_only(self, candidate: Candidate) -> list[Happening]:
        """ "nannte er 155 Chinesen", "von 20.000 Angeworbenen war die Rede": a number that somebody says, no more."""
        clause = self.reading.owner[candidate.head]
        sure = candidate.mention is not None and candidate.mention.by in ("noun", "demonym")
        if clause is None or not sure or not self.happenings.said.is_content(candidate, clause):
            return []
        return [Happening("STRENGTH", clause, candidate.head, "content", nominal=True)]

    def _same_as_before(self, candidate: Candidate) -> list[Happening]:
        """ "..., bislang waren es etwa 1.700", "darunter 500 Offiziere": what was said before in the sentence."""
        answer = asked(self.happenings, candidate) or listed(self.reading, candidate)
        if answer is not None or self.previous is None:
            return [] if answer is None else [answer]
        distance = self.reading.tree.sentence_of[candidate.head] - self.previous[0]
        before = self.previous[1]
        clause = self.reading.owner[candidate.head]
        elliptic = candidate.count is not None and candidate.count.of is not None
        number = clause is not None and self.reading.tree.pos[clause.head] == "NUM"  # "es seien eher 14.000"
        copular = clause is not None and (clause.copula or clause.verb in ("sein", "werden") or number)
        copular = copular and clause is not None and not self._elsewhere(clause, candidate)
        if distance == 0 and elliptic:
            return [
                Happening(
                    before.predicate, before.clause, before.token, "carried", before.nominal, False, before.sender
                )
            ]
        unit = candidate.mention is not None and candidate.mention.by == "unit"
        if unit and before.predicate in FATES:
            return []
        arriving = clause is not None and clause.tense != "pres" and self._adds(clause)
        if clause is not None and distance <= 1 and before.predicate == "STRENGTH" and arriving:
            return [Happening("SENT", clause, clause.head, "carried")]
        still = copular and clause is not None and any(self._is_it(s) for s in clause.subjects)
        still = still or clause is not None and self._adds(clause)
        if clause is None or distance > 1 or before.predicate == "STRENGTH" and not still:
            return []
        if before.clause is not None:
            voice = self.attributor.of(before.clause, nominal=before.nominal)
            before = replace(before, predicate=self._planned(candidate, before, before.clause, voice)[0])
        adding = self._adds(clause)
        if copular or adding or clause.verb == "stammen" or self.happenings.said.is_content(candidate, clause):
            return [
                Happening(
                    before.predicate,
                    clause,
                    before.token,
                    "carried",
                    not (copular or adding or clause.verb == "stammen"),
                    False,
                    False,
                )
            ]
        return []

    def _elsewhere(self, clause: Clause, candidate: Candidate) -> bool:
        """ "1,2 Millionen Menschen sind auf der Flucht": the clause has something of its own to say."""
        tree = self.reading.tree
        timed = {t for time in self.reading.times for t in range(time.start, time.end)}
        other = [t for _, t in clause.obliques if not candidate.start <= t < candidate.end and t not in timed]
        about = any(tree.pos[t] == "NOUN" and counted_by(tree.words[t]) is None for t in clause.subjects)
        return (candidate.head in clause.subjects or about) and any(tree.pos[t] == "NOUN" for t in other)

    def _is_added(self, candidate: Candidate, happenings: list[Happening]) -> bool:
        """ "dazu kommen zehn Offiziere in Korea": coming is here no motion."""
        clause = self.reading.owner[candidate.head]
        return (
            clause is not None
            and [h.rule for h in happenings] == ["verb"]
            and clause.tense == "pres"
            and self._adds(clause)
        )

    def _is_it(self, token: int) -> bool:
        """ "2022 waren es noch 220.000": the same thing is counted again."""
        return self.reading.tree.words[token].lower() == "es"

    def _adds(self, clause: Clause) -> bool:
        """ "dazu kommen 500", "200 Mann kamen hinzu"."""
        words = self.reading.tree.words
        return clause.verb.endswith("kommen") and any(
            words[t].lower() in ("dazu", "hinzu") for t in self.reading.own_tokens(clause)
        )

    def _voiced(self, candidate: Candidate, happening: Happening) -> Voiced | None:
        """Who says it, how sure, and whose soldiers they are; None where the clause does not report it."""
        clause = happening.clause
        if clause is None or happening.nominal and self._mere_denial_of_news(clause):
            return None
        attribution = self.attributor.of(clause, nominal=happening.nominal)
        if attribution.negated:
            return None
        predicate, modality = self._planned(candidate, happening, clause, attribution)
        forces = self.forces.of(
            candidate.head,
            candidate.start,
            candidate.end,
            clause,
            sender=self._sends(happening),
            also=self._other_heads(candidate, happening),
            leaving=predicate == "WITHDRAWN",
            lost=predicate in FATES,
            speakers=tuple(source.entity for source in attribution.sources()),
        )
        if not forces and predicate in FATES - {"CAPTURED"}:
            forces = self._own_losses(attribution)
        land, _ = self.places.of(clause, None, origin=False)
        if clause.verb == "dienen" and self.forces.was_carried and land is not None and land.type == "Country":
            predicate, forces = "STRENGTH", [land]  # "In Finnland dienen 24.000 Männer und Frauen"
        if self.forces.was_carried:
            forces = self._likely(candidate, happening, clause, attribution, predicate, forces)
        gapped = beside(self.reading, candidate.start, far=True) if happening.rule == "gap" else None
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
            if voiced.carried and candidate.collective:
                continue
            self.said.add(counted if candidate.number else key)
            yield self._make(voiced, force)

    def _likely(
        self,
        candidate: Candidate,
        happening: Happening,
        clause: Clause,
        attribution: Attribution,
        predicate: str,
        forces: list[Entity],
    ) -> list[Entity]:
        """Forces carried over that fit what is said: nobody is sent to his own country, or hit by his own side."""
        words = troop_words()
        where, _ = self.places.of(clause, None, origin=predicate == "WITHDRAWN")
        row = reference().entities.get(where.id) if where is not None else None
        home = country_of(row) if row is not None and where is not None and where.type == "Place" else where
        if home is not None and self.reading.tree.words[candidate.head].lower().startswith(tuple(words.at_home)):
            return [home] if home.type == "Country" else forces
        if predicate in ("SENT", "PLANNED") and where is not None:
            return [force for force in forces if force.id != where.id]
        if clause.verb == "angehören" and clause.datives:
            return []  # "gehören ihm an": of whoever that is
        if happening.nominal and predicate == "CAPTURED":  # "der General meldet 430 Gefangene": not his own men
            own = {f.id for f in self.forces.speakers_nations(attribution)}
            return [force for force in forces if force.id not in own] or self.forces.other_than(own)
        if predicate in FATES and any(c.verb in words.admitting for c in (clause, *clause.ancestors())):
            return self.forces.speakers_nations(attribution)[:1] or forces
        hits = not clause.passive and words.done_to.get(clause.verb) in FATES and candidate.head in clause.objects
        own = {f.id for s in clause.subjects if (f := self.forces.acting(s)) is not None} if hits else set[str]()
        soldiers = hits and any(counted_by(self.reading.tree.words[s]) is not None for s in clause.subjects)
        return [] if soldiers else [force for force in forces if force.id not in own]

    def _own_losses(self, attribution: Attribution) -> list[Entity]:
        """ "nach Angaben der Armee starben zwölf Soldaten": an army that speaks of nobody's dead speaks of its own."""
        armies = [s.entity for s in attribution.sources() if s.entity.type == "Force"]
        own = nation(armies[0]) if armies else None
        return [own] if own is not None else []

    def _other_heads(self, candidate: Candidate, happening: Happening) -> tuple[int, ...]:
        """Further nouns that may name the force: the event, the noun an elliptic number counts, what is sized."""
        heads = [happening.token] if happening.rule == "event" else []
        if candidate.mention is not None and candidate.mention.antecedent is not None:
            heads.append(candidate.mention.antecedent)
        clause = happening.clause
        tree = self.reading.tree
        if happening.rule in ("verb", "noun") and clause is not None and clause.verb in troop_words().onto:
            sized = [o for o in (clause.objects or clause.subjects) if tree.pos[o] in ("NOUN", "PROPN")]
            heads += [
                t for o in sized for t in (o, *tree.children[o]) if t == o or tree.case_of(t) in (None, "von", "unter")
            ]
        if happening.rule == "verb" and clause is not None and clause is self.reading.owner[candidate.head]:
            anchor = self.happenings.anchor(candidate, clause)  # "eine ukrainische Brigade mit 2.300 Soldaten"
            heads += [anchor] if anchor is not None and tree.pos[anchor] == "NOUN" else []
        if happening.rule == "sizing":
            heads += [tree.heads[candidate.head], *tree.children[tree.heads[candidate.head]]]
        following = [
            t
            for t in range(candidate.end, min(candidate.end + 5, len(tree)))
            if tree.words[candidate.end].lower() == "mit"
        ]
        heads += [t for t in following if counted_by(tree.words[t]) is not None]
        if candidate.end < len(tree) and tree.words[candidate.end].lower().startswith("stark"):
            heads.append(tree.heads[candidate.end])  # "ein 3.000 Mann starkes Bataillon aus Nordkoreanern"
        return tuple(t for t in heads if t != candidate.head)

    def _make(self, voiced: Voiced, force: Entity) -> Statement:
        candidate, happening, clause = voiced.candidate, voiced.happening, voiced.clause
        attribution, predicate, modality = voiced.attribution, voiced.predicate, voiced.modality
        where, place = self.places.of(clause, force, origin=predicate == "WITHDRAWN")
        behind = self.places.behind(candidate.end) if predicate in ("SENT", "PLANNED") else None
        if behind is not None:
            where, place = behind, None
        sources = tuple(
            s for s in attribution.sources() if not self._own_announcement(happening, s.entity, s.stance, force)
        )
        if not sources and not attribution.hearsay and modality == "reported" and attribution.links:
            modality = "asserted"
        time: Time | None = event_time(self.reading, clause, nominal=happening.nominal, anchor=candidate.head)
        evidence = evidence_of(self.reading, [clause, *attribution.clauses], range(candidate.start, candidate.end))
        return make_statement(
            article=self.reading.article.id,
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
            confidence=confidence(
                self.reading, rule=happening.rule, clause=clause, tokens=(candidate.head, happening.token)
            ),
        )

    def _sends(self, happening: Happening) -> bool:
        """May the subject be the force? Never in a clause of saying; not of verbs that are done to others' soldiers."""
        if happening.nominal and cues().verbs.get(happening.clause.verb if happening.clause else "") != "announces":
            return False
        trains = happening.clause is not None and troop_words().done_to.get(happening.clause.verb) == "TRAINING"
        if happening.predicate == "TRAINING" and happening.sender and trains:
            return False  # whoever trains soldiers trains others'
        if happening.predicate in FATES:
            return happening.clause is not None and happening.clause.verb in troop_words().losing
        if happening.sender:
            return True
        return happening.predicate in ("STRENGTH", "PRESENT", "WITHDRAWN", "FORMED", "SENT", "PLANNED", "TRAINING")

    def _weak(self, candidate: Candidate, happening: Happening) -> bool:
        """Without a number only what the sentence plainly says: no attribute, no content of a mere carried phrase."""
        clause, words = happening.clause, troop_words()
        known = clause is not None and (
            clause.copula
            or clause.verb in ("sein", "geben")
            or clause.verb in words.does
            or clause.verb in words.done_to
        )
        vague = happening.rule == "verb" and happening.predicate == "PRESENT" and not known
        return happening.attribute or vague or happening.rule in ("carried", "content")

    def _mere_denial_of_news(self, clause: Clause) -> bool:
        """ "Moskau bestätigt die Kämpfe nicht" says nothing of the fighting."""
        return clause.negated and cues().verbs.get(clause.verb) in ("confirms", "reports", "denies")

    def _own_announcement(self, happening: Happening, source: Entity, stance: str, force: Entity) -> bool:
        """ "Großbritannien hat 20.000 Mann zugesagt": who does it is no source of it."""
        return happening.nominal and stance == "announces" and source.id == force.id

    def _planned(
        self, candidate: Candidate, happening: Happening, clause: Clause, attribution: Attribution
    ) -> tuple[str, str]:
        words = troop_words()
        state = (
            is_state(happening.predicate)
            or happening.rule in ("noun", "attribute")
            or clause.verb in words.does
            and is_state(words.does[clause.verb])
        )
        state = state and not self._is_to_be_done(clause)
        growing = happening.predicate == "STRENGTH" and clause.verb in words.onto - words.measuring
        if happening.predicate == "PRESENT" and clause.verb in words.staying:
            return "PRESENT", modality_of(self.reading, clause, attribution)  # "werden in Rumänien bleiben"
        modality = modality_of(self.reading, clause, attribution, state=state and not growing)
        if clause.modal == "sollen" and modality == "reported" and not happening.attribute and self._in_future(clause):
            modality = "planned"
        ahead = happening.predicate in ("SENT", "WITHDRAWN") and clause.tense == "pres" and not clause.perfect
        if ahead and modality in ("asserted", "reported") and self._in_future(clause):
            modality = "planned"  # "werden im kommenden Jahr verlegt"
        if happening.attribute and modality in ("planned", "possible"):
            modality = "reported" if attribution.links or attribution.hearsay else "asserted"
        if happening.predicate == "SENT" and clause.finite is None and self._is_question(clause):
            return "PLANNED", "possible"  # "200 Schweizer für die Ukraine?"
        if happening.predicate == "PRESENT" and modality == "possible" and clause.verb in words.offering:
            return "PLANNED", modality
        if happening.predicate == "PLANNED":
            return "PLANNED", modality if modality in ("planned", "possible", "suspected") else "planned"
        if growing and modality in ("planned", "possible"):
            return "PLANNED", modality
        if (
            happening.predicate in words.plannable
            and modality == "planned"
            or happening.predicate == "SENT"
            and (modality == "possible" or modality == "suspected" and self._is_expected(clause))
        ):
            return "PLANNED", modality
        return happening.predicate, modality

    def _is_question(self, clause: Clause) -> bool:
        start, end = self.reading.tree.sentence(clause.head)
        return "?" in self.reading.tree.words[start:end]

    def _is_expected(self, clause: Clause) -> bool:
        """ "rechnet damit, dass 15.000 kommen": what is only expected lies ahead."""
        around = clause.parent is not None and clause.parent.verb in troop_words().expecting
        return clause.future or around and clause.tense == "pres" and not clause.perfect

    def _is_to_be_done(self, clause: Clause) -> bool:
        """ "sollen stationiert werden" is a plan, "sollen stationiert sein" is hearsay."""
        words = self.reading.tree.words
        done = clause.passive and any(words[t].lower() == "werden" for t in self.reading.own_tokens(clause))
        return clause.modal == "sollen" and done and not clause.perfect

    def _in_future(self, clause: Clause) -> bool:
        """ "Bis Ende 2027 soll der Verband 4.800 Soldaten zählen": a time after the article makes it a plan."""
        published = self.reading.article.published
        time = event_time(self.reading, clause, nominal=False)
        ends = [day for day in (time.start, time.end) if day] if time is not None else []
        if time is not None and time.start is not None and clause.modal is None:
            ends = [time.start]  # what goes on already is no plan
        return bool(published) and any(day[: len(published or "")] > (published or "")[: len(day)] for day in ends)

    def _negated(self, candidate: Candidate, happening: Happening, clause: Clause) -> bool:
        tree = self.reading.tree
        before = [tree.words[t].lower() for t in range(max(0, candidate.start - 1), candidate.start)]
        if before and before[-1] == "nicht":
            return True
        if happening.rule == "asked" and clause.finite is None:
            return False  # "Knapp 1.500, mehr nicht."
        if happening.nominal or happening.attribute:
            return any(tree.words[c].lower().startswith("kein") for c in tree.children[happening.token])
        negation = tree.words[clause.negation].lower() if clause.negation is not None else ""
        if candidate.number and negation.startswith("kein"):
            return False  # "200 geschickt, aber keinen nach X": "kein" negates its own noun
        if candidate.number and clause.negation is not None and abs(clause.negation - candidate.start) > 0:
            own = self.reading.owner[candidate.head] is clause
            sondern = any(tree.words[t].lower() == "sondern" for t in self.reading.own_tokens(clause))
            return own and not sondern
        return clause.negated
