"""Names that no table has: units by their noun and number, and the persons, organizations, places of the model."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from graph.statement import Entity
from ingest.extraction.tree import Tree
from ingest.linking.data import word_set, words_to
from ingest.linking.inflection import stem_of
from ingest.linking.lookup import said
from ingest.linking.mention import Mention, unknown_entity

_ORDINAL = frozenset({"NUM", "ADJ", "X", "PROPN"})
_QUOTES = frozenset("„“”\"»«›‹‚‘’'")
_TYPES = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


@dataclass(slots=True)
class Unknown:
    """Works on one article; `taken`: tokens that known names cover, `compounds`: those whose first part is one,
    `places`: of the taken ones those of states and places, which may be part of a longer name.
    """

    tree: Tree
    taken: set[int]
    compounds: set[int]
    places: set[int]

    def find(self) -> Iterator[Mention]:
        """Units first, then what is left of the model's names; the tokens found are taken."""
        for mention in self._units():
            self.taken.update(range(mention.start, mention.end))
            yield mention
        for span in self.tree.doc.ents:
            name = self._name(span)
            if name is not None:
                self.taken.update(range(name.start, name.end))
                yield name

    def _units(self) -> Iterator[Mention]:
        tree = self.tree
        units = tuple(word_set("units.yaml", "units"))
        for token, pos in enumerate(tree.pos):
            if pos not in ("NOUN", "PROPN") or token in self.taken:
                continue
            word = tree.words[token]
            if word.lower().removesuffix("s").endswith(units) or word.lower().endswith(units):
                yield from self._unit(token)
            elif word.rsplit("-", 1)[-1] in word_set("units.yaml", "groups"):
                yield from self._group(token)
            elif word in word_set("units.yaml", "missions"):
                yield from self._named(token, "mission")

    def _unit(self, token: int) -> Iterator[Mention]:
        """ "47. mechanisierte Brigade", "XI. Korps", "Panzerbrigade 45", "Brigade Asow"."""
        tree, start = self.tree, token
        while start > 0 and tree.pos[start - 1] == "ADJ" and tree.words[start - 1][:1].islower():
            start -= 1
        if start > 0 and _is_ordinal(tree.words[start - 1]) and start - 1 not in self.taken:
            yield self._force(start - 1, token + 1, token, "unit")
        elif token + 1 < len(tree) and tree.words[token + 1].isdigit():
            yield self._force(token, token + 2, token, "unit")
        elif token not in self.compounds and self._is_regional(tree.words[token]):
            name = tree.words[token]
            name = name.removesuffix("s") if name.endswith("kommandos") else name
            yield Mention(token, token + 1, token, unknown_entity(name, "Force"), "name", "unit", 0.7)
        else:
            yield from self._named(token, "unit")

    def _is_regional(self, word: str) -> bool:
        """ "Westkommando", "Nordflotte": a unit named by its part of the country."""
        low = word.lower()
        first = next((d for d in word_set("units.yaml", "directions") if low.startswith(d)), "")
        rest = low.removeprefix(first).removesuffix("s")
        return bool(first) and rest.removesuffix("r") in word_set("units.yaml", "regional")

    def _named(self, token: int, kind: str) -> Iterator[Mention]:
        """A noun with a name beside it that no table has: "Brigade Kastus", "Mission Barkhane"."""
        tree = self.tree
        start = end = token + 1
        if start < len(tree) and tree.words[start] in _QUOTES:
            start = end = start + 1
        while end < len(tree) and tree.pos[end] == "PROPN" and end not in self.taken:
            end += 1
        if end > start and tree.heads[start] in (token, *range(start, end)):
            yield Mention(token, end, token, unknown_entity(self._text(start, end), "Force"), "name", kind, 0.7)

    def _group(self, token: int) -> Iterator[Mention]:
        """ "Tuareg-Rebellen", "kolumbianische Söldner": armed people who are a force without being a state's."""
        tree, word = self.tree, self.tree.words[token]
        if "-" in word:
            if token in self.compounds:
                return
            yield Mention(token, token + 1, token, unknown_entity(word, "Force"), "name", "armed_group", 0.7)
        elif word in word_set("units.yaml", "nameless") and token > 0 and tree.doc[token - 1].ent_type_ == "LOCderiv":
            entity = unknown_entity(f"{stem_of(tree.words[token - 1])}e {word}", "Force")
            yield Mention(token - 1, token + 1, token, entity, "description", "armed_group", 0.6)

    def _force(self, start: int, end: int, head: int, kind: str) -> Mention:
        words = [self.tree.words[t] for t in range(start, end)]
        words[head - start] = self.tree.lemmas[head] if words[head - start].endswith("s") else words[head - start]
        for number in range(1, head - start):
            words[number] = words[number].removesuffix("n") if words[number].endswith("en") else words[number]
        return Mention(start, end, head, unknown_entity(" ".join(words), "Force"), "name", kind, 0.8)

    def _name(self, span: Span) -> Mention | None:
        """A name of the model that no known name touches; the noun before it may say what it is."""
        start, end = self._trimmed(span.start, span.end)
        said = self._said(start)
        type_ = said or _TYPES.get(span.label_)
        if type_ is None or start >= end or self._known(start, end, span.label_):
            return None
        if self._agency(start, end) or not any(self.tree.pos[t] in ("PROPN", "X") for t in range(start, end)):
            return None
        head = next((t for t in range(start, end) if not start <= self.tree.heads[t] < end), start)
        name = self._text(start, end)
        if len(name) < 2 or name in word_set("units.yaml", "no_person") or self._common(start, end):
            return None
        return Mention(start, end, head, self._entity(name, type_), "name", self._medium(start, end), 0.6)

    def _entity(self, name: str, type_: str) -> Entity:
        if type_ == "Organization" and name.lower().endswith(tuple(word_set("units.yaml", "units"))):
            type_ = "Force"
        return unknown_entity(name, type_)

    def _agency(self, start: int, end: int) -> bool:
        """The agency in a dateline, "Kiew (abc) - ...", is the article's own outlet."""
        words = self.tree.words
        return start > 0 and words[start - 1] == "(" and words[end : end + 2] in ([")", "-"], [")", "–"])

    def _known(self, start: int, end: int, label: str) -> bool:
        """Is it a known name; "Nordlicht Afrika" is none, though Afrika is one."""
        known = [t for t in range(start, end) if t in self.taken]
        longer = label == "ORG" and len(known) < end - start and all(t in self.places for t in known)
        return bool(known) and not (longer and all(self.tree.pos[t] == "PROPN" for t in range(start, end)))

    def _common(self, start: int, end: int) -> bool:
        """A common noun that the model takes for a name ("Brigade" in a headline)."""
        word = self.tree.words[start]
        unit = word.lower().endswith(tuple(word_set("units.yaml", "units")))
        taken_up = word in word_set("titles.yaml", "alliances") or word in word_set("cues.yaml", "governments")
        return end - start == 1 and (unit or taken_up)

    def _said(self, start: int) -> str:
        """The type that the noun before the name says ("das Projekt „Nordwind“"), or nothing."""
        noun = self._noun_before(start)
        if noun in word_set("units.yaml", "organizations"):
            return "Organization"
        return "Force" if noun in word_set("units.yaml", "missions") or noun in word_set("units.yaml", "groups") else ""

    def _noun_before(self, start: int) -> str:
        """The noun right before a name, in quotes or not, as it stands in the lists: "des Portals „Nordlicht“"."""
        tree = self.tree
        before = start - 2 if start > 1 and tree.words[start - 1] in _QUOTES else start - 1
        if before < 0:
            return ""
        said, lemma = (word.rsplit("-", 1)[-1] for word in (tree.words[before], tree.lemmas[before]))
        return lemma if said == lemma + "s" or said == lemma + "es" else said

    def _medium(self, start: int, end: int) -> str:
        """The kind of a medium, by the noun before its name or the one that begins it."""
        kinds = words_to("units.yaml", "media")
        return kinds.get(self._noun_before(start)) or kinds.get(self.tree.words[start] if end - start > 1 else "", "")

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without titles, articles and quotation marks at the edges."""
        tree = self.tree
        while start < end and (
            tree.pos[start] in ("PUNCT", "DET", "ADP") or tree.words[start] in word_set("units.yaml", "no_person")
        ):
            start += 1
        while end > start and tree.pos[end - 1] in ("PUNCT", "ADP", "DET", "CCONJ"):
            end -= 1
        while end - start > 1 and tree.doc[start].ent_type_ == "PER" and tree.pos[start] == "NOUN":
            start += 1
        return start, end

    def _text(self, start: int, end: int) -> str:
        """The name without a genitive ending."""
        tree, text = self.tree, said(self.tree, start, end)
        word, lemma = tree.words[end - 1], tree.lemmas[end - 1]
        first = tree.lemmas[start]
        if end - start > 1 and tree.tags[start] == "NN" and tree.morphs[start].get("Case") == "Gen" and first.istitle():
            text = first + text.removeprefix(tree.words[start])  # "des Instituts für ..."
        if text.endswith(("'", "’")):
            return text[:-1]
        if word == lemma + "es":
            return text[:-2]
        genitive = tree.morphs[end - 1].get("Case") == "Gen" or word == lemma + "s"
        return text[:-1] if text.endswith("s") and genitive and lemma != word else text


def _is_ordinal(word: str) -> bool:
    body = word.removesuffix(".")
    return word.endswith(".") and (body.isdigit() or (bool(body) and all(c in "IVXL" for c in body)))
