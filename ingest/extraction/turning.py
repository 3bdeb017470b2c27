"""Clauses of saying whose parse took the content for the speaker: the arguments change places."""

from ingest.extraction.attribution_cues import cues, described_types, noun_stance
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.reading import Reading
from ingest.extraction.tree import Tree
from ingest.extraction.troops_lexicon import troop_words

_DATIVE = frozenset({"dem", "einem", "der", "den"})
_SPEAKING = frozenset({"Person", "Country", "Organization", "Force"})
_NAMING = frozenset({"name", "description", "metonym", "office"})


def agrees(tree: Tree, clause: Clause, token: int) -> bool:
    """Can the noun be the subject by its number? Names, and what shows no number, always can."""
    number = tree.morphs[token].get("Number")
    finite = _number(tree, clause.finite) if clause.finite is not None else None
    if tree.pos[token] != "NOUN" or number is None or finite is None or len(conjuncts(tree, token)) > 1:
        return True
    return number == finite


def _number(tree: Tree, verb: int) -> str | None:
    """The number of a finite verb; "schätzen" is plural where the tagger does not say."""
    return tree.morphs[verb].get("Number") or ("Plur" if tree.words[verb].endswith("en") else None)


def turn(reading: Reading) -> None:
    """Puts right, in place, "14 tote Soldaten zählte das Portal X", "deren Zahl Diplomaten auf 1.000 schätzen"."""
    contents = cues().nominal["object"] | cues().nominal["auf"]
    for clause in (c for sentence in reading.clauses for c in sentence):
        others = clause.objects or clause.datives  # "Die Angaben wies Peskow zurück"
        if clause.verb in contents and not clause.passive and clause.subjects and others:
            said, speaker = clause.subjects[0], others[0]
            if _speaks(reading, speaker) and _is_said(reading, clause, said) and agrees(reading.tree, clause, speaker):
                clause.datives = clause.datives if clause.objects else []
                clause.subjects, clause.objects = others, clause.subjects
        _take_out(reading, clause)
        _take_in(reading, clause)
        if clause.verb in cues().showing and clause.finite is not None:
            _turn_paper(reading.tree, clause, clause.finite)


def _turn_paper(tree: Tree, clause: Clause, finite: int) -> None:
    """ "500 Mann kämpfen dort, ergaben Recherchen des Senders": behind the comma the paper is the subject."""
    papers = [t for t in clause.objects if noun_stance(tree.words[t], tree.lemmas[t]) is not None]
    if papers and tree.words[finite - 1] == ",":
        clause.subjects, clause.objects = papers, [t for t in clause.objects if t not in papers]


def _take_out(reading: Reading, clause: Clause) -> None:
    """ "Russen, deren Zahl Präsident Selenskyj auf 300 beziffert": the speaker was taken for a part of what is said."""
    tree = reading.tree
    whose = any(tree.tags[t] == "PRELAT" for t in reading.own_tokens(clause))
    for said in clause.objects if whose and clause.verb in cues().verbs else ():
        inside = [c for c in tree.children[said] if c > said and tree.deps[c] in ("nmod", "appos")]
        bare = [c for c in inside if tree.case_of(c) is None and _speaks(reading, c)]
        if bare and not any(tree.pos[d] == "DET" for d in tree.children[bare[0]]):
            clause.subjects = bare[:1]


def _take_in(reading: Reading, clause: Clause) -> None:
    """ "18 weitere trugen Verletzungen davon": a number that opens a sentence without a subject is the subject."""
    tree = reading.tree
    if clause.subjects or clause.finite is None or clause.passive:
        return
    start = tree.sentence(clause.head)[0]
    opening = (c for c in reading.counts if c.by == "ellipsis" and c.start == start)
    verb = clause.finite
    clause.subjects = [c.head for c in opening if 0 <= verb - c.end <= 1][:1]


def _is_said(reading: Reading, clause: Clause, token: int) -> bool:
    """A number of people, the word "Zahl" where a number is put to it, or a noun that cannot be the subject."""
    counted = any(count.head == token for count in reading.counts)
    sized = clause.verb in cues().nominal["auf"] and reading.tree.lemmas[token] in troop_words().sizes
    return counted or sized or reading.tree.pos[token] == "NOUN" and not agrees(reading.tree, clause, token)


def _speaks(reading: Reading, token: int) -> bool:
    """Somebody who can say something, and no dative ("meldeten der Agentur")."""
    tree = reading.tree
    determiners = {tree.words[c].lower() for c in tree.children[token] if c < token and tree.pos[c] == "DET"}
    if determiners & _DATIVE and tree.morphs[token].get("Gender") != "Masc":
        return False
    mention = reading.by_head.get(token)
    if mention is not None and mention.form in _NAMING:
        return mention.entity.type in _SPEAKING
    counted = any(count.head == token for count in reading.counts)
    return not counted and bool(described_types(tree.words[token], tree.lemmas[token]))
