"""Parts of a counted whole in one sentence: "12.000 Soldaten, darunter 500 Offiziere und drei Generäle"."""

from dataclasses import replace

from ingest.counts.amounts import Words
from ingest.counts.draft import Draft
from ingest.counts.mentions import ends_sentence
from ingest.counts.nouns import Counted

_BEFORE = frozenset(
    {"darunter", "davon", "hiervon", "einschließlich", "einschliesslich", "inklusive", "darin", "hierunter", "nämlich"}
)
_PRONOUNS = frozenset({"ihnen", "denen", "diesen"})
_FROM = frozenset({"von", "unter", "aus"})
_DETERMINERS = frozenset({"den", "diesen", "ihren", "seinen", "jenen", "der", "dieser"})
_GENITIVE = frozenset({"der", "dieser", "jener", "ihrer", "seiner", "aller", "von"})
_JOINS = frozenset({"und", "sowie", ",", "oder"})
_MODIFIED = 4


def join_parts(words: Words, drafts: list[Draft]) -> None:
    """Sets `whole` on the drafts of one sentence (in text order)."""
    first = 0
    for place, part in enumerate(drafts):
        earlier = drafts[first:place]
        whole = _after_cue(words, part, earlier) or _pronoun_behind(words, part, earlier)
        whole = whole or _from_whole(words, earlier) or _genitive(part, drafts[place + 1 :])
        whole = whole or _each(part, earlier) or _joined(words, part, earlier)
        if whole is not None and whole is not part and _fits(part, whole):
            part.whole = whole
            part.counted = _counted(part, whole)
        if ends_sentence(words, part.end - 1):
            first = place + 1


def _counted(part: Draft, whole: Draft) -> Counted | None:
    """ "40 Ausbilder, darunter 20 Briten": inhabitants are of the unit of their whole."""
    if part.counted is None or whole.counted is None or part.counted.by != "demonym":
        return part.counted
    return replace(part.counted, unit=whole.counted.unit)


def _fits(part: Draft, whole: Draft) -> bool:
    """A part is not larger than its whole, and a number of people is no part of a number of units."""
    if (part.counted and part.counted.by == "unit") != (whole.counted is not None and whole.counted.by == "unit"):
        return False
    if part.amount.kind in ("share", "vague"):
        return whole.amount.kind not in ("share", "vague")
    least, most = part.bounds(), whole.bounds()
    if least is None or most is None or most[0] is None and most[1] is None:
        return False
    low = least[0] if least[0] is not None else 0
    return most[1] is None or low <= most[1] and (least[1] is None or least[1] <= most[1])


def _last_whole(earlier: list[Draft]) -> Draft | None:
    """The nearest count before that is not itself a part."""
    return next((draft for draft in reversed(earlier) if draft.whole is None and draft.amount.kind != "vague"), None)


def _after_cue(words: Words, part: Draft, earlier: list[Draft]) -> Draft | None:
    """ "darunter", "davon", "von ihnen", "unter ihnen" before the part, with nothing counted between."""
    since = earlier[-1].end if earlier else words.start
    for token in range(part.start - 1, since - 1, -1):
        if words.at(token) in _BEFORE or words.at(token) in _PRONOUNS and words.at(token - 1) in ("von", "unter"):
            return _last_whole(earlier)
    return None


def _pronoun_behind(words: Words, part: Draft, earlier: list[Draft]) -> Draft | None:
    """ "ein Drittel davon", "3.000 von ihnen" """
    last = words.at(part.end - 1)
    behind = part.noun is None and part.target.partitive and (last in _BEFORE or last in _PRONOUNS)
    return _last_whole(earlier) if behind else None


def _from_whole(words: Words, earlier: list[Draft]) -> Draft | None:
    """ "Von den 11.000 Soldaten ist die Hälfte ...", "unter den 12.000 Soldaten sind 500 Offiziere" """
    for whole in reversed(earlier):
        if whole.noun is None or whole.whole is not None:
            continue
        for token in range(max(words.start, whole.start - _MODIFIED), whole.start):
            if words.at(token) in _FROM and words.at(token + 1) in _DETERMINERS:
                return whole
    return None


def _genitive(part: Draft, later: list[Draft]) -> Draft | None:
    """ "mehr als die Hälfte der rund 11.000 Mann", "drei der vier Soldaten", "3.000 von 11.000 Soldaten" """
    if not later or not part.target.partitive:
        return None
    whole = later[0]
    return whole if part.amount.end < whole.amount.end and whole.noun is not None and whole.noun == part.noun else None


def _each(part: Draft, earlier: list[Draft]) -> Draft | None:
    """ "15.000 Soldaten in fünf Einheiten mit je 3.000 Mann" """
    if not part.modifier.each:
        return None
    same = (
        d
        for d in reversed(earlier)
        if d.whole is None and d.counted and part.counted and d.counted.unit == part.counted.unit
    )
    return next(same, None)


def _joined(words: Words, part: Draft, earlier: list[Draft]) -> Draft | None:
    """ "..., darunter 500 Offiziere und drei Generäle": what is joined to a part is a part of the same whole."""
    if not earlier or earlier[-1].whole is None:
        return None
    between = range(earlier[-1].end, part.start)
    close = len(between) <= 2 and all(words.at(token) in _JOINS for token in between)
    return earlier[-1].whole if close else None
