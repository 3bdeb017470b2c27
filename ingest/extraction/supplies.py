"""Arms deliveries: who supplies whom, with what."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.forces import country_of
from ingest.extraction.phrases import name_of
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.linking.mentions import unknown_entity
from seeds.reference import reference

_SUPPLIER = frozenset({"Country", "Organization"})
_RECIPIENT = frozenset({"Country", "Organization", "Force"})
_TO = frozenset({"an", "nach", "für", "in"})


@dataclass(slots=True)
class Supplies:
    """Finds arms deliveries in one article."""

    make: Relating

    def statements(self) -> Iterator[Statement]:
        """Clause by clause: verbs of delivery with weapons, then nouns ("Waffenlieferungen an Kiew")."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._delivered(clause)
                yield from self._delivery_nouns(clause)

    def _delivered(self, clause: Clause) -> Iterator[Statement]:
        words = relation_words()
        if clause.verb not in words.lists["supplying"]:
            return
        items = self._items(clause)
        if not items:
            return
        suppliers, recipients = self._parties(clause)
        for supplier in suppliers:
            for recipient in recipients:
                statement = self.make.make("SUPPLIES_WEAPONS_TO", supplier, recipient, clause, rule="supply", items=tuple(items))
                if statement is not None:
                    yield statement

    def _parties(self, clause: Clause) -> tuple[list[Entity], list[Entity]]:
        words = relation_words()
        if clause.verb in words.lists["receiving"]:
            givers = self._countries([t for p, t in clause.obliques if p in ("von", "aus")]) or self._makers(clause)
            return givers, self._actors(clause.subjects, _RECIPIENT)
        suppliers = [e for e in self._suppliers(clause) if e.type in _SUPPLIER]
        taken = {e.id for e in suppliers}
        tokens = [*clause.datives, *(t for p, t in clause.obliques if p in _TO)]
        if clause.verb in words.lists["supplying_with"]:
            tokens += clause.objects
        recipients = [e for e in self._countries(tokens) if e.id not in taken]
        if not recipients:
            loose = [*clause.bare, *clause.subjects[1:], *clause.objects]
            recipients = [e for e in self._countries(loose) if e.id not in taken]
        return suppliers, recipients[:1] if len(recipients) > 1 and not self._joined(tokens) else recipients

    def _joined(self, tokens: list[int]) -> bool:
        return any(len(conjuncts(self.make.reading.tree, t)) > 1 for t in tokens)

    def _suppliers(self, clause: Clause) -> list[Entity]:
        if clause.passive:
            return self._countries([t for p, t in clause.obliques if p in ("von", "aus")])
        subjects = clause.subjects[:1] or [b for b in clause.bare if self.make.reading.tree.morphs[b].get("Case") == "Nom"]
        return self._countries(subjects)

    def _makers(self, clause: Clause) -> list[Entity]:
        """"iranische Raketen erhalten": the adjective names the giver."""
        tree = self.make.reading.tree
        objects = set(clause.objects)
        return [m.entity for m in self.make.reading.mentions if m.form == "adjective" and tree.heads[m.head] in objects]

    def _actors(self, tokens: list[int], types: frozenset[str]) -> list[Entity]:
        return self.make.actors_of(tokens, types)

    def _countries(self, tokens: list[int]) -> list[Entity]:
        """Actors; for a person (a head of state) the country, as with forces."""
        found: dict[str, Entity] = {}
        for entity in self.make.actors_of(tokens):
            row = reference().entities.get(entity.id)
            country = country_of(row) if row is not None and row.type == "Person" else None
            spoken = country is not None and any(m.entity.id == country.id for m in self.make.reading.mentions)
            actor = country if country is not None and spoken else entity
            if actor.type in _RECIPIENT:
                found.setdefault(actor.id, actor)
        for token in tokens:
            for each in conjuncts(self.make.reading.tree, token):
                place = self.make.places.at(each)
                if place is not None and place.type == "Country":
                    found.setdefault(place.id, place)
        return list(found.values())

    def _items(self, clause: Clause) -> list[Entity]:
        words = relation_words()
        tokens = [*clause.objects, *(clause.subjects if clause.passive else ())]
        tokens += [t for p, t in clause.obliques if p == "mit"] if clause.verb in words.lists["supplying_with"] else []
        tokens += [b for b in clause.bare if self.make.reading.tree.morphs[b].get("Case") != "Nom"]
        found: dict[str, Entity] = {}
        for token in tokens:
            for item in self._weapons(token):
                found.setdefault(item.id, item)
        return list(found.values())

    def _weapons(self, token: int) -> Iterator[Entity]:
        tree, words = self.make.reading.tree, relation_words()
        for each in conjuncts(tree, token):
            lemma = tree.lemmas[each].lower()
            inside = [c for c in tree.children[each] if tree.deps[c] in ("nmod", "appos", "conj") and tree.case_of(c) in ("mit", "voller", None)]
            if any(lemma.endswith(word) for word in words.lists["containers"]):
                for child in inside:
                    yield from self._weapons(child)
            elif self.is_weapon(each):
                yield self._weapon(each)

    def is_weapon(self, token: int) -> bool:
        """A weapon by its name in the tables, or by its noun ("Artilleriegeschosse")."""
        tree, words = self.make.reading.tree, relation_words()
        mention = self.make.reading.by_head.get(token)
        if mention is not None and mention.entity.type == "Weapon":
            return True
        low = tree.lemmas[token].lower()
        forms = {low, low.removesuffix("n"), low.removesuffix("en"), low.removesuffix("e"), low.removesuffix("s")}
        return tree.pos[token] in ("NOUN", "PROPN") and not forms & words.lists["no_weapons"] and any(
            form.endswith(word) for form in forms for word in words.lists["weapons"]
        )

    def _weapon(self, token: int) -> Entity:
        tree = self.make.reading.tree
        mention = self.make.reading.by_head.get(token)
        if mention is not None and mention.entity.type == "Weapon":
            return mention.entity
        named = [c for c in tree.children[token] if (m := self.make.reading.by_head.get(c)) is not None and m.entity.type == "Weapon"]
        if named:
            return self.make.reading.by_head[named[0]].entity
        name = name_of(tree, token, words=4)
        words = [w for w in name.split() if not w[0].isdigit() and w.lower() not in ("rund", "etwa", "mindestens", "weitere", "mehr", "als", "zwischen", "und", "über")]
        return unknown_entity(" ".join(words) or tree.words[token], "Weapon")

    def _delivery_nouns(self, clause: Clause) -> Iterator[Statement]:
        """"die Lieferung von Waffen an die Ukraine", "Waffenlieferungen an Kiew durch Seoul"."""
        words, tree = relation_words(), self.make.reading.tree
        for token in self.make.reading.own_tokens(clause):
            if tree.pos[token] != "NOUN" or not words.noun("supply_nouns", tree.lemmas[token]):
                continue
            items = self._nominal_items(token)
            recipients = self._countries([c for c in tree.children[token] if tree.case_of(c) in ("an", "nach", "für")])
            suppliers = self._countries([c for c in tree.children[token] if tree.case_of(c) in ("durch", "aus", "von", None) and tree.pos[c] in ("PROPN", "NOUN")])
            suppliers = [s for s in suppliers if s.type in _SUPPLIER] or [s for s in self._countries(clause.subjects[:1]) if s.type in _SUPPLIER]
            if not (items and recipients and suppliers):
                continue
            statement = self.make.make(
                "SUPPLIES_WEAPONS_TO", suppliers[0], recipients[0], clause, rule="delivery", items=items, negated=False,
                modality=self._nominal_modality(clause),
            )
            if statement is not None:
                yield statement

    def _nominal_modality(self, clause: Clause) -> str | None:
        return "possible" if clause.verb in ("prüfen", "erwägen", "ausschließen", "überlegen", "nachdenken", "beschleunigen") else None

    def _nominal_items(self, token: int) -> tuple[Entity, ...]:
        tree = self.make.reading.tree
        inside = [w for c in tree.children[token] if tree.case_of(c) in ("von", "mit", None) for w in self._weapons(c)]
        lemma = tree.lemmas[token]
        first = lemma.removesuffix("lieferung").removesuffix("hilfe")
        compound = {"Waffen": "Waffen", "Munitions": "Munition", "Raketen": "Raketen", "Rüstungs": "Rüstungsgüter"}.get(first)
        return tuple(inside) or ((unknown_entity(compound, "Weapon"),) if compound else ())
