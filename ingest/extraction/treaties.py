"""Agreements as relations: who signed, who is party, who approved."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.agreements import Agreements
from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.how import How
from ingest.extraction.phrases import phrase
from ingest.extraction.proposals import Content, noun_content
from ingest.extraction.provisions import Provisions
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who

_SIGNERS = frozenset({"Person", "Country", "Organization"})
_PRONOUNS = frozenset({"es", "ihn", "er", "sie", "diesen", "dieses", "das", "den"})
_BY = ("von", "vom", "durch")


@dataclass(slots=True)
class Treaties:
    """Finds relations of agreements in one article."""

    make: Relating
    agreements: Agreements

    def statements(self) -> Iterator[Statement]:
        """All of them, clause by clause; parties at the phrase that names them."""
        provisions = Provisions(self.make, self.agreements)
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._signed(clause)
                yield from self._approved(clause)
                yield from self._pending(clause)
                yield from provisions.of(clause)
        yield from self._signed_participles()
        yield from self._parties()

    # -- signed

    def _signed(self, clause: Clause) -> Iterator[Statement]:
        words, verb = relation_words(), self.make.roles.verb(clause)
        agreement = None
        if words.holds("signing", verb) and self._ratified(clause) is None:
            agreement = self._object(clause) or self._inside(clause, verb)
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

    def _object(self, clause: Clause) -> Entity | None:
        """The agreement that is signed or approved: a noun phrase without preposition, whatever the parser calls it."""
        tree, roles = self.make.reading.tree, self.make.roles
        for token in roles.nominals(clause):
            for each in roles.joined(token):
                found = self.agreements.of(each)
                if found is not None:
                    return found
        related = self.agreements.related(clause)
        if related is not None:
            return self.agreements.of(related)
        pronoun = next((t for t in roles.things(clause) if tree.words[t].lower() in _PRONOUNS), None)
        return (
            self.agreements.last_before(pronoun) if pronoun is not None and self.agreements.is_recent(pronoun) else None
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
            unnamed = who.entity.id.startswith("x-") and relation_words().noun("people_nouns", tree.lemmas[who.token])
            articles = {tree.words[c].lower() for c in tree.children[who.token]}
            masculine = tree.morphs[who.token].get("Gender") == "Masc"
            plural = tree.morphs[who.token].get("Number") == "Plur" or (masculine and "die" in articles)
            mention = self.make.reading.by_head.get(who.token)
            if unnamed and plural and (mention is None or mention.form != "name"):
                result += roles.who(roles.inside(who.token, (None, "von", "aus")), frozenset({"Country"}))
            else:
                result.append(who)
        return result

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
                for who in self.make.roles.who(signers, _SIGNERS):
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

    # -- approved

    def _approved(self, clause: Clause) -> Iterator[Statement]:
        subjects = self.make.agents(clause) or [who.entity for who in self.make.roles.bodies(clause)]
        content = self._approval(clause) if subjects else None
        for subject in subjects if content is not None else ():
            statement = self._relate("APPROVED", subject, content, clause)
            if statement is not None:
                yield statement

    def _relate(self, predicate: str, subject: Entity, content: Content | None, clause: Clause) -> Statement | None:
        if content is None:
            return None
        return self.make.make(
            predicate,
            subject,
            content.entity,
            clause,
            How(rule="approved", tokens=content.tokens, clauses=content.clauses),
        )

    def _approval(self, clause: Clause) -> Content | None:
        """What is approved: by a verb, by "setzt ... in Kraft", by signing the law of ratification."""
        words, verb = relation_words(), self.make.roles.verb(clause)
        if words.holds("signing", verb):
            agreement = self._ratified(clause)
            return Content(agreement) if agreement is not None else None
        if words.holds("approving_with", verb):
            return self._consent(clause)
        if words.holds("voting", verb):
            return self._behind(clause, "für")
        into_force = verb == "setzen" and "Kraft" in {self.make.reading.tree.lemmas[t] for _, t in clause.obliques}
        if words.holds("extending", verb) and not clause.passive:
            return self._extended(clause)
        if not words.holds("approving", verb) and not into_force:
            return None
        agreement = self._object(clause)
        if agreement is not None:
            return Content(agreement)
        return None if into_force else self._approved_content(clause)

    def _extended(self, clause: Clause) -> Content | None:
        """ "Das Parlament verlängerte das Mandat": a body that decides, and what it lets go on."""
        tree, bodies = self.make.reading.tree, self.make.agents(clause, frozenset({"Organization"}))
        things = [t for t in self.make.roles.things(clause) if relation_words().noun("mandates", tree.lemmas[t])]
        return noun_content(self.make.reading, things[0]) if bodies and things else None

    def _is_named(self, token: int) -> bool:
        """Is it a name, and not only a word that begins with one ("Haiti-Truppe")?"""
        mention = self.make.reading.by_head.get(token)
        return mention is not None and mention.form != "compound"

    def _behind(self, clause: Clause, preposition: str) -> Content | None:
        """ "stimmte für die Entsendung": an agreement or a noun phrase that is no name; not what so many people did."""
        tree = self.make.reading.tree
        if any(tree.deps[c] == "nummod" for s in clause.subjects for c in tree.children[s]):
            return None
        for token in self.make.roles.behind(clause, (preposition,)):
            agreement = self.agreements.of(token)
            if agreement is not None:
                return Content(agreement)
            if tree.pos[token] == "NOUN" and not self._is_named(token):
                return noun_content(self.make.reading, token)
        return None

    def _consent(self, clause: Clause) -> Content | None:
        """ "gab grünes Licht für X", "erteilte dem X seine Zustimmung", "gab seine Zustimmung zu X"."""
        words, roles, tree = relation_words(), self.make.roles, self.make.reading.tree
        signs = [t for t in roles.nominals(clause) if words.holds("approval_signs", tree.lemmas[t])]
        if not signs:
            return None
        tokens = [
            *roles.behind(clause, ("für", "zu", "zum", "zur")),
            *roles.inside(signs[0], ("für", "zu", "zum", "zur")),
        ]
        tokens += [t for t in roles.things(clause) if t not in signs]
        for token in tokens:
            agreement = self.agreements.of(token)
            if agreement is not None:
                return Content(agreement)
            if tree.pos[token] in ("NOUN", "PROPN") and not self._is_named(token):
                return noun_content(self.make.reading, token)
        return None

    def _ratified(self, clause: Clause) -> Entity | None:
        """ "unterzeichnete das Gesetz zur Ratifizierung des Vertrags": the treaty, which is approved by that."""
        tree, words = self.make.reading.tree, relation_words()
        for thing in self.make.roles.nominals(clause):
            inside = tree.subtree(thing)
            law = words.holds("laws", tree.lemmas[thing])
            if law or any(words.noun("approving_nouns", tree.lemmas[t]) for t in inside):
                return next((a for t in inside if t != thing and (a := self.agreements.of(t)) is not None), None)
        return None

    def _approved_content(self, clause: Clause) -> Content | None:
        """A noun phrase that is no name ("die Mission in Haiti"), or a pronoun for what was demanded just before."""
        tree = self.make.reading.tree
        contents = Contents(self.make.reading, self.make.roles)
        for token in self.make.roles.things(clause):
            if tree.pos[token] == "PRON":
                return contents.taken_up(token)
            empty = relation_words().holds("no_content", tree.lemmas[token]) or not self._can_pass(clause, token)
            if tree.pos[token] == "NOUN" and not self._is_named(token) and not empty:
                return noun_content(self.make.reading, token)
        return None

    def _can_pass(self, clause: Clause, token: int) -> bool:
        """ "verabschiedete das Gesetz", not "verabschiedete die Soldaten"."""
        words = relation_words()
        passing = words.holds("passing", self.make.roles.verb(clause))
        return not passing or words.noun("passed", self.make.reading.tree.lemmas[token])

    def _pending(self, clause: Clause) -> Iterator[Statement]:
        """ "Die Zustimmung des Föderationsrats steht aus": planned."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        if not words.holds("pending_verbs", roles.verb(clause)):
            return
        for noun in clause.subjects:
            if not words.noun("approving_nouns", tree.lemmas[noun]):
                continue
            inside = [*roles.inside(noun, (None, *_BY)), *roles.behind(clause, _BY)]
            agreement = next((a for t in inside if (a := self.agreements.of(t))), None) or self.agreements.last_before(
                noun
            )
            for who in roles.who(t for t in inside if self.agreements.of(t) is None) if agreement is not None else ():
                statement = self.make.make(
                    "APPROVED", who.entity, agreement, clause, How(rule="pending", modality="planned", negated=False)
                ) if agreement is not None else None  # fmt: skip
                if statement is not None:
                    yield statement

    # -- parties

    def _parties(self) -> Iterator[Statement]:
        """ "der Vertrag zwischen A und B", stated by the phrase itself."""
        reading = self.make.reading
        for token in list(self.agreements.by_token):
            agreement, clause = self.agreements.of(token), reading.owner[token]
            if agreement is None or clause is None or not self.agreements.binds(token):
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
