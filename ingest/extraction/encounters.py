"""Visits and meetings: who travelled where, who met whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.guests import Guests
from ingest.extraction.how import How
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who
from ingest.extraction.visits import Visits

_PERSON = frozenset({"Person"})
_MET = How(rule="met", located=True)
_HELD = How(rule="met", located=True, act=True, negated=False)  # "bei einem Treffen": held, whatever is said of it
_PLANNED = How(rule="met", located=True, negated=False, modality="planned")


@dataclass(slots=True)
class Encounters:
    """Finds visits and meetings in one article."""

    make: Relating
    guests: Guests = field(init=False)

    def __post_init__(self) -> None:
        self.guests = Guests(self.make)

    def statements(self) -> Iterator[Statement]:
        """Clause by clause."""
        visits = Visits(self.make, self.guests)
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from visits.of(clause)
                yield from self._met(clause)
                yield from self._meeting_nouns(clause)

    # -- meetings

    def _met(self, clause: Clause) -> Iterator[Statement]:
        words, roles = relation_words(), self.make.roles
        verb = roles.verb(clause)
        slots = words.slot("meeting", verb)
        if words.holds("talking", verb) and self._is_face_to_face(clause):
            slots = ("mit",)
        if not slots:
            return
        agents = roles.agents(clause, _PERSON)
        others = roles.who(roles.things(clause), _PERSON) if "object" in slots else []
        others += roles.who(roles.behind(clause, ("mit",)), _PERSON) if "mit" in slots else []
        others += roles.who(roles.astray(clause, "mit"), _PERSON) if not others else []
        others = [who for who in others if who.entity.id not in {a.entity.id for a in agents}]
        own = self.make.reading.own_tokens(clause)
        together = any(self.make.reading.tree.words[t].lower() in ("miteinander", "einander") for t in own)
        if not others and len(agents) > 1 and (words.holds("meeting_each_other", verb) or together):
            yield from self._pairs(agents, clause, _MET)
        for one in agents:
            for other in others:
                yield from self._pair(one, other, clause, _MET)

    def _is_face_to_face(self, clause: Clause) -> bool:
        """ "sprach dort mit X", "beriet in Rom mit X"; not on the telephone."""
        tree = self.make.reading.tree
        own = self.make.reading.own_tokens(clause)
        here = any(tree.words[t].lower() in ("dort", "hier") for t in own)
        return not self._is_remote(clause) and (here or self.make.places.near(clause, set()) is not None)

    def _is_remote(self, clause: Clause) -> bool:
        """ "am Telefon", "per Videoschalte"."""
        words, tree = relation_words(), self.make.reading.tree
        return any(words.noun("remote", tree.lemmas[t]) for t in self.make.reading.own_tokens(clause))

    def _pair(self, one: Who, other: Who, clause: Clause, how: How) -> Iterator[Statement]:
        if not self.guests.is_crowd(one, clause) and not self.guests.is_crowd(other, clause):
            statement = self.make.pair("MET", one, other, clause, how)
            if statement is not None:
                yield statement

    def _pairs(self, people: list[Who], clause: Clause, how: How) -> Iterator[Statement]:
        for one, other in combinations(people, 2):
            yield from self._pair(one, other, clause, how)

    def _meeting_nouns(self, clause: Clause) -> Iterator[Statement]:
        """ "bei einem Treffen mit X", "ein Treffen von X und Y", "Gipfel der Präsidenten X und Y"."""
        words, tree = relation_words(), self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] == "NOUN" and words.noun("meeting_nouns", tree.lemmas[token]):
                yield from self._meeting(token, clause)

    def _meeting(self, token: int, clause: Clause) -> Iterator[Statement]:
        roles, words = self.make.roles, relation_words()
        verb, own = roles.verb(clause), token in roles.nominals(clause)
        off = own and words.holds("calling_off", verb) and not clause.negated
        if own and words.holds("cancelling", verb) and not off:
            return
        planned = replace(_PLANNED, negated=clause.negated or off)
        how = replace(planned if self._is_planned(clause) or off else _HELD, place=self._inside(token))
        how = replace(how, located=how.located and self.make.reading.tree.case_of(token) != "vor")
        with_ = roles.who(roles.inside(token, ("mit",)), _PERSON)
        of = roles.who(roles.inside(token, ("von", "vom", "zwischen", None)), _PERSON)
        if len(of) > 1:
            yield from self._pairs(of, clause, how)
        elif with_:
            subjects = of or self._participants(token, clause)
            for other in with_:
                for one in subjects[:1]:
                    if one.entity.id != other.entity.id:
                        yield from self._pair(one, other, clause, how)
        elif own and not of:
            yield from self._pairs(self._holders(token, clause), clause, how)

    def _holders(self, token: int, clause: Clause) -> list[Who]:
        """ "A und B haben ihren Gipfel abgehalten"; "Ein Treffen sei nicht geplant", after one of A with B."""
        words, roles = relation_words(), self.make.roles
        if token in clause.subjects:
            here = self.make.reading.tree.sentence_of[token]
            return self._two_before(here) if self._is_planned(clause) and here else []
        held = words.holds("holding", roles.verb(clause)) and not self._is_remote(clause)
        agents = roles.agents(clause, _PERSON) if held else []
        with_ = roles.who(roles.behind(clause, ("mit",)), _PERSON) if held else []
        return [*agents, *(who for who in with_ if who.entity.id not in {a.entity.id for a in agents})]

    def _two_before(self, sentence: int) -> list[Who]:
        """The two whom the main clause of the sentence before brings together ("A hat mit B telefoniert")."""
        roles = self.make.roles
        for clause in self.make.reading.clauses[sentence - 1]:
            agents = roles.agents(clause, _PERSON) if clause.parent is None else []
            with_ = roles.who(roles.behind(clause, ("mit",)), _PERSON) if agents else []
            people = {who.entity.id: who for who in (*agents, *with_)}
            if len(people) == 2:
                return list(people.values())
        return []

    def _inside(self, token: int) -> Entity | None:
        """ "vor dem Treffen in Alaska": where the meeting is, not where the rest happens."""
        inside = (p for t in self.make.roles.inside(token, ("in", "im", "auf")) for p in self.guests.places(t))
        return next(inside, None)

    def _participants(self, token: int, clause: Clause) -> list[Who]:
        """Who met somebody "bei einem Treffen mit X": the subject of the clause, or of one around it."""
        for each in (clause, *clause.ancestors()):
            found = self.make.roles.agents(each, _PERSON)
            if found:
                return found
        return self._before(token)

    def _before(self, token: int) -> list[Who]:
        """The person who acts in the sentence before ("Das berichtete KCNA nach einem Treffen mit X")."""
        tree = self.make.reading.tree
        here = tree.sentence_of[token]
        start, end = tree.sentences[max(0, here - 1)]
        if here == 0 or any("\n" in word for word in tree.words[start : end + 1]):
            return []
        main = [c for c in self.make.reading.clauses[here - 1] if c.parent is None]
        return [who for c in main for who in self.make.roles.agents(c, _PERSON)][:1]

    def _is_planned(self, clause: Clause) -> bool:
        words = relation_words()
        verbs = (self.make.roles.verb(clause), words.forms.bare(self.make.reading.tree.words[clause.head]))
        return any(verb is not None and words.holds("scheduling", verb) for verb in verbs)
