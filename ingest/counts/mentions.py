"""A count in the text, and the noun it counts: the adjacent noun phrase first, the tree where the phrase is long."""

from dataclasses import dataclass, replace

from graph.statement import Count
from ingest.counts.amounts import Amount, Words, begins_amount
from ingest.counts.modifiers import modifiers
from ingest.counts.nouns import By, Counted, counted_by, nouns
from ingest.extraction.tree import Tree

_REACH = 10
_CLIMB = 3
_QUOTES = frozenset("„“”\"»«‚‘’'›‹")
_PRONOUNS = frozenset({"ihnen", "denen", "diesen", "jenen"})
_PARTITIVE = frozenset({"davon", "hiervon", "darunter"})
_GENITIVE = frozenset(
    {
        "der",
        "dieser",
        "jener",
        "ihrer",
        "seiner",
        "unserer",
        "deren",
        "aller",
        "eines",
        "einer",
        "des",
        "seines",
        "ihres",
    }
)
_DETERMINERS = frozenset({"den", "diesen", "ihren", "seinen", "insgesamt", "ursprünglich"}) | _GENITIVE
_MORE = frozenset(
    {"weitere", "weiteren", "weiterer", "zusätzliche", "zusätzlichen", "zusätzlicher", "mehr", "andere", "anderen"}
)
_MIXED_SOLDIERS = frozenset({"soldiers", "officers", "generals", "special_forces", "engineers"})


@dataclass(frozen=True, slots=True)
class CountMention:
    """A count of personnel or units: tokens start..end (exclusive) from the modifier to the noun.

    `head` is the noun, or the number where there is none; `by` says how the unit is known: by a `noun` of personnel, a
    `unit`, a `demonym`, a `person` or `fate` noun (Männer, Tote: soldiers only if the text means them) or by `ellipsis`
    from the noun at `antecedent`. `whole` is the index of the count it is a part of, in the list it stands in.
    """

    start: int
    end: int
    head: int
    count: Count
    noun: int | None
    whole: int | None
    each: bool
    further: bool
    singular: bool
    by: By
    antecedent: int | None = None

    @property
    def by_demonym(self) -> bool:
        """Are inhabitants counted ("15.000 Nordkoreaner")? Only the caller knows whether soldiers are meant."""
        return self.by == "demonym"


@dataclass(frozen=True, slots=True)
class Target:
    """What an amount counts. `kind`: `noun` (personnel), `other` (something else) or `none` (elliptic)."""

    kind: str
    end: int
    noun: int | None = None
    counted: Counted | None = None
    partitive: bool = False
    further: bool = False


def find_target(tree: Tree, words: Words, amount: Amount) -> Target:
    """The noun of an amount; walks over adjectives, "der", "von", quotes and participles with what hangs on them."""
    if ends_sentence(words, amount.end - 1):
        return Target("none", amount.end)
    token, partitive, further = amount.end, False, False
    stop = min(words.stop, amount.end + _REACH)
    while token < stop:
        word = words.at(token)
        if word in nouns().symbols and not _capitalised_noun(words, token):
            return Target("other", token + 1, token)
        if word in _PARTITIVE or word == "von" and words.at(token + 1) in _PRONOUNS:
            return Target("none", token + (1 if word in _PARTITIVE else 2), partitive=True, further=further)
        if words.forms[token][0].isupper():
            return replace(_noun(tree, words, token), partitive=partitive, further=further)
        if not _walks_over(tree, words, token, amount):
            break
        partitive = partitive or word == "von" or word in _GENITIVE
        further = further or word in _MORE
        token += 1
    found = _through_tree(tree, words, amount)
    return (
        replace(found, further=further)
        if found
        else Target("none", _adjectives_end(tree, words, amount), further=further)
    )


def ends_sentence(words: Words, token: int) -> bool:
    """The tokenizer leaves the full stop on "4.000."; what follows is another sentence."""
    return words.at(token).endswith(".") and words.at(token)[0].isdigit()


def _adjectives_end(tree: Tree, words: Words, amount: Amount) -> int:
    """The end of an elliptic count: "etwa 1.000 weitere", "1.200 niederländische (und 300 belgische Soldaten)"."""
    end = amount.end
    while end < words.stop and (words.at(end) in _MORE or tree.tags[end] == "ADJA"):
        end += 1
    return end


def _capitalised_noun(words: Words, token: int) -> bool:
    return words.forms[token][0].isupper() and counted_by(words.forms[token]) is not None


def _walks_over(tree: Tree, words: Words, token: int, amount: Amount) -> bool:
    """May this word stand between number and noun?"""
    word = words.at(token)
    if word in _QUOTES or word in _MORE or tree.pos[token] == "SPACE":
        return True
    if tree.pos[token] == "ADJ" or tree.tags[token] == "ADJA":
        return True
    if tree.pos[token] == "ADV" and token + 1 < words.stop and tree.pos[token + 1] == "ADJ":
        return True
    if word in (",", "und", "oder") and tree.tags[token - 1] == "ADJA" and token + 1 < words.stop:
        return tree.tags[token + 1] == "ADJA"
    if token == amount.end and word == "von":
        following = words.at(token + 1)  # "1632 von fremden Truppen zerstört" counts nothing
        return amount.kind in ("magnitude", "vague", "share") or following in _DETERMINERS or begins_amount(following)
    if token == amount.end:
        return word in _GENITIVE and tree.pos[token] in ("DET", "PRON")
    inside = words.at(amount.end) == "von" or words.at(amount.end) in _GENITIVE  # "drei der rund 40 Soldaten"
    return inside and (begins_amount(word) or word in _DETERMINERS or word in modifiers().kinds)


def _through_tree(tree: Tree, words: Words, amount: Amount) -> Target | None:
    """ "11.000 nach Russland entsandten Soldaten": the head of the number, if no finite verb stands before it."""
    for token in range(amount.start, amount.end):
        head = token
        for _ in range(_CLIMB):
            head = tree.heads[head]
            if not amount.end < head < min(words.stop, amount.end + _REACH):
                continue
            between = range(amount.end, head)
            if any(tree.pos[t] == "AUX" or words.at(t) in (",", ";", ":", "und") for t in between):
                break
            if tree.pos[head - 1] in ("ADJ", "VERB") and counted_by(words.forms[head]):
                return _noun(tree, words, head)
    return None


def _noun(tree: Tree, words: Words, token: int) -> Target:
    """The noun at a token, with the nouns joined to it and the body whose members they are."""
    following, first = token + 1, counted_by(words.forms[token])
    whose = first is not None and first.by != "unit"  # "drei Bataillone Soldaten" are battalions
    if following < words.stop and whose and counted_by(words.forms[following]):
        token = following  # "fünf Schweizer Offiziere"
    counted = counted_by(words.forms[token])
    if counted is None:
        return _members(tree, words, token) or Target("other", token + 1, token)
    end, counted = _special_body(tree, words, token, counted)
    end, counted = _joined(tree, words, end, counted)
    return Target("noun", end, token, counted)


def is_member(tree: Tree, token: int) -> bool:
    """ "Angehörige der Truppe": the noun for members of a body of soldiers."""
    if tree.words[token].lower() not in nouns().members:
        return False
    lower = [word.lower() for word in tree.words]
    return _members(tree, Words(tree.words, lower, *tree.sentence(token)), token) is not None


def _members(tree: Tree, words: Words, token: int) -> Target | None:
    """ "neun Angehörige des 528. Pionierregiments": members of a body are soldiers, engineers ..."""
    if words.at(token) not in nouns().members:
        return None
    body = _body_behind(tree, words, token)
    return Target("noun", body[0] + 1, token, Counted(body[1], "noun")) if body else None


def _special_body(tree: Tree, words: Words, token: int, counted: Counted) -> tuple[int, Counted]:
    """ "1.500 Soldaten einer Spezialeinheit" are special forces."""
    body = _body_behind(tree, words, token) if counted.unit == "soldiers" and counted.by in ("noun", "person") else None
    if body is None or body[1] == "soldiers":
        return token + 1, counted
    return body[0] + 1, replace(counted, unit=body[1], by="noun")


def _body_behind(tree: Tree, words: Words, token: int) -> tuple[int, str] | None:
    """The body in the genitive (or with "von") behind a noun: its token and the unit of its members."""
    if words.at(token + 1) not in _GENITIVE and words.at(token + 1) not in ("von", "aus"):
        return None
    for candidate in range(token + 2, min(words.stop, token + 6)):
        if words.forms[candidate][0].isupper() and tree.tags[candidate] != "ADJA":  # "der Schweizer Armee"
            unit = nouns().body(words.at(candidate))
            return (candidate, unit) if unit else None
        if tree.pos[candidate] not in ("ADJ", "DET", "NUM", "ADV"):
            return None
    return None


def _joined(tree: Tree, words: Words, end: int, counted: Counted) -> tuple[int, Counted]:
    """Nouns joined to the first without a number of their own: "Pioniere und Bauarbeiter" are mixed personnel."""
    while words.at(end) in ("und", "sowie", "oder", ",") and end + 1 < words.stop:
        other = end + 1
        while other < words.stop and tree.pos[other] == "ADJ" and not begins_amount(words.at(other)):
            other += 1
        joined = counted_by(words.forms[other]) if other < words.stop else None
        if joined is None or joined.by == "unit" or words.at(end) == "," and not _list_goes_on(words, other):
            break
        end, counted = other + 1, _mix(counted, joined)
    return end, counted


def _list_goes_on(words: Words, token: int) -> bool:
    return words.at(token + 1) in ("und", "sowie", "oder")


def _mix(first: Counted, second: Counted) -> Counted:
    if first.unit == second.unit:
        return first
    both = {first.unit, second.unit}
    return replace(first, unit="soldiers" if both <= _MIXED_SOLDIERS and "soldiers" in both else "personnel")
