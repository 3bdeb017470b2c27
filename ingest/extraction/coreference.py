"""Pronouns and definite descriptions: "er", "das Land", "das Blatt" → the entity they mean (contract, rule 5).

Candidates are earlier mentions of the right type. They are ranked by how near the last mention is and how often the
article (its headline above all) speaks of them; one that stands in the same clause is none.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from graph.statement import Entity
from ingest.extraction.attribution_cues import described_types
from ingest.extraction.describing import describe, is_introduced
from ingest.extraction.phrases import plural
from ingest.extraction.reading import Reading
from ingest.extraction.tables import read_data, table, word_set
from ingest.linking.mentions import Mention
from seeds.reference import reference

_FILE = "coreference.yaml"
_REACH = 8  # sentences to look back for a description
_REACH_PRONOUN = 3
_HEADLINE = 2.0  # an entity of the headline counts as if mentioned so many times more

_CARRYING = frozenset({"name", "office", "description", "demonym"})
_BODIES = frozenset({"Organization", "Force"})  # the border between them is not the reader's
_ACTING = frozenset({"Person", "Organization", "Force"})
_ENDINGS = ("innen", "ern", "en", "er", "es", "em", "e", "n", "s")


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """The noun without its ending and without what a hyphen joins to it: "Tuareg-Rebellen" → "rebell"."""
    low = word.rsplit("-", 1)[-1].lower()
    ending = next((e for e in _ENDINGS if low.endswith(e) and len(low) - len(e) >= 4), "")
    return low[: len(low) - len(ending)]


@dataclass(frozen=True, slots=True)
class Description:
    """What a definite noun can stand for."""

    type: str
    kinds: frozenset[str]
    prefix: str = ""  # of the name: "der Norden" is Nordkorea


_ANYBODY = Description("", frozenset())  # a pronoun: who it is says its gender


@cache
def descriptions() -> Mapping[str, Description]:
    """Noun lemma → what it can stand for, from `data/coreference.yaml`."""
    where = "coreference.yaml: nouns"
    nouns = {noun: table(entry, f"{where}: {noun}") for noun, entry in table(read_data(_FILE)["nouns"], where).items()}
    return {
        noun: Description(
            str(entry["type"]), word_set(entry.get("kinds", []), f"{where}: {noun}"), str(entry.get("prefix", ""))
        )
        for noun, entry in nouns.items()
    }


@cache
def _words(name: str) -> frozenset[str]:
    return word_set(read_data(_FILE)[name], f"coreference.yaml: {name}")


@dataclass(slots=True)
class Coreference:
    """Resolves tokens of one article.

    `nouns` holds token and stem of each noun that people and groups go by: inside a mention ("Abgeordneter" of "der
    Abgeordnete Park") with its entity, or of somebody new without a name ("ein Beamter"), described when asked for.
    """

    reading: Reading
    nouns: list[tuple[int, str, Entity | None]] = field(default_factory=list[tuple[int, str, Entity | None]])
    starts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    memory: dict[int, Entity | None] = field(default_factory=dict[int, Entity | None])
    genders: dict[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        """Collects nouns and places of mentions in text order."""
        tree = self.reading.tree
        inside: dict[int, Entity] = {}
        for mention in self.reading.mentions:
            self.starts[mention.entity.id].append(mention.start)
            if mention.form in _CARRYING and mention.entity.type in _ACTING:
                inside.update(dict.fromkeys(range(mention.start, mention.end), mention.entity))
        for token in range(len(tree)):
            if tree.pos[token] in ("NOUN", "PROPN") and tree.words[token][:1].isupper():
                new = token not in inside and self._is_new(token)
                if token in inside or new:
                    self.nouns.append((token, _stem(tree.words[token]), inside.get(token)))

    def _is_new(self, token: int) -> bool:
        """Somebody without a name, brought in with "ein" or without an article: "ein Diplomat", "Tuareg-Rebellen"."""
        tree = self.reading.tree
        if tree.pos[token] != "NOUN" or not described_types(tree.words[token], tree.lemmas[token]):
            return False
        return is_introduced(self.reading, token) or all(tree.pos[c] != "DET" for c in tree.children[token])

    def resolve(self, token: int) -> Entity | None:
        """The entity a pronoun or description stands for, or None."""
        if token not in self.memory:
            self.memory[token] = self._resolve(token)
        return self.memory[token]

    def _resolve(self, token: int) -> Entity | None:
        tree = self.reading.tree
        word = tree.words[token].lower()
        possessive = tree.deps[token] == "det:poss" and word.startswith(("sein", "ihr"))
        if possessive or tree.tags[token] in ("PPER", "PPOSAT", "PDS") and word in _words("persons"):
            if word == "sie" and (tree.morphs[token].get("Number") == "Plur" or self._many(token)):
                return None
            return self._nearest(token, _ANYBODY, _REACH_PRONOUN, gender=_pronoun_gender(word))
        noun = tree.lemmas[token]
        if not self._definite(token):
            return None
        said = self._said_before(token)
        if said is not None:
            return said
        description = descriptions().get(noun) or descriptions().get(noun + "r")
        if description is None or description.type == "Person" and plural(tree, token):
            return None
        return self._nearest(token, description, _REACH)

    def meant(self, noun: str, token: int) -> Entity | None:
        """Whom a description would stand for at this token, where it is only part of a word ("Regierungsangaben")."""
        description = descriptions().get(noun)
        return self._nearest(token, description, _REACH, itself=True) if description else None

    def _said_before(self, token: int) -> Entity | None:
        """Who was last spoken of with this noun or a compound of it: "die Rebellen" after "Tuareg-Rebellen".

        A headline has nothing before it: there it is the first one to come.
        """
        tree = self.reading.tree
        stem = _stem(tree.words[token])
        if len(stem) < 4 or tree.pos[token] != "NOUN":
            return None
        same = [(at, entity) for at, noun, entity in self.nouns if noun.endswith(stem)]
        reach = tree.sentence_of[token] - _REACH
        before = [found for found in same if found[0] < token and tree.sentence_of[found[0]] >= reach]
        if before:
            return self._entity(*before[-1])
        after = [found for found in same if found[0] > token] if tree.sentence_of[token] == 0 else []
        return self._entity(*after[0]) if after else None

    def _entity(self, token: int, entity: Entity | None) -> Entity | None:
        return entity if entity is not None else describe(self.reading, token)

    def _definite(self, token: int) -> bool:
        tree = self.reading.tree
        determiners = [tree.words[c].lower() for c in tree.children[token] if tree.pos[c] == "DET"]
        if determiners:
            return any(word.startswith(tuple(_words("determiners"))) for word in determiners)
        preposition = tree.case_of(token)
        return (
            preposition in ("im", "am", "zum", "zur", "vom", "beim", "ins", "ans") or token == tree.sentence(token)[0]
        )

    def _many(self, token: int) -> bool:
        """ "sagten sie": the verb is in the plural."""
        clause = self.reading.owner[token]
        finite = clause.finite if clause is not None else None
        return finite is not None and self.reading.tree.morphs[finite].get("Number") == "Plur"

    def _nearest(
        self, token: int, wanted: Description, reach: int, *, gender: str = "", itself: bool = False
    ) -> Entity | None:
        """The best candidate before the token; `gender` of a pronoun, which also prefers what is a subject; `itself`:
        one that its own clause names will do.
        """
        tree = self.reading.tree
        here = tree.sentence_of[token]
        clause = self.reading.owner[token]
        best: tuple[float, Entity] | None = None
        she = gender == "Fem" and tree.tags[token] == "PPER"
        start = tree.sentences[max(0, here - reach)][0]
        mentions = [m for m in self.reading.mentions if start <= m.start < token]
        taken = {
            m.entity.id
            for m in self.reading.mentions_in(*tree.sentence(token))
            if clause and self.reading.owner[m.head] is clause
        }
        for mention in mentions:
            if (
                not itself
                and mention.entity.id in taken
                or not self._fits(mention, wanted)
                or not (self._agrees(mention, gender) or she and self._is_oblique(mention))
            ):
                continue
            score = self._weight(mention, token) / (1 + here - tree.sentence_of[mention.start]) ** 0.7
            score *= 0.4 if she and not self._agrees(mention, gender) else 1.0
            score *= 1.6 if gender and self._is_subject(mention) else 1.0
            if best is None or score >= best[0]:
                best = (score, mention.entity)
        return best[1] if best else None

    def _fits(self, mention: Mention, wanted: Description) -> bool:
        if mention.form in ("adjective", "compound", "demonym"):
            return False
        if wanted is _ANYBODY:
            government = mention.form == "description" and mention.entity.type == "Country"
            return mention.entity.type in _ACTING or government or mention.kind == "government"
        if wanted.prefix and not mention.entity.name.startswith(wanted.prefix):
            return False
        if not wanted.kinds:
            return mention.entity.type == wanted.type
        row = reference().entities.get(mention.entity.id)
        bodies = mention.entity.type in _BODIES and wanted.type in _BODIES
        same = bodies or mention.entity.type == wanted.type
        return same and (row.kind if row is not None else mention.kind) in wanted.kinds

    def _agrees(self, mention: Mention, gender: str) -> bool:
        """A pronoun agrees with the article, or a person's title; a body without an article is out of its reach."""
        said = self._gender(mention) if gender else gender
        he = said == "Masc" == gender and mention.entity.type != "Person" and self._is_oblique(mention)
        return said == gender and not he or said == "" and mention.entity.type == "Person"

    def _is_oblique(self, mention: Mention) -> bool:
        """ "bei der Bundeswehr": no masculine, though "der" looks like one."""
        tree = self.reading.tree
        articles = (c for c in tree.children[mention.head] if tree.words[c].lower() == "der")
        return any(tree.morphs[c].get("Gender") == "Fem" for c in articles)

    def _gender(self, mention: Mention) -> str:
        tree = self.reading.tree
        nouns = [t for t in range(mention.start, mention.end) if tree.pos[t] == "NOUN"]
        if mention.entity.type == "Person":
            return self._gender_of(mention.entity)
        determiners = [
            tree.words[c].lower() for t in (mention.head, *nouns) for c in tree.children[t] if tree.pos[c] == "DET"
        ]
        said = next((_GENDERS[word] for word in determiners if word in _GENDERS), "")
        noun = not determiners and tree.pos[mention.head] == "NOUN"  # "Südkoreas Geheimdienst"
        return tree.morphs[mention.head].get("Gender", "") if noun else said

    def _gender_of(self, person: Entity) -> str:
        """By the titles that the article gives a person anywhere: "Außenministerin", "Präsident"."""
        if person.id not in self.genders:
            tree = self.reading.tree
            own = (m for m in self.reading.mentions if m.entity.id == person.id)
            titles = [next((tree.words[t] for t in range(m.start, m.end) if tree.pos[t] == "NOUN"), "") for m in own]
            female = any(title.endswith("in") or title == "Frau" for title in titles)
            self.genders[person.id] = "Fem" if female else "Masc" if any(titles) else ""
        return self.genders[person.id]

    def _weight(self, mention: Mention, token: int) -> float:
        """How much the article has spoken of it so far."""
        starts = self.starts[mention.entity.id]
        headline = self.reading.tree.sentence_of[starts[0]] == 0
        return float(min(bisect_left(starts, token), 5) ** 0.5) + (_HEADLINE if headline else 0.0)

    def _is_subject(self, mention: Mention) -> bool:
        clause = self.reading.owner[mention.head]
        return clause is not None and mention.head in clause.subjects


_GENDERS = {"der": "Masc", "den": "Masc", "dem": "Masc", "des": "Masc", "ein": "Masc", "die": "Fem", "eine": "Fem"}


def _pronoun_gender(word: str) -> str:
    """ "er, ihm, ihn, sein-" are masculine, "sie, ihr-" feminine."""
    return "Masc" if word.startswith(("er", "ihm", "ihn", "sein")) and not word.startswith("ihne") else "Fem"
