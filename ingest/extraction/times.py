"""Which time expression is that of the event, and which that of the speech about it."""

from graph.statement import Time
from ingest.extraction.clauses import Clause
from ingest.extraction.phrases import phrase
from ingest.extraction.reading import Reading
from ingest.times.find import TimeMention


def event_time(reading: Reading, clause: Clause, *, nominal: bool, anchor: int | None = None) -> Time | None:
    """The time in the clause of the event; in a clause of saying (`nominal`) only one at the noun phrase it says.

    An infinitive of purpose without a time of its own has that of its clause ("reiste im Juni nach X, um ... zu").
    """
    inside = _within(reading, clause)
    if nominal:
        near = [] if anchor is None else [t for t in inside if below(reading, t, anchor) or _behind(reading, t, anchor)]
        return _best(reading, near, inside)
    if not inside and clause.finite is None and clause.relation == "advcl" and clause.parent is not None:
        inside = _within(reading, clause.parent)
    return _best(reading, inside, inside)


def below(reading: Reading, time: TimeMention, anchor: int) -> bool:
    """Does the expression hang (directly or not) on the token or on its head noun?"""
    return anchor in reading.tree.ancestors(time.head)


def _within(reading: Reading, clause: Clause) -> list[TimeMention]:
    first, last = reading.tree.sentence(clause.head)
    return [t for t in reading.times if first <= t.start < last and reading.owner[t.head] is clause]


def _behind(reading: Reading, time: TimeMention, anchor: int) -> bool:
    """ "seit dem Angriff auf X im Februar 2022": the expression follows the phrase, wherever the parser hangs it."""
    return phrase(reading.tree, anchor)[1] == time.start


def _best(reading: Reading, times: list[TimeMention], around: list[TimeMention]) -> Time | None:
    resolved = [t for t in times if t.time.start or t.time.end]
    if not times:
        return None
    best = (resolved or times)[0]
    since = next((t for t in around if _dates(reading, t, best)), None)
    if since is None:
        return best.time
    text = reading.tree.text(since.start, best.end)
    return Time(start=best.time.start, end=None, text=text if since in times else best.time.text)


def _dates(reading: Reading, since: TimeMention, time: TimeMention) -> bool:
    """ "seit dem Beginn des Krieges im Februar 2022": the second expression says when the event of the first began."""
    tree = reading.tree
    opened = tree.words[since.start].lower() == "seit" and not (since.time.start or since.time.end)
    return (
        opened
        and since.end <= time.start
        and time.time.start is not None
        and not any(tree.pos[t] in ("VERB", "AUX", "PUNCT") for t in range(since.end, time.start))
    )
