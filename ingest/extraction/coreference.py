"""Pronouns and definite descriptions: "er", "das Land", "die Behörde", "das Blatt" → the entity they mean (contract, rule 5).

Candidates are earlier mentions of the right type. They are ranked by how near the last mention is and how often the
article (its headline above all) speaks of them; one that stands in the same clause is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from graph.statement import Entity
from ingest.extraction.lexicon import read_data
from ingest.extraction.reading import Reading
from ingest.linking.mentions import Mention
from seeds.errors import BadData
from seeds.reference import reference

_REACH = 8  # sentences to look back for a description
_REACH_PRONOUN = 3
_HEADLINE = 2.0  # an entity of the headline counts as if mentioned so many times more


@dataclass(frozen=True, slots=True)
class Description:
    """What a definite noun can stand for."""

    type: str
    kinds: frozenset[str]


@cache
def descriptions() -> Mapping[str, Description]:
    """Noun lemma → what it can stand for, from `data/coreference.yaml`."""
    nouns = read_data("coreference.yaml")["nouns"]
    if not isinstance(nouns, dict):
        raise BadData("ingest/extraction/data/coreference.yaml: nouns is a mapping")
    return {noun: Description(entry["type"], frozenset(entry.get("kinds", ()))) for noun, entry in nouns.items()}


@cache
def _words(name: str) -> frozenset[str]:
    words = read_data("coreference.yaml")[name]
    if not isinstance(words, list):
        raise BadData(f"ingest/extraction/data/coreference.yaml: {name} is a list")
    return frozenset(str(word) for word in words)


@dataclass(slots=True)
class Coreference:
    """Resolves tokens of one article; `introduced` holds unnamed people by the noun that introduced them."""

    reading: Reading
    introduced: dict[str, Entity] = field(default_factory=dict[str, Entity])
    memory: dict[int, Entity | None] = field(default_factory=dict[int, Entity | None])

    def resolve(self, token: int) -> Entity | None:
        """The entity a pronoun or description stands for, or None."""
        if token not in self.memory:
            self.memory[token] = self._resolve(token)
        return self.memory[token]

    def _resolve(self, token: int) -> Entity | None:
        tree = self.reading.tree
        word = tree.words[token].lower()
        if tree.tags[token] in ("PPER", "PPOSAT", "PDS") and word in _words("persons"):
            if word == "sie" and tree.morphs[token].get("Number") == "Plur":
                return None
            return self._nearest(token, Description("Person", frozenset()), _REACH_PRONOUN, prefer_subject=True)
        noun = tree.lemmas[token]
        if not self._definite(token):
            return None
        if noun in self.introduced:
            return self.introduced[noun]
        description = descriptions().get(noun)
        return self._nearest(token, description, _REACH, prefer_subject=False) if description else None

    def _definite(self, token: int) -> bool:
        tree = self.reading.tree
        determiners = [tree.words[c].lower() for c in tree.children[token] if tree.pos[c] == "DET"]
        if determiners:
            return any(word.startswith(tuple(_words("determiners"))) for word in determiners)
        preposition = tree.case_of(token)
        return preposition in ("im", "am", "zum", "zur", "vom", "beim", "ins", "ans") or token == tree.sentence(token)[0]

    def _nearest(self, token: int, wanted: Description, reach: int, *, prefer_subject: bool) -> Entity | None:
        tree = self.reading.tree
        here = tree.sentence_of[token]
        clause = self.reading.owner[token]
        best: tuple[float, Entity] | None = None
        taken = {m.entity.id for m in self.reading.mentions if clause and self.reading.owner[m.head] is clause}
        for mention in self.reading.mentions:
            if mention.start >= token:
                break
            distance = here - tree.sentence_of[mention.start]
            if distance > reach or mention.entity.id in taken or not self._fits(mention, wanted):
                continue
            score = self._weight(mention, token) / (1 + distance) ** 0.7
            score *= 1.6 if prefer_subject and self._is_subject(mention) else 1.0
            if best is None or score >= best[0]:
                best = (score, mention.entity)
        return best[1] if best else None

    def _fits(self, mention: Mention, wanted: Description) -> bool:
        if mention.entity.type != wanted.type or mention.form in ("adjective", "compound"):
            return False
        if not wanted.kinds:
            return True
        row = reference().entities.get(mention.entity.id)
        return row is not None and row.kind in wanted.kinds

    def _weight(self, mention: Mention, token: int) -> float:
        same = [m for m in self.reading.mentions if m.entity.id == mention.entity.id and m.start < token]
        headline = any(self.reading.tree.sentence_of[m.start] == 0 for m in same)
        return min(len(same), 5) ** 0.5 + (_HEADLINE if headline else 0.0)

    def _is_subject(self, mention: Mention) -> bool:
        clause = self.reading.owner[mention.head]
        return clause is not None and mention.head in clause.subjects
