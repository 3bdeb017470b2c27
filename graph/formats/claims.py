"""What is claimed as nodes of their own: who is said to have done what, and who says so, denies it or doubts it.

Statements that say the same are one claim, whichever articles they stand in.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.caption import caption
from graph.formats.judged import Judged, Same
from graph.formats.network import Attributes, add_edge, add_entities, empty_network, filled, joined
from graph.rdf.select import Selection
from graph.shown import StatementView, Support
from graph.statement import Entity, Statement
from graph.store import Store
from seeds.vocabulary import vocabulary

if TYPE_CHECKING:
    from graph.formats.network import Network

CLAIM = "Claim"
ENDS = {"SUBJECT": "wer", "OBJECT": "wen oder was", "PLACE": "wo", "ITEM": "womit"}
_UNDATED = "9999"


@dataclass(slots=True)
class _Seen:
    """In which articles something was said, and when they came out."""

    articles: set[str] = field(default_factory=set[str])
    first: str | None = None
    last: str | None = None
    sample: bool = True
    invented: bool = True

    def add(self, view: StatementView) -> None:
        """Counts one more statement."""
        self.articles.add(view.article.id)
        day = view.article.published
        if day is not None and not day.startswith("--"):
            self.first, self.last = min(self.first or day, day), max(self.last or day, day)
        self.sample = self.sample and view.sample
        self.invented = self.invented and view.article.invented

    def attributes(self) -> Attributes:
        """What an edge or node carries of it."""
        marks = filled(sample=self.sample, invented=self.invented)
        return filled(articles=len(self.articles), first=self.first, last=self.last) | marks


@dataclass(slots=True)
class _Claim:
    """What the statements of one claim come to; `about` is what the one of the earliest article says."""

    credibility: str | None
    age: tuple[str, str] | None = None
    about: Attributes = field(default_factory=dict[str, str | int | float | bool])
    seen: _Seen = field(default_factory=_Seen)
    statements: int = 0
    modalities: set[str] = field(default_factory=set[str])
    ends: dict[tuple[str, str], _Seen] = field(default_factory=lambda: defaultdict(_Seen))
    sources: dict[tuple[str, str, str], _Seen] = field(default_factory=lambda: defaultdict(_Seen))

    def add(self, view: StatementView, same: Same) -> None:
        """Adds a statement."""
        age = view.article.published or _UNDATED, view.statement.id
        if self.age is None or age < self.age:
            self.age, self.about = age, _about(view)
        self.seen.add(view)
        self.statements += 1
        self.modalities.add(view.statement.modality)
        for kind, entity in _ends(view.statement):
            self.ends[kind, same.get(entity.id, entity.id)].add(view)
        for source in view.statement.sources:
            self.sources[same.get(source.entity.id, source.entity.id), source.stance, source.role].add(view)


def claim_network(store: Store, judged: Judged, selection: Selection) -> "Network":
    """Claims, whom and what they are about, and their sources; an edge to a claim says what a source does."""
    claims: dict[str, _Claim] = {}
    for record in selection.articles(store):
        for view in record.statements:
            key = record.claims[view.statement.id]
            if key not in claims:
                claims[key] = _Claim(judged.credibility(view, record.same))
            claims[key].add(view, record.same)
    network, real = empty_network(), set[str]()
    for key, claim in claims.items():
        network.add_node(f"claim:{key}", **_attributes(claim))
        real |= _join(network, f"claim:{key}", claim)
    add_entities(network, store, real)
    return network


def _ends(said: Statement) -> Iterator[tuple[str, Entity]]:
    yield "SUBJECT", said.subject
    yield from (("OBJECT", end) for end in (said.object,) if end)
    yield from (("PLACE", end) for end in (said.place,) if end)
    yield from (("ITEM", item) for item in said.items)


def _join(network: "Network", node: str, claim: _Claim) -> set[str]:
    """Joins a claim with its ends and sources; gives those that real articles name."""
    for (kind, entity), seen in claim.ends.items():
        source, target = (entity, node) if kind == "SUBJECT" else (node, entity)
        own = filled(label=ENDS[kind], weight=len(seen.articles))
        add_edge(network, source, target, kind, own | seen.attributes())
    for (entity, stance, role), seen in claim.sources.items():
        term = vocabulary().terms["stance"][stance]
        own = filled(label=term.label["de"], stance=stance, role=role, weight=len(seen.articles))
        add_edge(network, entity, node, str(term.edge), own | seen.attributes(), role)
    named = [(entity, seen) for (_, entity), seen in claim.ends.items()]
    named += [(entity, seen) for (entity, _, _), seen in claim.sources.items()]
    return {entity for entity, seen in named if not seen.sample}


def _attributes(claim: _Claim) -> Attributes:
    own = filled(
        type=CLAIM,
        modality=joined(sorted(claim.modalities)),
        credibility=claim.credibility,
        statements=claim.statements,
    )
    return claim.about | own | claim.seen.attributes() | {name: claim.about[name] for name in Support.model_fields}


def _about(view: StatementView) -> Attributes:
    said = view.statement
    count = said.count
    return filled(
        label=claim_label(said),
        kind=said.kind,
        predicate=said.predicate,
        polarity=said.polarity,
        min=count.min if count else None,
        max=count.max if count else None,
        unit=count.unit if count else None,
        evidence=said.evidence.text,
        **view.support.model_dump(),
    )


def claim_label(said: Statement) -> str:
    """What is claimed, for people: who, what, how many, whom or where."""
    label = vocabulary().label("predicate", said.predicate)
    parts = [said.subject.name, label if said.polarity == "affirmed" else f"nicht: {label}"]
    parts += [caption(said)] if said.count else []
    parts += [said.object.name] if said.object else []
    return " – ".join(parts)
