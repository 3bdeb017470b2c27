"""Groups taken up without names: "beide", "die vier", "beide Länder" → the people or states named together before."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.linking.mention import Mention

_REACH = 3  # sentences to look back
_NAMED = frozenset({"name", "metonym", "office"})
_NUMBERS = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
_DEFINITE = frozenset({"die", "den", "der", "diese", "diesen"})


@dataclass(slots=True)
class Groups:
    """Resolves the groups of one article."""

    reading: Reading
    memory: dict[int, tuple[Entity, ...]] = field(default_factory=dict[int, tuple[Entity, ...]])

    def of(self, token: int) -> tuple[Entity, ...]:
        """The members of the group that a phrase with this head takes up, in the order they were named, or none."""
        if token not in self.memory:
            self.memory[token] = tuple(self._resolve(token))
        return self.memory[token]

    def _resolve(self, token: int) -> list[Entity]:
        size = self.size(token)
        types = self._types(token)
        if not size or not types:
            return []
        first = self.reading.tree.sentence_of[token]
        for sentence in range(first, max(-1, first - _REACH - 1), -1):
            for type_ in types:
                found = self._named(sentence, token, type_)
                if len(found) >= size and (sentence < first or len(found) == size):
                    return found[-size:] if len(found) == size else self._together(sentence, token, type_, size)
        headline = self._named(0, token, "Country") if types == ("Country",) else []
        return headline if len(headline) == size else []  # "beide Staaten": those whom the article is about

    def size(self, token: int) -> int:
        """How many: 2 for "beide", the number for "die vier", 0 where the phrase is no such group."""
        tree = self.reading.tree
        word = tree.words[token].lower()
        before = [tree.words[c].lower() for c in tree.children[token] if c < token]
        for each in (word, *before):
            if each in ("beide", "beiden", "beider"):
                return 2
        if word in _NUMBERS and tree.words[token - 1].lower() in _DEFINITE:
            return _NUMBERS[word]
        number = next((_NUMBERS[each] for each in before if each in _NUMBERS), 0)
        return number if number and _DEFINITE & set(before) else 0

    def _types(self, token: int) -> tuple[str, ...]:
        """What the members are: "beide Länder" are states, "die beiden Präsidenten" people, "beide" alone either."""
        tree, words = self.reading.tree, relation_words()
        if tree.pos[token] not in ("NOUN", "PROPN"):
            return ("Person", "Country")
        if words.holds("state_nouns", tree.lemmas[token]):
            return ("Country",)
        return ("Person",) if words.noun("people_nouns", tree.lemmas[token]) else ()

    def _named(self, sentence: int, before: int, type_: str) -> list[Entity]:
        unique = {m.entity.id: m.entity for m in self._mentions(sentence, before, type_)}
        return list(unique.values())

    def _mentions(self, sentence: int, before: int, type_: str) -> Iterator[Mention]:
        start, end = self.reading.tree.sentences[sentence]
        for mention in self.reading.mentions:
            inside = start <= mention.start < min(end, before)
            if inside and mention.entity.type == type_ and mention.form in _NAMED and not mention.nested:
                yield mention

    def _together(self, sentence: int, before: int, type_: str, size: int) -> list[Entity]:
        """More are named than meant: those that stand side by side ("Tusk und Macron")."""
        tree = self.reading.tree
        mentions = list(self._mentions(sentence, before, type_))
        for first in range(len(mentions) - size + 1):
            run = mentions[first : first + size]
            gaps = [tree.words[a.end : b.start] for a, b in itertools.pairwise(run)]
            if all(
                not gap or gap[0] in (",", "und", "sowie") for gap in gaps
            ):  # also "lieferte Teheran Moskau Drohnen"
                return [m.entity for m in run]
        return []


def states_together(reading: Reading, token: int) -> tuple[Entity, ...]:
    """ "Beide Seiten haben Truppen verlegt", "nach einer Erklärung beider Regierungen": those named together before."""
    states = relation_words().holds("state_nouns", reading.tree.lemmas[token])
    return Groups(reading).of(token) if states else ()
