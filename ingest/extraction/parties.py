"""Who is party to an agreement: by the phrase that names it, by joining it, by what somebody is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.agreement_objects import agreement_object
from ingest.extraction.agreements import Agreements
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.partners import bound_partner
from ingest.extraction.phrases import phrase
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who

_PARTIES = frozenset({"Country", "Organization"})
_OF = frozenset({None, "von", "vom", "zu", "zum", "zur", "in", "im"})
_EXAMPLES = frozenset({"darunter", "etwa", "nämlich", "beispielsweise"})


@dataclass(slots=True)
class Parties:
    """Finds the parties of the agreements of one article."""

    make: Relating
    agreements: Agreements
    # -- "der Vertrag zwischen A und B"

    def named(self) -> Iterator[Statement]:
        """ "der Vertrag zwischen A und B", stated by the phrase itself."""
        reading = self.make.reading
        for token in list(self.agreements.by_token):
            agreement, clause = self.agreements.of(token), reading.owner[token]
            if agreement is None or clause is None:
                continue
            if not self.agreements.binds(token):
                yield from self._with_one(token, agreement, clause)
                continue
            start, end = phrase(reading.tree, token)
            bound = [who.entity for who in self.agreements.bound_by(token)]
            for party in (*bound, *self.agreements.parties(token)):
                statement = self.make.make(  # what an agreement is called is asserted, whoever tells of it
                    "PARTY_TO",
                    party,
                    agreement,
                    clause,
                    How(rule="party", tokens=(token, *range(start, end)), nominal=True, plain=True, negated=False),
                )
                if statement is not None:
                    yield statement

    def _with_one(self, token: int, agreement: Entity, clause: Clause) -> Iterator[Statement]:
        """ "Laut dem Abkommen mit B zieht A ab": A and B."""
        others = self.agreements.parties(token)
        one = bound_partner(self.make.roles, token) if len(others) < 2 else None
        if one is None:
            return
        for party in (one, *(o for o in others if o.id != one.id)):
            how = How(rule="party", tokens=(token,), negated=False)
            statement = self.make.make("PARTY_TO", party, agreement, clause, how)
            if statement is not None:
                yield statement

    # -- "A ist dem Vertrag beigetreten"

    def of(self, clause: Clause) -> Iterator[Statement]:
        """What one clause says of membership."""
        words, verb = relation_words(), self.make.roles.verb(clause)
        if words.holds("joining", verb) or words.holds("forming", verb):
            yield from self._joined(clause)
        yield from self._as_party(clause)

    def _joined(self, clause: Clause) -> Iterator[Statement]:
        """ "A ist dem Abkommen beigetreten", "Dem Pakt gehören A und B an", "A und B bilden den Pakt"."""
        joins = relation_words().holds("joining", self.make.roles.verb(clause))
        agreement = agreement_object(self.agreements, clause)
        if agreement is None or not joins and not self._is_named(clause):
            return
        nominals = [t for t in self.make.roles.nominals(clause) if self.agreements.of(t) is None]
        members = self._members([*clause.subjects, *nominals])
        if joins or len(members) > 1:
            yield from self._say(members, agreement, clause)

    def _is_named(self, clause: Clause) -> bool:
        """ "bilden den Pakt X": an agreement by name, which exists."""
        tokens, by_head = self.make.roles.nominals(clause), self.make.reading.by_head
        below = [t for token in tokens if self.agreements.of(token) for t in self.make.reading.tree.subtree(token)]
        return any(t in by_head and by_head[t].entity.type == "Agreement" for t in below)

    def _as_party(self, clause: Clause) -> Iterator[Statement]:
        """ "A ist Vertragspartei des Abkommens", "A zählt zu den Unterzeichnern", "Vertragspartner sind A und B"."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        if not clause.copula and not words.holds("becoming", roles.verb(clause)):
            return
        own = [*self.make.reading.own_tokens(clause)]
        noun = next((t for t in own if tree.pos[t] == "NOUN" and words.noun("party_nouns", tree.lemmas[t])), None)
        agreement = self._of_whom(noun) if noun is not None else None
        if noun is None or agreement is None:
            return
        others = [t for t in (*roles.nominals(clause), clause.head) if t != noun and self.agreements.of(t) is None]
        yield from self._say(self._members(others), agreement, clause)

    def _of_whom(self, noun: int) -> Entity | None:
        """The agreement that is named at the noun; of a "Vertragspartner" without one, the one spoken of last."""
        tree = self.make.reading.tree
        inside = [t for t in self.make.roles.inside(noun, _OF) if t > noun]
        if inside:
            return next((a for t in inside if (a := self._agreement(t)) is not None), None)
        low = tree.lemmas[noun].lower()
        own = low.startswith(("vertrag", "unterzeichner", "signatar"))
        return self.agreements.last_before(noun) if own and self.agreements.is_recent(noun) else None

    def _agreement(self, token: int) -> Entity | None:
        mention = self.make.reading.by_head.get(token)
        named = mention.entity if mention is not None and mention.entity.type == "Agreement" else None
        return self.agreements.of(token) or named

    def _members(self, tokens: Iterable[int]) -> list[Who]:
        """States and organizations; of "111 Staaten, darunter A und B" and "30 Länder, von A bis B" those named."""
        tree, roles = self.make.reading.tree, self.make.roles
        found = {who.entity.id: who for who in roles.who(tokens, _PARTIES) if not who.entity.id.startswith("x-")}
        for token in tokens if not found else ():
            if relation_words().noun("state_nouns", tree.lemmas[token]):
                below = [t for t in tree.subtree(token) if t > token]
                shown = any(tree.words[t].lower() in _EXAMPLES or tree.words[t] == "bis" for t in below)
                for who in roles.who(below, _PARTIES) if shown else ():
                    found.setdefault(who.entity.id, who)
        return list(found.values())

    def _say(self, members: list[Who], agreement: Entity, clause: Clause) -> Iterator[Statement]:
        for who in members:
            statement = self.make.make("PARTY_TO", who.entity, agreement, clause, How(rule="party"))
            if statement is not None:
                yield statement
