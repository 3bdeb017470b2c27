"""Where a clause places what it speaks of, and where that goes."""

from dataclasses import dataclass

from ingest.extraction.clauses import Clause
from ingest.extraction.places import common_places
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.linking.mentions import Mention

_LOCAL = frozenset({"in", "im", "an", "am", "auf", "bei", "vor", "nahe", "hinter"})
_GOAL = frozenset({"nach", "in", "an", "auf", "ins", "zu"})
_HERE = frozenset({"dort", "hier"})


@dataclass(slots=True)
class Whereabouts:
    """Reads off the clauses of one article whether they say where."""

    reading: Reading

    def stands_local(self, head: int) -> bool:
        """Does the phrase stand behind a preposition of rest ("in Kursk", "an der Grenze")?"""
        return self.reading.tree.case_of(head) in _LOCAL

    def is_somewhere(self, clause: Clause) -> bool:
        """A form of "sein" with a place in its clause."""
        if not clause.copula and clause.verb not in ("sein", "geben"):
            return False
        return self.has_place(clause)

    def has_place(self, clause: Clause) -> bool:
        """Does the clause say where: a place behind a local preposition, a common place, "dort", "vor Ort"?"""
        tree = self.reading.tree
        if any(
            m.entity.type in ("Place", "Country") and tree.case_of(m.head) in _LOCAL for m in self._mentions(clause)
        ):
            return True
        places = tuple(troop_words().place_nouns)
        own = self.reading.own_tokens(clause)
        if any(self._is_seat(m) for m in self._mentions(clause)):
            return True
        if clause.relation.startswith("acl") and any(tree.words[t].lower() == "wo" for t in own):
            return True  # "in Syrien, wo Moskau 4000 Soldaten unterhielt"
        if any(tree.lemmas[t].lower().endswith(places) and tree.case_of(t) in _LOCAL for t in own):
            return True
        return any(
            tree.words[t].lower() in _HERE or tree.lemmas[t] in common_places() for t in self.reading.own_tokens(clause)
        )

    def _is_seat(self, mention: Mention) -> bool:
        """ "koordinieren von Haifa aus die Hilfe"."""
        tree = self.reading.tree
        out = mention.end < len(tree) and tree.words[mention.end].lower() == "aus"
        place = mention.form == "name" and mention.entity.type in ("Place", "Country")
        return place and out and tree.case_of(mention.head) in ("von", "vom")

    def names_origin(self, clause: Clause) -> bool:
        """Does a country or its capital stand behind "aus" or "von"?"""
        return any(
            m.entity.type in ("Country", "Place") and self.reading.tree.case_of(m.head) in ("aus", "von")
            for m in self._mentions(clause)
        )

    def has_goal(self, clause: Clause) -> bool:
        """Is a place named that the clause's movement leads to, or is the movement intended ("600 weitere sollen
        kommen")?
        """
        tree = self.reading.tree
        if clause.modal in ("sollen", "wollen") or clause.future:
            return True
        if any(tree.words[t].lower() in ("dort", "dorthin", "hier", "hierher") for t in clause.adverbs):
            return True
        named = any(
            m.entity.type in ("Place", "Country") and tree.case_of(m.head) in _GOAL for m in self._mentions(clause)
        )
        places = tuple(troop_words().place_nouns)
        there = any(p in _GOAL and tree.lemmas[t].lower().endswith(places) for p, t in clause.obliques)
        return named or there or any(tree.lemmas[t] in common_places() for _, t in clause.obliques)

    def under_way(self, state: str | None, clause: Clause) -> str | None:
        """ "sind im Niger unterwegs": who is on the way in a place is there; "nach Niger" is sent."""
        goal = any(p in ("nach", "zu", "zum", "zur", "richtung") for p, _ in clause.obliques)
        resting = any(p in ("in", "im") and self._is_dative(t) for p, t in clause.obliques)
        return "PRESENT" if state == "SENT" and resting and not goal else state

    def _is_dative(self, token: int) -> bool:
        return self.reading.tree.morphs[token].get("Case") != "Acc"

    def in_mission(self, clause: Clause) -> bool:
        """ "in der Truppe Kfor eingesetzt": service in a mission, no combat."""
        return any(m.kind == "mission" for m in self._mentions(clause))

    def _mentions(self, clause: Clause) -> list[Mention]:
        return [m for m in self.reading.mentions if self.reading.owner[m.head] is clause]
