"""How a relation is said: what its step knows of it beside the clause."""

from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.clauses import Clause


@dataclass(frozen=True, slots=True)
class How:
    """The rule that found it, the tokens and further clauses that say it, and how far its clause speaks for it.

    `act`: the clause is itself an act of speech, asserted by the article. `nominal`: a noun phrase, `tokens` (its head
    first), says it; `presupposed`: and whoever speaks of it in its clause is no source of it. `plain`: it has no source
    at all. `voice`: who promises it or does not rule it out in this very clause, and so is its source, with the stance.
    `place`: where it happens, `located`: to be looked for. `negated`, `modality`: what the clause would say otherwise.
    """

    rule: str
    tokens: tuple[int, ...] = ()
    clauses: tuple[Clause, ...] = ()
    items: tuple[Entity, ...] = ()
    act: bool = False
    nominal: bool = False
    presupposed: bool = False
    plain: bool = False
    located: bool = False
    place: Entity | None = None
    negated: bool | None = None
    modality: str | None = None
    voice: tuple[Entity, str] | None = None
