"""What holds by an agreement: "Laut dem Abkommen ziehen die USA ab", "Danach fallen sieben Bezirke an B zurück"."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from graph.statement import Entity
from ingest.extraction.agreements import Agreements
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words

DUTY = frozenset({"müssen", "sollen", "dürfen"})
_NOT_YET = frozenset({"noch", "nun", "jetzt", "zunächst", "bereits", "schon"})  # what is left to do is no provision
_BY_IT = frozenset({"danach", "demnach"})
_MAIN = frozenset({"root", "ROOT", "conj", "parataxis"})
_EARLY = 8  # words within which "demnach" stands


@dataclass(slots=True)
class Rulings:
    """Works on one article."""

    make: Relating
    agreements: Agreements

    def under(self, clause: Clause, agreement_of: Callable[[int], Entity | None]) -> Entity | None:
        """The agreement behind "nach", "laut", "gemäß" of the clause, or of the one it is joined to."""
        above = [clause.parent] if clause.relation == "conj" and clause.parent is not None else []
        for each in (clause, *above):
            under = self.make.roles.behind(each, cues().following)
            agreement = next((a for t in under if (a := agreement_of(t)) is not None), None)
            if agreement is not None and self._is_rule(clause):
                return agreement
        return None

    def _is_rule(self, clause: Clause) -> bool:
        """A duty, or what is done by it: of the present, by nobody who says something, and no state."""
        verb, words, parent = self.make.roles.verb(clause), relation_words(), clause.parent
        joined = clause.relation == "conj" and parent is not None and clause.finite is None
        if (parent.modal if joined and parent is not None and not clause.modal else clause.modal) in DUTY:
            return True
        done = not clause.modal and not clause.copula and not clause.perfect and clause.tense == "pres"
        return done and clause.finite is not None and verb not in words.acts and verb not in cues().verbs

    def following(self, clause: Clause, told: int | None) -> Entity | None:
        """ "Danach fallen ...", "Im Gegenzug ...", "B muss ...": a main clause behind an agreement's provisions.

        `told`: where the last provision was told.
        """
        main = clause.relation in _MAIN and not clause.negated and self._is_rule(clause)
        if not main or not self.agreements.is_recent(clause.head):
            return None
        tree = self.make.reading.tree
        here = tree.sentence_of[clause.head]
        spoken = max(t for t in self.agreements.by_token if t < clause.head)
        near = here - tree.sentence_of[spoken] <= 1 and self._points(clause)
        behind = told is not None and here - tree.sentence_of[told] <= 1 and self._goes_on(clause, told)
        return self.agreements.last_before(clause.head) if near or behind else None

    def _points(self, clause: Clause) -> bool:
        """ "Danach ...", "... demnach ...", "Damit dürfen ..."."""
        words = self._words(clause)
        allowed = words[:1] in (["damit"], ["dadurch"]) and clause.modal is not None
        return allowed or bool(_BY_IT & set(words[:_EARLY]))

    def _goes_on(self, clause: Clause, told: int) -> bool:
        """ "Im Gegenzug ...", "Dafür ...", a further duty, or joined to what was told."""
        words, first = self._words(clause), min(self.make.reading.own_tokens(clause), default=clause.head)
        in_turn = ("im", "gegenzug") in pairwise(words) or words[:1] == ["dafür"]
        duty = clause.modal in DUTY and not _NOT_YET & set(words) and first > told
        joined = clause.relation == "conj" and clause.parent is not None and clause.parent.head == told
        return in_turn or duty or joined

    def _words(self, clause: Clause) -> list[str]:
        return [self.make.reading.tree.words[t].lower() for t in self.make.reading.own_tokens(clause)]
