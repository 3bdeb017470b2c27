"""Support, alliance and attack: by verbs and by nouns ("Russlands Angriffskrieg gegen die Ukraine")."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.statement import Entity, Statement
from ingest.counts.nouns import counted_by
from ingest.extraction.clauses import Clause
from ingest.extraction.forces import country_of, nation
from ingest.extraction.phrases import phrase
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import ACTOR, Who
from ingest.extraction.units import Units
from ingest.linking.mention import unknown_entity
from seeds.reference import reference

_POWERS = frozenset({"Country", "Force"})
_GOALS = frozenset({"Country", "Place"})
_PARTNERS = frozenset({"Country", "Organization"})
_HOLDERS = frozenset({None, "adjective", "von", "vom", "durch"})


@dataclass(slots=True)
class Alliances:
    """Finds support, alliance, attack and belonging in one article."""

    make: Relating

    def statements(self) -> Iterator[Statement]:
        """Clause by clause, verbs before nouns."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._supports(clause)
                yield from self._promised_support(clause)
                yield from self._attacks(clause)
                yield from self._allies(clause)
                yield from self._nouns(clause)
        yield from Units(self.make).statements()

    def _relate(
        self,
        predicate: str,
        subjects: list[Entity],
        objects: list[Entity],
        clause: Clause,
        announced: Entity | None = None,
    ) -> Iterator[Statement]:
        for subject in subjects:
            for other in objects:
                statement = self.make.make(
                    predicate,
                    subject,
                    other,
                    clause,
                    rule=predicate.lower(),
                    announced=announced,
                    located=predicate == "SUPPORTS",
                )
                if statement is not None:
                    yield statement

    # -- support

    def _supports(self, clause: Clause) -> Iterator[Statement]:
        words, roles = relation_words(), self.make.roles
        slots = words.slot("supporting", roles.verb(clause))
        if slots:
            tokens = [t for t in roles.things(clause) if t not in roles.behind(clause, ("von",))]
            yield from self._relate("SUPPORTS", self._powers(roles.agents(clause)), self._supported(tokens), clause)

    def _supported(self, tokens: list[int]) -> list[Entity]:
        """Actors; a mission or operation that is named as such ("den Einsatz")."""
        tree, roles = self.make.reading.tree, self.make.roles
        found = [self._apposed(who) for who in roles.who(tokens, ACTOR) if not self._is_nobody(who)]
        for token in tokens if not found else ():
            if tree.pos[token] == "NOUN" and relation_words().noun("operations", tree.lemmas[token]):
                found += self._of_operation(token)
        return found

    def _of_operation(self, token: int) -> list[Entity]:
        """ "den Krieg des Kreml-Herrschers", "den russischen Feldzug": whose it is; else the mission spoken of."""
        tree, roles = self.make.reading.tree, self.make.roles
        owners = self._powers(roles.who(roles.inside(token, (None, "von"))))
        owners += [
            m.entity for m in self.make.reading.mentions if m.form == "adjective" and tree.heads[m.head] == token
        ]
        return owners[:1] or [unknown_entity(tree.lemmas[token], "Organization")]

    def _is_nobody(self, who: Who) -> bool:
        """ "keine der Kriegsparteien"."""
        tree = self.make.reading.tree
        return any(tree.words[c].lower().startswith("kein") for c in (who.token, *tree.children[who.token]))

    def _apposed(self, who: Who) -> Entity:
        """ "die Miliz M23": the name behind the noun."""
        tree, by_head = self.make.reading.tree, self.make.reading.by_head
        if who.entity.id.startswith("x-"):
            for child in tree.children[who.token]:
                mention = by_head.get(child)
                if (
                    mention is not None
                    and tree.deps[child] in ("appos", "flat")
                    and mention.entity.type in ("Force", "Organization")
                ):
                    return mention.entity
        return who.entity

    def _powers(self, agents: list[Who]) -> list[Entity]:
        """Soldiers support for their nation."""
        found = [self._nation_of(who) for who in agents]
        return list({entity.id: entity for entity in found if entity is not None}.values())

    def _nation_of(self, who: Who) -> Entity | None:
        tree, reading = self.make.reading.tree, self.make.reading
        counted = counted_by(tree.words[who.token])
        if counted is None or counted.by not in ("noun", "demonym", "unit") or who.token in reading.by_head:
            return who.entity
        start, end = phrase(tree, who.token)
        states = [
            m.entity
            for m in reading.mentions_in(start, end)
            if m.entity.type == "Country" and m.form in ("adjective", "name", "demonym")
        ]
        return states[0] if states else None

    def _promised_support(self, clause: Clause) -> Iterator[Statement]:
        """ "sagte der Ukraine Hilfe zu", "sicherte dem Land die Unterstützung des Bündnisses zu", "leistet X Beistand"."""
        words, roles, tree = relation_words(), self.make.roles, self.make.reading.tree
        verb = roles.verb(clause)
        if not words.holds("support_verbs", verb) and not (verb == "kommen" and roles.behind(clause, ("zu",))):
            return
        candidates = [*roles.things(clause), *roles.behind(clause, ("zu",)), *roles.loose(clause)]
        nouns = [t for t in candidates if words.noun("support_nouns", tree.lemmas[t])]
        if not nouns:
            return
        promised = words.holds("promising", verb)
        agents = roles.agents(clause)
        givers = self._powers(roles.who(roles.inside(nouns[0], (None, "von")), _PARTNERS)) or self._givers(
            agents, nouns[0]
        )
        tokens = [t for t in (*roles.things(clause), *roles.loose(clause)) if t not in nouns]
        tokens += [t for n in nouns for t in roles.inside(n, ("für", "an"))] + roles.behind(clause, ("für", "an"))
        goals = [e for e in self._supported(tokens) if e.id not in {g.id for g in givers}]
        announced = agents[0].entity if promised and agents else None
        yield from self._relate("SUPPORTS", givers, goals, clause, announced)

    def _givers(self, agents: list[Who], noun: int) -> list[Entity]:
        """Who promises it; money and military help are the state's, whoever promises them."""
        tree, words = self.make.reading.tree, relation_words()
        of_state = words.noun("state_help", tree.lemmas[noun]) or any(tree.pos[t] == "NUM" for t in tree.subtree(noun))
        found: list[Entity] = []
        for entity in self._powers(agents):
            row = reference().entities.get(entity.id)
            country = country_of(row) if of_state and row is not None and row.type == "Person" else None
            found.append(country or entity)
        return found

    # -- attack and alliance

    def _attacks(self, clause: Clause) -> Iterator[Statement]:
        words, roles = relation_words(), self.make.roles
        slots = words.slot("attacking", roles.verb(clause))
        if not slots:
            return
        attackers = [
            e for x in self._powers(roles.agents(clause)) if (e := nation(x)) is not None and e.type in _POWERS
        ]
        tokens = roles.things(clause) if "object" in slots else roles.behind(clause, slots)
        goals = [p for t in tokens for each in roles.joined(t) for p in self._attacked(each)]
        yield from self._relate(
            "ATTACKED", attackers, [g for g in goals if g.id not in {a.id for a in attackers}], clause
        )

    def _attacked(self, token: int) -> Iterator[Entity]:
        """The place itself, or where the target lies ("Ziele im Süden des Libanon")."""
        tree = self.make.reading.tree
        for each in (token, *tree.subtree(token)):
            place = self.make.places.at(each)
            if place is not None and place.type in _GOALS and place.id[:2] != "x-":
                yield place
                return

    def _allies(self, clause: Clause) -> Iterator[Statement]:
        roles = self.make.roles
        if not relation_words().holds("allying", roles.verb(clause)):
            return
        subjects = [
            Who(e, w.token)
            for w in roles.agents(clause)
            if (e := self._nation_of(w)) is not None and e.type in _PARTNERS
        ]
        others = [w for w in roles.who(roles.behind(clause, ("mit",))) if w.entity.type in _PARTNERS | {"Force"}]
        pairs = [(s, o) for s in subjects for o in others] if others else list(combinations(subjects, 2))
        for one, other in pairs:
            statement = self.make.pair("ALLIED_WITH", one, other, clause, rule="allied_with")
            if statement is not None:
                yield statement

    # -- nouns

    def _nouns(self, clause: Clause) -> Iterator[Statement]:
        words, tree = relation_words(), self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] != "NOUN":
                continue
            lemma = tree.lemmas[token]
            if words.noun("alliance_nouns", lemma):
                yield from self._alliance_noun(token, clause)
            if words.noun("attack_nouns", lemma):
                yield from self._attack_noun(token, clause)
            if words.noun("support_nouns", lemma):
                yield from self._support_noun(token, clause)

    def _nominal(
        self, predicate: str, subject: Who, other: Who, clause: Clause, token: int, *, planned: bool = False
    ) -> Iterator[Statement]:
        start, end = phrase(self.make.reading.tree, token)
        statement = self.make.make(
            predicate,
            subject.entity,
            other.entity,
            clause,
            rule=f"{predicate.lower()}_noun",
            tokens=(token, *range(start, end), subject.token, other.token),
            nominal=True,
            negated=False,
            modality="planned" if planned else None,
        )
        if statement is not None:
            yield statement

    def _parties(self, token: int, types: frozenset[str]) -> list[tuple[str | None, Who]]:
        """Actors inside the phrase of a noun, with the preposition before each (shared by what is joined)."""
        reading, tree = self.make.reading, self.make.reading.tree
        start, end = phrase(tree, token)
        found: list[tuple[str | None, Who]] = []
        for mention in reading.mentions_in(start, end):
            if mention.entity.type not in types or mention.nested:
                continue
            case = tree.case_of(mention.head)
            if case is None and tree.deps[mention.head] == "conj":
                case = tree.case_of(tree.heads[mention.head])
            if mention.form == "adjective":
                case = "adjective"
                if tree.heads[mention.head] != token:
                    continue
            found.append((case, Who(mention.entity, mention.head)))
        return found

    def _alliance_noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "die Zusammenarbeit zwischen A und B", "As Bündnis mit B", "ihre Partnerschaft mit B", "A nannte das Verhältnis zu B"."""
        roles = self.make.roles
        parties = self._parties(token, _PARTNERS)
        between = [who for case, who in parties if case == "zwischen"]
        between = between or roles.who(roles.inside(token, ("zwischen",)), _PARTNERS)
        for one, other in combinations(between, 2):
            yield from self._nominal("ALLIED_WITH", one, other, clause, token)
        with_ = [who for case, who in parties if case in ("mit", "zu")] if not between else []
        holders = [who for case, who in parties if case in _HOLDERS] or (self._owners(token, clause) if with_ else [])
        planned = clause.modal == "wollen" or clause.future
        for holder in holders:
            for other in with_[:1]:
                yield from self._nominal("ALLIED_WITH", holder, other, clause, token, planned=planned)

    def _owners(self, token: int, clause: Clause) -> list[Who]:
        """ "A und B wollen ihre Partnerschaft mit C ausbauen": who acts, where a possessive takes it up or nobody else is named."""
        who = [w for w in self.make.roles.agents(clause)]
        states = [
            Who(country_of(row), w.token)
            for w in who
            if (row := reference().entities.get(w.entity.id)) is not None and country_of(row)
        ]
        del token, states
        return [w for w in who if w.entity.type in _PARTNERS]

    def _attack_noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "der russische Angriffskrieg gegen die Ukraine", "Russlands Überfall auf die Ukraine"."""
        words, roles = relation_words(), self.make.roles
        parties = self._parties(token, _POWERS | _GOALS)
        goals = [who for case, who in parties if case in words.lists["attack_behind"] and who.entity.type in _GOALS]
        goals = goals or [
            Who(p, t) for t in roles.inside(token, words.lists["attack_behind"]) for p in self._attacked(t)
        ]
        if not goals and words.noun("attack_genitive", self.make.reading.tree.lemmas[token]):
            goals = [who for case, who in parties[1:] if case is None and who.entity.type in _GOALS]
        holders = [
            Who(n, who.token) for case, who in parties if case in _HOLDERS and (n := nation(who.entity)) is not None
        ]
        attackers = [who for who in holders if who.entity.type in _POWERS]
        if goals and attackers and goals[0].entity.id != attackers[0].entity.id:
            yield from self._nominal("ATTACKED", attackers[0], goals[0], clause, token)

    def _support_noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "die Unterstützung Nordkoreas für Russland", "Nordkoreas Hilfe für Moskau"."""
        parties = self._parties(token, ACTOR)
        goals = [who for case, who in parties if case in ("für", "an")]
        givers = [who for case, who in parties if case in _HOLDERS]
        if goals and givers and goals[0].entity.id != givers[0].entity.id:
            yield from self._nominal("SUPPORTS", givers[0], goals[0], clause, token)
