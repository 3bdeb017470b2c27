"""Arms deliveries: who supplies whom, with what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from graph.statement import Entity, Statement
from ingest.counts.nouns import counted_by
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.nations import nation
from ingest.extraction.phrases import phrase
from ingest.extraction.powers import Powers
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who
from ingest.extraction.weapons import Weapons
from ingest.linking.bodies import capital_of

_SUPPLIER = frozenset({"Country", "Organization"})
_RECIPIENT = frozenset({"Country", "Organization", "Force"})
_TO = frozenset({"an", "nach", "für"})
_SPOKEN = frozenset({"name", "metonym", "description"})
_FROM = frozenset({"von", "aus", "vom"})


@dataclass(slots=True)
class Supplies:
    """Finds arms deliveries in one article."""

    make: Relating
    powers: Powers = field(init=False)
    last: list[Entity] = field(default_factory=list[Entity])  # who got the delivery told last

    def __post_init__(self) -> None:
        self.powers = Powers(self.make.reading, self.make.roles)

    def statements(self) -> Iterator[Statement]:
        """Clause by clause: verbs of delivery with weapons, then nouns ("Waffenlieferungen an Kiew")."""
        weapons = Weapons(self.make.reading, self.make.roles)
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._delivered(clause, weapons)
                yield from self._delivery_nouns(clause, weapons)
                yield from self._by_participle(clause, weapons)

    def _delivered(self, clause: Clause, weapons: Weapons) -> Iterator[Statement]:
        verb, words = self.make.roles.verb(clause), relation_words()
        arming = words.holds("arming", verb)
        items = weapons.delivered(clause) if words.holds("supplying", verb) or words.holds("coming", verb) else ()
        if not items and not arming or self._deploys(clause, verb):
            return
        gaps = list(self._gaps(clause, weapons))
        others = {supplier.id for supplier, _ in gaps}
        suppliers, recipients = self._armed(clause) if arming else self._parties(clause, verb)
        recipients = [r for r in recipients if r.id not in others and r.name not in {item.name for item in items}]
        recipients = [r for r in recipients if not any(self._is_own(r, s) for s in suppliers)]
        recipients = recipients or self._recipients_before(clause, verb, suppliers)
        self.last = recipients or self.last
        own = tuple(item for item in items if item not in [i for _, more in gaps for i in more]) or items
        pairs = [*((supplier, own) for supplier in suppliers), *gaps]
        how = How(rule="supply", voice=self._voice(clause, verb), negated=self._is_refused(clause, verb) or None)
        for (supplier, delivered), recipient in product(pairs, recipients):
            statement = self.make.make(
                "SUPPLIES_WEAPONS_TO", supplier, recipient, clause, replace(how, items=delivered)
            )
            if statement is not None:
                yield statement

    def _is_refused(self, clause: Clause, verb: str) -> bool:
        """ "verweigert B Waffen", "weigert sich, B Munition zu liefern"; "lehnt es nicht ab" refuses nothing."""
        words, above = relation_words(), clause.parent
        if words.holds("refusing", verb):
            return not clause.negated
        depends = above is not None and clause.finite is None and clause.relation != "conj"
        refused = above is not None and words.holds("refusing_to", self.make.roles.verb(above)) and not above.negated
        return depends and refused

    def _deploys(self, clause: Clause, verb: str) -> bool:
        """ "schickt Soldaten und Kriegsschiffe nach X": its own."""
        tree, roles, words = self.make.reading.tree, self.make.roles, relation_words()
        if not words.holds("dispatching", verb):
            return False
        sent = [each for t in roles.things(clause) for each in roles.joined(t)]
        people = any(counted_by(tree.words[t]) is not None for t in sent if t not in self.make.reading.by_head)
        ships = any(words.noun("warships", tree.lemmas[t]) for t in sent)
        return bool(roles.behind(clause, ("nach", "in"))) and (people or ships)

    def _by_participle(self, clause: Clause, weapons: Weapons) -> Iterator[Statement]:
        """ "die von A an B gelieferten Raketen"."""
        tree, words = self.make.reading.tree, relation_words()
        for token in self.make.reading.own_tokens(clause):
            verb = words.forms.participle(tree.words[token]) if tree.deps[token] == "amod" else None
            if verb is None or not words.holds("giving", verb) or not weapons.is_weapon(tree.heads[token]):
                continue
            suppliers = self._states(c for c in tree.children[token] if tree.case_of(c) in ("von", "vom"))
            recipients = self._states(c for c in tree.children[token] if tree.case_of(c) in _TO)
            how = How(
                rule="supply",
                tokens=(tree.heads[token], *tree.subtree(token)),
                nominal=True,
                negated=False,
                items=weapons.right_at(tree.heads[token]),
            )
            for supplier, recipient in product((s for s in suppliers if s.type in _SUPPLIER), recipients):
                statement = self.make.make("SUPPLIES_WEAPONS_TO", supplier, recipient, clause, how)
                if statement is not None:
                    yield statement

    def _gaps(self, clause: Clause, weapons: Weapons) -> Iterator[tuple[Entity, tuple[Entity, ...]]]:
        """ "A liefert B Panzer, C Raketenwerfer": the verb said once holds for C too."""
        tree, reading = self.make.reading.tree, self.make.reading
        _, end = tree.sentence(clause.head)
        for mention in reading.mentions_in(clause.head, end):
            named = mention.entity.type == "Country" and mention.form in ("name", "metonym") and not mention.nested
            joined = tree.words[mention.start - 1] in (",", "und") and tree.case_of(mention.head) is None
            own = reading.owner[mention.head] is clause
            weapon = weapons.right_at(mention.end) if named and joined and own else ()
            if weapon:
                yield mention.entity, weapon

    def _armed(self, clause: Clause) -> tuple[list[Entity], list[Entity]]:
        """ "finanziert und bewaffnet die Rebellen": who gets arms that nobody names."""
        suppliers = [e for e in self._suppliers(clause) if e.type in _SUPPLIER]
        taken = {e.id for e in suppliers}
        return suppliers, [e for e in self._states(self.make.roles.things(clause)) if e.id not in taken]

    def _recipients_before(self, clause: Clause, verb: str, suppliers: list[Entity]) -> list[Entity]:
        """ "Waffen bezieht A anderswo: B liefert Panzer"; else the one other state that was spoken of just before."""
        words, above = relation_words(), clause.parent
        if above is not None and words.holds("receiving", self.make.roles.verb(above)):
            return self._receivers(above)
        if not (words.holds("giving", verb) or words.holds("coming", verb)) or clause.passive or not suppliers:
            return []
        tree, here = self.make.reading.tree, min(self.make.reading.own_tokens(clause))
        taken = {supplier.id for supplier in suppliers}
        others = self._states_in(tree.sentences[max(0, tree.sentence_of[here] - 1)][0], here, taken)
        if not others and tree.sentence_of[here] > 1:  # nobody: whom the headline is about
            others = self._states_in(*tree.sentences[0], taken)
        going_on = [r for r in self.last if r.id not in taken]
        return others if len(others) == 1 else going_on

    def _is_own(self, recipient: Entity, supplier: Entity) -> bool:
        """ "Iran lieferte der Armee Drohnen": not its own."""
        owner = nation(recipient)
        return recipient.type != "Country" and owner is not None and owner.id == supplier.id

    def _states_in(self, start: int, end: int, without: set[str]) -> list[Entity]:
        spoken = self.make.reading.mentions_in(start, end)
        found = {m.entity.id: m.entity for m in spoken if m.entity.type == "Country" and m.form in _SPOKEN}
        return [entity for id_, entity in found.items() if id_ not in without]

    def _receivers(self, clause: Clause) -> list[Entity]:
        """Who gets them; in "Waffen bezieht A" the parser may take the weapons for the subject."""
        return self._states(clause.subjects) or self._states(who.token for who in self.make.roles.agents(clause))

    def _voice(self, clause: Clause, verb: str) -> tuple[Entity, str] | None:
        """ "Scholz verspricht Waffen": he is the source of it."""
        agents = self.make.agents(clause) if relation_words().holds("promising", verb) else []
        return (agents[0], "announces") if agents else None

    def _parties(self, clause: Clause, verb: str) -> tuple[list[Entity], list[Entity]]:
        words, roles = relation_words(), self.make.roles
        if words.holds("receiving", verb):
            sellers = _FROM | {"bei", "in"} if words.holds("buying", verb) else _FROM
            givers = self._states(roles.behind(clause, sellers)) or self._capitals(roles.behind(clause, sellers))
            hung = [t for thing in roles.things(clause) for t in roles.inside(thing, _FROM)]  # "kauft von B Panzer"
            givers = givers or self._capitals(hung) or self._states(hung) or self._makers(clause)
            return [g for g in givers if g.type in _SUPPLIER], self._receivers(clause)
        if words.holds("coming", verb):
            origins = [*roles.behind(clause, _FROM), *(t for s in clause.subjects for t in roles.inside(s, _FROM))]
            givers = self._capitals(origins) or self._states(origins)
            inside = [t for s in clause.subjects for t in roles.inside(s, _TO)]
            there = roles.behind(clause, ("in", "im")) if words.holds("arriving", verb) else []
            return [g for g in givers if g.type in _SUPPLIER], self._states(
                [*roles.behind(clause, _TO), *inside, *there]
            )
        suppliers = [e for e in self._suppliers(clause) if e.type in _SUPPLIER]
        taken = {e.id for e in suppliers}
        things = roles.things(clause)
        tokens = [*roles.behind(clause, _TO), *(t for thing in things for t in roles.inside(thing, _TO))]
        tokens += self._into(clause)
        tokens += [
            t for t in (*things, *roles.loose(clause)) if words.holds("supplying_with", verb) or t not in clause.objects
        ]
        tokens += [t for t in roles.things(clause) if t not in tokens]
        recipients = [e for e in self._states(tokens) if e.id not in taken] or self._in_capital(clause, verb)
        return suppliers, recipients

    def _into(self, clause: Clause) -> list[int]:
        """ "exportierte Munition in die Ukraine": the goal, in the accusative."""
        tree = self.make.reading.tree
        behind = self.make.roles.behind(clause, ("in", "ins"))
        return [t for t in behind if any(tree.words[c].lower() in ("die", "den", "das") for c in tree.children[t])]

    def _in_capital(self, clause: Clause, verb: str) -> list[Entity]:
        """ "verspricht in Kiew weitere Waffen": a promise made in a capital is made to its state."""
        if not relation_words().holds("promising", verb):
            return []
        return self._capitals(self.make.roles.behind(clause, ("in",)))

    def _capitals(self, tokens: Iterable[int]) -> list[Entity]:
        """The states whose capitals these places are ("aus Paris")."""
        places = (self.make.places.at(t) for t in tokens)
        states = [capital_of(place) for place in places if place is not None]
        return [state for state in states if state is not None]

    def _suppliers(self, clause: Clause) -> list[Entity]:
        agents = [who.token for who in self.make.roles.agents(clause)]
        if self.make.roles.passive(clause):
            agents = agents or self.make.roles.behind(clause, _FROM)
        return self._states(agents)

    def _makers(self, clause: Clause) -> list[Entity]:
        """ "iranische Raketen erhalten": the adjective names the giver."""
        tree = self.make.reading.tree
        objects = set(self.make.roles.things(clause))
        return [m.entity for m in self.make.reading.mentions if m.form == "adjective" and tree.heads[m.head] in objects]

    def _states(self, tokens: Iterable[int]) -> list[Entity]:
        """Actors; office holders and state bodies as their state, soldiers as their nation."""
        found: dict[str, Entity] = {}
        for token in tokens:
            whos = self.powers.among([token])
            place = self.make.places.at(token)
            places = [Who(place, token)] if place is not None and place.type == "Country" and not whos else []
            for who in (*whos, *places):
                actor = self.powers.apposed(Who(self.powers.state_of(who), who.token))
                if actor.type in _RECIPIENT and not self._is_thing(who):
                    found.setdefault(actor.id, actor)
        return list(found.values())

    def _is_thing(self, who: Who) -> bool:
        """What nobody has named is no party: "Kampfflugzeuge", "nach US-Erkenntnissen"."""
        mention = self.make.reading.by_head.get(who.token)
        by_name = mention is not None and mention.form != "compound"
        lemma = self.make.reading.tree.lemmas[who.token]
        thing = self.make.reading.tree.pos[who.token] == "PROPN" or relation_words().noun("weapons", lemma)
        return who.entity.id.startswith("x-") and not by_name and thing

    # -- nouns

    def _delivery_nouns(self, clause: Clause, weapons: Weapons) -> Iterator[Statement]:
        """ "die Lieferung von Waffen an die Ukraine", "iranische Raketenlieferungen an die Huthi"."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] != "NOUN" or not words.noun("supply_nouns", tree.lemmas[token]):
                continue
            items = weapons.of_delivery(token)
            inside = [*roles.inside(token, _TO), *self._beside(token, clause)]
            inside += [t for origin in roles.inside(token, _FROM) for t in roles.inside(origin, _TO)]
            recipients = self._states(inside)
            recipients = recipients or self._supported(token, clause)
            suppliers = [s for s in self._deliverers(token, clause) if s.type in _SUPPLIER]
            voice = self._considering(clause, suppliers[0]) if suppliers else None
            for supplier, recipient in zip(suppliers[:1], recipients[:1], strict=False):
                statement = self.make.make(
                    "SUPPLIES_WEAPONS_TO",
                    supplier,
                    recipient,
                    clause,
                    How(
                        rule="delivery",
                        items=items,
                        negated=False,
                        modality=self._considered(clause),
                        voice=voice or self._accusing(clause, supplier),
                    ),
                )
                if items and statement is not None:
                    yield statement

    def _supported(self, token: int, clause: Clause) -> list[Entity]:
        """ "unterstützt B mit Lieferungen von ...": who is supported gets them."""
        roles = self.make.roles
        if token not in roles.behind(clause, ("mit",)) or not relation_words().slot("supporting", roles.verb(clause)):
            return []
        return [self.powers.state_of(who) for who in self.powers.supported(roles.things(clause))]

    def _beside(self, token: int, clause: Clause) -> list[int]:
        """ "Waffenlieferungen (Pjöngjangs) an Kiew" with "an Kiew" hung on the verb, right behind the phrase."""
        tree = self.make.reading.tree
        ends = {token + 1, phrase(tree, token)[1]}
        return [t for p, t in clause.obliques if p in _TO and tree.edges[t][0] in ends]

    def _deliverers(self, token: int, clause: Clause) -> list[Entity]:
        """By, from, of whom; an adjective on the noun; else the subject of the clause."""
        tree, roles = self.make.reading.tree, self.make.roles
        inside = self._states(
            [t for t in roles.inside(token, ("durch", "aus", "von", None)) if t not in roles.loose(clause)]
        )
        adjectives = [
            m.entity for m in self.make.reading.mentions if m.form == "adjective" and tree.heads[m.head] == token
        ]
        found = inside or adjectives or self._makers_of(token)
        return found or self._states(who.token for who in roles.accused(clause)) or self._delivering(clause)

    def _makers_of(self, token: int) -> list[Entity]:
        """ "Lieferung iranischer Waffen": the adjective of what is delivered."""
        tree, inside = self.make.reading.tree, set(self.make.roles.inside(token, (None, "von", "mit")))
        return [m.entity for m in self.make.reading.mentions if m.form == "adjective" and tree.heads[m.head] in inside]

    def _delivering(self, clause: Clause) -> list[Entity]:
        """The subject; who criticizes, stops or is said to have made deliveries delivers nothing."""
        words, verb = relation_words(), self.make.roles.verb(clause)
        spoken_of = verb in words.acts and not words.holds("considering", verb)
        other = spoken_of or words.holds("stopping", verb) or words.holds("accusing_verbs", verb)
        return [] if other else self._states(who.token for who in self.make.roles.agents(clause))

    def _considering(self, clause: Clause, supplier: Entity) -> tuple[Entity, str] | None:
        """ "Yoon schloss Lieferungen nicht aus": he is the source, if he is not the state itself."""
        considering = relation_words().holds("considering", self.make.roles.verb(clause))
        agents = [a for a in self.make.agents(clause) if a.id != supplier.id] if considering else []
        return (agents[0], "reports") if agents else None

    def _accusing(self, clause: Clause, supplier: Entity) -> tuple[Entity, str] | None:
        """ "A wirft B Lieferungen vor": A is the source."""
        accused = {who.entity.id for who in self.make.roles.accused(clause)}
        agents = self.make.agents(clause) if supplier.id in accused else []
        return (agents[0], "reports") if agents else None

    def _considered(self, clause: Clause) -> str | None:
        """ "prüft Lieferungen", "Überlegungen zu Lieferungen": possible."""
        words, tree = relation_words(), self.make.reading.tree
        deliberates = any(
            words.noun("deliberating", tree.lemmas[t])
            for t in self.make.reading.own_tokens(clause)
            if tree.pos[t] == "NOUN"
        )
        return "possible" if deliberates or words.holds("considering", self.make.roles.verb(clause)) else None
