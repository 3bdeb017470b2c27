"""Attribution by a phrase: "laut X", "X zufolge", "nach Angaben von X", "unter Berufung auf X", ", so X"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.extraction.attribution_cues import cues, described_types, noun_stance
from ingest.extraction.clauses import Clause
from ingest.extraction.describing import noun_behind
from ingest.extraction.reading import Reading

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "X"})
_NAMING = frozenset({"NOUN", "PROPN", "X"})
_PAUSES = frozenset({",", ".", ":", ";", "–", "-", "!", "?"})
_CLOSING = frozenset({"“", "”", "«", '"', "‘", "’"})


@dataclass(frozen=True, slots=True)
class Mark:
    """The noun of one phrase; `cited`: the one relied on ("unter Berufung auf"), nearer to the fact than who does."""

    kind: Literal["source", "cited"]
    token: int


def find_marks(reading: Reading) -> dict[int, list[Mark]]:
    """Head of a clause → the phrases of attribution in it, in text order."""
    found: dict[int, list[Mark]] = defaultdict(list)
    tree, words = reading.tree, cues()
    for token, word in enumerate(tree.words):
        low = word.lower()
        marks: list[Mark | None] = []
        if low in words.following:
            marks = [_source(reading, token, low)]
        elif low in ("unter", "mit") or low in words.leaning:
            marks = [_cited(reading, token, low)]
        elif low == "so":
            marks = [*_so(reading, token)]
        elif low in ("grundlage", "basis") and "auf" in (w.lower() for w in tree.words[max(0, token - 2) : token]):
            noun = noun_behind(reading, token + 1) if token + 1 < len(tree) else None
            marks = [Mark("cited", noun) if noun is not None else None]
        elif low == "aus" and token + 1 < len(tree) and tree.words[token + 1] == "Sicht":
            marks = [Mark("source", token + 1)]
        for mark in marks:
            clause = _clause_of(reading, mark, token) if mark is not None else None
            if mark is not None and clause is not None:
                found[clause.head].append(mark)
    return found


def _source(reading: Reading, token: int, low: str) -> Mark | None:
    tree = reading.tree
    if low == "zufolge":
        noun = _before(reading, token)
    elif low == "nach":
        noun = _after_nach(reading, token)
    else:
        noun = noun_behind(reading, token)
    if noun is not None and tree.tags[noun] in ("PRELS", "PRELAT"):
        clause = reading.owner[token]  # "ein Bericht, dem zufolge ..."
        noun = clause.antecedent if clause is not None and low == "zufolge" else None
    return Mark("source", noun) if noun is not None else None


def _after_nach(reading: Reading, token: int) -> int | None:
    """ "nach" speaks of a source only with a noun of saying behind it, or right before it ("dem Bericht nach")."""
    tree = reading.tree
    _, end = tree.sentence(token)
    for current in range(token + 1, min(end, token + 6)):
        if tree.pos[current] in ("NOUN", "PROPN"):
            if noun_stance(tree.words[current], tree.lemmas[current]) is not None:
                return None if _is_event(reading, token, current) else current
            if (
                current + 1 >= end or tree.pos[current + 1] != "NOUN"
            ):  # "Kiewer" of "nach Kiewer Darstellung" may be taken for a name
                break
        if tree.pos[current] in ("VERB", "AUX") or tree.words[current] in _PAUSES:
            break
    before = token - 1
    if before >= 0 and tree.pos[before] == "NOUN" and noun_stance(tree.words[before], tree.lemmas[before]) is not None:
        following = tree.pos[token + 1] if token + 1 < end else "PUNCT"
        return before if following not in ("DET", "PROPN") or tree.heads[token] == before else None
    return None


def _is_event(reading: Reading, token: int, noun: int) -> bool:
    """ "nach der Ankündigung Trumps", "nach der Kriegserklärung" is a time; "nach Mitteilung der Polizei" is not."""
    tree = reading.tree
    article = tree.words[token + 1].lower() in ("der", "dem")
    return article and tree.lemmas[noun].lower().endswith(tuple(event.lower() for event in cues().events))


def _before(reading: Reading, token: int) -> int | None:
    """The head of the noun phrase that ends before "zufolge": "der Regierung in Bamako zufolge"."""
    tree = reading.tree
    start, _ = tree.sentence(token)
    head = tree.heads[token]
    noun = head if head < token and tree.pos[head] in _NOMINAL else token - 1
    while noun >= start and tree.pos[noun] not in _NOMINAL:
        noun -= 1
    if noun < start:
        return None
    for _ in range(6):
        parent = tree.heads[noun]
        if not start <= parent < noun or tree.pos[parent] not in _NAMING or not _is_part(reading, noun, parent):
            return noun
        noun = parent
    return noun


def _is_part(reading: Reading, noun: int, parent: int) -> bool:
    """Does the noun belong to the phrase of its parent rather than open the phrase with "zufolge" itself?"""
    tree = reading.tree
    if tree.deps[noun] in ("flat", "appos", "compound", "flat:name", "conj"):
        return True
    if any(tree.pos[c] == "ADP" and c < noun for c in tree.children[noun]):
        return True
    says = noun_stance(tree.words[parent], tree.lemmas[parent]) is not None
    genitive = tree.morphs[noun].get("Case") == "Gen" or tree.deps[noun] == "nmod"
    return genitive and (says or bool(described_types(tree.words[parent], tree.lemmas[parent])))


def _cited(reading: Reading, token: int, low: str) -> Mark | None:
    """ "unter Berufung auf X", "gestützt auf X": the noun behind "auf"."""
    tree, words = reading.tree, cues()
    _, end = tree.sentence(token)
    for current in range(token + 1, min(end, token + 4)):
        noun = tree.lemmas[current] in words.citing or low in words.leaning
        if tree.words[current].lower() == "auf" and (low in words.leaning or tree.lemmas[current - 1] in words.citing):
            behind = noun_behind(reading, current)
            return Mark("cited", behind) if behind is not None else None
        if not noun and tree.pos[current] not in ("ADJ", "ADV", "DET"):
            return None
    return None


def _so(reading: Reading, token: int) -> list[Mark]:
    """ ", so der Generalstab (gegenüber der Agentur)": "so" behind a pause, a noun, no verb up to the next pause."""
    tree = reading.tree
    start, end = tree.sentence(token)
    opened = token > start and (tree.words[token - 1] in _PAUSES or tree.words[token - 1] in _CLOSING)
    if not opened or token + 1 >= end or tree.pos[token + 1] not in ("DET", "NOUN", "PROPN", "ADJ", "X"):
        return []
    stop = token + 1
    while stop < end and tree.words[stop] not in _PAUSES and tree.words[stop] not in _CLOSING:
        if tree.pos[stop] in ("VERB", "AUX") and tree.tags[stop].endswith("FIN"):
            return []
        stop += 1
    nouns = [t for t in range(token + 1, stop) if tree.pos[t] in _NAMING]
    heard = [noun_behind(reading, t) for t in range(token + 1, stop) if tree.words[t].lower() == "gegenüber"]
    return [Mark("source", noun) for noun in (*nouns[:1], *heard) if noun is not None]


def _clause_of(reading: Reading, mark: Mark, opened: int) -> Clause | None:
    """The clause that the phrase speaks of: none made of the phrase itself ("so der SBU", "gestützt auf Kreise").

    `opened`: the word that opens or closes the phrase; "dem zufolge" stands in a clause on its noun.
    """
    tree = reading.tree
    clause = reading.owner[opened if tree.words[opened].lower() == "zufolge" else mark.token]
    while clause is not None and clause.parent is not None:
        itself = clause.head == mark.token or tree.heads[mark.token] == clause.head and tree.pos[clause.head] in _NAMING
        leaning = tree.words[clause.head].lower() in cues().leaning
        if not (itself and clause.finite is None) and not leaning:
            break
        clause = clause.parent
    if clause is None:
        return None
    return next(said_behind_colon(reading, clause.head, mark.token), None) or _fronted(mark, clause)


def said_behind_colon(reading: Reading, before: int, token: int) -> Iterator[Clause]:
    """ "X lehnt das ab: Man bleibe, so der Sprecher": what stands between the colon and the phrase is what it says."""
    words = reading.tree.words
    colon = next((t for t in range(before, token) if words[t] == ":"), token)
    for clause in reading.sentence_clauses(token):
        if colon < clause.head < token and clause.finite is not None and clause.start <= colon + 2:
            yield clause


def _fronted(mark: Mark, clause: Clause) -> Clause:
    """ "Nach Erkenntnissen des Dienstes sei X dort, sagte Y": the phrase opens the content, whatever it hangs on."""
    for child in clause.children:
        if child.relation == "ccomp" and mark.kind == "source" and mark.token < child.head < clause.head:
            return child
    return clause
