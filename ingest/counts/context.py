"""Counts whose noun is left out: "3.000 davon", "etwa 1.000 weitere", "die Zahl der Gefallenen auf 250.000"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.counts.amounts import Amount, Words
from ingest.counts.draft import Draft
from ingest.counts.nouns import Counted, counted_by, nouns
from ingest.extraction.tree import Tree
from ingest.extraction.troops_lexicon import troop_words
from ingest.times.words import time_words
from seeds.reference import reference

_FORWARD = 8
_FAR = 6  # sentences
_YEARS = range(1900, 2100)
_OLD_YEARS = range(1000, 1900)
_BEFORE_YEARS = frozenset({"von", "um", "seit", "bis", "nach", "ab", "vor", "aus", "anno", "über", "unter", "in", "im"})
_BRACKETS = frozenset({"(", "[", "†", "*", "Nr.", "§", "'", "’", "-"})
_NOT_BEHIND = frozenset({"uhr", "v.", "n.", "n.chr.", "v.chr.", ":"})
_CHANGE_OF_SCALE = 100
_MANY_UNITS = 100  # more companies, brigades ... than one report counts
_SMALL_WORDS = frozenset({"ADP", "CCONJ", "PROPN", "ADV", "DET", "ADJ", "NUM", "PUNCT", "PART", "X", "SPACE"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A noun that a later number can leave out: personnel with its unit, another thing with None; and its number."""

    token: int
    counted: Counted | None
    number: int | None = None


class Context:
    """The nouns of the text so far, in text order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._seen: list[Seen] = []

    def enter(self, words: Words, drafts: list[Draft]) -> None:
        """Adds the nouns of a sentence: all of personnel in the plural, and whatever else is counted there."""
        found = [seen for draft in drafts if (seen := _seen(words, draft))]
        known = {seen.token for seen in found}
        found += [
            seen for token in range(words.start, words.stop) if token not in known and (seen := self._plural(token))
        ]
        self._seen += sorted(found, key=lambda seen: seen.token)

    def _plural(self, token: int) -> Seen | None:
        word = self._tree.words[token]
        counted = counted_by(word) if word[0].isupper() else None
        if counted is None or counted.by == "unit" or self._tree.morphs[token].get("Number") == "Sing":
            return None
        country = counted.by == "demonym" and word in countries()  # "Polen", "Schweden"
        return None if country else Seen(token, counted)

    def before(self, token: int, since: int, *, people: bool = False, least: int = 0) -> Seen | None:
        """The nearest noun before a token, not before the token `since`; of `people` only where that is sure; no
        other things whose number is below `least`.
        """
        earlier = (
            s
            for s in reversed(self._seen)
            if s.token < token and (s.counted or s.number in (None, 1) or s.number >= least)
        )
        nearest = next((seen for seen in earlier if not people or seen.counted is not None), None)
        return nearest if nearest and nearest.token >= since else None

    def after(self, token: int, until: int) -> Seen | None:
        """The next noun from a token on, before the token `until`; only the last sentence is looked at."""
        later: Iterator[Seen] = (seen for seen in self._seen[-_FORWARD * 4 :] if token <= seen.token < until)
        return next(later, None)


def _seen(words: Words, draft: Draft) -> Seen | None:
    noun = draft.target.noun
    if draft.singular and draft.counted is not None and draft.counted.unit == "officers":
        return None  # "ein Kommandeur spricht von 80" counts no commanders
    if noun is None or draft.target.kind == "other" and (draft.singular or words.at(noun) in nouns().measures):
        return None  # after a measure ("50 Kilometer") the number still leaves out the soldiers before it
    if draft.counted is None and words.at(draft.amount.start).startswith("beide"):
        return None  # "eine Erklärung beider Regierungen"
    bounds = draft.bounds() or (None, None, "")
    return Seen(noun, draft.counted, bounds[0] if bounds[0] is not None else bounds[1])


def resolve_ellipsis(tree: Tree, words: Words, context: Context, draft: Draft) -> None:
    """Gives an elliptic count the noun it leaves out, if the text has one and the number can be a count at all."""
    alone = draft.start > words.start and words.at(draft.start - 1) == "," and _is_year(words, draft)
    if alone or not draft.target.partitive and not _may_be_count(tree, words, draft):
        return
    found = _shared_noun(tree, words, context, draft) or _noun_before(tree, words, context, draft)
    if found and found.counted is not None:
        draft.antecedent, draft.counted = found.token, found.counted


def _may_be_count(tree: Tree, words: Words, draft: Draft) -> bool:
    """Years, ages in brackets, "Artikel 4", "beide", decimals and lone ones are no elliptic counts."""
    amount, before = draft.amount, draft.start - 1
    if amount.kind == "article" and draft.target.further:
        return True
    if (
        amount.kind == "article"
        or amount.kind == "number"
        and (amount.min is None or amount.min < 2 or amount.min.denominator > 1)
    ):
        return False
    first, following = words.at(amount.start), words.at(amount.end)
    score = following == "zu" and words.at(amount.end + 1)[:1].isdigit()
    if first.startswith("beide") or score or following in _NOT_BEHIND and draft.start > words.start:
        return False
    if _is_year(words, draft):
        return False
    named = tree.pos[before] == "NOUN" and draft.start == amount.start  # "Artikel 4", not "bis zum Sommer etwa 250"
    listed = before > words.start and words.forms[before] == "(" and words.forms[before - 1] in countries()
    return listed or not (before >= words.start and (words.forms[before] in _BRACKETS or named))


@cache
def countries() -> frozenset[str]:
    """The names of countries, some of which look like their people."""
    rows = reference().countries.values()
    return frozenset(name for country in rows for name in (country.name, *country.aliases))


def is_date(words: Words, amount: Amount) -> bool:
    """The year behind a month or "Jahr", before whatever noun: "im September 2022 Verluste eingeräumt"."""
    before, first = words.at(amount.start - 1), words.at(amount.start)
    year = amount.kind == "number" and len(first) == 4 and first.isdigit() and amount.min in _YEARS
    table = time_words()
    named = before in table.months or before in table.seasons or before in table.parts
    return year and (named or before in ("jahr", "jahre", "jahres", "seit"))


def _is_year(words: Words, draft: Draft) -> bool:
    """ "1998" is a year unless "rund", "mehr als" ... stand before it; an older one only behind a preposition."""
    amount, first, before = draft.amount, words.at(draft.amount.start), words.at(draft.amount.start - 1)
    if amount.kind != "number" or len(first) != 4 or not first.isdigit():
        return False
    if before == "von" and words.at(amount.end) == "auf":
        return False  # "von 1900 auf 2200 erhöht"
    if amount.min in _YEARS:
        return draft.modifier.kind == "exact" or before in _BEFORE_YEARS
    return amount.min in _OLD_YEARS and before in _BEFORE_YEARS and "auf" not in (words.at(amount.end), before)


def _shared_noun(tree: Tree, words: Words, context: Context, draft: Draft) -> Seen | None:
    """ "Nicht 15.000, sondern 10.000 Soldaten", "A 150 und B acht Soldaten": the noun of the next count."""
    if draft.target.partitive:
        return None
    if draft.start == words.start and words.at(draft.end) == ":":
        return context.after(draft.end, words.stop)  # a headline: "Eine Million: Neue Verluste gemeldet"
    found = context.after(draft.end, min(words.stop, draft.end + _FORWARD))
    part = found is not None and bool({"darunter", "davon"} & set(words.lower[draft.end : found.token]))
    if found and part and found.counted is not None:
        ranks = found.counted.unit in ("officers", "generals")  # "eine Zahl von 12.000, darunter 500 Offiziere"
        if ranks or found.counted.by == "fate":
            return None  # "Verluste von 4.000, davon 1.000 Tote"
    if found and found.counted is not None and found.counted.by == "unit" and (draft.amount.min or 0) >= _MANY_UNITS:
        return None  # "entsandte etwa 1.300, Malawi zwei Kompanien"
    return found if found and _connected(tree, draft.end, found.token) else None


def _connected(tree: Tree, start: int, noun: int) -> bool:
    """Between the two stand only names, numbers and small words, and one of them is a number."""
    between = range(start, noun)
    return all(tree.pos[t] in _SMALL_WORDS for t in between) and any(
        tree.pos[t] == "NUM" or tree.words[t][0].isdigit() for t in between
    )


def _noun_before(tree: Tree, words: Words, context: Context, draft: Draft) -> Seen | None:
    """The nearest noun before, in this sentence or the one before it; two for "von ihnen", more for "200 sind
    gefallen".
    """
    number = tree.sentence_of[draft.start]
    soldiers = _as_soldiers(tree, draft) or _from_those(words, draft)
    back = 2 if draft.target.partitive else _FAR if soldiers or _is_size(tree, words, draft) else 1
    again = _counts_again(tree, draft)
    back, soldiers = max(back, 2 if again else 1), soldiers or again
    bounds = draft.bounds() if draft.target.partitive else None
    least = (bounds[0] or bounds[1] or 0) if bounds is not None else 0  # "9.500 Köpfe aus 48 Nationen, 330 davon"
    pronoun = draft.target.partitive and words.at(draft.end - 1) == "ihnen"
    since = tree.sentences[max(0, number - back)][0]
    found = context.before(draft.start, since, people=soldiers or pronoun, least=least)
    if found is None or draft.target.partitive or found.token >= words.start:
        return found or _sized_behind(tree, words, context, draft)
    return found if _same_scale(draft, found) else None


def _sized_behind(tree: Tree, words: Words, context: Context, draft: Draft) -> Seen | None:
    """ "Auf über 3.000 sei die Summe der Ausfälle gestiegen": a fronted number counts what the size is of."""
    fronted = (
        words.at(draft.start - 1) == "auf" and tree.pos[draft.end] in ("AUX", "VERB")
        if draft.end < words.stop
        else False
    )
    until = min(words.stop, draft.end + _FORWARD)
    sized = fronted and any(tree.lemmas[t] in troop_words().sizes for t in range(draft.end, until))
    return context.after(draft.end, until) if sized else None


def _counts_again(tree: Tree, draft: Draft) -> bool:
    """ "Im Februar waren es 900": those spoken of before are counted again."""
    around = range(max(0, draft.start - 8), min(len(tree), draft.end + 4))
    it = any(tree.words[t].lower() == "es" and tree.tags[t] == "PPER" for t in around)
    be = any(tree.lemmas[t] in ("sein", "werden") and tree.tags[t].startswith("VA") for t in around)
    return it and be and tree.sentence_of[around[0]] <= tree.sentence_of[draft.start]


def _from_those(words: Words, draft: Draft) -> bool:
    """ "15.000 Mann in zwei Schüben, von denen 600 fielen"."""
    return words.at(draft.start - 1) in ("denen", "ihnen") and words.at(draft.start - 2) in ("von", "unter")


def _is_size(tree: Tree, words: Words, draft: Draft) -> bool:
    """ "nennt eine Zahl von fast 12.000"."""
    return words.at(draft.start - 1) == "von" and tree.lemmas[draft.start - 2] in troop_words().sizes


def _as_soldiers(tree: Tree, draft: Draft) -> bool:
    """Is the number the subject of a verb that only personnel is the subject of (fallen, kämpfen, stationiert
    werden)?
    """
    for token in range(draft.start, draft.end):
        head = tree.heads[token]
        if tree.deps[token] in ("nsubj", "nsubj:pass") and not draft.start <= head < draft.end:
            settings = any(tree.lemmas[child] in troop_words().settings for child in tree.children[head])
            return tree.lemmas[head] in troop_words().of_personnel or settings  # "200 stehen im Gefecht"
    return False


def _same_scale(draft: Draft, found: Seen) -> bool:
    """A number far from the one before counts something else ("1.500 Söldner. 11 Millionen zahlt das Land")."""
    bounds = draft.bounds() or (None, None, "")
    number = bounds[0] if bounds[0] is not None else bounds[1]
    if number is None or found.number is None:
        return number is None or number < 1_000_000
    return number <= found.number * _CHANGE_OF_SCALE
