"""Which time expression is that of the event, and which that of the speech about it."""

from graph.statement import Time
from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.times.find import TimeMention


def event_time(reading: Reading, clause: Clause, *, nominal: bool, anchor: int | None = None) -> Time | None:
    """The time in the clause of the event; in a clause of saying (`nominal`) only one inside the noun phrase of
    the content.
    """
    first, last = reading.tree.sentence(clause.head)
    inside = [t for t in reading.times if first <= t.start < last and reading.owner[t.head] is clause]
    if nominal:
        inside = [t for t in inside if anchor is not None and below(reading, t, anchor)]
    resolved = [t for t in inside if t.time.start or t.time.end]
    best = (resolved or inside)[:1]
    return best[0].time if best else None


def below(reading: Reading, time: TimeMention, anchor: int) -> bool:
    """Does the expression hang (directly or not) on the token or on its head noun?"""
    return anchor in reading.tree.ancestors(time.head)
