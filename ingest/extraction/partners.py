"""Who else is party to an agreement that names one party: "As Parlament billigt den Pakt mit B"."""

from collections.abc import Iterable

from graph.statement import Entity
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.nations import nation, troops_of
from ingest.extraction.powers import Powers
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Roles, Who

_UNDER = frozenset({"in", "im"})
_BY = ("durch", "von", "vom", None)


def partner(roles: Roles, token: int) -> Entity | None:
    """The state that acts on an agreement "mit B": approves it, ends it, or does something in or under it."""
    tree, clause = roles.reading.tree, roles.reading.owner[token]
    if clause is None or not _is_with(roles, token):
        return None
    above = tree.heads[token]
    if relation_words().noun("approving_nouns", tree.lemmas[above]):
        return _state(roles, roles.who(t for t in roles.inside(above, _BY) if t != token))
    if token in roles.nominals(clause) and _handles(roles, clause):
        return _state(roles, roles.agents(clause))
    return bound_partner(roles, token)


def bound_partner(roles: Roles, token: int) -> Entity | None:
    """ "Laut dem Abkommen mit B zieht A ab", "A hat sich in einer Vereinbarung mit B den Zugang gesichert": A."""
    clause = roles.reading.owner[token]
    under = clause is not None and token in roles.behind(clause, _UNDER | cues().following)
    if clause is None or not under or not _is_with(roles, token) or _speaks(roles, clause):
        return None
    return _state(roles, roles.agents(clause))


def _is_with(roles: Roles, token: int) -> bool:
    tree = roles.reading.tree
    return any(tree.case_of(c) == "mit" for c in tree.children[token])


def _handles(roles: Roles, clause: Clause) -> bool:
    words, verb = relation_words(), roles.verb(clause)
    return any(words.holds(name, verb) for name in ("approving", "approving_with", "ending"))


def _speaks(roles: Roles, clause: Clause) -> bool:
    """ "sagte in der Vereinbarung mit B ...": who speaks of it need not be in it."""
    verb = roles.verb(clause)
    return verb in relation_words().acts or verb in cues().verbs


def _state(roles: Roles, whos: Iterable[Who]) -> Entity | None:
    """The state of the one actor: itself, that of a parliament or government, of an office holder."""
    powers = Powers(roles.reading, roles)
    for who in whos:
        state = powers.state_of(who)
        body = troops_of(state) if state.type == "Organization" else None
        found = nation(state) if state.type == "Country" else body
        if found is not None and found.type == "Country" and not found.id.startswith("x-"):
            return found
    return None
