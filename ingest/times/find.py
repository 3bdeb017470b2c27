"""All time expressions of a parsed text, resolved against the day of the article."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from graph.statement import Time
from ingest.extraction.tree import Tree, make_tree
from ingest.times.phrase import Found, Sentence
from ingest.times.points import HISTORY, Calendar, Distance, Frame, Point, Range, Span, Year
from ingest.times.recognise import begins_time, read_time
from ingest.times.tense import governor, points_ahead
from ingest.times.words import time_words

_DAY = 10
_YEAR = 4  # characters
_PART_END = 31
_REMEMBERED = 2
_ORIGIN = frozenset({"vom", "von", "aus"})  # "der Vertrag vom 19. Juni" lies behind, whatever the verb


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time in the text: tokens start..end (exclusive), preposition included; `head` names it ("Freitag", "2024").

    `attached` is the token outside the expression that it hangs on (itself at a root), `governor` the verb or predicate
    above: compare with the verb of saying to tell the time of the event from that of the speech. `future` says where
    that verb points, None where it does not tell.
    """

    start: int
    end: int
    head: int
    time: Time
    attached: int
    governor: int
    future: bool | None

    @property
    def resolved(self) -> bool:
        """Has the expression a date ("bald" has none)?"""
        return self.time.start is not None or self.time.end is not None


def find_times(text: Doc | Tree, published: date | None) -> list[TimeMention]:
    """The time expressions in text order; `published` is the article's day, None leaves what needs it unresolved."""
    tree = text if isinstance(text, Tree) else make_tree(text)
    published = published if published and published.year in HISTORY else None
    lower = [word.lower() for word in tree.words]
    mentions: list[TimeMention] = []
    for number, (start, end) in enumerate(tree.sentences):
        words = Sentence(tree.words, lower, start, end, tree.pos)
        token = start
        while token < end:
            found = read_time(words, token) if begins_time(lower[token]) else None
            if found is None:
                token += 1
                continue
            mention = _mention(tree, words, found, published, _named(tree, mentions, number))
            if not _is_duration(found, mention):
                mentions.append(mention)
            token = max(found.end, token + 1)
    return mentions


def _is_duration(found: Found, mention: TimeMention) -> bool:
    """ "in drei Tagen" is a date only where the verb points ahead; "eroberte die Stadt in drei Tagen" says how long."""
    point = found.point
    return isinstance(point, Distance) and point.count > 0 and not point.from_named and mention.future is not True


def _named(tree: Tree, mentions: list[TimeMention], sentence: int) -> date | None:
    """The day named last in this sentence or the one before it."""
    for mention in reversed(mentions):
        if sentence - tree.sentence_of[mention.start] >= _REMEMBERED:
            return None
        day = mention.time.start
        if day and day == mention.time.end and len(day) == _DAY and not day.startswith("--"):
            return date.fromisoformat(day)
    return None


def _mention(tree: Tree, words: Sentence, found: Found, published: date | None, named: date | None) -> TimeMention:
    start, bound = _prepositions(words, found.start)
    head = _head(tree, start, found.end, found.core)
    verb = governor(tree, head)
    origin = tree.pos[tree.heads[head]] in ("NOUN", "PROPN") and words.at(start) in _ORIGIN
    future = False if origin and not isinstance(found.point, Range) else _direction(tree, verb, bound)
    span = found.point.resolve(Frame(published, named, future))
    first, last = _at_edge(found.point, _bounded(span, bound))
    return TimeMention(
        start=start,
        end=found.end,
        head=found.core,
        time=Time(start=first, end=last, text=tree.text(start, found.end).rstrip(".")),
        attached=tree.heads[head],
        governor=verb,
        future=future,
    )


def _direction(tree: Tree, verb: int, bound: str | None) -> bool | None:
    if bound == "since":
        return False
    ahead = points_ahead(tree, verb)
    return True if ahead is None and bound in ("until", "from") else ahead


def _bounded(span: Span | None, bound: str | None) -> Span:
    """ "seit" leaves the end open, "bis" and "vor" the beginning."""
    if span is None:
        return None, None
    if bound in ("since", "from", "later"):
        return span[0], None
    return (None, span[1]) if bound in ("until", "earlier") else span


def _at_edge(point: Point, span: Span) -> Span:
    """ "bis Ende 2026" ends with the last month of the year."""
    first, last = span
    if not isinstance(point, Year | Calendar) or point.part != _PART_END or first is not None or last is None:
        return span
    return first, f"{last}-12" if len(last) == _YEAR else last


def _prepositions(words: Sentence, token: int) -> tuple[int, str | None]:
    """The start of the expression with preposition and article, and the bound they set."""
    table = time_words()
    start = token
    while words.at(start - 1) in table.determiners and start - 1 > words.start:
        start -= 1
    before = words.at(start - 1)
    if before in table.points or before == "zwischen":
        start -= 1
        before = words.at(start - 1)
    hedged = before in table.hedges and words.at(start - 2) in table.since | table.starting | table.until
    if hedged:
        start -= 1
        before = words.at(start - 1)
    bounds = {
        "since": table.since,
        "from": table.starting,
        "until": table.until,
        "earlier": table.earlier,
        "later": table.later,
    }
    bound = next((name for name, known in bounds.items() if before in known), None)
    return (start - 1, bound) if bound else (start, None)


def _head(tree: Tree, start: int, end: int, core: int) -> int:
    """The token of the expression that hangs on something outside it."""
    outside = [t for t in range(start, end) if not start <= tree.heads[t] < end or tree.heads[t] == t]
    return core if core in outside or not outside else outside[-1]
