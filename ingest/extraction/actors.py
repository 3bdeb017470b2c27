"""Who a noun phrase means: a named entity, what a pronoun stands for, or a source that is only described."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from graph.statement import Entity
from ingest.extraction.coreference import Coreference
from ingest.extraction.lexicon import read_data
from ingest.extraction.phrases import name_of, plural
from ingest.extraction.reading import Reading
from ingest.linking.mentions import unknown_entity
from seeds.errors import BadData

_NAMED = frozenset({"name", "metonym", "office", "description", "demonym"})


@cache
def described_nouns() -> Mapping[str, str]:
    """Noun lemma → Person or Organization, for sources without a name."""
    described = read_data("attribution.yaml")["described"]
    if not isinstance(described, dict):
        raise BadData("ingest/extraction/data/attribution.yaml: described is a mapping")
    return {str(noun): str(kind) for kind, nouns in described.items() for noun in nouns}


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
        """"der Sprecher des Sicherheitsrats, John Kirby": the name hangs as an apposition."""
        tree = self.reading.tree
        for child in tree.children[token]:
            if tree.deps[child] in ("appos", "flat", "compound") and tree.pos[child] in ("PROPN", "NOUN", "X"):
                mention = self.reading.by_head.get(child) or self.reading.by_token.get(child)
                if mention is not None and mention.form == "name" and mention.entity.type in ("Person", "Organization", "Force"):
                    return mention.entity
        return None

    def source(self, token: int) -> Entity | None:
        """The entity of a source: as `named`, else a described one ("Quellen im russischen Geheimdienst")."""
        tree = self.reading.tree
        if self._is_described(token):
            mention = self.reading.by_head.get(token)
            if mention is not None and mention.form == "name" and not self._introduces(token):
                return mention.entity
            apposed = self._apposed(token)
            if apposed is not None:
                return apposed
            resolved = self.coreference.resolve(token)
            return resolved if resolved is not None else self._describe(token)
        entity = self.named(token)
        if entity is not None:
            return entity
        if tree.pos[token] == "PROPN":
            return unknown_entity(name_of(tree, token), "Organization")
        return None

    def _introduces(self, token: int) -> bool:
        tree = self.reading.tree
        return any(tree.words[c].lower() in ("ein", "eine", "einem", "einen", "einer") for c in tree.children[token])

    def _is_described(self, token: int) -> bool:
        return self._described_type(token) is not None

    def _described_type(self, token: int) -> str | None:
        tree = self.reading.tree
        if tree.pos[token] not in ("NOUN", "PROPN", "ADJ"):
            return None
        nouns = described_nouns()
        lemma = tree.lemmas[token]
        for form in (lemma, lemma.rstrip("n"), lemma.rstrip("en"), lemma + "r", lemma.removesuffix("e") + "er"):
            if form in nouns:
                return nouns[form]
        last = lemma.rsplit("-", 1)[-1]
        if last != lemma and last[:1].isupper() and last in nouns:
            return nouns[last]
        return next((nouns[noun] for noun in nouns if len(noun) > 4 and lemma.lower().endswith(noun.lower())), None)

    def _describe(self, token: int) -> Entity | None:
        if token not in self.described:
            tree = self.reading.tree
            kind = self._described_type(token) or "Organization"
            kind = "Organization" if plural(tree, token) else kind
            name = name_of(tree, token)
            entity = unknown_entity(name, kind) if name else None
            self.described[token] = entity
            if entity is not None and self._introduces(token):
                self.coreference.introduced[tree.lemmas[token]] = entity
        return self.described[token]
