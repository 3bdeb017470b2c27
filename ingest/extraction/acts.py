"""Acts of speech as relations: who confirmed, denied, warned of, feared, criticized, rejected, proposed what."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.proposals import Content, clause_content, noun_content
from ingest.extraction.relating import ACTOR, Relating
from ingest.extraction.relation_words import relation_words

_POINTING = frozenset({"das", "dies", "es", "dem"})
_CONTENT_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "obj", "acl"})


@dataclass(slots=True)
class Acts:
    """Finds acts of speech in one article."""

    make: Relating

    def statements(self) -> Iterator[Statement]:
        """All acts in text order."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._act(clause)
                yield from self._concern(clause)
                yield from self._accusation(clause)

    def _act(self, clause: Clause) -> Iterator[Statement]:
        act = relation_words().acts.get(clause.verb)
        if act is None:
            return
        subjects = self.make.agents(clause)
        if not subjects:
            return
        contents = list(self._contents(clause, act.behind))
        for content in contents:
            predicate = self._predicate(act.predicate, clause, content)
            for subject in subjects:
                yield from self._one(predicate, subject, content, clause)
        if not contents and act.predicate == "WARNED":
            yield from self._addressees(subjects, clause)

    def _one(self, predicate: str, subject: Entity, content: Content, clause: Clause) -> Iterator[Statement]:
        statement = self.make.make(
            predicate, subject, content.entity, clause, rule="act", tokens=content.tokens, clauses=content.clauses, act=True, located=True
        )
        if statement is not None:
            yield statement

    def _predicate(self, predicate: str, clause: Clause, content: Content) -> str:
        """"weist zurück" is a denial of an allegation and a rejection of a demand."""
        words = relation_words()
        if clause.verb not in ("zurückweisen", "abweisen"):
            return predicate
        lemmas = {self.make.reading.tree.lemmas[t] for t in content.tokens}
        demand = any(words.noun("demands", lemma) for lemma in lemmas)
        return "REJECTED" if demand else "DENIED"

    def _contents(self, clause: Clause, behind: frozenset[str]) -> Iterator[Content]:
        reading = self.make.reading
        tree = reading.tree
        found = False
        objects = clause.subjects if clause.passive else clause.objects
        for token in objects:
            if tree.pos[token] in ("PRON", "DET") or tree.words[token].lower() in _POINTING:
                continue
            if clause.verb in ("auffordern", "bitten", "warnen", "drängen") and self.make.actors_of([token]):
                continue
            content = noun_content(reading, token)
            if content is not None:
                found = True
                yield content
        for preposition, token in clause.obliques:
            if preposition in behind and not (found and preposition in ("nach", "an", "für", "auf")):
                content = noun_content(reading, token)
                if content is not None and not self._is_addressee(preposition, token):
                    found = True
                    yield content
        if found:
            return
        yield from self._clausal(clause)

    def _is_addressee(self, preposition: str, token: int) -> bool:
        mention = self.make.reading.by_head.get(token)
        return mention is not None and mention.entity.type in ("Person", "Country") or preposition in ("an", "nach")

    def _clausal(self, clause: Clause) -> Iterator[Content]:
        reading = self.make.reading
        for child in clause.children:
            if child.relation in _CONTENT_CLAUSES and child.mark not in ("wie", "wenn", "falls", "nachdem", "weil", "da", "um", "während", "als"):
                content = clause_content(reading, child)
                if content is not None:
                    yield content
                    return
        yield from self._pointed(clause)

    def _pointed(self, clause: Clause) -> Iterator[Content]:
        """"Teheran bestreitet das.": the content is the sentence (or clause) before."""
        reading = self.make.reading
        tree = reading.tree
        tokens = [t for t in (*clause.objects, *clause.subjects, *clause.bare) if tree.words[t].lower() in _POINTING]
        if not tokens:
            return
        here = tree.sentence_of[clause.head]
        earlier = [c for c in reading.clauses[here] if c.end <= tokens[0] and c is not clause and c not in clause.ancestors()]
        if not earlier and here > 0 and tokens[0] <= tree.sentences[here][0] + 4:
            earlier = reading.clauses[here - 1]
        for candidate in earlier:
            if candidate.verb in relation_words().acts and len(earlier) > 1:
                continue
            content = clause_content(reading, candidate)
            if content is not None:
                yield content
                return

    def _addressees(self, subjects: list[Entity], clause: Clause) -> Iterator[Statement]:
        """"Moskau warnte Seoul": without a content the one who is warned."""
        for other in self.make.actors_of(clause.objects):
            for subject in subjects:
                statement = self.make.make("WARNED", subject, other, clause, rule="act", act=True, located=True)
                if statement is not None:
                    yield statement

    def _concern(self, clause: Clause) -> Iterator[Statement]:
        """"äußerte Besorgnis über X", "zeigte sich besorgt über X", "X beunruhigt Y"."""
        words, tree = relation_words(), self.make.reading.tree
        if words.holds("worrying_verbs", clause.verb) and not clause.passive:
            yield from self._worries(clause)
            return
        if not words.holds("concern_verbs", clause.verb):
            return
        carriers = [t for t in self.make.reading.own_tokens(clause) if self._carries_concern(t)]
        if not carriers:
            return
        subjects = self.make.agents(clause)
        for token in self._concern_objects(clause, carriers):
            content = noun_content(self.make.reading, token)
            if content is None:
                continue
            for subject in subjects:
                yield from self._one("CONCERNED_ABOUT", subject, content, clause)
        if not list(self._concern_objects(clause, carriers)):
            for child in clause.children:
                content = clause_content(self.make.reading, child) if child.mark == "dass" else None
                for subject in subjects if content is not None else []:
                    if content is not None:
                        yield from self._one("CONCERNED_ABOUT", subject, content, clause)
        del tree

    def _carries_concern(self, token: int) -> bool:
        words, tree = relation_words(), self.make.reading.tree
        return words.noun("concern_nouns", tree.lemmas[token]) or tree.words[token].lower() in words.lists["concern_adjectives"]

    def _concern_objects(self, clause: Clause, carriers: list[int]) -> Iterator[int]:
        words, tree = relation_words(), self.make.reading.tree
        seen: set[int] = set()
        candidates = [t for _, t in clause.obliques]
        candidates += [c for carrier in carriers for c in tree.children[carrier]]
        for token in candidates:
            if tree.case_of(token) in words.lists["concern_behind"]:
                for each in conjuncts(tree, token):
                    if each not in seen:
                        seen.add(each)
                        yield each

    def _worries(self, clause: Clause) -> Iterator[Statement]:
        for token in clause.subjects:
            content = noun_content(self.make.reading, token)
            for subject in self.make.actors_of(clause.objects) if content is not None else []:
                if content is not None:
                    yield from self._one("CONCERNED_ABOUT", subject, content, clause)

    def _accusation(self, clause: Clause) -> Iterator[Statement]:
        """"Kiew wirft Iran vor, ...": the accused is criticized."""
        if not relation_words().holds("accusing_verbs", clause.verb):
            return
        accused = self.make.actors_of([*clause.datives, *clause.objects, *clause.bare], ACTOR)
        for subject in self.make.agents(clause):
            for other in accused:
                if other.id == subject.id:
                    continue
                statement = self.make.make("CRITICIZED", subject, other, clause, rule="accusation", act=True)
                if statement is not None:
                    yield statement
                    return
