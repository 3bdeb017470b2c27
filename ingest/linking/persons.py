"""Persons of one article: a surname is the person named in full before, a title belongs to its name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.extraction.tree import Tree
from ingest.linking.data import word_set
from ingest.linking.gazetteer import surnames
from ingest.linking.mention import Mention, entity_of, folded
from seeds.reference import ReferenceEntity, reference

_NEAR = 2  # sentences


@cache
def folded_persons() -> Mapping[str, ReferenceEntity]:
    """Key of a full name in any transliteration → the row; keys that two rows share are left out."""
    found: dict[str, ReferenceEntity | None] = {}
    for row in reference().entities.values():
        if row.type == "Person":
            for name in {row.name, *row.aliases}:
                key = folded(name)
                if " " in key:
                    found[key] = row if found.get(key, row) is row else None
    return {key: row for key, row in found.items() if row is not None}


@dataclass(slots=True)
class Persons:
    """The persons of one article by the words they may be called by."""

    tree: Tree
    named: dict[str, Mention] = field(default_factory=dict[str, Mention])
    spoken: set[str] = field(default_factory=set[str])

    def join(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions with surnames and other spellings linked to the person the article names in full."""
        full = [self._spelled(m) if m.entity.type == "Person" else m for m in mentions]
        for mention in full:
            if mention.entity.type == "Person" and mention.end - mention.start > 1:
                self._call(mention)
        return [self._resolved(m) for m in full]

    def _call(self, mention: Mention) -> None:
        """ "Holger Brandis" is called Brandis later on; Korean, Chinese and Vietnamese names by their first word."""
        words = mention.entity.name.split() if mention.entity.id.startswith("x-") else self._said(mention)
        self.spoken.add(mention.entity.id)
        self.named.setdefault(words[-1], mention)
        if words[0] in word_set("titles.yaml", "surnames_first"):
            self.named.setdefault(words[0], mention)

    def _said(self, mention: Mention) -> list[str]:
        words = [self.tree.words[t] for t in range(mention.start, mention.end)]
        name = reference().entities[mention.entity.id].name.split()
        return [*words[:-1], words[-1].removesuffix("s") if not name[-1].endswith("s") else words[-1]]

    def _spelled(self, mention: Mention) -> Mention:
        """An unknown full name that is a known one in another transliteration."""
        if not mention.entity.id.startswith("x-") or " " not in mention.entity.name:
            return mention
        row = folded_persons().get(folded(mention.entity.name))
        return replace(mention, entity=entity_of(row), certainty=0.9) if row is not None else mention

    def _resolved(self, mention: Mention) -> Mention:
        if mention.end - mention.start > 1 or mention.form not in ("name", "compound"):
            return mention
        word = self.tree.words[mention.start]
        if mention.form == "compound":
            word = word.split("-", 1)[0]
        known = mention.entity
        if known.type != "Person" and not known.id.startswith("x-") and self.tree.doc[mention.start].ent_type_ != "PER":
            return mention
        for name in (word, word.removesuffix("s"), word.rstrip("'’")):
            person = self.named.get(name)
            if person is not None and person.entity.id != known.id and not self._default(mention, name, person):
                return replace(mention, entity=person.entity, kind="", certainty=0.9)
        return mention

    def _default(self, mention: Mention, name: str, other: Mention) -> bool:
        """ "Kim" stays the one whom it means by itself unless another Kim has just been named and he has not."""
        if name not in surnames():
            return False
        sentences = self.tree.sentence_of
        near = 0 <= sentences[mention.start] - sentences[other.start] <= _NEAR
        return mention.form == "compound" or mention.entity.id in self.spoken or not near
