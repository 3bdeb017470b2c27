"""What the mood and the modal verb of a clause say of who says it: indirect speech, hearsay, claims."""

from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading

_FIRST = frozenset(["sei", "seien", "seiest", "habe", "werde", "könne", "solle", "wolle", "müsse", "dürfe", "möge"])
_FOR_FIRST = frozenset(["hätten", "würden", "stünden", "kämen", "gäben", "lägen", "gingen", "ständen", "wüssten"])
_HYPOTHESIS = frozenset({"wenn", "falls", "sofern", "würde", "ob"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_PARTICIPLES = frozenset({"VVPP", "ADJD", "VAPP"})


def is_indirect(reading: Reading, clause: Clause) -> bool:
    """Konjunktiv I, or a Konjunktiv II that stands for it where both sound alike ("hätten", "kämen"): no hypothesis."""
    if clause.finite is None:
        return False
    low = reading.tree.words[clause.finite].lower()
    if low in _FIRST:
        return True
    if low in _FOR_FIRST:
        return all(child.mark not in _HYPOTHESIS for child in clause.children)
    third = any(reading.tree.pos[s] in ("NOUN", "PROPN") for s in clause.subjects)  # "die Miliz zähle 6000 Kämpfer"
    regular = third and not low.endswith("te") and reading.tree.tags[clause.finite] == "VVFIN"
    return (clause.subjunctive or regular) and low.endswith("e") and clause.tense == "pres"


def may_be_indirect(reading: Reading, clause: Clause) -> bool:
    """ "gehörten": past tense or Konjunktiv II, which only the sentences around it can tell."""
    if clause.finite is None or clause.passive or clause.perfect:
        return False
    return reading.tree.words[clause.finite].lower().endswith("ten") and clause.modal is None


def has_perfect_infinitive(reading: Reading, clause: Clause) -> bool:
    """ "soll geschickt haben", "soll entsandt worden sein": hearsay about the past."""
    tree = reading.tree
    joined = [
        c for c in tree.children[clause.head] if tree.deps[c] == "conj" and tree.tags[c] == tree.tags[clause.head]
    ]
    verbs = (clause.head, *joined)  # "will 60 getötet und 20 verschleppt haben"
    helpers = [tree.words[c].lower() for v in verbs for c in tree.children[v] if tree.deps[c] in _HELPING]
    participle = tree.tags[clause.head] in _PARTICIPLES or "haben" in helpers  # whatever "ausgeschaltet" was taken for
    return any(word in ("haben", "sein", "worden") for word in helpers) and participle


def is_claim(reading: Reading, clause: Clause) -> bool:
    """ "Kiew will 20 Soldaten gefangen haben": the subject says that of itself."""
    return clause.modal == "wollen" and has_perfect_infinitive(reading, clause)


def talk(reading: Reading, clause: Clause) -> int | None:
    """ "in dem Bericht ist von 4.000 Soldaten die Rede": the word "Rede" of such a clause, or None."""
    nouns = (t for t in clause.subjects if reading.tree.lemmas[t] == "Rede")
    return next((t for t in nouns if clause.verb == "sein" and reading.tree.words[t - 1].lower() == "die"), None)


def is_hypothesis(clause: Clause) -> bool:
    """ "dürfte stehen", "würden geschickt, wenn ..."."""
    if not clause.subjunctive:
        return False
    return clause.modal == "dürfen" or any(child.mark in ("wenn", "falls", "sofern") for child in clause.children)
