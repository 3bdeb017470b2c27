"""Support: who helps whom, by verbs ("unterstützt", "steht an der Seite von"), promises, nouns ("As Hilfe für B")."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statement import Entity, Statement
from ingest.extraction.cast import ACTOR, Who
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.noun_parties import NounParties, behind, holders
from ingest.extraction.powers import Powers
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words

_BY = frozenset({"von", "vom", "durch"})
_FROM = ("von", "vom", "aus", "durch", "seitens")
_OF = frozenset({None, "von", "vom"})
_GIVERS = frozenset({"Country", "Organization"})


@dataclass(slots=True)
class Support:
    """Finds support in one article."""

    make: Relating
    powers: Powers
    nouns: NounParties = field(init=False)

    def __post_init__(self) -> None:
        self.nouns = NounParties(self.make)

    def of(self, clause: Clause) -> Iterator[Statement]:
        """What one clause says of it, verbs before nouns."""
        yield from self._supports(clause)
        yield from self._promised(clause)
        yield from self._thanked(clause)
        yield from self._given(clause)
        yield from self._by_participle(clause)
        tree = self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] == "NOUN" and relation_words().noun("support_nouns", tree.lemmas[token]):
                yield from self._noun(token, clause)

    def _relate(
        self,
        givers: list[Entity],
        goals: list[Who],
        clause: Clause,
        voice: tuple[Entity, str] | None = None,
        *,
        negated: bool | None = None,
    ) -> Iterator[Statement]:
        how = How(rule="supports", voice=voice, located=True, negated=negated)
        for giver in givers:
            for goal in goals:
                statement = self.make.make("SUPPORTS", giver, goal.entity, clause, how)
                if statement is not None:
                    yield statement

    def _supports(self, clause: Clause) -> Iterator[Statement]:
        words, roles = relation_words(), self.make.roles
        slots = words.slot("supporting", roles.verb(clause))
        abandons = words.holds("helping_if_negated", roles.verb(clause))
        if abandons and not clause.negated:
            return
        tokens = roles.things(clause) if {"object", "dative"} & set(slots) else roles.behind(clause, slots)
        if not tokens and words.holds("standing", roles.verb(clause)):
            tokens = self._at_whose_side(clause) or self._at_the_side(clause)
        givers = [who.entity for who in self.powers.of(self._agents(clause))] if tokens else []
        goals = self.powers.supported(tokens) if givers else []
        yield from self._relate(givers, goals, clause, negated=False if abandons else None)

    def _at_whose_side(self, clause: Clause) -> list[int]:
        """ "steht an der Seite Serbiens"."""
        roles, tree = self.make.roles, self.make.reading.tree
        sides = [t for t in roles.behind(clause, ("an", "auf")) if tree.lemmas[t] == "Seite"]
        return [t for side in sides for t in roles.inside(side, (None, "von", "vom"))]

    def _agents(self, clause: Clause) -> list[Who]:
        """Who acts; "Kubaner, die an der Seite Russlands kämpfen" are people, not their state."""
        reading, agents = self.make.reading, self.make.roles.agents(clause)
        if self.make.roles.verb(clause) != "kämpfen":
            return agents
        hired = [a for a in agents if "söldner" in reading.tree.words[a.token].lower() and a.entity.type != "Force"]
        agents = [a for a in agents if a not in hired]
        return [a for a in agents if (m := reading.by_head.get(a.token)) is None or m.form != "demonym"]

    def _at_the_side(self, clause: Clause) -> list[int]:
        """ "steht Serbien zur Seite", "stellt den Rebellen Soldaten zur Seite": the one in the dative, or the first."""
        roles, tree = self.make.roles, self.make.reading.tree
        if not any(tree.lemmas[t] == "Seite" for t in roles.behind(clause, ("zu", "zur"))):
            return []
        return [t for t in roles.things(clause) if roles.who([t])][:1]

    def _by_participle(self, clause: Clause) -> Iterator[Statement]:
        """ "die vom Iran unterstützte Miliz"."""
        tree, roles, words = self.make.reading.tree, self.make.roles, relation_words()
        for token in self.make.reading.own_tokens(clause):
            verb = words.forms.participle(tree.words[token]) if tree.deps[token] == "amod" else None
            if verb is None or not words.slot("supporting", verb):
                continue
            givers = self.powers.of(roles.who(c for c in tree.children[token] if tree.case_of(c) in _BY))
            for giver in givers:
                for goal in self.powers.supported([tree.heads[token]]):
                    yield from self.nouns.say("SUPPORTS", giver, goal, clause, tree.heads[token])

    # -- promises

    def _promised(self, clause: Clause) -> Iterator[Statement]:
        """ "sagte der Ukraine Hilfe zu", "sicherte ihr die Unterstützung des Bündnisses zu", "leistet X Beistand"."""
        words, roles = relation_words(), self.make.roles
        verb = roles.verb(clause)
        helps = words.holds("support_verbs", verb) or words.holds("coming_to_help", verb)
        nouns = self._help(clause) if helps else []
        if not nouns:
            return
        agents = roles.agents(clause)
        givers = self._givers(agents, nouns[0], clause)
        own = {giver.id for giver in givers} | {who.entity.id for who in agents}
        named = self.make.reading.by_token
        goals = [
            who
            for who in self.powers.supported(self._recipients(nouns, clause))
            if who.entity.id not in own and (who.token not in named or named[who.token].entity.id not in own)
        ]
        voice = (agents[0].entity, "announces") if words.holds("promising", verb) and agents else None
        yield from self._relate(givers, goals, clause, voice)

    def _help(self, clause: Clause) -> list[int]:
        """The nouns of help: objects, "kommt X zu Hilfe"."""
        roles, tree = self.make.roles, self.make.reading.tree
        candidates = [*roles.behind(clause, ("zu",))]
        if not relation_words().holds("coming_to_help", roles.verb(clause)):
            candidates += [*roles.things(clause), *roles.loose(clause)]
        words = relation_words()
        paid = words.holds("paying", roles.verb(clause))
        return [
            t
            for t in candidates
            if words.noun("support_nouns", tree.lemmas[t]) or paid and words.holds("money", tree.lemmas[t])
        ]

    def _recipients(self, nouns: list[int], clause: Clause) -> list[int]:
        roles = self.make.roles
        found = [t for t in (*roles.things(clause), *roles.loose(clause)) if t not in nouns]
        inside = [t for noun in nouns for t in roles.inside(noun, ("für", "an"))]
        return [*found, *inside, *roles.behind(clause, ("für", "an"))]

    def _givers(self, agents: list[Who], noun: int, clause: Clause) -> list[Entity]:
        """Whose support it is, else who promises it; money and military help are the state's, whoever promises them."""
        tree, roles = self.make.reading.tree, self.make.roles
        loose = roles.loose(clause)
        owners = [t for t in roles.inside(noun, (None, "von")) if t not in loose and tree.pos[t] in ("NOUN", "PROPN")]
        whose = self.powers.of(roles.who(owners, _GIVERS))
        if whose or any(roles.is_genitive(t) for t in owners):
            return [who.entity for who in whose]
        money = any(tree.pos[t] == "NUM" for t in tree.subtree(noun))
        of_state = money or relation_words().noun("state_help", tree.lemmas[noun])
        found = self.powers.of(agents)
        return [self.powers.state_of(w) if of_state or self.powers.speaks_for_state(w) else w.entity for w in found]

    def _thanked(self, clause: Clause) -> Iterator[Statement]:
        """ "dankte Norwegen für die Hilfe", "bedankte sich bei Norwegen für ...": Norway has helped."""
        words, roles, tree = relation_words(), self.make.roles, self.make.reading.tree
        if not words.holds("thanking", roles.verb(clause)):
            return
        heads = roles.behind(clause, ("für",))
        heads += [t for thing in roles.things(clause) for t in roles.inside(thing, ("für",))]
        helped = any(words.noun("support_nouns", tree.lemmas[t]) for head in heads for t in roles.joined(head))
        givers = self.powers.of(roles.who([*roles.things(clause), *roles.behind(clause, ("bei", "beim"))]))
        goals = [Who(self.powers.state_of(who), who.token) for who in roles.agents(clause)]
        yield from self._relate([w.entity for w in givers] if helped else [], goals, clause)

    def _given(self, clause: Clause) -> Iterator[Statement]:
        """ "Moldau erhielt von Rumänien Hilfe", "genießt die Unterstützung Chinas": who gives it helps."""
        words, roles, tree = relation_words(), self.make.roles, self.make.reading.tree
        gets = words.holds("getting_help", roles.verb(clause)) and not roles.passive(clause)
        things = roles.things(clause) if gets else []
        nouns = [t for t in things if words.noun("support_nouns", tree.lemmas[t])]
        if not nouns or clause.negated:
            return
        tokens = [*roles.behind(clause, _FROM), *(t for noun in nouns for t in roles.inside(noun, (None, *_FROM)))]
        givers = [who.entity for who in self.powers.of(roles.who(tokens))]
        yield from self._relate(givers, self.powers.of(roles.agents(clause)), clause)

    # -- nouns

    def _noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "die Unterstützung Nordkoreas für Russland", "Nordkoreas Hilfe für Moskau"."""
        parties = self.nouns.of(token, ACTOR)
        goals, givers = behind(parties, ("für", "an")), holders(parties) or self.make.roles.accused(clause)
        if not goals and self._is_purpose(token):
            goals = [party.who for party in parties if party.case in _OF]
            givers = self.powers.of(self.make.roles.agents(clause))
        if not goals or not givers:
            goals, givers = self._professed(token, clause)
        if goals and givers and goals[0].entity.id != givers[0].entity.id:
            yield from self.nouns.say("SUPPORTS", givers[0], goals[0], clause, token)

    def _is_purpose(self, token: int) -> bool:
        """ "zur Unterstützung Russlands": the genitive is who is helped."""
        tree = self.make.reading.tree
        return tree.case_of(token) in ("zu", "zur")

    def _professed(self, token: int, clause: Clause) -> tuple[list[Who], list[Who]]:
        """ "bekräftigte seine Unterstützung für B", "für die Einheit Bs": the state of who says so."""
        roles, tree = self.make.roles, self.make.reading.tree
        words, own = relation_words(), any(tree.tags[c] == "PPOSAT" for c in tree.children[token])
        saying = clause if clause.head != token else clause.parent
        if not own or saying is None:
            return [], []
        verb = roles.verb(saying)
        if not words.holds("varying", verb) and not words.holds("professing", verb):
            return [], []
        behind_ = [
            t for t in roles.behind(clause, ("für", "an")) if clause.head == token or tree.edges[t][0] == token + 1
        ]
        inside = [*roles.inside(token, ("für", "an")), *behind_]
        inside += [t for each in list(inside) for t in roles.inside(each, (None, "von"))]
        goals = [who for who in roles.who(inside) if who.entity.type in ("Country", "Organization", "Force")]
        givers = [Who(self.powers.state_of(who), who.token) for who in roles.agents(saying)]
        return goals, givers
