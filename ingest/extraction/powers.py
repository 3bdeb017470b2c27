"""For whom soldiers and operations act: nations of personnel, states of office holders, whose war or mission it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.statement import Entity
from ingest.counts.nouns import counted_by
from ingest.extraction.nations import country_of, nation
from ingest.extraction.phrases import name_of, phrase
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import ACTOR, Roles, Who
from ingest.linking.data import word_set
from ingest.linking.mention import Mention, unknown_entity
from seeds.reference import reference

_NAMING = frozenset({"adjective", "name", "demonym", "metonym"})
_DEFINITE = frozenset({"die", "den", "der", "diese", "deren", "dessen", "ihre", "seine"})
_PERSONNEL = frozenset({"noun", "demonym", "unit"})


@dataclass(slots=True)
class Powers:
    """Works on one article."""

    reading: Reading
    roles: Roles

    def of(self, agents: Iterable[Who]) -> list[Who]:
        """The agents, soldiers as their nation; soldiers of nobody are left out."""
        found: dict[str, Who] = {}
        for who in agents:
            power = self.nation_of(who)
            if power is not None:
                found.setdefault(power.id, Who(power, who.token))
        return list(found.values())

    def nation_of(self, who: Who) -> Entity | None:
        """Personnel ("äthiopische Soldaten") as its nation, everything else as it is."""
        counted = counted_by(self.reading.tree.words[who.token])
        personnel = counted is not None and counted.by in _PERSONNEL
        return who.entity if not personnel or who.token in self.reading.by_head else self.named_nation(who.token)

    def named_nation(self, token: int) -> Entity | None:
        """The state that an adjective or name in the phrase names."""
        start, end = phrase(self.reading.tree, token)
        inside = self.reading.mentions_in(start, end)
        return next((m.entity for m in inside if m.entity.type == "Country" and m.form in _NAMING), None)

    def among(self, tokens: Iterable[int], types: frozenset[str] = ACTOR) -> list[Who]:
        """Actors of noun phrases; "die russischen Truppen" as their nation."""
        found: list[Who] = []
        for token in tokens:
            whos = self.of(self.roles.who([token], types))
            counted = counted_by(self.reading.tree.words[token])
            personnel = not whos and counted is not None
            nation = (self.named_nation(token) or self._force_before(token)) if personnel else None
            nation = nation or (self._group_of(token) if not whos else None)
            found += whos or ([Who(nation, token)] if nation is not None else [])
        return found

    def _force_before(self, token: int) -> Entity | None:
        """ "Die Kämpfer": those of the armed group that the sentence before or this one names."""
        tree = self.reading.tree
        if tree.words[token].startswith("Regierungs"):
            return None
        definite = any(tree.words[c].lower() in _DEFINITE for c in tree.children[token])
        near = [
            m
            for m in self.reading.mentions
            if m.end <= token and m.entity.type == "Force" and tree.sentence_of[token] - tree.sentence_of[m.start] <= 1
        ]
        return near[-1].entity if near and definite else None

    def state_of(self, who: Who) -> Entity:
        """The state that a head of state, minister or state body acts for; others as they are."""
        row = reference().entities.get(who.entity.id)
        if who.entity.type == "Person":
            return (country_of(row) if row is not None else None) or self._of_office(who.entity) or who.entity
        acts_for = nation(who.entity) if who.entity.type == "Organization" else None
        return acts_for or who.entity

    def speaks_for_state(self, who: Who) -> bool:
        """Is the person named with an office of a state ("US-Aussenminister", "Bundeskanzler")? Rulers are not."""
        tree, words = self.reading.tree, relation_words()
        for mention in self.reading.mentions:
            if mention.entity.id != who.entity.id or mention.entity.type != "Person":
                continue
            title = [
                t for t in range(max(0, mention.start - 1), mention.end) if words.noun("state_offices", tree.lemmas[t])
            ]
            federal = any(tree.words[t].startswith("Bundes") for t in title)
            if title and (federal or self._state_before(mention) is not None):
                return True
        return False

    def _of_office(self, person: Entity) -> Entity | None:
        """The state a person without a row holds an office of, as the article says ("Schwedens Ministerpräsident")."""
        for mention in self.reading.mentions:
            country = self._state_before(mention) if mention.entity.id == person.id else None
            if country is not None:
                return country
        return None

    def _state_before(self, mention: Mention) -> Entity | None:
        """The state inside the phrase, or right before it ("Südkoreas | Übergangspräsident Choi")."""
        tree, by_token = self.reading.tree, self.reading.by_token
        inside = self.reading.mentions_in(mention.start, mention.end)
        before = by_token.get(mention.start - 1) if mention.start else None
        same = before is not None and tree.sentence_of[before.start] == tree.sentence_of[mention.start]
        near = [*inside, *([before] if before is not None and same else [])]
        return next((m.entity for m in near if m.entity.type == "Country"), None)

    def supported(self, tokens: list[int]) -> list[Who]:
        """Who is supported: actors, soldiers as their nation; whose war it is; a mission or operation."""
        found = [Who(self.apposed(who), who.token) for who in self.among(tokens) if not self._is_nobody(who)]
        for token in tokens if not found else ():
            if self.reading.tree.pos[token] == "NOUN":
                found += self._operation(token) or self._fighters(token)
        return found

    def _fighters(self, token: int) -> list[Who]:
        """ "die prorussischen Separatisten", "die Putschisten in Niamey": a group told by more than its noun."""
        tree = self.reading.tree
        if tree.words[token] not in word_set("units.yaml", "supported_groups") or token in self.reading.by_token:
            return []
        name = name_of(tree, token)
        return [Who(unknown_entity(name, "Force"), token)] if " " in name else []

    def _operation(self, token: int) -> list[Who]:
        """ "den Krieg des Kreml-Herrschers", "den russischen Feldzug": whose it is; "den Einsatz": the mission."""
        tree = self.reading.tree
        if not relation_words().noun("operations", tree.lemmas[token]) or tree.words[token].startswith("Regierungs"):
            return []
        owners = [
            m for m in self.reading.mentions if token in (tree.heads[m.head], m.head) and m.entity.type == "Country"
        ]
        before_goal = [m for m in owners if tree.case_of(m.head) in (None, "von")]
        if before_goal:
            return [Who(before_goal[0].entity, before_goal[0].head)]
        if relation_words().holds("wars", tree.lemmas[token]):
            return []
        missions = [m for m in self.reading.mentions if m.end <= token and m.kind == "mission"]
        return [Who(missions[-1].entity if missions else unknown_entity(tree.lemmas[token], "Organization"), token)]

    def _group_of(self, token: int) -> Entity | None:
        """ "die Rebellen der M23": the armed group they belong to."""
        tree, by_head = self.reading.tree, self.reading.by_head
        if tree.words[token] not in word_set("units.yaml", "groups"):
            return None
        inside = (by_head.get(t) for t in self.roles.inside(token, (None, "von")))
        return next((m.entity for m in inside if m is not None and m.entity.type == "Force"), None)

    def _is_nobody(self, who: Who) -> bool:
        """ "keine der Kriegsparteien"."""
        tree = self.reading.tree
        return any(tree.words[c].lower().startswith("kein") for c in (who.token, *tree.children[who.token]))

    def apposed(self, who: Who) -> Entity:
        """ "die Miliz M23": the name behind the noun."""
        tree, by_head = self.reading.tree, self.reading.by_head
        for child in tree.children[who.token] if who.entity.id.startswith("x-") else ():
            mention = by_head.get(child)
            close = mention is not None and tree.deps[child] in ("appos", "flat")
            if mention is not None and close and mention.entity.type in ("Force", "Organization"):
                return mention.entity
        return who.entity
