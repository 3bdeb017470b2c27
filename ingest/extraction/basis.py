"""What a statement rests on: kept beside it while its article is read, so that its confidence can be judged."""

from dataclasses import dataclass

from ingest.extraction.clauses import Clause
from ingest.extraction.sourcing import Attribution


@dataclass(frozen=True, slots=True)
class Basis:
    """The rule that made a statement, and by what.

    `tokens`: those that say it; `clause`: where it is said; `attribution`: who says it. `carried`: its subject was
    named only before; `counted_by`: how the unit of its count is known, empty without a count; `nominal`: a noun
    phrase says it.
    """

    rule: str
    tokens: tuple[int, ...]
    clause: Clause | None = None
    attribution: Attribution | None = None
    carried: bool = False
    counted_by: str = ""
    nominal: bool = False
