"""Who a noun phrase means: a named entity, what a pronoun stands for, or a source that is only described."""

from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.attribution_cues import cues, described_types
from ingest.extraction.coreference import Coreference
from ingest.extraction.describing import describe, is_introduced, is_medium, quoted_medium
from ingest.extraction.phrases import name_of
from ingest.extraction.reading import Reading
from ingest.linking.bodies import capital_of, stands_for
from ingest.linking.institutions import body_of, institutions
from ingest.linking.mentions import Mention, unknown_entity

_NAMED = frozenset({"name", "metonym", "office", "description", "demonym"})
_GOVERNMENTS = frozenset({"Regierung", "Führung", "Machthaber"})
_BESIDE = frozenset({"appos", "flat", "compound"})


@dataclass(slots=True)
class Actors:
    """Entities of noun phrases of one article."""

    reading: Reading
    coreference: Coreference
    described: dict[int, Entity | None] = field(default_factory=dict[int, Entity | None])

    def named(self, token: int) -> Entity | None:
        """The entity that the phrase headed by this token names, or a pronoun or description stands for."""
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.form in _NAMED:
            return mention.entity
        inner = self.reading.by_token.get(token)
        if inner is not None and inner.form in _NAMED:
            return inner.entity
        apposed = self._apposed(token)
        if apposed is not None:
            return apposed
        return self.coreference.resolve(token)

    def _apposed(self, token: int) -> Entity | None:
        """ "der Sprecher des Sicherheitsrats, John Kirby": the name hangs as an apposition."""
        tree = self.reading.tree
        for child in tree.children[token]:
            if tree.deps[child] in _BESIDE and tree.pos[child] in ("PROPN", "NOUN", "X"):
                mention = self.reading.by_head.get(child) or self.reading.by_token.get(child)
                if (
                    mention is not None
                    and mention.form == "name"
                    and mention.entity.type in ("Person", "Organization", "Force")
                ):
                    return mention.entity
        return None

    def source(self, token: int) -> Entity | None:
        """The entity of a source: as `named`, else a described one ("Quellen im russischen Geheimdienst")."""
        tree = self.reading.tree
        mention = self.reading.by_head.get(token)
        if described_types(tree.words[token], tree.lemmas[token]) and tree.pos[token] in ("NOUN", "PROPN", "ADJ"):
            if mention is not None and self._is_itself(token, mention):
                return mention.entity
            return self._apposed(token) or quoted_medium(self.reading, token) or self._described(token)
        entity = self.named(token)
        if entity is not None:
            return entity
        if tree.pos[token] == "PROPN":
            return unknown_entity(name_of(tree, token), "Organization")
        return None

    def speaker(self, token: int) -> Entity | None:
        """As `source`; a capital that speaks is its government ("hieß es in Kinshasa")."""
        entity = self.source(token)
        if entity is not None and entity.type == "Place":
            return stands_for(entity)
        return entity

    def _is_itself(self, token: int, mention: Mention) -> bool:
        """Does the mention name the described one, and not only a part of the word ("Nato-Diplomat")?"""
        if mention.form not in _NAMED:
            return False
        return mention.entity.type == "Person" or not self._is_one_of(token)

    def _is_one_of(self, token: int) -> bool:
        """ "ein ranghoher US-Militär" is one of the forces, not the forces."""
        tree = self.reading.tree
        types = described_types(tree.words[token], tree.lemmas[token])
        return "Person" in types and is_introduced(self.reading, token)

    def _described(self, token: int) -> Entity | None:
        if token not in self.described:
            resolved = None if is_introduced(self.reading, token) else self.coreference.resolve(token)
            known = self._of_medium(token) or resolved or self._government(token) or self._body_of_the_land(token)
            self.described[token] = known if known is not None else describe(self.reading, token)
        return self.described[token]

    def _of_medium(self, token: int) -> Entity | None:
        """ "der russische Dienst der BBC": what a part of a medium says, the medium says."""
        tree = self.reading.tree
        if not {tree.words[token], tree.lemmas[token]} & cues().desks:
            return None
        owners = [c for c in tree.children[token] if c > token and tree.deps[c] == "nmod" and tree.case_of(c) is None]
        return next((self.named(c) for c in owners if is_medium(self.reading, c)), None)

    def _body_of_the_land(self, token: int) -> Entity | None:
        """ "die Streitkräfte des Landes": the body of the state that "das Land" means here."""
        tree = self.reading.tree
        noun = next((form for form in (tree.words[token], tree.lemmas[token]) if form in institutions()), None)
        if noun is None:
            return None
        for child in tree.children[token]:
            if child > token and tree.case_of(child) is None and tree.pos[child] == "NOUN":
                owner = self.coreference.resolve(child)
                if owner is not None and owner.type == "Country":
                    return body_of(owner, noun)[0]
        return None

    def _government(self, token: int) -> Entity | None:
        """ "die Regierung in Abuja" is the state whose capital that is."""
        tree = self.reading.tree
        if tree.lemmas[token] == "Seite":  # "von ukrainischer Seite"
            adjective = self.reading.by_head.get(token - 1)
            return adjective.entity if adjective is not None and adjective.form == "adjective" else None
        place = self.reading.by_head.get(token + 2)
        if tree.lemmas[token] not in _GOVERNMENTS or place is None or tree.words[token + 1] != "in":
            return None
        return capital_of(place.entity)
