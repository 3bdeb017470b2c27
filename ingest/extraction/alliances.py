"""Support, alliance and attack: by verbs and by nouns ("Russlands Angriffskrieg gegen die Ukraine")."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.nations import nation
from ingest.extraction.phrases import phrase
from ingest.extraction.powers import Powers
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import ACTOR, Who
from ingest.extraction.units import Units

_POWERS = frozenset({"Country", "Force"})
_GOALS = frozenset({"Country", "Place"})
_PARTNERS = frozenset({"Country", "Organization"})
_LOCAL = frozenset({"in", "im", "bei", "nahe", "um", "auf"})
_HOLDERS = frozenset({None, "adjective", "von", "vom", "durch"})


@dataclass(slots=True)
class Alliances:
    """Finds support, alliance, attack and belonging in one article."""

    make: Relating
    powers: Powers = field(init=False)

    def __post_init__(self) -> None:
        self.powers = Powers(self.make.reading, self.make.roles)

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
        voice: tuple[Entity, str] | None = None,
    ) -> Iterator[Statement]:
        for subject in subjects:
            for other in objects:
                statement = self.make.make(
                    predicate,
                    subject,
                    other,
                    clause,
                    How(rule=predicate.lower(), voice=voice, located=predicate == "SUPPORTS"),
                )
                if statement is not None:
                    yield statement

    # -- support

    def _supports(self, clause: Clause) -> Iterator[Statement]:
        words, roles = relation_words(), self.make.roles
        slots = words.slot("supporting", roles.verb(clause))
        tokens = roles.things(clause) if set(slots) & {"object", "dative"} else roles.behind(clause, slots)
        if not tokens and words.holds("standing", roles.verb(clause)):
            tokens = self._at_whose_side(clause)
        givers = [who.entity for who in self.powers.of(roles.agents(clause))] if tokens else []
        goals = [who.entity for who in self.powers.supported(tokens)] if givers else []
        yield from self._relate("SUPPORTS", givers, goals, clause)

    def _at_whose_side(self, clause: Clause) -> list[int]:
        """ "steht an der Seite Serbiens"."""
        roles, tree = self.make.roles, self.make.reading.tree
        sides = [t for t in roles.behind(clause, ("an", "auf")) if tree.lemmas[t] == "Seite"]
        return [t for side in sides for t in roles.inside(side, (None, "von", "vom"))]

    def _promised_support(self, clause: Clause) -> Iterator[Statement]:
        """ "sagte der Ukraine Hilfe zu", "sicherte ihr die Unterstützung des Bündnisses zu", "leistet X Beistand"."""
        words, roles, tree = relation_words(), self.make.roles, self.make.reading.tree
        verb = roles.verb(clause)
        if not words.holds("support_verbs", verb) and not (verb == "kommen" and roles.behind(clause, ("zu",))):
            return
        candidates = [*roles.things(clause), *roles.behind(clause, ("zu",)), *roles.loose(clause)]
        nouns = [t for t in candidates if words.noun("support_nouns", tree.lemmas[t])]
        if not nouns:
            return
        agents = roles.agents(clause)
        givers = self._givers(agents, nouns[0], clause)
        tokens = [t for t in (*roles.things(clause), *roles.loose(clause)) if t not in nouns]
        tokens += [t for n in nouns for t in roles.inside(n, ("für", "an"))] + roles.behind(clause, ("für", "an"))
        own = {g.id for g in givers} | {who.entity.id for who in agents}
        goals = [w.entity for w in self.powers.supported(tokens) if w.entity.id not in own]
        voice = (agents[0].entity, "announces") if words.holds("promising", verb) and agents else None
        yield from self._relate("SUPPORTS", givers, goals, clause, voice)

    def _givers(self, agents: list[Who], noun: int, clause: Clause) -> list[Entity]:
        """Whose support it is, else who promises it; money and military help are the state's, whoever promises them."""
        tree, words, roles = self.make.reading.tree, relation_words(), self.make.roles
        loose = roles.loose(clause)
        owners = [t for t in roles.inside(noun, (None, "von")) if t not in loose and tree.pos[t] in ("NOUN", "PROPN")]
        whose = self.powers.of(roles.who(owners, _PARTNERS))
        if whose or any(roles.is_genitive(t) for t in owners):
            return [who.entity for who in whose]
        of_state = words.noun("state_help", tree.lemmas[noun]) or any(tree.pos[t] == "NUM" for t in tree.subtree(noun))
        found = self.powers.of(agents)
        return [self.powers.state_of(w) if of_state or self.powers.speaks_for_state(w) else w.entity for w in found]

    # -- attack and alliance

    def _attacks(self, clause: Clause) -> Iterator[Statement]:
        words, roles = relation_words(), self.make.roles
        slots = words.slot("attacking", roles.verb(clause))
        if not slots:
            return
        powers = [nation(who.entity) for who in self.powers.of(roles.agents(clause))]
        attackers = [power for power in powers if power is not None and power.type in _POWERS]
        tokens = roles.things(clause) if "object" in slots else roles.behind(clause, slots)
        goals = [p for t in tokens for each in roles.joined(t) for p in self._attacked(each)]
        if not goals and tokens:
            goals = [place for t in roles.behind(clause, _LOCAL) for place in self._attacked(t)][:1]
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
        subjects = [who for who in self.powers.of(roles.agents(clause)) if who.entity.type in _PARTNERS]
        others = [w for w in roles.who(roles.behind(clause, ("mit",))) if w.entity.type in _PARTNERS | {"Force"}]
        pairs = [(s, o) for s in subjects for o in others] if others else list(combinations(subjects, 2))
        for one, other in pairs:
            statement = self.make.pair("ALLIED_WITH", one, other, clause, How(rule="allied_with"))
            if statement is not None:
                yield statement

    # -- nouns

    def _nouns(self, clause: Clause) -> Iterator[Statement]:
        words, tree = relation_words(), self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] != "NOUN":
                continue
            lemma = tree.lemmas[token]
            if words.noun("ally_nouns", lemma):
                yield from self._ally(token, clause)
            elif words.noun("alliance_nouns", lemma):
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
            How(
                rule=f"{predicate.lower()}_noun",
                tokens=(token, *range(start, end), subject.token, other.token),
                nominal=True,
                negated=False,
                modality="planned" if planned else None,
            ),
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
        """ "die Zusammenarbeit zwischen A und B", "As Bündnis mit B", "A nannte das Verhältnis zu B ..."."""
        roles, tree = self.make.roles, self.make.reading.tree
        parties = self._parties(token, _PARTNERS)
        between = [who for case, who in parties if case == "zwischen"]
        of = [who for case, who in parties if case in ("von", "vom", None)]
        if len(of) > 1 and not between and not any(case in ("mit", "zu") for case, _ in parties):
            between = of  # "die Partnerschaft von Moskau und Pjöngjang"
        between = between or roles.who(roles.inside(token, ("zwischen",)), _PARTNERS)
        for one, other in combinations(between, 2):
            yield from self._nominal("ALLIED_WITH", one, other, clause, token)
        with_ = [who for case, who in parties if case in ("mit", "zu")] if not between else []
        if len(between) < 2 and (
            self._is_bond(token, clause) or any(tree.case_of(t) == "zwischen" for t in tree.children[token])
        ):
            yield from self._among_themselves(token, clause)
        holders = [who for case, who in parties if case in _HOLDERS] or (self._owners(token, clause) if with_ else [])
        planned = clause.modal == "wollen" or clause.future
        for holder in holders:
            for other in with_[:1]:
                yield from self._nominal("ALLIED_WITH", holder, other, clause, token, planned=planned)

    def _ally(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "A gilt als enger Verbündeter Bs", "A ist Bs Verbündeter", "A, ein Verbündeter Bs, ..."."""
        tree, roles = self.make.reading.tree, self.make.roles
        holders = roles.who(roles.inside(token, (None, "von", "vom")))
        of = [Who(state, w.token) for w in holders if (state := self.powers.state_of(w)).type in _PARTNERS]
        adjectives = [m for m in self.make.reading.mentions if m.form == "adjective" and tree.heads[m.head] == token]
        of = of or [Who(m.entity, m.head) for m in adjectives if m.entity.type in _PARTNERS]
        predicate = clause.head == token or tree.case_of(token) == "als"
        above = tree.heads[token] if tree.deps[token] == "appos" else None
        tokens = clause.subjects if predicate else [above] if above is not None else []
        subjects = roles.who(tokens, _PARTNERS)
        if predicate and not of:  # "A und B sind Verbündete"
            for one, other in combinations(subjects, 2):
                yield from self._nominal("ALLIED_WITH", one, other, clause, token)
        for one in subjects:
            for other in of[:1]:
                first, second = sorted((one, other), key=lambda who: who.token)
                yield from self._nominal("ALLIED_WITH", first, second, clause, token)

    def _is_bond(self, token: int, clause: Clause) -> bool:
        """ "A, B und C bilden ein Bündnis", "A und B vertiefen ihre Partnerschaft", without "mit"."""
        tree = self.make.reading.tree
        apart = any(tree.case_of(t) == "mit" for t in tree.children[token])
        possessive = any(
            tree.tags[c] == "PPOSAT" and tree.words[c].lower().startswith("ihr") for c in tree.children[token]
        )
        bonding = possessive or relation_words().holds("bonding", self.make.roles.verb(clause))
        within = [*self.make.roles.things(clause), *self.make.roles.behind(clause, ("in", "im", "zu"))]
        return bonding and not apart and token in within

    def _among_themselves(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "Beide vereinbarten, die Zusammenarbeit zwischen ihren Armeen auszubauen"."""
        agreed = any(self.make.roles.verb(c) in relation_words().lists["signing"] for c in clause.ancestors())
        roles = self.make.roles
        joined = (
            roles.who(clause.subjects, _PARTNERS) if roles.passive(clause) else []
        )  # "sind in einer Allianz verbunden"
        for one, other in combinations(joined or self._owners(token, clause), 2):
            yield from self._nominal("ALLIED_WITH", one, other, clause, token, planned=agreed)

    def _owners(self, token: int, clause: Clause) -> list[Who]:
        """ "A und B wollen ihre Partnerschaft mit C ausbauen": who acts; "für A zahlt sich das Bündnis mit B aus"."""
        roles = self.make.roles
        agents = [who for who in roles.agents(clause) if who.token != token] or roles.who(
            roles.behind(clause, ("für",))
        )
        if roles.verb(clause) in relation_words().acts:
            return []  # who rejects an alliance is not in it
        states = [Who(self.powers.state_of(who), who.token) for who in agents]
        return [who for who in states if who.entity.type in _PARTNERS and not who.entity.id.startswith("x-")]

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
        if not goals and attackers and self.make.reading.tree.case_of(token) == "bei":
            near = self.make.places.near(clause, {attackers[0].entity.id})  # "bei einem Angriff ... im Gebiet Kursk"
            goals = [Who(near, token)] if near is not None and near.type in _GOALS else []
        if goals and attackers and goals[0].entity.id != attackers[0].entity.id:
            yield from self._nominal("ATTACKED", attackers[0], goals[0], clause, token)

    def _support_noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "die Unterstützung Nordkoreas für Russland", "Nordkoreas Hilfe für Moskau"."""
        parties = self._parties(token, ACTOR)
        goals = [who for case, who in parties if case in ("für", "an")]
        givers = [who for case, who in parties if case in _HOLDERS]
        if goals and givers and goals[0].entity.id != givers[0].entity.id:
            yield from self._nominal("SUPPORTS", givers[0], goals[0], clause, token)
