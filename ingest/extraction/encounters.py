"""Visits and meetings: who travelled where, who met whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words

_PERSON = frozenset({"Person"})
_VISITOR = frozenset({"Person"})
_GOAL = frozenset({"Country", "Place"})


@dataclass(slots=True)
class Encounters:
    """Finds visits and meetings in one article."""

    make: Relating

    def statements(self) -> Iterator[Statement]:
        """Clause by clause."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._visited(clause)
                yield from self._met(clause)
                yield from self._meeting_nouns(clause)

    # -- visits

    def _visited(self, clause: Clause) -> Iterator[Statement]:
        goals = [*self._goals(clause)]
        if not goals:
            return
        visitors = self._visitors(clause)
        for visitor in visitors:
            for goal in goals[:1]:
                modality = "planned" if clause.verb == "erwarten" else None
                statement = self.make.make("VISITED", visitor, goal, clause, rule="visit", modality=modality)
                if statement is not None:
                    yield statement

    def _visitors(self, clause: Clause) -> list[Entity]:
        tree = self.make.reading.tree
        found = self.make.actors_of(clause.subjects, _VISITOR)
        if not found and clause.copula or tree.lemmas[clause.head] in relation_words().lists["visit_nouns"]:
            holders = [t for p, t in clause.obliques if p == "für"]
            holders += [c for c in tree.children[clause.head] if tree.case_of(c) is None and tree.pos[c] == "PROPN"]
            found = found or self.make.actors_of(holders, _VISITOR)
        with_ = [t for p, t in clause.obliques if p == "mit"]
        return found + [e for e in self.make.actors_of(with_, _VISITOR) if found and e not in found]

    def _goals(self, clause: Clause) -> Iterator[Entity]:
        words, tree = relation_words(), self.make.reading.tree
        visit = self._visit_noun(clause)
        frame = words.frames["visiting"]
        for preposition, token in clause.obliques:
            slot = {"im": "in", "ins": "in", "zum": "zu", "zur": "zu"}.get(preposition, preposition)
            if clause.verb in frame.get(slot, frozenset()) and not (clause.verb == "sein" and visit is None):
                if clause.verb == "erwarten" and not clause.passive:
                    continue
                yield from self._places(token)
        if clause.verb in frame["object"]:
            for token in clause.objects:
                yield from self._places(token)
                yield from (p for c in tree.children[token] if tree.case_of(c) in ("in", "im") for p in self._places(c))
        if visit is not None:
            for token in (*tree.children[visit], *(t for _, t in clause.obliques)):
                if tree.case_of(token) in ("in", "im", "nach", "ins"):
                    yield from self._places(token)

    def _visit_noun(self, clause: Clause) -> int | None:
        words, tree = relation_words(), self.make.reading.tree
        if tree.lemmas[clause.head] in words.lists["visit_nouns"]:
            return clause.head
        for token in self.make.reading.own_tokens(clause):
            if tree.lemmas[token] in words.lists["visit_nouns"] and tree.case_of(token) in ("zu", "bei", "zum", "beim", "auf", "während"):
                return token
        return None

    def _places(self, token: int) -> Iterator[Entity]:
        for each in conjuncts(self.make.reading.tree, token):
            place = self.make.places.at(each)
            if place is not None and place.type in _GOAL:
                yield place

    # -- meetings

    def _met(self, clause: Clause) -> Iterator[Statement]:
        words = relation_words()
        slots = words.slot("meeting", clause.verb)
        if not slots:
            return
        agents = self.make.agents(clause, _PERSON)
        others: list[Entity] = []
        if "object" in slots:
            others += self.make.actors_of(clause.objects if not clause.passive else clause.subjects, _PERSON)
        if "mit" in slots:
            others += self.make.actors_of([t for p, t in clause.obliques if p == "mit"], _PERSON)
        if clause.verb in ("sprechen", "beraten", "verhandeln", "konferieren"):
            return
        if not others and len(agents) > 1 and clause.verb in ("treffen", "zusammenkommen", "zusammentreffen"):
            yield from self._pairs(agents, clause, ())
            return
        for agent in agents:
            for other in others:
                statement = self.make.make("MET", agent, other, clause, rule="met", located=True)
                if statement is not None:
                    yield statement

    def _meeting_nouns(self, clause: Clause) -> Iterator[Statement]:
        """"bei einem Treffen mit X", "ein Treffen von X und Y", "Gipfel der Präsidenten X und Y"."""
        words, tree = relation_words(), self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] != "NOUN" or not words.holds("meeting_nouns", tree.lemmas[token]):
                continue
            with_ = self._below(token, ("mit",))
            between = self._below(token, ("von", "zwischen", None))
            if len(between) > 1:
                yield from self._pairs(between, clause, tuple(tree.subtree(token)))
            elif with_:
                subjects = between or self.make.agents(clause, _PERSON) or self._governing_subject(clause)
                for subject in subjects[:1]:
                    for other in with_:
                        statement = self.make.make(
                            "MET", subject, other, clause, rule="meeting", tokens=(token,), act=True, negated=False, located=True
                        )
                        if statement is not None:
                            yield statement

    def _governing_subject(self, clause: Clause) -> list[Entity]:
        for parent in clause.ancestors():
            found = self.make.agents(parent, _PERSON)
            if found:
                return found
        return []

    def _below(self, noun: int, prepositions: tuple[str | None, ...]) -> list[Entity]:
        tree = self.make.reading.tree
        tokens = [c for c in tree.children[noun] if tree.case_of(c) in prepositions and tree.deps[c] not in ("det", "amod", "nummod")]
        names = [x for t in tokens for x in (t, *(m.head for m in self.make.reading.mentions if m.head in tree.children[t] and m.entity.type == "Person"))]
        return self.make.actors_of(names, _PERSON)

    def _pairs(self, people: list[Entity], clause: Clause, tokens: tuple[int, ...]) -> Iterator[Statement]:
        planned = "planned" if self._planned(clause) else None
        for first, second in combinations(people, 2):
            statement = self.make.make("MET", first, second, clause, rule="met", tokens=tokens, negated=False, located=True, modality=planned)
            if statement is not None:
                yield statement

    def _planned(self, clause: Clause) -> bool:
        tree = self.make.reading.tree
        return tree.words[clause.head].lower() in ("geplant", "vorgesehen") or clause.verb in ("planen", "vorsehen")
