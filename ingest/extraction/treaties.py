"""Agreements as relations: who signed, who is party, who approved."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.agreement_objects import agreement_object, ratified
from ingest.extraction.agreements import Agreements
from ingest.extraction.approvals import Approvals
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.parties import Parties
from ingest.extraction.phrases import phrase
from ingest.extraction.provisions import Provisions
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who

_SIGNERS = frozenset({"Person", "Country", "Organization"})
_BY = ("von", "vom", "durch")


@dataclass(slots=True)
class Treaties:
    """Finds relations of agreements in one article."""

    make: Relating
    agreements: Agreements

    def statements(self) -> Iterator[Statement]:
        """All of them, clause by clause; parties at the phrase that names them."""
        provisions, approvals = Provisions(self.make, self.agreements), Approvals(self.make, self.agreements)
        parties = Parties(self.make, self.agreements)
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._signed(clause)
                yield from approvals.of(clause)
                yield from parties.of(clause)
                yield from provisions.of(clause)
        yield from self._signed_participles()
        yield from parties.named()

    # -- signed

    def _signed(self, clause: Clause) -> Iterator[Statement]:
        words, verb = relation_words(), self.make.roles.verb(clause)
        agreement = None
        if words.holds("signing", verb) and ratified(self.agreements, clause) is None:
            agreement = agreement_object(self.agreements, clause) or self._inside(clause, verb)
        elif words.holds("renewing", verb) or words.holds("proclaiming", verb):
            agreement = self._said_anew(clause)
        elif words.holds("signing_on", verb):
            agreement = next(
                (a for t in self.make.roles.behind(clause, ("auf",)) if (a := self.agreements.of(t))), None
            )
        elif verb == "setzen":
            agreement = self._under_signature(clause)
        for signer in self._signers(clause) if agreement is not None else ():
            statement = (
                self.make.make("SIGNED", signer, agreement, clause, How(rule="signed", located=True))
                if agreement
                else None
            )
            if statement is not None:
                yield statement

    def _said_anew(self, clause: Clause) -> Entity | None:
        """ "A und B haben das Abkommen verlängert", "verkündeten eine Waffenruhe": both, and nobody else signs it."""
        found = agreement_object(self.agreements, clause) if len(self._signers(clause)) > 1 else None
        return found if found is not None and not self._is_signed_elsewhere(found) else None

    def _is_signed_elsewhere(self, agreement: Entity) -> bool:
        """ "Die Minister unterzeichneten es am Dienstag": then those are the signers."""
        words, roles = relation_words(), self.make.roles
        clauses = (clause for sentence in self.make.reading.clauses for clause in sentence)
        signing = (c for c in clauses if words.holds("signing", roles.verb(c)))
        return any(
            found is not None and found.id == agreement.id
            for c in signing
            for found in [agreement_object(self.agreements, c)]
        )

    def _inside(self, clause: Clause, verb: str) -> Entity | None:
        """ "Im Abkommen von X hatten A und B den Abzug vereinbart": what holds it is what they signed."""
        if not relation_words().holds("agreeing_in", verb) or self.make.roles.passive(clause):
            return None
        inside = self.make.roles.behind(clause, ("in", "im", "mit"))
        return next((a for t in inside if (a := self.agreements.of(t)) is not None), None)

    def _under_signature(self, clause: Clause) -> Entity | None:
        """ "setzten ihre Unterschriften unter das Dokument", "... darunter"."""
        words, tree = relation_words(), self.make.reading.tree
        nominals = self.make.roles.nominals(clause)
        if not any(words.noun("signature_nouns", tree.lemmas[o]) for o in nominals):
            return None
        for token in self.make.roles.behind(clause, ("unter",)):
            return self.agreements.of(token)
        below = next((t for t in self.make.reading.own_tokens(clause) if tree.words[t].lower() == "darunter"), None)
        return self.agreements.last_before(below) if below is not None else None

    def _signers(self, clause: Clause) -> list[Entity]:
        roles = self.make.roles
        found = self._of_ministers(clause, roles.agents(clause, _SIGNERS))
        with_ = [*roles.behind(clause, ("mit",)), *roles.astray(clause, "mit")]
        others = self._between(clause) if roles.passive(clause) else roles.who(with_, _SIGNERS)
        if any(who.entity.type == "Person" for who in found):
            others = [who for who in others if who.entity.type == "Person"]
        named = {who.entity.id: who.entity for who in (*found, *others) if self.agreements.of(who.token) is None}
        return list(named.values())

    def _between(self, clause: Clause) -> list[Who]:
        """ "wurde ein Vertrag zwischen Putin und Kim unterzeichnet": persons between whom it is."""
        reading = self.make.reading
        found: list[Who] = []
        for subject in clause.subjects:
            start, end = phrase(reading.tree, subject)
            found += [Who(m.entity, m.head) for m in reading.mentions_in(start, end) if m.entity.type == "Person"]
        return found

    def _of_ministers(self, clause: Clause, found: list[Who]) -> list[Who]:
        """ "die Außenminister Kongos und Ruandas": people without names sign for their states."""
        tree, roles = self.make.reading.tree, self.make.roles
        result: list[Who] = []
        for who in found:
            described = not any(m.form == "name" and m.entity.id == who.entity.id for m in self.make.reading.mentions)
            unnamed = described and relation_words().noun("people_nouns", tree.lemmas[who.token])
            articles = {tree.words[c].lower() for c in tree.children[who.token]}
            masculine = tree.morphs[who.token].get("Gender") == "Masc"
            plural = tree.morphs[who.token].get("Number") == "Plur" or (masculine and "die" in articles)
            mention = self.make.reading.by_head.get(who.token)
            if unnamed and plural and (mention is None or mention.form != "name"):
                result += roles.who(roles.inside(who.token, (None, "von", "aus")), frozenset({"Country"}))
            else:
                result.append(who)
        return result

    def _mutual(self, token: int, clause: Clause, verb: str | None) -> list[Who]:
        """ "A und B räumen einander in einem am Montag geschlossenen Abkommen ... ein": the two who act in it."""
        inside = token in self.make.roles.behind(clause, ("in", "im")) and verb in relation_words().lists["signing"]
        agents = self.make.roles.agents(clause, frozenset({"Country"})) if inside else []
        return agents if len(agents) > 1 else []

    def _signed_participles(self) -> Iterator[Statement]:
        """ "der von Ankara und Tripolis unterzeichnete Vertrag", "das Abkommen, 1995 von A und B unterzeichnet"."""
        words, tree, reading = relation_words(), self.make.reading.tree, self.make.reading
        for token in list(self.agreements.by_token):
            clause, agreement = reading.owner[token], self.agreements.of(token)
            if clause is None or agreement is None:
                continue
            for child in tree.children[token]:
                verb = words.forms.participle(tree.words[child]) if tree.deps[child] == "amod" else None
                signers = (
                    [c for c in tree.children[child] if tree.case_of(c) in _BY]
                    if verb in words.lists["signing"]
                    else []
                )
                whos = self.make.roles.who(signers, _SIGNERS) or self._mutual(token, clause, verb)
                for who in whos:
                    tokens = (token, *tree.subtree(child))
                    statement = self.make.make(
                        "SIGNED",
                        who.entity,
                        agreement,
                        clause,
                        How(rule="signed", tokens=tokens, nominal=True, negated=False),
                    )
                    if statement is not None:
                        yield statement
