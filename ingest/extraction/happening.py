"""One thing that happens to a personnel phrase, and which of several remain."""

from dataclasses import dataclass

from ingest.extraction.clauses import Clause

_STATES = frozenset({"PRESENT", "FIGHTING", "STRENGTH", "TRAINING"})
LOSSES = frozenset({"KILLED", "WOUNDED"})
FATES = LOSSES | {"CASUALTIES", "CAPTURED"}


@dataclass(frozen=True, slots=True)
class Happening:
    """A predicate for a candidate: in which clause, by which token and rule.

    `nominal`: the phrase is the content of a verb of saying in its own clause; `attribute`: an adjective or
    participle of
    the phrase says it; `sender`: the subject of the clause does it to its own troops.
    """

    predicate: str
    clause: Clause | None
    token: int
    rule: str
    nominal: bool = False
    attribute: bool = False
    sender: bool = False


def merged(found: list[Happening]) -> list[Happening]:
    """Killed and wounded joined by "oder" or "und" of the same count are casualties; each predicate once."""
    predicates = {h.predicate for h in found if h.rule in ("verb", "attribute")}
    if predicates >= LOSSES and len({h.rule for h in found if h.predicate in LOSSES}) == 1:
        first = next(h for h in found if h.predicate in LOSSES)
        rest = [h for h in found if h.predicate not in LOSSES]
        found = [
            Happening("CASUALTIES", first.clause, first.token, first.rule, first.nominal, False, first.sender),
            *rest,
        ]
    if any(h.rule == "attribute" and h.predicate in LOSSES for h in found):
        found = [h for h in found if h.predicate != "STRENGTH"]  # "300 tote Soldaten zählte der Dienst"
    fates = {h.predicate for h in found if h.rule == "verb"}
    if "CASUALTIES" in fates:
        found = [h for h in found if h.predicate not in LOSSES]
    if "CAPTURED" in fates:
        found = [h for h in found if h.predicate not in ("SENT", "PRESENT")]
    if fates & FATES:  # "sind im Südlibanon gestürzt und ins Krankenhaus gebracht worden"
        found = [h for h in found if h.predicate != "PRESENT" or h.rule != "verb"]
    unique: dict[str, Happening] = {}
    for happening in found:
        unique.setdefault(happening.predicate, happening)
    return list(unique.values())


def is_state(predicate: str) -> bool:
    """Predicates that describe a state: "sollen" with them is hearsay about now, not a plan."""
    return predicate in _STATES
