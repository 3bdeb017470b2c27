"""Who does what to whom in a clause: agents and things, read from type, case, number and position as well as from labels.

The parser often attaches right and labels wrong ("Diese Forderung lehnte Selenskyj ab": subject Forderung). A demand
cannot reject, so where a thing stands as the subject of a verb of acting and an actor as its object, they change places.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.attribution_cues import cues, described_types
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.groups import Groups
from ingest.extraction.phrases import name_of
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.tree import Tree
from ingest.linking.mention import Mention, unknown_entity

ACTOR = frozenset({"Person", "Country", "Organization", "Force"})
_BY = frozenset({"von", "vom", "durch", "seitens"})
_NAMED = frozenset({"name", "metonym", "office", "description", "demonym"})
_COORDINATING = frozenset({",", "und", "sowie", "noch", "oder", "&"})
_NO_PREPOSITION = frozenset({"weder", "noch", "sowohl", "als", "wie", "nicht", "auch"})
_FILLERS = frozenset({"DET", "ADJ", "ADV", "NOUN"})


def is_counted_argument(tree: Tree, token: int) -> bool:
    """ "bis zu 12.000 Nordkoreaner könnten": the preposition belongs to the number."""
    return tree.deps[token] in ("nsubj", "obj", "nsubj:pass") and any(tree.deps[c] == "nummod" for c in tree.children[token])


@dataclass(frozen=True, slots=True)
class Who:
    """An actor and the token it stands at."""

    entity: Entity
    token: int


@dataclass(slots=True)
class Roles:
    """Reads the arguments of the clauses of one article."""

    reading: Reading
    actors: Actors
    groups: Groups
    timed: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    starts: dict[int, Mention] = field(default_factory=dict[int, Mention])
    single: dict[int, Entity | None] = field(default_factory=dict[int, Entity | None])

    def prepare(self) -> None:
        """Tables over the article: tokens of time expressions, mentions by their first token (the longest one)."""
        times = self.reading.times
        self.timed = frozenset(t for time in times for t in range(time.start, time.end))
        resolved = [time for time in times if time.time.start or time.time.end]  # "vor einem Krieg" may be no time
        self.dated = frozenset(t for time in resolved for t in range(time.start, time.end))
        for mention in sorted(self.reading.mentions, key=lambda m: m.end - m.start):
            if mention.form in _NAMED:
                self.starts[mention.start] = mention

    def verb(self, clause: Clause) -> str:
        """The infinitive of a clause's verb, as the vocabulary spells it."""
        tree = self.reading.tree
        verb = self._fronted(clause) or relation_words().forms.infinitive(tree, clause)
        provided = verb == "stellen" and any(tree.lemmas[t] == "Verfügung" for _, t in clause.obliques)
        return "verfügungstellen" if provided else verb

    def passive(self, clause: Clause) -> bool:
        """Is the subject what it is done to? Also of a bare participle ("1995 von A und B unterzeichnet")."""
        bare = self.reading.tree.tags[clause.head] == "VVPP" and clause.finite is None and not clause.perfect
        return clause.passive or bare or self.reduced(clause) or self._fronted(clause) is not None

    def _fronted(self, clause: Clause) -> str | None:
        """ "Vereinbart wurden gemeinsame Manöver", where the parser makes the auxiliary the verb."""
        tree = self.reading.tree
        if clause.verb != "werden" or clause.finite != clause.head:
            return None
        first = next((c for c in tree.children[clause.head] if c < clause.head and tree.tags[c] in ("ADJD", "VVPP")), None)
        return relation_words().forms.bare(tree.words[first]) if first is not None else None

    def reduced(self, clause: Clause) -> bool:
        """A participle behind its noun ("das Abkommen, 1995 von A und B unterzeichnet, ..."), whatever the tagger says."""
        tree = self.reading.tree
        alone = clause.relation == "acl" and not clause.subjects and clause.mark is None and not clause.objects
        participle = tree.words[clause.head].endswith(("t", "en")) and not clause.modal
        return alone and participle and clause.antecedent is not None

    # -- whole arguments

    def agents(self, clause: Clause, types: frozenset[str] = ACTOR) -> list[Who]:
        """Who acts: the subject, "von X" in the passive; an actor that the parser took for the object of a thing."""
        if self.passive(clause):
            return self.who(self._by(clause), types)
        found = self.who(self._subjects(clause), types) or self._speaker(clause, types)
        if found or not self._is_swapped(clause):
            return found
        return self.who([*clause.objects, *clause.datives, *clause.bare], types)

    def bodies(self, clause: Clause) -> list[Who]:
        """Subjects that are bodies no list of sources has ("der Ministerrat", "das Welternährungsprogramm")."""
        tree = self.reading.tree
        nouns = [s for s in self._subjects(clause) if tree.pos[s] in ("NOUN", "PROPN") and not self.passive(clause)]
        found = [s for s in nouns if relation_words().noun("bodies", tree.lemmas[s])]
        return [Who(unknown_entity(name_of(tree, s), "Organization"), s) for s in found]

    def things(self, clause: Clause) -> list[int]:
        """The heads of noun phrases without a preposition that are not the agents, subjects of the passive among them."""
        if self.passive(clause):
            return self.nominals(clause)
        taken = {who.token for who in self.agents(clause)}
        subjects = set() if self._is_swapped(clause) else set(self._subjects(clause))
        return [t for t in self.nominals(clause) if t not in taken and t not in subjects]

    def nominals(self, clause: Clause) -> list[int]:
        """Noun phrases of the clause without a preposition, in text order; times, datelines and reflexives are none."""
        tree = self.reading.tree
        tokens = {*clause.subjects, *clause.objects, *clause.datives, *clause.bare}
        tokens |= {c for c in tree.children[clause.head] if tree.deps[c] == "conj" and self._is_late(c)}
        tokens |= {a for a in clause.adverbs if a in self.reading.by_head and tree.case_of(a) is None}
        tokens |= {t for _, t in clause.obliques if is_counted_argument(tree, t)}
        if self.reduced(clause) and clause.antecedent is not None:
            tokens.add(clause.antecedent)
        if clause.relation == "xcomp" and clause.parent is not None and clause.parent.verb == "lassen":
            tokens |= {*clause.parent.objects, *clause.parent.datives}  # "ließ der Ukraine Munition zukommen"
        return sorted(t for t in tokens if t not in self.timed and tree.tags[t] != "PRF" and not self._is_dateline(t))

    def _is_late(self, token: int) -> bool:
        """ "sieht X vor sowie Y": joined to the verb, behind the clause."""
        tree = self.reading.tree
        return tree.pos[token] in ("NOUN", "PROPN") and tree.case_of(token) is None and not self._heads_clause(token)

    def _heads_clause(self, token: int) -> bool:
        return any(c.head == token for c in self.reading.sentence_clauses(token))

    def _is_dateline(self, token: int) -> bool:
        """ "Brüssel (ndp) - Die Nato ...": the place before the dash."""
        tree = self.reading.tree
        first, end = tree.sentence(token)
        before = tree.words[first : min(first + 8, end)]
        return token - first < 4 and ")" in before and any(w in before[before.index(")") :] for w in ("-", "–", "—"))

    def behind(self, clause: Clause, prepositions: Iterable[str]) -> list[int]:
        """Heads of the phrases behind these prepositions."""
        wanted = frozenset(prepositions)
        return [t for p, t in clause.obliques if p in wanted and t not in self.dated]

    def _by(self, clause: Clause) -> list[int]:
        """ "von X"; of a bare participle also where the parser hung it on the noun before."""
        tree = self.reading.tree
        found = [t for p, t in clause.obliques if p in _BY]
        if found or clause.passive:
            return found
        nouns = [*clause.subjects, *([clause.antecedent] if clause.antecedent is not None else [])]
        inside = [c for noun in nouns for c in tree.children[noun] if tree.case_of(c) in _BY and c < clause.head]
        return [c for c in inside if self.actor(c) is not None]

    def astray(self, clause: Clause, preposition: str) -> list[int]:
        """Names behind a preposition that hang on a place or time before ("in der Hauptstadt mit Wladimir Putin")."""
        tree, found = self.reading.tree, list[int]()
        for case, host in clause.obliques:
            for child in tree.children[host] if case != preposition else ():
                mention = self.reading.by_head.get(child)
                if tree.case_of(child) == preposition and mention is not None and mention.entity.type in ("Person", "Country"):
                    found.append(child)
        return found

    def _subjects(self, clause: Clause) -> list[int]:
        tree = self.reading.tree
        if self._is_infinitive(clause) and clause.parent is not None:
            return self._controllers(clause, clause.parent)
        if self._goes_on(clause) and clause.parent is not None and clause.parent.parent is not None:
            return self._subjects(clause.parent.parent)
        coordinated = [t for p, t in clause.obliques if p in _NO_PREPOSITION]  # "weder Ankara noch Damaskus"
        found = [*clause.subjects, *(coordinated if not clause.subjects else ())]
        if len(found) > 1 and self.actor(found[0]) is not None:
            found = found[:1]  # of two names side by side the parser makes two subjects: "China könnte Pakistan ..."
        found = found or [b for b in clause.bare if tree.morphs[b].get("Case") == "Nom" and b not in self.timed]
        return found or [a for a in clause.adverbs if a in self.reading.by_head and tree.case_of(a) is None]

    def _is_infinitive(self, clause: Clause) -> bool:
        """ "..., Estland Raketen zu überlassen": what stands in it is no subject."""
        return clause.finite is None and clause.mark == "zu" or self.reading.tree.tags[clause.head] == "VVIZU"

    def _goes_on(self, clause: Clause) -> bool:
        """ "X bekräftigte, Y werde helfen, und warnte vor Z": an indicative joined to indirect speech goes on with X."""
        parent = clause.parent
        own = set(self.reading.own_tokens(clause))
        joined = clause.relation == "conj" and parent is not None and not own & set(clause.subjects)
        if not joined or parent is None or clause.finite is None or clause.finite == parent.finite:
            return False
        return parent.subjunctive and not clause.subjunctive and parent.relation in ("ccomp", "csubj", "parataxis")

    def _controllers(self, clause: Clause, parent: Clause) -> list[int]:
        """The subject of an infinitive stands in the clause above (or is the object there, as the clauses say)."""
        own = set(self.reading.own_tokens(clause))
        inherited = [s for s in clause.subjects if s not in own]
        return inherited or self._subjects(parent)

    def _speaker(self, clause: Clause, types: frozenset[str]) -> list[Who]:
        """ "Er sei besorgt, sagte X", "„Wir sind besorgt“, sagte X": the pronoun is who speaks."""
        tree = self.reading.tree
        words = {tree.words[s].lower() for s in clause.subjects if tree.tags[s] == "PPER"}
        pronoun = words & {"wir", "ich"} or (clause.subjunctive and words & {"er", "sie"})
        speaking = next((a for a in clause.ancestors() if a.verb in cues().verbs), None)
        if not pronoun or speaking is None:
            return []
        return self.who(self._subjects(speaking), types & {"Person"})

    def _is_swapped(self, clause: Clause) -> bool:
        """Is the subject a thing that cannot act, beside an actor in an object's place?"""
        words, tree = relation_words(), self.reading.tree
        subjects = [s for s in self._subjects(clause) if tree.pos[s] in ("NOUN", "PROPN")]
        if not subjects or any(self.actor(s) or words.noun("speaking_texts", tree.lemmas[s]) for s in subjects):
            return False
        return any(self._is_named(t) for t in (*clause.objects, *clause.datives, *clause.bare))

    def _is_named(self, token: int) -> bool:
        """An actor by name, office or description, or a group ("beide Länder")."""
        if self.groups.of(token):
            return True
        entity = self.actor(token)
        return entity is not None and entity.type in ACTOR

    # -- actors

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
        group = self.groups.of(token)
        if group:
            return group
        if self.reading.tree.lemmas[token] in relation_words().lists["quantities"]:  # "eine kleine Zahl von Nordkoreanern"
            return tuple(e for t in [*self.inside(token, (None, "von"))][:1] for e in self._entities(t))
        entity = self.actor(token)
        return (entity,) if entity is not None else ()

    def actor(self, token: int) -> Entity | None:
        """The actor that a phrase with this head means: named, taken up or described; None for things."""
        if token not in self.single:
            self.single[token] = self._actor(token)
        return self.single[token]

    def _actor(self, token: int) -> Entity | None:
        tree = self.reading.tree
        if relation_words().noun("things", tree.lemmas[token]) and self.reading.by_head.get(token) is None:
            return None
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.form in ("name", "metonym", "description"):
            return mention.entity if mention.entity.type in ACTOR else None
        if mention is None and self.reading.by_token.get(token) is None and tree.pos[token] == "PROPN":
            return self.actors.named(token)
        entity = self._right_behind(token) or self._behind_comma(token) or self._described(token) or self.actors.source(token)
        return entity if entity is not None and entity.type in ACTOR else None

    def _right_behind(self, token: int) -> Entity | None:
        """ "Machthaber Kim Jong-un", with the name hung elsewhere: a title and the name right behind it."""
        tree = self.reading.tree
        mention = self.starts.get(token + 1)
        title = tree.pos[token] == "NOUN" and relation_words().noun("people_nouns", tree.lemmas[token])
        named = mention is not None and mention.form == "name" and mention.entity.type == "Person"
        return mention.entity if mention is not None and title and named else None

    def _behind_comma(self, token: int) -> Entity | None:
        """ "dem Führer der DVRK, Kim Jong-un": the name hangs on the genitive."""
        tree = self.reading.tree
        for child in tree.children[token]:
            for name in tree.children[child] if tree.deps[child] == "nmod" and child > token else ():
                mention = self.reading.by_head.get(name)
                apposed = tree.deps[name] == "appos" and tree.words[name - 1] == ","
                if mention is not None and apposed and mention.form == "name" and mention.entity.type == "Person":
                    return mention.entity
        return None

    def _described(self, token: int) -> Entity | None:
        """ "den Gouverneur der Region": one who is told by what he heads is none of those named before."""
        tree = self.reading.tree
        types = described_types(tree.words[token], tree.lemmas[token])
        genitives = [c for c in tree.children[token] if tree.deps[c] == "nmod" and tree.case_of(c) is None and c > token]
        if "Person" not in types or tree.pos[token] != "NOUN" or token in self.reading.by_head or not genitives:
            return None
        apposed = any(tree.deps[c] in ("appos", "flat") for c in tree.children[token])
        name = name_of(tree, token)
        return unknown_entity(name, "Person") if name and not apposed else None

    def joined(self, token: int) -> list[int]:
        """The token and all nouns joined to it, by the tree or by standing in one enumeration of names."""
        found = conjuncts(self.reading.tree, token)
        found += [t for t in self._enumerated(token) if t not in found]
        return sorted(set(found))

    def _enumerated(self, token: int) -> list[int]:
        """ "von A, B und C" with B or C attached elsewhere: names side by side, closed by "und"."""
        tree = self.reading.tree
        mention = self.reading.by_head.get(token) or self.reading.by_token.get(token)
        heads: list[int] = []
        closed = False
        while mention is not None:
            sign, after = self._sign(mention.end)
            following = self._next_name(after) if sign else None
            if following is None or not self._joins(token, following, mention):
                break
            heads.append(following.head)
            closed = closed or sign != ","
            if sign != ",":
                break
            mention = following
        return heads if closed else []

    def _sign(self, end: int) -> tuple[str, int]:
        """The comma or "und" behind a name, past a party in brackets, and where the next one may begin."""
        words = self.reading.tree.words
        if words[end : end + 1] == ["("] and ")" in words[end : end + 5]:
            end += words[end : end + 5].index(")") + 1
        sign = words[end] if end < len(words) and words[end] in _COORDINATING else ""
        return sign, end + 1

    def _next_name(self, start: int) -> Mention | None:
        tree = self.reading.tree
        for token in range(start, min(start + 4, len(tree))):
            if token in self.starts:
                return self.starts[token]
            if tree.pos[token] not in _FILLERS:
                return None
        return None

    def _joins(self, token: int, other: Mention, last: Mention) -> bool:
        tree, owner = self.reading.tree, self.reading.owner
        alike = other.entity.type == last.entity.type or {other.entity.type, last.entity.type} <= ACTOR - {"Person"}
        own_case = tree.case_of(other.head) is not None and tree.case_of(other.head) != tree.case_of(token)
        return (
            alike
            and not own_case
            and owner[token] is owner[other.head]
            and not tree.deps[other.head].startswith("nsubj")
        )

    # -- noun phrases

    def inside(self, token: int, prepositions: Iterable[str | None]) -> Iterator[int]:
        """Heads of phrases right below a noun: behind these prepositions, or (None) a genitive or apposition."""
        tree = self.reading.tree
        wanted = frozenset(prepositions)
        for child in tree.children[token]:
            if tree.pos[child] in ("NOUN", "PROPN", "PRON", "ADJ", "X") and tree.deps[child] not in (
                "conj",
                "amod",
                "det",
            ):
                if tree.case_of(child) in wanted:
                    yield child

    def is_genitive(self, token: int) -> bool:
        """ "Seouls", "des Landes": an -s of its own, or a determiner or adjective before a noun."""
        tree = self.reading.tree
        mention = self.reading.by_token.get(token)
        if tree.pos[token] == "PROPN":
            name = mention.entity.name if mention is not None else tree.lemmas[token]
            article = any(tree.words[c].lower() in ("der", "des") for c in tree.children[token])
            return article or (tree.words[token].endswith(("s", "'", "’")) and tree.words[token] not in name.split())
        return any(tree.pos[c] in ("DET", "ADJ") and c < token for c in tree.children[token])

    def loose(self, clause: Clause) -> list[int]:
        """Arguments that the parser hung on a neighbour ("der Norden Russland ... überlassen"): bare, no genitive."""
        own = set(self.reading.own_tokens(clause))
        hosts = [*self.nominals(clause), *(t for _, t in clause.obliques)]
        found = {t for host in hosts for t in self.reading.tree.subtree(host) if t in own and t != host and self._is_loose(t)}
        return sorted(found - set(self.nominals(clause)))

    def _is_loose(self, token: int) -> bool:
        tree = self.reading.tree
        if tree.deps[token] not in ("nmod", "appos", "nsubj", "compound") or tree.case_of(token) is not None or token in self.timed:
            return False
        before_head = token < tree.heads[token]  # "sagte der Ukraine Hilfe zu": only names in -s stand before their noun
        mention = self.reading.by_head.get(token)
        if tree.deps[token] == "appos" and (mention is None or mention.entity.type == "Person"):
            return False
        apart = tree.words[token - 1] not in (",", "(")
        return apart and (not self.is_genitive(token) or (before_head and not self._has_s(token)))

    def _has_s(self, token: int) -> bool:
        tree = self.reading.tree
        return tree.words[token].endswith(("s", "'", "’")) and tree.pos[token] == "PROPN"
