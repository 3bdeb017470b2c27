"""Agreements as relations: who signed, who is party, who approved, what an agreement provides for."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.agreements import Agreements
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.phrases import phrase
from ingest.extraction.proposals import clause_content, noun_content
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words

_SIGNERS = frozenset({"Person", "Country", "Organization"})
_CONTENT_BEHIND = frozenset({"zu", "zum", "zur", "auf"})


@dataclass(slots=True)
class Treaties:
    """Finds relations of agreements in one article."""

    make: Relating
    agreements: Agreements

    def statements(self) -> Iterator[Statement]:
        """All of them, clause by clause; parties at the phrase that names them."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._signed(clause)
                yield from self._approved(clause)
                yield from self._provides(clause)
        yield from self._parties()

    # -- signed

    def _signed(self, clause: Clause) -> Iterator[Statement]:
        words = relation_words()
        agreement = self._object(clause) if clause.verb in words.lists["signing"] else self._under_signature(clause)
        if agreement is None:
            return
        signers = self._signers(clause)
        for signer in signers:
            statement = self.make.make("SIGNED", signer, agreement, clause, rule="signed", located=True)
            if statement is not None:
                yield statement

    def _object(self, clause: Clause) -> Entity | None:
        tree = self.make.reading.tree
        tokens = clause.subjects if clause.passive else (*clause.objects, *clause.bare)
        for token in tokens:
            for each in conjuncts(tree, token):
                found = self.agreements.of(each)
                if found is not None:
                    return found
            if tree.pos[token] == "PRON" and tree.words[token].lower() in ("es", "ihn", "er", "sie", "diesen", "dieses", "das"):
                return self.agreements.last_before(token)
        if clause.verb in ("unterzeichnen", "besiegeln", "unterschreiben") and not clause.passive:
            return next((a for t in clause.subjects if (a := self.agreements.of(t)) is not None), None)
        return None

    def _under_signature(self, clause: Clause) -> Entity | None:
        """"setzten ihre Unterschriften unter das Dokument"."""
        words, tree = relation_words(), self.make.reading.tree
        if clause.verb != "setzen" or not any(words.noun("signature_nouns", tree.lemmas[o]) for o in clause.objects):
            return None
        for preposition, token in clause.obliques:
            if preposition == "unter":
                return self.agreements.of(token) or self.agreements.last_before(token)
        return self.agreements.last_before(clause.end)

    def _signers(self, clause: Clause) -> list[Entity]:
        found = self.make.agents(clause, _SIGNERS)
        if not clause.passive:
            found += self.make.actors_of([t for p, t in clause.obliques if p == "mit"], _SIGNERS)
        else:
            found += self._between(clause)
        persons = [e for e in found if e.type == "Person"]
        unique = {e.id: e for e in (persons or found)}
        return list(unique.values())

    def _between(self, clause: Clause) -> list[Entity]:
        """"wurde ein Vertrag zwischen Putin und Kim unterzeichnet": persons between whom it is."""
        reading = self.make.reading
        found: list[Entity] = []
        for subject in clause.subjects:
            start, end = phrase(reading.tree, subject)
            found += [m.entity for m in reading.mentions_in(start, end) if m.entity.type == "Person"]
        return found

    # -- approved

    def _approved(self, clause: Clause) -> Iterator[Statement]:
        words, tree = relation_words(), self.make.reading.tree
        if clause.verb in words.lists["approving"]:
            target = self._object(clause) or next((a for t in clause.datives if (a := self.agreements.of(t)) is not None), None)
            content = None if target is not None else self._approved_content(clause)
            entity = target or content
            for subject in self.make.agents(clause) if entity is not None else []:
                statement = self.make.make("APPROVED", subject, entity, clause, rule="approved") if entity is not None else None
                if statement is not None:
                    yield statement
        for subject in clause.subjects:
            if words.noun("approving_nouns", tree.lemmas[subject]) and clause.verb in ("gelten", "ausstehen", "fehlen", "folgen"):
                yield from self._pending(clause, subject)

    def _approved_content(self, clause: Clause) -> Entity | None:
        tokens = clause.subjects if clause.passive else (*clause.objects, *clause.datives)
        for token in tokens:
            if self.make.reading.tree.pos[token] in ("NOUN", "PROPN"):
                content = noun_content(self.make.reading, token)
                return content.entity if content is not None else None
        return None

    def _pending(self, clause: Clause, noun: int) -> Iterator[Statement]:
        """"Die Zustimmung des Föderationsrats steht aus": planned."""
        agreement = self.agreements.last_before(noun)
        holders = [c for c in self.make.reading.tree.children[noun] if self.make.reading.tree.deps[c] in ("nmod", "nmod:poss", "obl")]
        for subject in self.make.actors_of(holders) if agreement is not None else []:
            statement = self.make.make("APPROVED", subject, agreement, clause, rule="pending", modality="planned", negated=False) if agreement is not None else None
            if statement is not None:
                yield statement

    # -- provides for

    def _provides(self, clause: Clause) -> Iterator[Statement]:
        if clause.verb not in relation_words().lists["providing"] or clause.passive:
            return
        agreement = self._subject(clause)
        if agreement is None:
            return
        reading = self.make.reading
        contents = [noun_content(reading, t) for o in clause.objects for t in conjuncts(reading.tree, o) if reading.tree.pos[t] in ("NOUN", "PROPN")]
        if clause.verb == "verpflichten":
            contents = [noun_content(reading, t) for p, t in clause.obliques if p in _CONTENT_BEHIND]
        if not any(contents):
            contents = [clause_content(reading, c) for c in clause.children if c.relation in ("ccomp", "xcomp", "acl", "advcl", "acl:relcl")][:1]
        for content in contents:
            if content is not None:
                statement = self.make.make("PROVIDES_FOR", agreement, content.entity, clause, rule="provides", tokens=content.tokens, clauses=content.clauses)
                if statement is not None:
                    yield statement

    def _subject(self, clause: Clause) -> Entity | None:
        tree, words = self.make.reading.tree, relation_words()
        for subject in clause.subjects:
            found = self.agreements.of(subject)
            if found is not None:
                return found
            if words.noun("agreement_parts", tree.lemmas[subject]) or tree.tags[subject] in ("PPER", "PDS"):
                holder = next((a for t in tree.subtree(subject) if (a := self.agreements.of(t)) is not None), None)
                person = self.make.actors.named(subject) if tree.tags[subject] == "PPER" else None
                if holder is not None or (person is None or tree.words[subject].lower() == "es"):
                    return holder or self.agreements.last_before(subject) if self._recent(subject) else None
        return None

    def _recent(self, token: int) -> bool:
        """A pronoun or "Artikel 4" takes up an agreement of this sentence or the two before."""
        tree = self.make.reading.tree
        earlier = [t for t in self.agreements.by_token if t < token]
        return bool(earlier) and tree.sentence_of[token] - tree.sentence_of[max(earlier)] <= 2

    # -- parties

    def _parties(self) -> Iterator[Statement]:
        """"der Vertrag zwischen A und B", stated by the phrase itself."""
        reading = self.make.reading
        tree = reading.tree
        for token in list(self.agreements.by_token):
            agreement, clause = self.agreements.of(token), reading.owner[token]
            start, end = phrase(tree, token)
            text = tree.text(start, end)
            parties = self.agreements.parties(token)
            if agreement is None or clause is None or len(parties) < 2 or "zwischen" not in text.split():
                continue
            for party in parties:
                statement = self.make.make(
                    "PARTY_TO", party, agreement, clause, rule="party", tokens=tuple(range(start, end)), nominal=True, negated=False
                )
                if statement is not None:
                    yield statement
