"""How sure the article is: the strongest of planned, possible, suspected, reported, asserted (contract, rule 6)."""

from functools import cache

from ingest.extraction.attribution import Attribution, cues
from ingest.extraction.clauses import Clause
from ingest.extraction.moods import has_perfect_infinitive, is_claim, is_hypothesis, is_indirect
from ingest.extraction.reading import Reading
from ingest.extraction.tables import read_data, table, word_set

_HEARSAY_MODALS = frozenset({"sollen"})


@cache
def cue_words(group: str, kind: str) -> frozenset[str]:
    """The cues of one modality: `verbs`, `words`, `nouns` or `modals`."""
    where = f"modality.yaml: {group}"
    kinds = table(read_data("modality.yaml")[group], where)
    return word_set(kinds.get(kind, []), f"{where}: {kind}")


def modality_of(reading: Reading, clause: Clause, attribution: Attribution, *, state: bool = False) -> str:
    """The modality of what a clause says; `state`: its predicate is a state, so that "sollen" is hearsay, no plan."""
    if is_planned(reading, clause, state=state):
        return "planned"
    if _has(reading, clause, "possible") or is_hypothesis(clause):
        return "possible"
    if (
        attribution.suspected
        or any(link.stance == "suspects" for link in attribution.links)
        or _has(reading, clause, "suspected")
    ):
        return "suspected"
    if attribution.links or attribution.hearsay or _hearsay(reading, clause) or _has(reading, clause, "reported"):
        return "reported"
    return "asserted"


def is_planned(reading: Reading, clause: Clause, *, state: bool = False) -> bool:
    """Intended, agreed, prepared: wollen, werden + infinitive, "soll entsenden" of the future, plan verbs around it."""
    if clause.modal == "wollen":
        return not is_claim(reading, clause)
    if clause.modal == "sollen" and not clause.perfect and not state and not has_perfect_infinitive(reading, clause):
        return True
    if clause.future and not clause.passive and clause.mood != "sub" and not state:
        return True
    if (
        clause.future
        and clause.finite is not None
        and reading.tree.words[clause.finite].lower() in ("werde", "werden")
        and not clause.passive
    ):
        return True
    if clause.verb in cue_words("planned", "verbs") and not _is_prepared_for(clause):
        return True
    if _any_word(reading, clause, cue_words("planned", "words")) or _is_agreed(reading, clause):
        return True
    return _is_to_come(reading, clause, state=state) or _planned_around(reading, clause, state=state)


def _is_prepared_for(clause: Clause) -> bool:
    """ "wurden auf das Gefecht vorbereitet": trained, not planned."""
    return clause.verb == "vorbereiten" and any(case == "auf" for case, _ in clause.obliques)


def _is_to_come(reading: Reading, clause: Clause, *, state: bool) -> bool:
    """ "würden bald verlegt", "es würden 10.900 sein, sagte X": what indirect speech tells of the future."""
    finite = reading.tree.words[clause.finite].lower() if clause.finite is not None else ""
    joined = clause.parent if clause.relation == "conj" and clause.parent is not None else clause
    told = clause.mood == "sub" and joined.parent is not None and joined.relation in ("ccomp", "obj", "parataxis")
    if told and clause.future and finite in ("würden", "würde") and clause.modal is None:
        return True
    soon = _any_word(reading, clause, cue_words("planned", "soon"))
    return soon and not state and not clause.perfect and (clause.tense == "pres" or clause.mood == "sub")


def _planned_around(reading: Reading, clause: Clause, *, state: bool) -> bool:
    """Verbs and nouns of planning over an infinitive: "plant zu entsenden", "die Absicht, Soldaten zu schicken"; "gab
    bekannt, ein Korps aufzustellen".
    """
    for parent in clause.ancestors()[:2]:
        if clause.finite is None and (
            parent.verb in cue_words("planned", "verbs") or parent.modal == "wollen" and not is_claim(reading, parent)
        ):
            return True
        if clause.finite is None and not state and _is_announced(reading, clause, parent):
            return True
        if (
            clause.relation in ("ccomp", "xcomp", "acl")
            and _holds_noun(reading, parent, cue_words("planned", "nouns"))
            and clause.finite is None
        ):
            return True
    return False


def is_unintended(clause: Clause) -> bool:
    """ "hat nicht vor, Soldaten zu schicken": what nobody intends is a plan denied."""
    parent = clause.parent
    inner = clause.finite is None and clause.relation in ("ccomp", "xcomp", "advcl", "obj")
    return inner and parent is not None and parent.negated and parent.verb in cue_words("planned", "intending")


def _is_announced(reading: Reading, clause: Clause, parent: Clause) -> bool:
    """An infinitive of the present under a verb of announcing."""
    inner = clause.relation in ("ccomp", "xcomp", "advcl", "obj")
    return inner and cues().verbs.get(parent.verb) == "announces" and not has_perfect_infinitive(reading, clause)


def _is_agreed(reading: Reading, clause: Clause) -> bool:
    """ "eine Klausel, die vorsieht, dass das Land 12.000 Soldaten entsendet": agreed, not yet done.

    The parser may hang the content on the noun instead; the verb then stands right before the comma.
    """
    if clause.mark != "dass" or clause.tense != "pres" or clause.perfect or clause.modal is not None:
        return False
    words = reading.tree.words
    mark = next((t for t in reading.own_tokens(clause) if words[t].lower() == "dass"), 0)
    beside = reading.owner[mark - 2] if mark > 1 and words[mark - 1] == "," else None
    holders = [c for c in (clause.parent, beside) if c is not None and c is not clause]
    return any(c.verb in cue_words("planned", "agreeing") for c in holders)


def _has(reading: Reading, clause: Clause, group: str) -> bool:
    if (
        clause.modal in cue_words(group, "modals")
        and not clause.negated
        and (clause.modal != "dürfen" or clause.subjunctive)
    ):
        return True
    if clause.verb in cue_words(group, "verbs"):
        return True
    for parent in clause.ancestors()[:2]:
        inner = clause.relation in ("ccomp", "xcomp", "csubj", "acl", "advcl", "obj")
        if inner and parent.verb in cue_words(group, "verbs") and not parent.negated:
            return True
        if inner and clause.finite is None and parent.modal in cue_words(group, "modals"):
            return True
        judged = parent.verb in cue_words("any", "judging") or parent.copula  # "möglich ist, dass ..."
        if inner and judged and _any_word(reading, parent, cue_words(group, "words")):
            return True
    if clause.antecedent is not None and reading.tree.lemmas[clause.antecedent] in cue_words(group, "nouns"):
        return True
    return _any_word(reading, clause, cue_words(group, "words"))


def _hearsay(reading: Reading, clause: Clause) -> bool:
    if any(c.modal in _HEARSAY_MODALS for c in (clause, *clause.ancestors()[:1])):
        return True
    return clause.modal is None and (clause.subjunctive or is_indirect(reading, clause))


def _any_word(reading: Reading, clause: Clause, words: frozenset[str]) -> bool:
    """Is one of the words said of what happens? Not "früher als geplant", "wie angekündigt"."""
    tree = reading.tree
    compared = ("als", "wie") if clause.modal is None else ()
    own = (t for t in reading.own_tokens(clause) if t == 0 or tree.words[t - 1].lower() not in compared)
    return any(tree.words[t].lower() in words or tree.lemmas[t] in words for t in own)


def _holds_noun(reading: Reading, clause: Clause, nouns: frozenset[str]) -> bool:
    tree = reading.tree
    return any(tree.lemmas[t] in nouns for t in reading.own_tokens(clause))
