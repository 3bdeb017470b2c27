"""Weapons as they are named: what is delivered, without numbers ("ein Flugabwehrsystem vom Typ Iris-T" → Iris-T)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.clauses import Clause
from ingest.extraction.phrases import name_of
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Roles
from ingest.linking.mention import unknown_entity

_WORDS = 4  # of an item's name
_FROM_OR_TO = frozenset({"aus", "an", "nach", "für", "in"})  # where they come from and go to is no part of it


@dataclass(slots=True)
class Weapons:
    """Finds the weapons of one article's deliveries."""

    reading: Reading
    roles: Roles

    def delivered(self, clause: Clause) -> tuple[Entity, ...]:
        """The weapons that a clause of delivery is about: its objects, what it equips with, what containers hold."""
        words, verb = relation_words(), self.roles.verb(clause)
        with_ = words.holds("supplying_with", verb)
        tokens = [*self.roles.things(clause), *self.roles.loose(clause)]
        tokens += clause.subjects if words.holds("coming", verb) else []
        tokens += self.roles.behind(clause, ("mit",)) if with_ or self._has_container(tokens) else []
        tokens += [t for t in self.reading.own_tokens(clause) if with_ and self._is_hung(t, "mit")]
        tokens += [c for t in tokens for c in self.reading.tree.children[t] if self._is_beside(t, c)]
        return self._unique(tokens)

    def _is_hung(self, token: int, preposition: str) -> bool:
        """ "versorgt die Huthi nach Ansicht von Diensten mit Raketen", with "mit Raketen" hung on the noun before."""
        return self.reading.tree.case_of(token) == preposition and self.is_weapon(token)

    def _is_beside(self, token: int, child: int) -> bool:
        """ "lieferte dem Verband 18 Haubitzen", with the weapons taken for an apposition of who gets them."""
        tree = self.reading.tree
        return tree.deps[child] == "appos" and not self.is_weapon(token) and self.is_weapon(child)

    def right_at(self, token: int) -> tuple[Entity, ...]:
        """The weapons whose phrase begins at a token ("zwei Raketenwerfer")."""
        tree = self.reading.tree
        _, end = tree.sentence(token) if token < len(tree) else (0, 0)
        while token < end and tree.pos[token] in ("NUM", "ADJ", "ADV", "DET"):
            token += 1
        return self._unique([token]) if token < end else ()

    def of_delivery(self, noun: int) -> tuple[Entity, ...]:
        """The weapons of a noun of delivery: "Lieferung von Waffen", "Munitionslieferungen"."""
        inside = self._unique(self.roles.inside(noun, ("von", "mit", None)))
        first = self.reading.tree.lemmas[noun].lower().removesuffix("lieferung").removesuffix("hilfe")
        return inside or tuple(
            unknown_entity(name, "Weapon") for name in relation_words().frames["delivered"].get(first, ())
        )

    def _unique(self, tokens: Iterable[int]) -> tuple[Entity, ...]:
        found: dict[str, Entity] = {}
        for token in tokens:
            for item in self._in_phrase(token):
                found.setdefault(item.id, item)
        return tuple(found.values())

    def _has_container(self, tokens: list[int]) -> bool:
        return any(self._is_container(t) for t in tokens)

    def _is_container(self, token: int) -> bool:
        return relation_words().noun("containers", self.reading.tree.lemmas[token])

    def _in_phrase(self, token: int) -> Iterator[Entity]:
        for each in self.roles.joined(token):
            if self._is_container(each):
                for child in self.roles.inside(each, ("mit", "voller", "voll", None)):
                    yield from self._in_phrase(child)
            elif self.is_weapon(each):
                yield self._weapon(each)
                yield from (item for t in self._beside_type(each) for item in self._in_phrase(t))

    def _beside_type(self, token: int) -> list[int]:
        """ "Radpanzer vom Typ Piranha und Munition", with "Munition" joined to the type."""
        tree = self.reading.tree
        if tree.words[token + 1 : token + 3] != ["vom", "Typ"]:
            return []
        inside = (token + 2, token + 3)
        return [
            c for t in inside if t < len(tree) for c in tree.children[t] if tree.deps[c] == "conj" and c > token + 3
        ]

    def is_weapon(self, token: int) -> bool:
        """A weapon by the tables, by its noun ("Artilleriegeschosse") or an adjective ("gepanzerte Fahrzeuge")."""
        tree, words = self.reading.tree, relation_words()
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.entity.type == "Weapon":
            return True
        if tree.pos[token] not in ("NOUN", "PROPN") or words.noun("no_weapons", tree.lemmas[token]):
            return False
        armed = any(
            words.noun("armed_adjectives", tree.lemmas[c]) for c in tree.children[token] if tree.tags[c] == "ADJA"
        )
        typed = words.noun("vehicles", tree.lemmas[token]) and tree.words[token + 1 : token + 3] == ["vom", "Typ"]
        return armed or typed or any(words.noun("weapons", form) for form in (tree.lemmas[token], tree.words[token]))

    def _weapon(self, token: int) -> Entity:
        """Its name: the one of the tables, the type ("vom Typ Iris-T"), else the noun with its adjectives."""
        tree = self.reading.tree
        for near in (token, *tree.children[token], *(g for c in tree.children[token] for g in tree.children[c])):
            mention = self.reading.by_head.get(near)
            if mention is not None and mention.entity.type == "Weapon":
                return mention.entity
        behind = self._type_behind(token)
        if behind is not None:
            return behind
        numbers = {tree.words[t].lower() for t in tree.subtree(token) if tree.pos[t] == "NUM"}
        named = name_of(tree, token, words=_WORDS).split()
        end = next((i for i, w in enumerate(named) if i and w in _FROM_OR_TO), len(named))
        none = self._no_part(token)
        words = [w for w in named[:end] if not self._counts(w, numbers) and w not in none]
        said = self._type_words(token)
        if said and words[-2:] != said[-2:]:
            words = [*(w for w in words if w not in said), *said]
        return unknown_entity(" ".join(words) or tree.words[token], "Weapon")

    def _no_part(self, token: int) -> set[str]:
        """ "exportierte heimlich Munition", "Taiwan Harpoon-Raketen verkaufen": how, and who gets them."""
        tree, mentions = self.reading.tree, self.reading.by_token
        before = [t for t in tree.subtree(token) if t < token]
        adverbs = {tree.words[t] for t in before if tree.tags[t] in ("ADJD", "ADV", "APPR")}
        states = (t for t in before if t in mentions and mentions[t].form in ("name", "metonym"))
        return adverbs | {tree.words[t] for t in states if mentions[t].entity.type == "Country"}

    def _counts(self, word: str, numbers: set[str]) -> bool:
        """Is it a number or a word beside one? Items are named without."""
        return word[0].isdigit() or relation_words().holds("counting_words", word.lower()) or word.lower() in numbers

    def _type_behind(self, token: int) -> Entity | None:
        """ "Drohnen vom Typ Bayraktar", where the parser hangs the type on the verb."""
        tree = self.reading.tree
        if tree.words[token + 1 : token + 2] not in (["vom"], ["des"], ["der"]):
            return None
        near = (m for m in self.reading.mentions if token + 1 < m.start <= token + 3 or m.head == token + 2)
        return next((m.entity for m in near if m.entity.type == "Weapon"), None)

    def _type_words(self, token: int) -> list[str]:
        """The words of a type that no table knows ("Kampfpanzer vom Typ K2")."""
        tree = self.reading.tree
        said = tree.words[token + 1 : token + 3] == ["vom", "Typ"]
        return [word.rstrip(".,") for word in tree.words[token + 1 : token + 4]] if said else []
