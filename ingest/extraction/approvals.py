"""Who approved what: agreements, laws, missions, plans that a body passes, consents to or refuses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.statement import Entity, Statement
from ingest.extraction.agreement_objects import agreement_object, ratified
from ingest.extraction.agreements import Agreements
from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.how import How
from ingest.extraction.proposals import Content, noun_content
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words

_BY = ("von", "vom", "durch")
_OF = (None, "von", "vom", "aus")
_WITH_DATIVE = frozenset({"zustimmen", "einwilligen"})


@dataclass(slots=True)
class Approvals:
    """Finds approvals in one article."""

    make: Relating
    agreements: Agreements
    last: Content | None = None  # what was approved last, and where
    last_at: int = 0

    def of(self, clause: Clause) -> Iterator[Statement]:
        """Those that one clause says, done and pending."""
        yield from self._approved(clause)
        yield from self._pending(clause)

    def _approved(self, clause: Clause) -> Iterator[Statement]:
        subjects = self._approvers(clause)
        content = (self._approval(clause) or self._again(clause)) if subjects else None
        for subject in subjects if content is not None else ():
            statement = self._relate("APPROVED", subject, content, clause)
            if statement is not None:
                self.last, self.last_at = content, clause.head
                yield statement

    def _approvers(self, clause: Clause) -> list[Entity]:
        """Who acts; "die Abgeordneten der Kammer" are the body they sit in, "397 Abgeordnete" nobody."""
        words, tree, roles = relation_words(), self.make.reading.tree, self.make.roles
        members = [s for s in clause.subjects if words.noun("body_members", tree.lemmas[s]) and not self._is_one(s)]
        bodies = roles.who((t for s in members for t in roles.inside(s, _OF)), frozenset({"Organization"}))
        found = bodies if members else roles.agents(clause) or roles.bodies(clause)
        return [who.entity for who in found]

    def _is_one(self, subject: int) -> bool:
        """ "die Abgeordnete Müller": a person with a name."""
        tree = self.make.reading.tree
        return subject in self.make.reading.by_head or any(
            tree.deps[c] in ("appos", "flat") for c in tree.children[subject]
        )

    def _again(self, clause: Clause) -> Content | None:
        """ "Auch B stimmte zu", "... votierten dafür": what was approved in this sentence or the one before."""
        words, tree, verb = relation_words(), self.make.reading.tree, self.make.roles.verb(clause)
        own = self.make.reading.own_tokens(clause)
        for_it = words.holds("voting", verb) and any(tree.words[t].lower() in ("dafür", "ja") for t in own)
        if not (verb in _WITH_DATIVE or for_it) or self.make.roles.things(clause) or self.last is None:
            return None
        start, end = sorted((self.last_at, clause.head))
        broken = any("\n" in word for word in tree.words[start:end])
        if tree.sentence_of[clause.head] - tree.sentence_of[self.last_at] > 1 or broken:
            return None
        above = self.make.reading.owner[self.last_at]
        if self.last.entity.type == "Agreement" or above is None:
            return Content(self.last.entity)
        return replace(self.last, clauses=(*self.last.clauses, above))  # a proposal's words stand in its evidence

    def _relate(self, predicate: str, subject: Entity, content: Content | None, clause: Clause) -> Statement | None:
        if content is None:
            return None
        return self.make.make(
            predicate,
            subject,
            content.entity,
            clause,
            How(
                rule="approved",
                tokens=content.tokens,
                clauses=content.clauses,
                negated=relation_words().holds("refusing", self.make.roles.verb(clause)) or None,
            ),
        )

    def _approval(self, clause: Clause) -> Content | None:
        """What is approved: by a verb, by "setzt ... in Kraft", by signing the law of ratification."""
        words, verb = relation_words(), self.make.roles.verb(clause)
        if words.holds("signing", verb):
            agreement = ratified(self.agreements, clause)
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
        agreement = agreement_object(self.agreements, clause)
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
