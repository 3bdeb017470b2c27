"""Whether what happens to personnel has happened or is planned, and how sure it is."""

from dataclasses import dataclass

from ingest.extraction.attribution import Attribution
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.happening import Happening, is_state
from ingest.extraction.modality import modality_of
from ingest.extraction.reading import Reading
from ingest.extraction.sizes import direction
from ingest.extraction.times import event_time
from ingest.extraction.troops_lexicon import troop_words


@dataclass(slots=True)
class Planning:
    """Decides between doing and planning in one article."""

    reading: Reading

    def of(
        self, candidate: Candidate, happening: Happening, clause: Clause, attribution: Attribution
    ) -> tuple[str, str]:
        """Predicate and modality of a happening: SENT becomes PLANNED where it lies ahead (contract, rule 6)."""
        words = troop_words()
        state = (
            is_state(happening.predicate)
            or happening.rule in ("noun", "attribute")
            or clause.verb in words.does
            and is_state(words.does[clause.verb])
        )
        state = state and not self._is_to_be_done(clause)
        growing = happening.predicate in ("STRENGTH", "PRESENT") and clause.verb in words.onto - words.measuring
        there = growing and direction(self.reading, candidate) == "von"  # "von 700 auf 1.000": 700 there are
        if there or happening.rule == "so_far":
            return happening.predicate, "reported" if attribution.links or attribution.hearsay else "asserted"
        if happening.predicate == "PRESENT" and clause.verb in words.staying:
            return "PRESENT", modality_of(self.reading, clause, attribution)  # "werden in Rumänien bleiben"
        modality = modality_of(self.reading, clause, attribution, state=state and not growing)
        if clause.modal == "sollen" and modality == "reported" and not happening.attribute and self._in_future(clause):
            modality = "planned"
        moved = happening.predicate in ("SENT", "WITHDRAWN") and not clause.perfect
        now, told = clause.tense == "pres", clause.passive and clause.mood == "sub"
        until = told and any(case == "bis" for case, _ in clause.obliques)  # "würden bis Ende Mai entsandt"
        ahead = until or (now or told) and self._in_future(clause) or now and self._being_done(clause)
        if moved and ahead and modality in ("asserted", "reported"):
            modality = "planned"  # "werden im kommenden Jahr verlegt"
        if happening.attribute and modality in ("planned", "possible"):
            modality = "reported" if attribution.links or attribution.hearsay else "asserted"
        if happening.predicate == "SENT" and clause.finite is None and self._is_question(clause):
            return "PLANNED", "possible"  # "200 Schweizer für die Ukraine?"
        if happening.rule == "event" and clause.verb in words.approving and happening.predicate in words.plannable:
            return "PLANNED", "planned"  # "hat die Entsendung von 75 Beobachtern gebilligt"
        if happening.predicate == "PLANNED" or self._is_offered(happening, clause, modality):
            return "PLANNED", modality if modality in ("planned", "possible", "suspected") else "planned"
        lies_ahead = self._lies_ahead(happening, clause, modality) or growing and modality in ("planned", "possible")
        return "PLANNED" if lies_ahead else happening.predicate, modality

    def _is_offered(self, happening: Happening, clause: Clause, modality: str) -> bool:
        """ "könnten 200 Soldaten stellen", "Frankreich würde 10.000 stellen"."""
        would = clause.future and clause.mood == "sub" and not clause.passive
        offers = happening.predicate == "PRESENT" and clause.verb in troop_words().offering
        return offers and (would or modality == "possible")

    def _lies_ahead(self, happening: Happening, clause: Clause, modality: str) -> bool:
        """What is planned, and what may be or is expected to be sent."""
        if happening.predicate in troop_words().plannable and modality == "planned":
            return True
        expected = modality == "possible" or modality == "suspected" and self._is_expected(clause)
        return happening.predicate == "SENT" and expected

    def _being_done(self, clause: Clause) -> bool:
        """ "700 Mann würden in das Land verlegt": what is told of as being done to them lies ahead."""
        told = clause.passive and clause.mood == "sub" and clause.finite is not None
        return told and self.reading.tree.words[clause.finite or 0].lower() in ("würden", "werde", "würde", "werden")

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
