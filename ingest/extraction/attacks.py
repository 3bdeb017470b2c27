"""Attacks: who attacked what, by verbs and by nouns ("Russlands Angriffskrieg gegen die Ukraine")."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statement import Entity, Statement
from ingest.counts.nouns import counted_by
from ingest.extraction.cast import Who
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.nations import nation
from ingest.extraction.noun_parties import NounParties, Party, behind, holders
from ingest.extraction.powers import Powers
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.weapons import Weapons
from ingest.linking.data import word_set

_POWERS = frozenset({"Country", "Force"})
_GOALS = frozenset({"Country", "Place"})
_LOCAL = frozenset({"in", "im", "bei", "nahe", "um", "auf"})


@dataclass(slots=True)
class Attacks:
    """Finds attacks in one article."""

    make: Relating
    powers: Powers
    nouns: NounParties = field(init=False)
    weapons: Weapons = field(init=False)

    def __post_init__(self) -> None:
        self.nouns = NounParties(self.make)
        self.weapons = Weapons(self.make.reading, self.make.roles)

    def of(self, clause: Clause) -> Iterator[Statement]:
        """What one clause says of them, the verb before nouns."""
        yield from self._verb(clause)
        tree = self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] == "NOUN" and relation_words().noun("attack_nouns", tree.lemmas[token]):
                yield from self._noun(token, clause)

    def _verb(self, clause: Clause) -> Iterator[Statement]:
        roles, words = self.make.roles, relation_words()
        slots = words.slot("attacking", roles.verb(clause))
        attackers = self._attackers(roles.agents(clause)) if slots else []
        if slots and not attackers:
            attackers = self._fighters(clause)
        if not attackers:
            slots = slots or words.slot("hitting", roles.verb(clause))
            attackers = self._by_weapons(clause) if slots else []
        own = {who.entity.id for who in attackers}
        goals = [goal for goal in self._goals(clause, slots) if goal.id not in own] if attackers else []
        for who in attackers:
            for goal in goals:
                statement = self.make.make("ATTACKED", who.entity, goal, clause, How(rule="attacked"))
                if statement is not None:
                    yield statement

    def _attackers(self, agents: list[Who]) -> list[Who]:
        """States and armed groups; national armies and soldiers as their state."""
        powers = [(self._state_of(who) or nation(who.entity), who.token) for who in self.powers.of(agents)]
        return [Who(power, token) for power, token in powers if power is not None and power.type in _POWERS]

    def _state_of(self, who: Who) -> Entity | None:
        """ "die sudanesische Luftwaffe", of which no table knows: the state of its adjective."""
        mention = self.make.reading.by_head.get(who.token)
        if mention is None or mention.kind != "armed_force" or not who.entity.id.startswith("x-"):
            return None
        inside = self.make.reading.mentions_in(mention.start, mention.end)
        return next((m.entity for m in inside if m.form == "adjective" and m.entity.type == "Country"), None)

    def _fighters(self, clause: Clause) -> list[Who]:
        """ "Kämpfer der Miliz überfielen X", "von russischen Drohnen angegriffen": whose they are."""
        roles, tree = self.make.roles, self.make.reading.tree
        heads = roles.by(clause) if roles.passive(clause) else roles.subjects(clause)
        doing = [t for t in heads if counted_by(tree.words[t]) is not None or self.weapons.is_weapon(t)]
        owners = roles.who((t for head in doing for t in roles.inside(head, (None, "von", "vom"))), _POWERS)
        nations = [Who(n, t) for t in doing if (n := self.powers.named_nation(t)) is not None] if not owners else []
        return self._attackers(owners or nations[:1])

    def _by_weapons(self, clause: Clause) -> list[Who]:
        """ "Russische Drohnen griffen X an": whose weapons they are."""
        reading, tree, own = self.make.reading, self.make.reading.tree, set(self.make.reading.own_tokens(clause))
        found: list[Who] = []
        for mention in reading.mentions:
            weapon = mention.end
            near = mention.form == "adjective" and mention.entity.type == "Country" and mention.head in own
            if near and weapon < len(tree) and self.weapons.is_weapon(weapon) and not self._is_used(weapon, clause):
                found.append(Who(mention.entity, mention.head))
        return found[:1]

    def _is_used(self, token: int, clause: Clause) -> bool:
        """ "mit russischen Drohnen", "schoss russische Drohnen ab": not what attacks."""
        tree = self.make.reading.tree
        return tree.case_of(token) is not None or token in clause.objects and bool(clause.subjects)

    def _goals(self, clause: Clause, slots: tuple[str, ...]) -> list[Entity]:
        """What is attacked; where only a target is named, where it lies ("bombardierte Ziele in Pakistan")."""
        roles = self.make.roles
        tokens = roles.things(clause) if "object" in slots else roles.behind(clause, slots)
        goals = [place for t in tokens for each in roles.joined(t) for place in self._at(each)]
        targets = tokens if "object" in slots else ()  # "schossen im Raum X auf ein Auto": X is not attacked
        around = [place for t in roles.behind(clause, _LOCAL) for place in self._at(t)] if targets else []
        return goals or around[:1]

    def _at(self, token: int) -> Iterator[Entity]:
        """The place itself, or one in its phrase ("den Hafen von Hodeida"); places that nobody knows are none."""
        owner = self.make.reading.owner
        for each in (token, *(t for t in self.make.reading.tree.subtree(token) if owner[t] is owner[token])):
            place = self.make.places.at(each)
            if place is not None and place.type in _GOALS and (not place.id.startswith("x-") or self._is_told(each)):
                yield place
                return
        state = self._whose(token)
        if state is not None:
            yield state

    def _whose(self, token: int) -> Entity | None:
        """ "iranische Atomanlagen": the state that the adjective names."""
        reading, tree = self.make.reading, self.make.reading.tree
        names = (tree.lemmas[token], tree.words[token])
        if not any(relation_words().noun("installations", name) for name in names):
            return None
        beside = [m for m in reading.mentions if m.form == "adjective" and tree.heads[m.head] == token]
        return next((m.entity for m in beside if m.entity.type == "Country"), None)

    def _is_told(self, token: int) -> bool:
        """A place that no table has, but a noun says that it is one ("die Provinz Khost")."""
        tree, mention = self.make.reading.tree, self.make.reading.by_token.get(token)
        if mention is None:
            return False
        near = [tree.lemmas[t] for t in range(max(0, mention.start - 1), mention.end)]
        nouns = word_set("cues.yaml", "region_nouns") | word_set("cues.yaml", "towns")
        return mention.form == "name" and any(lemma in nouns for lemma in near)

    def _noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "der russische Angriffskrieg gegen die Ukraine", "Russlands Überfall auf die Ukraine"."""
        parties = self.nouns.of(token, _POWERS | _GOALS)
        attackers = self._attackers(holders(parties) or self.make.roles.accused(clause) or self._doing(token, clause))[
            :1
        ]
        goals = self._noun_goals(token, clause, parties, attackers) if attackers else []
        for attacker in attackers:
            for goal in goals[:1]:
                if goal.entity.id != attacker.entity.id:
                    yield from self.nouns.say("ATTACKED", attacker, goal, clause, token)

    def _right_behind(self, token: int, clause: Clause) -> list[int]:
        """ "wirft B Angriffe auf C vor", with "auf C" hung on the verb."""
        tree, behind_ = self.make.reading.tree, relation_words().lists["attack_behind"]
        return [t for t in self.make.roles.behind(clause, behind_) if tree.edges[t][0] == token + 1]

    def _doing(self, token: int, clause: Clause) -> list[Who]:
        """ "A flog Angriffe auf B", "antwortete mit Angriffen", "bekannte sich zu dem Angriff": who did it."""
        roles = self.make.roles
        words, verb = relation_words(), roles.verb(clause)
        does = words.holds("carrying_out", verb) and token in roles.things(clause)
        does = does or words.holds("retaliating", verb) and token in roles.behind(clause, ("mit",))
        does = does or words.holds("killing", verb) and token in roles.behind(clause, ("bei",))
        does = does or verb == "bekennen" and token in roles.behind(clause, ("zu", "zum", "zur"))
        return roles.agents(clause) if does else []

    def _noun_goals(self, token: int, clause: Clause, parties: list[Party], attackers: list[Who]) -> list[Who]:
        """Behind "gegen", "auf", "in"; in the genitive of an invasion; around "bei einem Angriff"."""
        words, tree = relation_words(), self.make.reading.tree
        goals = [who for who in behind(parties, words.lists["attack_behind"]) if who.entity.type in _GOALS]
        inside = [*self.make.roles.inside(token, words.lists["attack_behind"]), *self._right_behind(token, clause)]
        goals = goals or [Who(place, t) for t in inside for place in self._at(t)]
        if not goals and words.noun("attack_genitive", tree.lemmas[token]):
            goals = [p.who for p in parties[1:] if p.case is None and p.who.entity.type in _GOALS]
        if not goals and tree.case_of(token) == "bei":
            near = self.make.places.near(clause, {attackers[0].entity.id})
            goals = [Who(near, token)] if near is not None and near.type in _GOALS else []
        return goals
