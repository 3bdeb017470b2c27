"""What analysts think of a claim, for exports: most claims nobody has judged, and those cost nothing."""

from collections.abc import Mapping

from graph.assessment.judging import rate
from graph.assessment.ledger import Ledger
from graph.origins.vouching import claim_key
from graph.shown import StatementView
from graph.statement import Statement
from graph.store import Store

Same = Mapping[str, str]


class Judged:
    """The judgements on claims and sources, as they are now."""

    def __init__(self, store: Store, ledger: Ledger) -> None:
        self._store = store
        self._ledger = ledger
        self._grades = {target: made.grade for target, made in ledger.current().items()}

    def credibility(self, view: StatementView, same: Same) -> str | None:
        """The credibility that counts of what a statement says, None where nobody has judged it."""
        said = {claim_key(view.statement), claim_key(counted(view.statement, same))}
        if not any(("claim", key) in self._grades for key in said):
            return None
        return rate(self._store, self._ledger, view).credibility

    def reliability(self, source: str) -> str | None:
        """How reliable a source is, by its key as an origin."""
        return self._grades.get(("source", source))


def counted(said: Statement, same: Same) -> Statement:
    """The statement about the entities that those it is about count as, since somebody merged them."""
    ends = {"subject": said.subject, "object": said.object}
    moved = {name: end.model_copy(update={"id": same[end.id]}) for name, end in ends.items() if end and end.id in same}
    return said.model_copy(update=moved) if moved else said
