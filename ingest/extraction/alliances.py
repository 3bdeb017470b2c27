"""Support, alliance and attack: by verbs and by nouns ("Russlands Angriffskrieg gegen die Ukraine")."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.forces import nation
from ingest.extraction.phrases import phrase
from ingest.extraction.relating import ACTOR, Relating
from ingest.extraction.relation_words import relation_words

_POWERS = frozenset({"Country", "Force"})
_GOALS = frozenset({"Country", "Place"})


@dataclass(slots=True)
class Alliances:
    """Finds support, alliance and attack in one article."""

    make: Relating

    def statements(self) -> Iterator[Statement]:
        """Clause by clause, verbs before nouns."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._supports(clause)
                yield from self._attacks(clause)
                yield from self._allies(clause)
                yield from self._nouns(clause)

    def _relate(self, predicate: str, subjects: list[Entity], objects: list[Entity], clause: Clause, **how: bool) -> Iterator[Statement]:
        for subject in subjects:
            for other in objects:
                statement = self.make.make(predicate, subject, other, clause, rule=predicate.lower(), **how)
                if statement is not None:
                    yield statement

    def _supports(self, clause: Clause) -> Iterator[Statement]:
        words, tree = relation_words(), self.make.reading.tree
        slots = words.slot("supporting", clause.verb)
        if slots:
            tokens = [*clause.objects, *clause.datives, *clause.bare] if not clause.passive else clause.subjects
            yield from self._relate("SUPPORTS", self.make.agents(clause), self._others(tokens), clause)
            return
        nouns = [o for o in (*clause.objects, *(t for p, t in clause.obliques if p in ("zu", "mit"))) if words.noun("support_nouns", tree.lemmas[o])]
        if nouns and (clause.verb in words.lists["support_verbs"] or clause.verb == "kommen"):
            below = [c for n in nouns for c in tree.children[n] if tree.case_of(c) == "für"]
            tokens = [*clause.datives, *below, *[b for b in clause.bare if b not in clause.subjects], *[o for o in clause.objects if o not in nouns]]
            yield from self._relate("SUPPORTS", self.make.agents(clause), self._others(tokens), clause)

    def _others(self, tokens: list[int]) -> list[Entity]:
        return self.make.actors_of(tokens, ACTOR)

    def _attacks(self, clause: Clause) -> Iterator[Statement]:
        words = relation_words()
        slots = words.slot("attacking", clause.verb)
        if not slots:
            return
        attackers = [e for x in self.make.agents(clause) if (e := nation(x)) is not None and e.type in _POWERS]
        tokens = (clause.subjects if clause.passive else clause.objects) if "object" in slots else [t for p, t in clause.obliques if p in slots]
        goals = [p for t in tokens for each in conjuncts(self.make.reading.tree, t) if (p := self.make.places.at(each)) is not None and p.type in _GOALS]
        yield from self._relate("ATTACKED", attackers, goals, clause)

    def _allies(self, clause: Clause) -> Iterator[Statement]:
        if clause.verb not in relation_words().lists["allying"]:
            return
        subjects = [e for e in self.make.agents(clause) if e.type in ("Country", "Organization")]
        others = [e for e in self.make.actors_of([t for p, t in clause.obliques if p == "mit"]) if e.type in ("Country", "Organization")]
        yield from self._relate("ALLIED_WITH", subjects, others, clause)

    # -- nouns

    def _nouns(self, clause: Clause) -> Iterator[Statement]:
        words, tree = relation_words(), self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] != "NOUN":
                continue
            lemma = tree.lemmas[token]
            if words.noun("alliance_nouns", lemma):
                yield from self._alliance_noun(token, clause)
            if lemma in words.lists["attack_nouns"] or words.noun("attack_nouns", lemma) and len(lemma) > 8:
                yield from self._attack_noun(token, clause)
            if lemma in words.lists["support_nouns"]:
                yield from self._support_noun(token, clause)

    def _nominal(self, predicate: str, subject: Entity, other: Entity, clause: Clause, token: int) -> Iterator[Statement]:
        start, end = phrase(self.make.reading.tree, token)
        statement = self.make.make(
            predicate, subject, other, clause, rule=f"{predicate.lower()}_noun", tokens=tuple(range(start, end)), act=True, negated=False
        )
        if statement is not None:
            yield statement

    def _parties(self, token: int, types: frozenset[str]) -> list[tuple[str | None, Entity, int]]:
        """Actors inside the phrase of a noun, with the preposition before each (shared by conjuncts)."""
        reading, tree = self.make.reading, self.make.reading.tree
        start, end = phrase(tree, token)
        found: list[tuple[str | None, Entity, int]] = []
        for mention in reading.mentions:
            if not (start <= mention.start and mention.end <= end) or mention.entity.type not in types or mention.nested:
                continue
            case = tree.case_of(mention.head)
            if case is None and tree.deps[mention.head] == "conj":
                case = tree.case_of(tree.heads[mention.head])
            if mention.form == "adjective":
                case = "adjective"
                if tree.heads[mention.head] != token:
                    continue
            found.append((case, mention.entity, mention.head))
        return found

    def _alliance_noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """"die Zusammenarbeit zwischen A und B", "As Bündnis mit B"."""
        parties = self._parties(token, frozenset({"Country", "Organization"}))
        between = [e for case, e, _ in parties if case == "zwischen"]
        if len(between) > 1:
            for first, second in combinations(between, 2):
                yield from self._nominal("ALLIED_WITH", first, second, clause, token)
            return
        with_ = [e for case, e, _ in parties if case == "mit"]
        holders = [e for case, e, _ in parties if case in (None, "adjective", "von")]
        if with_ and holders:
            yield from self._nominal("ALLIED_WITH", holders[0], with_[0], clause, token)

    def _attack_noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """"der russische Angriffskrieg gegen die Ukraine", "Russlands Überfall auf die Ukraine"."""
        parties = self._parties(token, _POWERS | _GOALS)
        behind = relation_words().lists["attack_behind"]
        goals = [e for case, e, _ in parties if case in behind and e.type in _GOALS]
        lemma = self.make.reading.tree.lemmas[token]
        if lemma in ("Invasion", "Einmarsch", "Überfall") and not goals:
            goals = [e for case, e, _ in parties[1:] if case is None and e.type in _GOALS]
        attackers = [n for case, e, _ in parties if case in (None, "adjective", "von", "durch") and (n := nation(e)) is not None and n.type in _POWERS]
        if goals and attackers and goals[0].id != attackers[0].id:
            yield from self._nominal("ATTACKED", attackers[0], goals[0], clause, token)

    def _support_noun(self, token: int, clause: Clause) -> Iterator[Statement]:
        """"die Unterstützung Nordkoreas für Russland", "Nordkoreas Hilfe für Moskau"."""
        parties = self._parties(token, ACTOR)
        goals = [e for case, e, _ in parties if case in ("für", "an")]
        givers = [e for case, e, _ in parties if case in (None, "adjective", "von", "durch")]
        if goals and givers and goals[0].id != givers[0].id:
            yield from self._nominal("SUPPORTS", givers[0], goals[0], clause, token)
