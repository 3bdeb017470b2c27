"""Alliances: who is allied with whom, by verbs ("verbündet") and nouns ("die Partnerschaft zwischen A und B")."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from graph.statement import Statement
from ingest.extraction.attacks import Attacks
from ingest.extraction.cast import Who
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.noun_parties import NounParties, Party, behind, holders
from ingest.extraction.powers import Powers
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.support import Support
from ingest.extraction.units import Units

_PARTNERS = frozenset({"Country", "Organization"})
_ALLIES = _PARTNERS | {"Force"}
_WITH = ("mit", "zu")
_OF = (None, "von", "vom")


@dataclass(slots=True)
class Alliances:
    """Finds alliances in one article, and what binds powers otherwise: support, attack, belonging."""

    make: Relating
    powers: Powers = field(init=False)
    nouns: NounParties = field(init=False)

    def __post_init__(self) -> None:
        self.powers = Powers(self.make.reading, self.make.roles)
        self.nouns = NounParties(self.make)

    def statements(self) -> Iterator[Statement]:
        """Clause by clause; units at the end."""
        support, attacks = Support(self.make, self.powers), Attacks(self.make, self.powers)
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from support.of(clause)
                yield from attacks.of(clause)
                yield from self._verb(clause)
                yield from self._nouns(clause)
        yield from Units(self.make).statements()

    def _verb(self, clause: Clause) -> Iterator[Statement]:
        """ "A kooperiert mit B", "A, B und C haben sich verbündet"."""
        roles = self.make.roles
        yield from self._by_participle(clause)
        noun = self.make.reading.tree.pos[clause.head] == "NOUN"  # "sind Verbündete"
        if noun or not relation_words().holds("allying", roles.verb(clause)):
            return
        subjects = [who for who in self.powers.of(roles.agents(clause)) if who.entity.type in _ALLIES]
        others = roles.who(roles.behind(clause, ("mit",)), _ALLIES)
        pairs = [(one, other) for one in subjects for other in others] or list(combinations(subjects, 2))
        for one, other in pairs:
            statement = self.make.pair("ALLIED_WITH", one, other, clause, How(rule="allied_with"))
            if statement is not None:
                yield statement

    def _by_participle(self, clause: Clause) -> Iterator[Statement]:
        """ "das mit A verbündete B"."""
        tree, words, roles = self.make.reading.tree, relation_words(), self.make.roles
        for token in self.make.reading.own_tokens(clause):
            verb = words.forms.participle(tree.words[token]) if tree.deps[token] == "amod" else None
            if verb is None or not words.holds("allying", verb):
                continue
            others = roles.who((c for c in tree.children[token] if tree.case_of(c) == "mit"), _ALLIES)
            for one, other in product(roles.who([tree.heads[token]], _ALLIES), others):
                types = {one.entity.type, other.entity.type}
                if "Force" in types and "Country" not in types:
                    continue  # "der mit der Armee verbündeten Truppe": of one side in one war
                yield from self._say(one, other, clause, tree.heads[token])

    def _nouns(self, clause: Clause) -> Iterator[Statement]:
        words, tree = relation_words(), self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] != "NOUN":
                continue
            if words.noun("ally_nouns", tree.lemmas[token]) or self._is_partner(token):
                yield from self._ally(token, clause)
            elif words.noun("alliance_nouns", tree.lemmas[token]) and not self._is_ended(token, clause):
                yield from self._alliance(token, clause)

    def _say(
        self, one: Who, other: Who, clause: Clause, token: int, *, planned: bool = False, negated: bool = False
    ) -> Iterator[Statement]:
        first, second = sorted((one, other), key=lambda who: who.token)
        yield from self.nouns.say("ALLIED_WITH", first, second, clause, token, planned=planned, negated=negated)

    def _is_ended(self, token: int, clause: Clause) -> bool:
        """ "hat die Beziehungen zu B abgebrochen"; "warnte A und B davor, ein Bündnis zu schmieden": there is none."""
        words, roles, tree = relation_words(), self.make.roles, self.make.reading.tree
        if words.holds("breaking_off", roles.verb(clause)) and token in roles.nominals(clause):
            return True
        warned = (words.acts.get(roles.verb(above)) for above in clause.ancestors()[:1])
        new = any(tree.words[c].lower().startswith("ein") for c in tree.children[token])
        return new and any(act is not None and act.predicate in ("WARNED", "REJECTED", "DENIED") for act in warned)

    # -- "das Bündnis"

    def _alliance(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "die Zusammenarbeit zwischen A und B", "As Bündnis mit B", "A nannte das Verhältnis zu B ..."."""
        parties = self.nouns.of(token, _PARTNERS)
        between = self._between(token, parties) or self._existing(token, clause)
        for one, other in combinations(between, 2):
            yield from self._say(one, other, clause, token)
        if len(between) < 2 and self._is_bond(token, clause):
            yield from self._among_themselves(token, clause)
        with_ = behind(parties, _WITH) if not between else []
        owners = holders(parties) or (self._owners(token, clause) if with_ else [])
        planned = clause.modal == "wollen" or clause.future
        for owner in owners:
            for other in with_[:1]:
                yield from self._say(owner, other, clause, token, planned=planned)

    def _between(self, token: int, parties: list[Party]) -> list[Who]:
        """ "zwischen A und B", "von A und B"."""
        named = behind(parties, ("zwischen",))
        of = [party.who for party in parties if party.case in _OF]
        if not named and len(of) > 1 and not behind(parties, _WITH):
            return of
        return named or self.make.roles.who(self.make.roles.inside(token, ("zwischen",)), _PARTNERS)

    def _existing(self, token: int, clause: Clause) -> list[Who]:
        """ "Zwischen A und B besteht eine Partnerschaft"."""
        roles = self.make.roles
        exists = relation_words().holds("existing", roles.verb(clause)) and token in roles.nominals(clause)
        return roles.who(roles.behind(clause, ("zwischen",)), _PARTNERS) if exists else []

    def _is_bond(self, token: int, clause: Clause) -> bool:
        """ "A, B und C bilden ein Bündnis", "A und B vertiefen ihre Partnerschaft", "zwischen ihren Armeen"."""
        roles, tree = self.make.roles, self.make.reading.tree
        children = tree.children[token]
        cases = {tree.case_of(child) for child in children}
        if "zwischen" in cases:
            return True
        their = any(tree.tags[c] == "PPOSAT" and tree.words[c].lower().startswith("ihr") for c in children)
        bonding = their or relation_words().holds("bonding", roles.verb(clause))
        return (
            bonding
            and "mit" not in cases
            and token in (*roles.things(clause), *roles.behind(clause, ("in", "im", "zu")))
        )

    def _among_themselves(self, token: int, clause: Clause) -> Iterator[Statement]:
        """Those who act have it with one another; "sind in einer Allianz verbunden" is a passive only in form."""
        roles = self.make.roles
        agreed = any(relation_words().holds("signing", roles.verb(above)) for above in clause.ancestors())
        joined = roles.who(clause.subjects, _PARTNERS) if roles.passive(clause) else []
        for one, other in combinations(joined or self._owners(token, clause), 2):
            yield from self._say(one, other, clause, token, planned=agreed)

    def _owners(self, token: int, clause: Clause) -> list[Who]:
        """ "A und B wollen ihre Partnerschaft mit C ausbauen": who acts; "für A zahlt sich das Bündnis mit B aus"."""
        roles = self.make.roles
        if roles.verb(clause) in relation_words().acts:
            return []  # who rejects an alliance is not in it
        agents = [who for who in roles.agents(clause) if who.token != token]
        found = agents or roles.who(roles.behind(clause, ("für",)))
        states = [Who(self.powers.state_of(who), who.token) for who in found]
        return [who for who in states if who.entity.type in _PARTNERS and not who.entity.id.startswith("x-")]

    # -- "der Verbündete"

    def _ally(self, token: int, clause: Clause) -> Iterator[Statement]:
        """ "A gilt als enger Verbündeter Bs", "A, ein Verbündeter Bs, ...", "A und B sind Verbündete"."""
        tree, of = self.make.reading.tree, self._whose_ally(token)
        predicate = clause.head == token or tree.case_of(token) == "als" or self._is_among(token, clause)
        above = [tree.heads[token]] if tree.deps[token] == "appos" else []
        subjects = self.make.roles.who(clause.subjects if predicate else above, _ALLIES)
        none = predicate and (clause.negated or self._is_none(token))
        for one, other in combinations(subjects, 2) if predicate and not of else ():
            yield from self._say(one, other, clause, token, negated=none)
        for one in subjects:
            for other in of[:1]:
                yield from self._say(one, other, clause, token, negated=none)

    def _is_none(self, token: int) -> bool:
        """ "ist kein Verbündeter Bs"."""
        tree = self.make.reading.tree
        return any(tree.words[c].lower().startswith("kein") for c in tree.children[token])

    def _is_among(self, token: int, clause: Clause) -> bool:
        """ "A gehört zu den engsten Verbündeten Bs", "A bleibt ein Verbündeter Bs"."""
        words, verb = relation_words(), self.make.roles.verb(clause)
        behind = token in self.make.roles.behind(clause, ("zu", "zum", "zur", "unter"))
        remains = verb in ("bleiben", "werden") and token in self.make.roles.nominals(clause)
        return remains or behind and words.holds("becoming", verb)

    def _is_partner(self, token: int) -> bool:
        """ "strategische Partner", "enge Freunde": close ones; a "Handelspartner" is none."""
        words, tree = relation_words(), self.make.reading.tree
        close = any(words.holds("close", tree.lemmas[c].lower()) for c in tree.children[token])
        return close and words.holds("partner_nouns", tree.lemmas[token])

    def _whose_ally(self, token: int) -> list[Who]:
        """A genitive, "von X" or an adjective; a head of state as his state."""
        reading, roles = self.make.reading, self.make.roles
        found = [Who(self.powers.state_of(who), who.token) for who in roles.who(roles.inside(token, _OF))]
        adjectives = [m for m in reading.mentions if m.form == "adjective" and reading.tree.heads[m.head] == token]
        found = found or [Who(mention.entity, mention.head) for mention in adjectives]
        return [who for who in found if who.entity.type in _ALLIES]
