"""The sources of a clause while they are gathered, and the chain they make."""

from dataclasses import dataclass, field, replace

from graph.statement import Entity, Source
from ingest.extraction.clauses import Clause

STATE = "state"  # a medium of a state: origin or outlet, depending on whom else the chain holds


@dataclass(frozen=True, slots=True)
class Link:
    """One source before its step is known; links of one level stand side by side, lower ones nearer to the fact."""

    entity: Entity
    role: str
    stance: str
    level: int


@dataclass(slots=True)
class Attribution:
    """The sources of a clause, and the clauses of its sentence that name them (for the evidence span).

    `hearsay`: somebody unnamed says it; `suspected`: it is a guess; `negated`: a verb of saying is negated, so that
    the content is not said; `inherited`: the sources stand in other sentences; `goes_on`: "dem Bericht zufolge" and
    the like point back to them, `paper` is their noun; `pending`: the stance of a pronoun that nobody was found for
    ("er gehe davon aus"), which is that of the one nearest to the fact.
    """

    links: list[Link] = field(default_factory=list[Link])
    clauses: list[Clause] = field(default_factory=list[Clause])
    hearsay: bool = False
    suspected: bool = False
    inherited: bool = False
    negated: bool = False
    goes_on: bool = False
    paper: int | None = None
    pending: str = ""

    def add(self, entity: Entity, role: str, stance: str, level: int) -> None:
        """A source more, once."""
        if all(link.entity.id != entity.id for link in self.links):
            self.links.append(Link(entity, role, stance, level))

    def copy(self) -> "Attribution":
        """One of its own for who wants to add to it."""
        return replace(self, links=list(self.links), clauses=list(self.clauses))

    def settle(self) -> None:
        """Gives the pending stance to the one nearest to the fact."""
        nearest = min((link.level for link in self.links if link.role == "origin"), default=None)
        if self.pending and nearest is not None:
            self.links = [
                replace(x, stance=self.pending) if x.level == nearest and x.stance == "reports" else x
                for x in self.links
            ]

    def take(self, other: "Attribution", *, above: int = 0) -> None:
        """The sources of another clause, as mere reports: what they confirmed or denied there is not said here."""
        nearest = min((link.level for link in other.links if link.role == "origin"), default=None)
        first = self.suspected and all(link.role != "origin" for link in self.links)
        for link in other.links:
            guess = first and link.role == "origin" and link.level == nearest
            self.add(link.entity, link.role, "suspects" if guess else "reports", link.level + above)
        self.inherited = self.inherited or bool(other.links)

    def sources(self) -> tuple[Source, ...]:
        """The chain: origins by level, then outlets; parallel sources share a step."""
        quoted = any(link.role == "origin" for link in self.links)
        state = "outlet" if quoted else "origin"
        links = [replace(link, role=state) if link.role == STATE else link for link in self.links]
        links.sort(key=lambda link: (link.role == "outlet", link.level))
        steps: dict[tuple[str, int], int] = {}
        for link in links:
            steps.setdefault((link.role, link.level), len(steps) + 1)
        return tuple(
            Source.model_validate(
                {"entity": x.entity, "role": x.role, "stance": x.stance, "step": steps[x.role, x.level]}
            )
            for x in links
        )
