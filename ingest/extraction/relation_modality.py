"""How sure a relation is: as its clause says, but for acts of speech, events that lie ahead and what agreements say."""

from dataclasses import dataclass

from graph.statement import Source
from ingest.extraction.attribution import Attribution
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.modality import modality_of
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Roles

_STATED = frozenset({"PROVIDES_FOR", "VISITED", "SIGNED"})  # the verb of planning is the event itself
_EVENTS = frozenset({"VISITED", "MET", "SIGNED", "APPROVED"})  # happen at a time: "reist am Montag"
_STATES = frozenset({"SUPPLIES_WEAPONS_TO", "SUPPORTS", "ATTACKED", "ALLIED_WITH"})  # go on: "soll Drohnen liefern"


@dataclass(slots=True)
class RelationModality:
    """Works on one article."""

    reading: Reading
    roles: Roles

    def of(
        self, predicate: str, clause: Clause, attribution: Attribution, sources: tuple[Source, ...], how: How
    ) -> str:
        """One of the modalities of the contract; `sources` are those of the statement, of `attribution` or fewer."""
        if how.act or how.nominal:
            return self._said(clause, attribution, sources, how)
        said = modality_of(self.reading, clause, attribution)
        if said == "planned" and clause.modal == "wollen" and clause.perfect:
            return "reported"  # "will geliefert haben"
        if (
            said == "suspected"
            and predicate == "APPROVED"
            and not attribution.links
            and self.roles.verb(clause) == "annehmen"
        ):
            said = "asserted"  # "nahm den Vertrag an": approved and not supposed
        if said == "planned" and predicate in _STATES and clause.modal == "sollen" and not self._lies_ahead(clause):
            return "reported"  # "soll Drohnen liefern": hearsay, unless it lies ahead
        if self._is_stated(predicate, clause, said):
            return "reported" if attribution.links or attribution.hearsay else "asserted"
        ahead = predicate in _EVENTS | _STATES and said in ("asserted", "reported") and self._is_ahead(clause)
        return "planned" if ahead or self._is_pending(clause) else said

    def _is_stated(self, predicate: str, clause: Clause, said: str) -> bool:
        """ "Der Vertrag verpflichtet ...", "vereinbarten ein Abkommen": the verb of planning is what happened."""
        own = said == "planned" and predicate in _STATED and not clause.modal and not clause.future
        return own and relation_words().holds("no_plan", self.roles.verb(clause)) and not self._is_ahead(clause)

    def _said(self, clause: Clause, attribution: Attribution, sources: tuple[Source, ...], how: How) -> str:
        """An act of speech, or what a noun phrase presupposes: asserted unless somebody reports or plans it."""
        if clause.modal == "wollen" and clause.perfect:
            return "reported"  # "will gewarnt haben": so he says
        nor = "weder" in self.reading.tree.words[self.reading.tree.sentence(clause.head)[0] : clause.head]
        refused = (clause.negated or nor) and clause.tense == "past"  # "wollte nicht bestätigen"
        refused = refused or relation_words().holds("wanting_nothing", self.roles.verb(clause))
        refuses = how.negated is False and clause.negated  # "will keine Kampfjets abgeben" is itself the act
        plans = (clause.modal == "wollen" and not refused) or clause.future
        if not how.nominal and plans and not refuses:
            return "planned"
        if not how.nominal and clause.subjunctive and clause.modal in ("können", "dürfen"):
            return "possible"
        if any(source.stance == "suspects" for source in sources):
            return "suspected"
        hearsay = attribution.hearsay and not attribution.links and self._is_told(clause)
        return "reported" if sources or hearsay or clause.modal == "sollen" else "asserted"

    def _is_told(self, clause: Clause) -> bool:
        """ "Berichten zufolge", "habe ... bestätigt": hearsay by the clause itself, not by what is joined to it."""
        cases = {self.reading.tree.case_of(t) for t in self.reading.own_tokens(clause)}
        return clause.subjunctive or bool(cases & cues().following)

    def _is_ahead(self, clause: Clause) -> bool:
        """ "reist in der kommenden Woche nach X"; "will nach X reisen, wo sie Y trifft"."""
        if clause.tense != "pres" or clause.perfect or clause.finite is None:
            return False
        parent = clause.parent if clause.relation in ("acl", "acl:relcl", "advcl") else None
        planned = parent is not None and (parent.modal == "wollen" or parent.future)
        return planned or self._lies_ahead(clause)

    def _lies_ahead(self, clause: Clause) -> bool:
        """Does the clause name a day or time after the article's?"""
        published = self.reading.article.published
        own = [time.time for time in self.reading.times if self.reading.owner[time.head] is clause]
        return any(published and time.start and time.start > published[: len(time.start)] for time in own)

    def _is_pending(self, clause: Clause) -> bool:
        """ "muss noch ratifizieren"."""
        tree = self.reading.tree
        return clause.modal == "müssen" and any(tree.words[t].lower() == "noch" for t in clause.adverbs)
