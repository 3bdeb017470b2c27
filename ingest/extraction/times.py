"""Which time expression is that of the event, and which that of the speech about it."""

from graph.statement import Time
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.phrases import phrase
from ingest.extraction.reading import Reading
from ingest.times.find import TimeMention
from ingest.times.words import time_words

_SINCE = frozenset({"seit"})
_AFTER = frozenset({"nach", "vor"})
_OF = frozenset({"von", "vom"})
_NEAR = 8  # tokens


def event_time(reading: Reading, clause: Clause, *, nominal: bool, anchor: int | None = None) -> Time | None:
    """The time in the clause of the event; in a clause of saying (`nominal`) only one at the noun phrase it says.

    An infinitive of purpose without a time of its own has that of its clause ("reiste im Juni nach X, um ... zu"), and
    so has what is joined to a clause ("wurden am Montag drei getötet und fünf verletzt").
    """
    inside = _within(reading, clause)
    if nominal:
        near = [t for t in inside if anchor is not None and _is_said(reading, t, anchor)]
        return _best(reading, near, inside)
    inside = inside or _over(reading, clause)
    inside = [t for t in inside if anchor is None or not _of_another(reading, t, anchor)]
    return _best(reading, inside, inside)


def below(reading: Reading, time: TimeMention, anchor: int) -> bool:
    """Does the expression hang (directly or not) on the token or on its head noun?"""
    return anchor in reading.tree.ancestors(time.head)


def _is_said(reading: Reading, time: TimeMention, anchor: int) -> bool:
    """At the noun phrase that is said, or dated by the report: "meldete für das Wochenende 30 Ausfälle"."""
    dated = reading.tree.words[time.start].lower() == "für"
    return dated or below(reading, time, anchor) or _behind(reading, time, anchor)


def _within(reading: Reading, clause: Clause) -> list[TimeMention]:
    first, last = reading.tree.sentence(clause.head)
    inside = [t for t in reading.times if first <= t.start < last and reading.owner[t.head] is clause]
    return [t for t in inside if not _compares(reading, t) and not _dates_event(reading, t)]


def _over(reading: Reading, clause: Clause) -> list[TimeMention]:
    """The times of the clause that an infinitive of purpose hangs on, or that this one is joined to behind them."""
    parent = clause.parent
    if parent is None:
        return []
    if clause.finite is None and clause.relation == "advcl":
        return _within(reading, parent)
    if clause.verb in cues().verbs or {":", ";"} & set(reading.tree.words[parent.head : clause.head]):
        return []  # "hatte das Land im März besucht und ihm Beistand versprochen"
    shared = clause.relation == "conj" and clause.finite in (None, parent.finite)
    told = clause.relation in ("conj", "parataxis") and _is_past(clause) and _is_past(parent)
    own = {parent.head, *reading.tree.children[parent.head]}
    joined = [t for t in _within(reading, parent) if t.head in own and t.end <= clause.head]
    return joined if shared or told else []


def _is_past(clause: Clause) -> bool:
    """Told as having happened, in the past tense or the perfect."""
    return clause.finite is not None and clause.modal is None and (clause.tense == "past" or clause.perfect)


def _compares(reading: Reading, time: TimeMention) -> bool:
    """ "erstmals seit 24 Jahren", "das größte Manöver seit 2011": no time of the event."""
    tree = reading.tree
    if tree.words[time.start].lower() not in _SINCE:
        return False
    before = tree.words[time.start - 1].lower() if time.start > 0 else ""
    best = any(tree.morphs[c].get("Degree") == "Sup" for c in tree.children[time.attached] if c < time.start)
    nearby = range(max(tree.sentence(time.start)[0], time.start - _NEAR), time.start)
    first = any(tree.tags[t] == "ADJA" and tree.words[t].lower().startswith("erste") for t in nearby)
    return before in ("erstmals", "mal") or first or best and tree.pos[time.attached] == "NOUN"


def _dates_event(reading: Reading, time: TimeMention) -> bool:
    """ "überwachen den Waffenstillstand von 1953": the time of an event that the clause only speaks of."""
    tree, event = reading.tree, time.start - 1
    named = event >= 0 and tree.pos[event] == "NOUN" and tree.words[event].lower() in time_words().events
    return named and tree.words[time.start].lower() in _OF and tree.case_of(event) is None


def _of_another(reading: Reading, time: TimeMention, anchor: int) -> bool:
    """ "drei kamen ums Leben, zwei davon 2017 bei einem Absturz": the time of another number."""
    above = set(reading.tree.ancestors(time.head))
    own = {anchor, *reading.tree.ancestors(anchor)}
    others = (count for count in reading.counts if count.head in above and count.head not in own)
    return any(count.head > anchor for count in others)


def _behind(reading: Reading, time: TimeMention, anchor: int) -> bool:
    """ "seit dem Angriff auf X im Februar 2022": the expression follows the phrase, wherever the parser hangs it."""
    return phrase(reading.tree, anchor)[1] == time.start


def _best(reading: Reading, times: list[TimeMention], around: list[TimeMention]) -> Time | None:
    times = [t for t in times if not any(_dates(reading, event, t, _AFTER) for event in around)]
    resolved = [t for t in times if t.time.start or t.time.end]
    if not times:
        return None
    best = (resolved or times)[0]
    since = next((t for t in around if _dates(reading, t, best, _SINCE)), None)
    if since is None:
        return best.time
    text = reading.tree.text(since.start, best.end)
    return Time(start=best.time.start, end=None, text=text if since in times else best.time.text)


def _dates(reading: Reading, event: TimeMention, time: TimeMention, opening: frozenset[str]) -> bool:
    """ "seit dem Beginn des Krieges im Februar 2022", "nach dem Krieg von 2020": the second dates the event of the
    first.
    """
    tree = reading.tree
    opened = tree.words[event.start].lower() in opening and not (event.time.start or event.time.end)
    opened = opened and (opening is not _AFTER or tree.words[time.start].lower() in _OF)
    return (
        opened
        and event.end <= time.start
        and time.time.start is not None
        and not any(tree.pos[t] in ("VERB", "AUX", "PUNCT") for t in range(event.end, time.start))
    )
