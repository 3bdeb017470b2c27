"""A first confidence: how often each rule was right on practice material, lowered where the parse is unsure."""

from collections.abc import Iterable, Mapping
from functools import cache

from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.tables import read_data, texts


@cache
def rates() -> Mapping[str, float]:
    """Rule → share of right statements, from `data/confidence.yaml`."""
    rules = texts(read_data("confidence.yaml")["rules"], "confidence.yaml: rules")
    return {rule: float(rate) for rule, rate in rules.items()}


def confidence(reading: Reading, *, rule: str, clause: Clause | None, tokens: Iterable[int]) -> float:
    """Between 0.05 and 0.98: the rate of the rule, times what the parser is unsure of around the tokens."""
    known = rates()
    base = known.get(rule, known["default"])
    doc = reading.tree.doc
    margins = [doc[t]._.arc_margin for t in {*tokens, *((clause.head,) if clause is not None else ())}]
    doubt = sum(1 for margin in margins if margin < 1.0)
    return round(max(0.05, min(0.98, base - 0.05 * doubt)), 3)
