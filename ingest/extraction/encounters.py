"""Visits and meetings: who travelled where, who met whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who
from seeds.reference import reference

_PERSON = frozenset({"Person"})
_GOAL = frozenset({"Country", "Place"})
_SAME = {"im": "in", "ins": "in", "zum": "zu", "zur": "zu"}
_MET = How(rule="met", located=True)
_HELD = How(rule="met", located=True, act=True, negated=False)  # "bei einem Treffen": held, whatever is said of it
_PLANNED = How(rule="met", located=True, negated=False, modality="planned")
_VISITING = frozenset({"zu", "bei", "zum", "beim", "auf", "während", "nach", "vor"})


@dataclass(slots=True)
class Encounters:
    """Finds visits and meetings in one article."""

    make: Relating

    def statements(self) -> Iterator[Statement]:
        """Clause by clause."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._visited(clause)
                yield from self._received(clause)
                yield from self._met(clause)
                yield from self._meeting_nouns(clause)

    # -- visits

    def _visited(self, clause: Clause) -> Iterator[Statement]:
        goals = next((found for found in self._goals(clause) if found), list[Entity]())
        if not goals or relation_words().holds("cancelling", self.make.roles.verb(clause)):
            return
        for visitor, goal in product(self._visitors(clause), goals):
            if self._is_at_home(visitor, goal) and self.make.roles.verb(clause) == "sein":
                continue
            statement = self.make.make(
                "VISITED", visitor, goal, clause, How(rule="visit", modality=self._visit_modality(clause))
            )
            if statement is not None:
                yield statement

    def _received(self, clause: Clause) -> Iterator[Statement]:
        """ "China, das X empfangen hatte": X was there."""
        roles = self.make.roles
        if not relation_words().holds("receiving_guests", roles.verb(clause)) or clause.passive:
            return
        hosts = roles.agents(clause, frozenset({"Country"}))
        guests = roles.who(roles.things(clause), _PERSON) if hosts else []
        for guest, host in product((g for g in guests if not self._is_crowd(g, clause)), hosts):
            statement = self.make.make("VISITED", guest.entity, host.entity, clause, How(rule="visit"))
            if statement is not None:
                yield statement

    def _visit_modality(self, clause: Clause) -> str | None:
        """ "wird erwartet" is a plan; a visit during which something is promised has happened."""
        if self.make.roles.verb(clause) == "erwarten":
            return "planned"
        visit = self._visit_noun(clause)
        own = visit is not None and self.make.reading.tree.case_of(visit) in _VISITING
        links = own and self.make.attributor.of(clause).links
        return ("reported" if links else "asserted") if own else None

    def _visitors(self, clause: Clause) -> list[Entity]:
        roles, tree = self.make.roles, self.make.reading.tree
        found = roles.agents(clause, _PERSON) or (roles.who(clause.subjects, _PERSON) if roles.passive(clause) else [])
        visit = self._visit_noun(clause)
        if not found or visit == clause.head:
            holders = roles.behind(clause, ("für",)) if visit is not None else []
            holders += roles.inside(visit, (None, "von", "vom")) if visit is not None else []
            found = roles.who(holders, _PERSON) or found
        if not found and visit is not None:
            found = [who for c in tree.children[visit] if tree.tags[c] == "PPOSAT" for who in roles.who([c], _PERSON)]
        companions = roles.who(roles.behind(clause, ("mit",)), _PERSON) if found and self._travels(clause) else []
        named = [who for who in (*found, *companions) if not self._is_crowd(who, clause)]
        return list({who.entity.id: who.entity for who in named}.values())

    def _is_crowd(self, who: Who, clause: Clause) -> bool:
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

    def _travels(self, clause: Clause) -> bool:
        return self.make.roles.verb(clause) in relation_words().frames["visiting"]["nach"]

    def _goals(self, clause: Clause) -> Iterator[list[Entity]]:
        """Where the visit goes: the places of each phrase that can say it, likeliest first."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        visit = self._visit_noun(clause)
        verb, frame = roles.verb(clause), words.frames["visiting"]
        for preposition, token in clause.obliques:
            if verb in frame.get(_SAME.get(preposition, preposition), frozenset()) and self._can_visit(clause, verb):
                yield self._places(token)
        if verb in frame["in"] and self._can_visit(clause, verb):  # "zu Gesprächen in X eingetroffen", hung on the noun
            hosts = [t for p, t in clause.obliques if p in ("zu", "zum", "zur", "mit")]
            yield [place for h in hosts for c in roles.inside(h, ("in", "im")) for place in self._places(c)]
        if verb in frame["object"]:
            for token in roles.things(clause):
                yield self._places(token)
                yield from (self._places(c) for c in roles.inside(token, ("in", "im", None)))
        if clause.copula and tree.case_of(clause.head) in ("in", "im"):
            yield self._places(clause.head)
        if verb in words.lists["staying"]:  # "hielt sich während der Gefechte in X auf", with X hung on the noun
            hosts = [t for p, t in clause.obliques if p not in ("in", "im")]
            yield [
                place
                for h in hosts
                for c in tree.children[h]
                if tree.case_of(c) in ("in", "im")
                for place in self._places(c)
            ]
        if visit is not None:
            inside = [c for c in tree.subtree(visit) if tree.case_of(c) in ("in", "im", "nach", "ins")]
            for token in (*inside, *(t for p, t in clause.obliques if p in ("in", "im", "nach", "ins"))):
                yield self._places(token)

    def _can_visit(self, clause: Clause, verb: str) -> bool:
        """ "wird in X erwartet", not "erwartet in X etwas"; "war in X" of the past."""
        if verb in ("erwarten", "empfangen"):
            return verb == "erwarten" and self.make.roles.passive(clause)
        return verb != "sein" or clause.tense == "past" or clause.perfect

    def _is_at_home(self, visitor: Entity, goal: Entity) -> bool:
        person, place = reference().entities.get(visitor.id), reference().entities.get(goal.id)
        home = person.country if person is not None else None
        return home is not None and home in (goal.id, place.country if place is not None else None)

    def _visit_noun(self, clause: Clause) -> int | None:
        words, tree = relation_words(), self.make.reading.tree
        if words.noun("visit_nouns", tree.lemmas[clause.head]):
            return clause.head
        for token in self.make.reading.own_tokens(clause):
            noun = tree.pos[token] == "NOUN" and words.noun("visit_nouns", tree.lemmas[token])
            if noun and (tree.case_of(token) in _VISITING or self._takes_place(token, clause)):
                return token
        return None

    def _takes_place(self, token: int, clause: Clause) -> bool:
        """ "Der Besuch von X in Y dauerte zwei Tage": who and where stand in the phrase."""
        roles, verb = self.make.roles, self.make.roles.verb(clause)
        inside = list(roles.inside(token, ("in", "im", "nach")))
        return token in clause.subjects and relation_words().holds("lasting", verb) and bool(inside)

    def _places(self, token: int) -> list[Entity]:
        places: list[Entity] = []
        for each in self.make.roles.joined(token):
            place, mention = self.make.places.at(each), self.make.reading.by_head.get(each)
            building = mention is not None and mention.kind == "building"
            if place is not None and place.type in _GOAL and not building:
                places.append(place)
        return places

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
        words, tree = relation_words(), self.make.reading.tree
        own = list(self.make.reading.own_tokens(clause))
        if any(words.noun("remote", tree.lemmas[t]) for t in own):
            return False
        here = any(tree.words[t].lower() in ("dort", "hier") for t in own)
        return here or self.make.places.near(clause, set()) is not None

    def _pair(self, one: Who, other: Who, clause: Clause, how: How) -> Iterator[Statement]:
        if not self._is_crowd(one, clause) and not self._is_crowd(other, clause):
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
        roles = self.make.roles
        if relation_words().holds("cancelling", roles.verb(clause)) and token in roles.nominals(clause):
            return
        planned = replace(_PLANNED, negated=clause.negated)
        how = replace(planned if self._is_planned(clause) else _HELD, place=self._inside(token))
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

    def _inside(self, token: int) -> Entity | None:
        """ "vor dem Treffen in Alaska": where the meeting is, not where the rest happens."""
        inside = (p for t in self.make.roles.inside(token, ("in", "im", "auf")) for p in self._places(t))
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
