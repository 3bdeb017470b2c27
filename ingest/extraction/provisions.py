"""What an agreement provides for: "sieht ... vor", "Kern ist ...", "nach Artikel 4 muss ...", "ist ... vorgesehen"."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.agreements import Agreements
from ingest.extraction.clauses import Clause
from ingest.extraction.proposals import Content, clause_content, noun_content
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words

_CONTENT_BEHIND = frozenset({"zu", "zum", "zur", "auf"})
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "advcl", "acl:relcl", "obj"})
_UNDER = frozenset({"nach", "gemäß", "laut", "zufolge"})
_IN = frozenset({"in", "im"})
_DUTY = frozenset({"müssen", "sollen", "dürfen"})


@dataclass(slots=True)
class Provisions:
    """Finds what the agreements of one article provide for."""

    make: Relating
    agreements: Agreements

    def of(self, clause: Clause) -> Iterator[Statement]:
        """The provisions that one clause says."""
        if relation_words().holds("providing", self.make.roles.verb(clause)):
            yield from (
                self._passive(clause)
                if self.make.roles.passive(clause) or self._is_state(clause)
                else self._active(clause)
            )
        elif clause.copula:
            yield from self._core(clause)
        elif clause.modal in _DUTY:
            yield from self._duty(clause)

    def _say(self, agreement: Entity, contents: list[Content | None], clause: Clause) -> Iterator[Statement]:
        for content in contents:
            if content is None:
                continue
            statement = self.make.make(
                "PROVIDES_FOR",
                agreement,
                content.entity,
                clause,
                rule="provides",
                tokens=content.tokens,
                clauses=content.clauses,
            )
            if statement is not None:
                yield statement

    def _active(self, clause: Clause) -> Iterator[Statement]:
        """ "Der Vertrag sieht X und Y vor", "verpflichtet beide Seiten zu X", with the object first or a clause behind."""
        roles, tree = self.make.roles, self.make.reading.tree
        found = self._provider(clause)
        if found is None:
            return
        agreement, provider = found
        if roles.verb(clause) == "verpflichten":
            contents = [noun_content(self.make.reading, t) for t in roles.behind(clause, _CONTENT_BEHIND)]
        else:
            heads = [t for t in roles.nominals(clause) if t != provider and self._is_thing(t)]
            late = [h for h in heads[1:] if tree.deps[h] == "conj"]
            contents = [noun_content(self.make.reading, t) for h in (*heads[:1], *late) for t in roles.joined(h)]
        if not contents:
            dependent = [c for c in clause.children if c.relation in _CLAUSES and not self._is_about_noun(c, clause)]
            dependent = dependent or self._beside(clause)
            contents = [clause_content(self.make.reading, c) for c in dependent[:1]]
        yield from self._say(agreement, contents, clause)

    def _beside(self, clause: Clause) -> list[Clause]:
        """ "eine Klausel, die vorsieht, dass ...", with the second clause hung on the noun."""
        siblings = clause.parent.children if clause.parent is not None else []
        return [c for c in siblings if c.mark == "dass" and c.head > clause.head and c.antecedent == clause.antecedent]

    def _is_thing(self, token: int) -> bool:
        tree = self.make.reading.tree
        part = relation_words().noun("agreement_parts", tree.lemmas[token])
        return tree.pos[token] in ("NOUN", "PROPN") and not part and token not in self.make.reading.by_head

    def _is_about_noun(self, child: Clause, clause: Clause) -> bool:
        """A relative clause on the agreement says nothing about what it provides for."""
        return child.antecedent is not None and child.antecedent in clause.subjects

    def _provider(self, clause: Clause) -> tuple[Entity, int] | None:
        """The agreement (or its article, or a pronoun for it) among the noun phrases without preposition."""
        roles = self.make.roles
        ordered = [*clause.subjects, *(t for t in roles.nominals(clause) if t not in clause.subjects)]
        for token in ordered:
            found = self._agreement(token)
            if found is not None:
                return found, token
        noun = clause.antecedent  # "ein Pakt, der ... umfasst", with the pronoun lost
        found = self._agreement(noun) if noun is not None and not clause.subjects else None
        return (found, noun) if found is not None and noun is not None else None

    def _agreement(self, token: int) -> Entity | None:
        tree, words = self.make.reading.tree, relation_words()
        found = self.agreements.of(token)
        if found is not None:
            return found
        if words.noun("agreement_parts", tree.lemmas[token]):
            inside = next((a for t in tree.subtree(token) if (a := self.agreements.of(t)) is not None), None)
            return inside or (self.agreements.last_before(token) if self.agreements.is_recent(token) else None)
        if tree.tags[token] in ("PPER", "PDS") and self.agreements.is_recent(token):
            return self.agreements.last_before(token) if self.agreements.agrees(token) else None
        return None

    def _is_state(self, clause: Clause) -> bool:
        """ "ist vorgesehen", "ist enthalten": the parser does not call it a passive."""
        tree = self.make.reading.tree
        return tree.tags[clause.head] == "VVPP" and any(tree.lemmas[c] == "sein" for c in tree.children[clause.head])

    def _passive(self, clause: Clause) -> Iterator[Statement]:
        """ "In dem Abkommen ist X vorgesehen"."""
        roles = self.make.roles
        agreement = next((a for t in roles.behind(clause, _IN | _UNDER) if (a := self._agreement(t)) is not None), None)
        if agreement is not None:
            heads = [t for t in roles.nominals(clause) if self._is_thing(t)]
            contents = [noun_content(self.make.reading, t) for h in heads for t in roles.joined(h)]
            yield from self._say(agreement, contents, clause)

    def _core(self, clause: Clause) -> Iterator[Statement]:
        """ "Kern des Abkommens ist X"."""
        tree, words = self.make.reading.tree, relation_words()
        sides = [*clause.subjects, clause.head]
        core = next(
            (t for t in sides if words.noun("agreement_parts", tree.lemmas[t]) and not self._is_article(t)), None
        )
        agreement = self._agreement(core) if core is not None else None
        if agreement is not None and len(sides) > 1:
            others = [t for t in sides if t != core and tree.pos[t] == "NOUN"]
            yield from self._say(agreement, [noun_content(self.make.reading, t) for t in others], clause)

    def _is_article(self, token: int) -> bool:
        tree = self.make.reading.tree
        return any(tree.pos[c] == "NUM" for c in tree.children[token])

    def _duty(self, clause: Clause) -> Iterator[Statement]:
        """ "Nach Artikel 4 muss die andere Seite Beistand leisten"."""
        under = self.make.roles.behind(clause, _UNDER)
        agreement = next((a for t in under if (a := self._agreement(t)) is not None), None)
        if agreement is None:
            return
        heads = [t for t in self.make.roles.things(clause) if self._is_thing(t)]
        contents = [noun_content(self.make.reading, t) for t in heads[:1]] or [
            clause_content(self.make.reading, clause)
        ]
        for content in contents:
            if content is not None:
                statement = self.make.make(
                    "PROVIDES_FOR",
                    agreement,
                    content.entity,
                    clause,
                    rule="provides",
                    tokens=content.tokens,
                    modality=self._stated(clause),
                )
                if statement is not None:
                    yield statement

    def _stated(self, clause: Clause) -> str:
        """What is a duty is no plan: asserted, or reported where somebody says so."""
        return "reported" if self.make.attributor.of(clause).links else "asserted"
