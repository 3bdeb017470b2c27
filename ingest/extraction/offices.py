"""Offices as relations: who holds which office of what, once for each person and body of an article."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.basis import Basis
from ingest.extraction.evidence import span_evidence
from ingest.extraction.reading import Reading, published_day
from ingest.linking.bodies import capital_of
from ingest.linking.offices import OfficeMention, find_offices


@dataclass(slots=True)
class Offices:
    """Makes the HOLDS_OFFICE statements of one article."""

    reading: Reading

    def statements(self) -> Iterator[Statement]:
        """Valuations ("Machthaber") and former offices are none; the state must stand in the phrase or in the
        article.
        """
        said: set[tuple[str, str, str]] = set()
        states = (capital_of(m.entity) for m in self.reading.mentions)
        spoken = {m.entity.id for m in self.reading.mentions} | {state.id for state in states if state is not None}
        offices = find_offices(
            self.reading.tree.doc, self.reading.mentions, published_day(self.reading.article), self.reading.tree
        )
        for office in offices:
            key = (office.person.entity.id, office.of.id, office.title)
            usable = not office.valuation and not office.past and (office.explicit or office.of.id in spoken)
            if usable and key not in said and office.person.entity.id != office.of.id:
                said.add(key)
                yield self._statement(office)

    def _statement(self, office: OfficeMention) -> Statement:
        rule = "office" if office.explicit else "office_context"
        holder = office.of
        held = Entity(id=holder.id, name=holder.name, type=holder.type, wikidata=holder.wikidata, role=office.title)
        return self.reading.state(
            Basis(rule, (office.person.head,)),
            kind="relation",
            subject=office.person.entity,
            predicate="HOLDS_OFFICE",
            object=held,
            polarity="affirmed",
            modality="asserted",
            place=None,
            time=None,
            evidence=span_evidence(self.reading.tree, office.start, office.end),
        )
