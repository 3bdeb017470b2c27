"""Who takes part: the actors that noun phrases mean, and all that is joined to them ("von A, B und C")."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.apposed_names import names_behind
from ingest.extraction.attribution_cues import described_types
from ingest.extraction.clauses import conjuncts
from ingest.extraction.groups import Groups
from ingest.extraction.phrases import name_of
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.linking.bodies import stands_for
from ingest.linking.gazetteer import gazetteer
from ingest.linking.mention import Mention, unknown_entity

ACTOR = frozenset({"Person", "Country", "Organization", "Force"})
_NAMED = frozenset({"name", "metonym", "office", "description", "demonym"})
_COORDINATING = frozenset({",", "und", "sowie", "noch", "oder", "&"})
_FILLERS = frozenset({"DET", "ADJ", "ADV", "NOUN"})  # between "und" and the next name: "und der iranische Präsident"
_REACH = 4  # tokens from "und" to the next name, and in a party's brackets
_PHRASES = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "X"})
_NO_PHRASE = frozenset({"conj", "amod", "det", "nsubj"})


@dataclass(frozen=True, slots=True)
class Who:
    """An actor and the token it stands at."""

    entity: Entity
    token: int


@dataclass(slots=True)
class Cast:
    """Reads the actors of one article; `starts` holds the longest mention that begins at a token."""

    reading: Reading
    actors: Actors
    groups: Groups = field(init=False)
    starts: dict[int, Mention] = field(init=False)
    single: dict[int, Entity | None] = field(default_factory=dict[int, Entity | None])

    def __post_init__(self) -> None:
        self.groups = Groups(self.reading)
        named = (m for m in self.reading.mentions if m.form in _NAMED)
        self.starts = {m.start: m for m in sorted(named, key=lambda m: m.end - m.start)}

    def who(self, tokens: Iterable[int], types: frozenset[str] = ACTOR) -> list[Who]:
        """The actors of noun phrases and all that is joined to them, each once, of these types."""
        found: dict[str, Who] = {}
        for token in tokens:
            for each in self.joined(token):
                for entity in self._entities(each):
                    if entity.type in types:
                        found.setdefault(entity.id, Who(entity, each))
        return list(found.values())

    def _entities(self, token: int) -> tuple[Entity, ...]:
        """One actor, the members of a group, or who is counted ("eine kleine Zahl von Nordkoreanern")."""
        if self.groups.size(token):
            return self.groups.of(token)
        people = self._people_beside(token)
        if len(people) > 1:
            return people
        if relation_words().holds("quantities", self.reading.tree.lemmas[token]):
            inner = next(self.inside(token, (None, "von")), None)
            return self._entities(inner) if inner is not None else ()
        entity = self.actor(token)
        return (entity,) if entity is not None else ()

    def _people_beside(self, token: int) -> tuple[Entity, ...]:
        """ "die Vorsitzenden der Ausschüsse, X und Y": all that stand beside a noun in the plural."""
        tree = self.reading.tree
        if tree.pos[token] != "NOUN" or token in self.reading.by_head:
            return ()
        beside = [c for c in tree.children[token] if tree.deps[c] == "appos" and tree.pos[c] == "PROPN"]
        people = [self._person(self.reading.by_head.get(t)) for c in beside for t in conjuncts(tree, c)]
        found = tuple(person for person in people if person is not None)
        return found or tuple(name.entity for name in names_behind(self.reading, self.starts, token))

    # -- one actor

    def actor(self, token: int) -> Entity | None:
        """The actor that a phrase with this head means: named, taken up or described; None for things."""
        if token not in self.single:
            entity = self._actor(token)
            self.single[token] = entity if entity is not None and entity.type in ACTOR else None
        return self.single[token]

    def _actor(self, token: int) -> Entity | None:
        tree = self.reading.tree
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.form in ("name", "metonym", "description"):
            acts = mention.entity.type == "Place" and tree.deps[token].startswith("nsubj")
            return stands_for(mention.entity) if acts else mention.entity
        if tree.tags[token] == "PDS" and tree.words[token].lower() == "dieser":
            return self._last_named(token)
        if mention is None and relation_words().noun("things", tree.lemmas[token]):
            return None
        if mention is None and token not in self.reading.by_token and tree.pos[token] == "PROPN":
            return self.actors.named(token)  # no name that the linking knows: "Pikant: ..."
        beside = self._right_behind(token) or self._behind_comma(token) or self._described(token)
        return beside or self.actors.source(token)

    def _last_named(self, token: int) -> Entity | None:
        """ "Dieser bat um ...": the person named last in the sentence before."""
        tree = self.reading.tree
        start, end = tree.sentences[max(0, tree.sentence_of[token] - 1)]
        people = [m for m in self.reading.mentions_in(start, end) if m.entity.type == "Person" and not m.nested]
        return people[-1].entity if people and end <= token else None

    def _right_behind(self, token: int) -> Entity | None:
        """ "Machthaber Kim Jong-un", with the name hung elsewhere: a title and the name right behind it."""
        tree = self.reading.tree
        title = tree.pos[token] == "NOUN" and relation_words().noun("people_nouns", tree.lemmas[token])
        return self._person(self.starts.get(token + 1)) if title else None

    def _person(self, mention: Mention | None) -> Entity | None:
        person = mention is not None and mention.form == "name" and mention.entity.type == "Person"
        return mention.entity if mention is not None and person else None

    def _behind_comma(self, token: int) -> Entity | None:
        """ "dem Führer der DVRK, Kim Jong-un": the name hangs on the genitive."""
        tree = self.reading.tree
        genitives = [c for c in tree.children[token] if tree.deps[c] == "nmod" and c > token]
        for name in (n for genitive in genitives for n in tree.children[genitive]):
            if tree.deps[name] == "appos" and tree.words[name - 1] == ",":
                return self._person(self.reading.by_head.get(name))
        behind = names_behind(self.reading, self.starts, token)
        return behind[0].entity if len(behind) == 1 else None

    def _described(self, token: int) -> Entity | None:
        """ "den Gouverneur der Region": one who is told by what he heads is none of those named before."""
        tree = self.reading.tree
        if tree.pos[token] != "NOUN" or token in self.reading.by_head:
            return None
        children = tree.children[token]
        genitive = any(tree.deps[c] == "nmod" and tree.case_of(c) is None and c > token for c in children)
        apposed = any(tree.deps[c] in ("appos", "flat") for c in children)
        if not genitive or apposed or "Person" not in described_types(tree.words[token], tree.lemmas[token]):
            return None
        name = name_of(tree, token)
        return unknown_entity(name, "Person") if name else None

    # -- what is joined

    def joined(self, token: int) -> list[int]:
        """The token and all nouns joined to it, by the tree or by standing in one enumeration of names."""
        return sorted({*conjuncts(self.reading.tree, token), *self._enumerated(token)})

    def _enumerated(self, token: int) -> list[int]:
        """ "von A, B und C" with B or C attached elsewhere: names side by side, closed by "und"."""
        mention = self.reading.by_head.get(token) or self.reading.by_token.get(token)
        heads: list[int] = []
        while mention is not None:
            sign, after = self._sign(mention.end)
            following = self._next_name(after) if sign else None
            if following is None or not self._joins(token, following, mention):
                return []
            heads.append(following.head)
            if sign != ",":
                return heads
            mention = following
        return []

    def _sign(self, end: int) -> tuple[str, int]:
        """The comma or "und" behind a name, past a party in brackets, and where the next one may begin."""
        words = self.reading.tree.words
        bracket = words[end : end + _REACH + 1]
        if bracket[:1] == ["("] and ")" in bracket:
            end += bracket.index(")") + 1
        sign = words[end] if end < len(words) and words[end] in _COORDINATING else ""
        return sign, end + 1

    def _next_name(self, start: int) -> Mention | None:
        tree = self.reading.tree
        for token in range(start, min(start + _REACH, len(tree))):
            if token in self.starts:
                return self.starts[token]
            if tree.pos[token] not in _FILLERS:
                return None
        return None

    def _joins(self, token: int, other: Mention, last: Mention) -> bool:
        """Names of one kind in one clause, the second with no preposition or subject's place of its own."""
        tree, owner = self.reading.tree, self.reading.owner
        alike = other.entity.type == last.entity.type or {other.entity.type, last.entity.type} <= ACTOR
        own_case = tree.case_of(other.head) not in (None, tree.case_of(token))
        subject = tree.deps[other.head].startswith("nsubj")
        return alike and not own_case and not subject and owner[token] is owner[other.head]

    # -- inside a noun phrase

    def inside(self, token: int, prepositions: Iterable[str | None]) -> Iterator[int]:
        """Heads of phrases right below a noun: behind these prepositions, or (None) a genitive or apposition."""
        tree, wanted = self.reading.tree, frozenset(prepositions)
        for child in tree.children[token]:
            phrase = tree.pos[child] in _PHRASES and tree.deps[child] not in _NO_PHRASE
            if phrase and tree.case_of(child) in wanted:
                yield child

    def is_genitive(self, token: int) -> bool:
        """ "Seouls", "der Uno", "des Landes": an -s of its own, or a determiner or adjective before a noun."""
        tree, mention = self.reading.tree, self.reading.by_token.get(token)
        if tree.pos[token] != "PROPN":
            return any(tree.pos[c] in ("DET", "ADJ") and c < token for c in tree.children[token])
        name = mention.entity.name if mention is not None else tree.lemmas[token]
        article = any(tree.words[c].lower() in ("der", "des") for c in tree.children[token])
        return article or (self.has_s(token) and tree.words[token] not in name.split() and not self._ends_so(token))

    def _ends_so(self, token: int) -> bool:
        """ "Damaskus", "Vilnius": a name of the tables that is none without its last letter."""
        names, word = gazetteer().names, self.reading.tree.words[token]
        return word in names and word.endswith("s") and word[:-1] not in names

    def has_s(self, token: int) -> bool:
        """Does a name end as a genitive does ("Moskaus", "Vucic'")?"""
        tree = self.reading.tree
        return tree.words[token].endswith(("s", "'", "’")) and tree.pos[token] == "PROPN"
