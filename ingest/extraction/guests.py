"""What visits and meetings share: people that can be told apart, and places where one can be."""

from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.relating import Relating
from ingest.extraction.roles import Who

_GOAL = frozenset({"Country", "Place"})


@dataclass(slots=True)
class Guests:
    """Works on one article."""

    make: Relating

    def is_crowd(self, who: Who, clause: Clause) -> bool:
        """ "Die Minister": people that nobody can tell."""
        tree, mention = self.make.reading.tree, self.make.reading.by_head.get(who.token)
        if not who.entity.id.startswith("x-") or tree.pos[who.token] != "NOUN":
            return False
        named = any(m.form == "name" and m.entity.id == who.entity.id for m in self.make.reading.mentions)
        if mention is not None and (mention.form == "name" or named):
            return False
        verb = clause.finite if who.token in clause.subjects and len(self.make.roles.joined(who.token)) == 1 else None
        return "Plur" in (
            tree.morphs[who.token].get("Number"),
            tree.morphs[verb].get("Number") if verb is not None else "",
        )

    def places(self, token: int) -> list[Entity]:
        """Countries and places of a phrase and all that is joined to it; no buildings."""
        places: list[Entity] = []
        for each in self.make.roles.joined(token):
            place, mention = self.make.places.at(each), self.make.reading.by_head.get(each)
            building = mention is not None and mention.kind == "building"
            if place is not None and place.type in _GOAL and not building:
                places.append(place)
        return places
