"""What an act of speech is about: a noun phrase, a clause that depends on it, or what stood right before it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.proposals import Content, clause_content, noun_content
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import Act, relation_words
from ingest.extraction.roles import Roles
from ingest.extraction.topics import without_topic
from ingest.linking.mention import Mention, unknown_entity
from seeds.vocabulary import vocabulary

_POINTING = frozenset({"das", "dies", "es", "dem", "dieses"})
_NAMED = frozenset({"name", "metonym", "office", "description"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_OPERATIONS = frozenset({"mission"})
_PRONOUNS = {"ihn": "Masc", "es": "Neut", "sie": "Fem", "ihm": "Masc", "ihr": "Fem"}
_ABSTRACT = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "ion",
    "sage",
    "tat",
    "riff",
    "schlag",
    "schritt",
    "stieg",
    "tritt",
    "zug",
    "bruch",
    "marsch",
    "schuss",
    "stoß",
)  # of things one can judge
_READY = frozenset({"bereit", "gewillt", "imstande", "entschlossen", "dabei", "fähig"})
_DEPENDENT = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "obj", "acl", "parataxis", "dep"})


@dataclass(slots=True)
class Contents:
    """Finds contents of the acts of one article."""

    reading: Reading
    roles: Roles
    looking: set[int] = field(default_factory=set[int])  # heads of clauses whose content is being looked for

    def of(self, clause: Clause, act: Act) -> list[Content]:
        """The contents of a verb of an act: objects, else what is behind its prepositions, else a clause."""
        found = [self.cut(each, clause) for each in without_topic(self.reading.tree, [*self._objects(clause, act)])]
        if not found:
            found = [*self._behind(clause, act)]
        if not found and clause.relation == "conj" and clause.parent is not None and not clause.children:
            found = [*self._objects(clause.parent, act)] if self._shares(clause, clause.parent) else []
        return found or self.clausal(clause)

    def cut(self, content: Content, clause: Clause, carriers: Iterable[int] = ()) -> Content:
        """ "stellte jede Beteiligung in Abrede": the name ends where the noun that belongs to the verb begins."""
        tree, verb = self.reading.tree, relation_words().forms.infinitive(self.reading.tree, clause)
        nouns = relation_words().phrasal.get(verb, {})
        tokens = [t for t in content.tokens if t in carriers or tree.lemmas[t] in nouns]
        words = content.entity.name.split()
        at = words.index(tree.words[tokens[0]]) if tokens and tree.words[tokens[0]] in words else 0
        called = next((i for i in range(1, len(words)) if words[i] == "als" and words[i - 1][:1].isupper()), 0)
        at = at or called  # "wies die Berichte als Propaganda zurück"
        at -= 1 if tokens and at and tree.case_of(tokens[0]) == words[at - 1] else 0
        return replace(content, entity=unknown_entity(" ".join(words[:at]), "Proposal")) if at > 0 else content

    def noun(self, token: int, predicate: str) -> Content | None:
        """The content that a noun phrase says: an actor by name where the predicate takes one, else a proposal."""
        tree, mention = self.reading.tree, self.reading.by_head.get(token)
        entity = self.roles.actor(token)
        by_name = mention is not None and mention.form in _NAMED and not self._is_guess(mention)
        if entity is not None and (by_name or tree.pos[token] == "PRON"):
            if entity.type in vocabulary().predicates[predicate].object:
                return Content(entity, (), (token,))
            if mention is None or mention.kind not in _OPERATIONS:
                return None
        is_place = by_name and mention is not None and mention.entity.type == "Place"
        if is_place or tree.pos[token] not in _NOUNS or relation_words().holds("no_content", tree.lemmas[token]):
            return None
        if predicate == "CRITICIZED" and relation_words().noun("mourned", tree.lemmas[token]):
            return None  # "beklagt acht Tote"
        return noun_content(self.reading, token)

    def _is_guess(self, mention: Mention) -> bool:
        """Is it a name only because the recognizer thinks so ("den Korridor")?"""
        unknown = mention.entity.id.startswith("x-") and not mention.kind and mention.end - mention.start == 1
        return unknown and self.reading.tree.tags[mention.head] == "NN"

    def _shares(self, clause: Clause, parent: Clause) -> bool:
        """ "hatte den Vorfall zunächst bestätigt, später aber bestritten": one object for both."""
        own = set(self.reading.own_tokens(clause))
        return (
            not own & {*self.roles.things(clause), *(t for _, t in clause.obliques)}
            and parent.passive == clause.passive
        )

    def clausal(self, clause: Clause) -> list[Content]:
        """What "das" points to, else the first dependent clause that fits, else the clause around ", warnte er".

        Nothing where the search led back to the clause itself: a parse may make clauses each other's content.
        """
        if clause.head in self.looking:
            return []
        self.looking.add(clause.head)
        try:
            return self._clausal(clause)
        finally:
            self.looking.remove(clause.head)

    def _clausal(self, clause: Clause) -> list[Content]:
        pointed = self.pointed(clause) or self._taken_up_by_was(clause)
        if pointed is not None:
            return [pointed]
        fitting = [child for child in clause.children if self._can_be_content(child, clause)]
        for child in sorted(fitting, key=lambda c: not c.subjunctive and c.relation != "xcomp" and c.mark is None):
            content = clause_content(self.reading, child) if not self._is_empty(child) else None
            content = content or next((c for c in self.clausal(child) if child.children), None)
            if content is not None:
                more = [clause_content(self.reading, each) for each in child.children if self._goes_on(child, each)]
                return [content, *(each for each in more if each is not None)]
        around = self._around(clause)
        content = clause_content(self.reading, around) if around is not None else None
        return [content] if content is not None else []

    def _goes_on(self, child: Clause, other: Clause) -> bool:
        """ "fordert, A zu beenden und B zu überstellen": two demands."""
        both = child.finite is None and other.finite is None and other.relation == "conj"
        return both and child.mark == "zu" and other.mark == "zu" and bool(other.objects)

    def _is_empty(self, clause: Clause) -> bool:
        """ "er sei bereit, Truppen zu schicken", "gab zu bedenken, dass ...": what is said hangs on it."""
        tree = self.reading.tree
        state = clause.copula and tree.words[clause.head].lower() in _READY
        state = state or clause.finite is None and relation_words().holds("empty_infinitives", clause.verb)
        return state and bool(clause.children) and (not clause.copula or any(c.finite is None for c in clause.children))

    def _taken_up_by_was(self, clause: Clause) -> Content | None:
        """ "..., was Kabul bestreitet": what the clause above says."""
        tree = self.reading.tree
        was = any(
            tree.words[t].lower() == "was" and tree.heads[t] == clause.head for t in self.reading.own_tokens(clause)
        )
        relative = was and clause.relation in ("acl", "acl:relcl", "advcl", "parataxis", "ccomp", "conj")
        above = clause.parent if relative else None
        return clause_content(self.reading, above) if above is not None and above.head < clause.head else None

    def _can_be_content(self, child: Clause, clause: Clause) -> bool:
        """A dependent clause of the right kind, before or behind the verb with no semicolon between."""
        between = self.reading.tree.words[min(clause.head, child.head) : max(clause.head, child.head)]
        kind = (
            child.relation in _DEPENDENT
            and not relation_words().holds("other_marks", child.mark or "")
            and not self._is_relative(child)
        )
        spoken = child.relation != "parataxis" or child.subjunctive or ":" in between
        return kind and spoken and ";" not in between

    def _is_relative(self, clause: Clause) -> bool:
        tree = self.reading.tree
        return any(tree.tags[t] in ("PRELS", "PRELAT") for t in self.reading.own_tokens(clause))

    # -- noun phrases

    def _objects(self, clause: Clause, act: Act) -> Iterator[Content]:
        verb = self.roles.verb(clause)
        if relation_words().holds("addressing", verb):
            return
        offered = relation_words().holds("offering", verb)
        relative = self._taken_up_by_was(clause)
        if relative is not None:
            yield relative
            return
        for token in self.roles.things(clause):
            if self.points(token) or offered and not relation_words().noun("deeds", self.reading.tree.lemmas[token]):
                continue
            content = self.taken_up(token) if self.reading.tree.pos[token] == "PRON" else None
            content = content or self.noun(token, act.predicate)
            if content is not None:
                yield content

    def _behind(self, clause: Clause, act: Act) -> Iterator[Content]:
        """Behind a preposition; of several the ones after the finite verb ("Vor seiner Abreise warnte er vor ...")."""
        tokens = self.roles.behind(clause, act.behind)
        if not tokens:  # "warnt die Verbündeten vor Nachlässigkeit", hung on the noun
            tokens = [c for thing in self.roles.things(clause) for c in self.roles.inside(thing, act.behind)]
        later = [t for t in tokens if clause.finite is not None and t > clause.finite]
        for token in later or tokens:
            content = self.noun(token, act.predicate)
            if content is not None and self.reading.tree.pos[token] != "PRON":
                yield content

    def points(self, token: int) -> bool:
        """Is it "das", "dies": what was said before?"""
        tree = self.reading.tree
        return tree.words[token].lower() in _POINTING and tree.pos[token] in ("PRON", "DET")

    def taken_up(self, token: int) -> Content | None:
        """ "Moskau kritisierte ihn": the agreement of that gender in the sentence before; the evidence holds both."""
        tree = self.reading.tree
        gender = _PRONOUNS.get(tree.words[token].lower())
        here = tree.sentence_of[token]
        first = tree.sentences[max(0, here - 1)][0]
        first = tree.sentences[here][0] if self._breaks(first, tree.sentences[here][0]) else first
        if gender is None or self._breaks(first, token):
            return None
        topic = self._topic_before(token, gender) if first < tree.sentences[here][0] else None
        if topic is not None:
            return noun_content(self.reading, topic)
        for noun in range(token - 1, first - 1, -1):
            if tree.pos[noun] == "NOUN" and tree.morphs[noun].get("Gender") == gender and self._is_topic(noun):
                return noun_content(self.reading, noun)
        return None

    def _topic_before(self, token: int, gender: str) -> int | None:
        """ "Die Zusage verstößt gegen Resolutionen. Seoul verurteilte sie": the thing the sentence before is about."""
        tree, subject = self.reading.tree, self._subject_before(token)
        if subject is None:
            return None
        agrees = tree.morphs[subject].get("Gender") == gender and tree.morphs[subject].get("Number") != "Plur"
        thing = relation_words().noun("deeds", tree.lemmas[subject]) or tree.lemmas[subject].endswith(_ABSTRACT)
        return subject if agrees and thing else None

    def subject_before(self, token: int) -> list[Content]:
        """ "Der Ausstieg stößt auf Widerspruch. Merkel äußerte ihre Besorgnis": what the sentence before is about."""
        tree, subject = self.reading.tree, self._subject_before(token)
        abstract = subject is not None and tree.lemmas[subject].lower().endswith(_ABSTRACT)
        done = subject is not None and (abstract or relation_words().noun("deeds", tree.lemmas[subject]))
        if subject is None or not done or self._breaks(subject, token):
            return []
        content = noun_content(self.reading, subject)
        return [content] if content is not None else []

    def _subject_before(self, token: int) -> int | None:
        tree, here = self.reading.tree, self.reading.tree.sentence_of[token]
        main = [c for c in self.reading.clauses[here - 1] if c.parent is None] if here else []
        subject = next((s for c in main for s in c.subjects), None)
        named = subject is None or tree.pos[subject] != "NOUN" or subject in self.reading.by_head
        return None if named else subject

    def _is_topic(self, noun: int) -> bool:
        """An agreement, or what somebody has just demanded, rejected, criticized ..."""
        clause = self.reading.owner[noun]
        verb = self.roles.verb(clause) if clause is not None else ""
        acting = verb in relation_words().acts or relation_words().holds("approving", verb)
        acted = clause is not None and acting and noun in self.roles.things(clause)
        words, lemma = relation_words(), self.reading.tree.lemmas[noun]
        return acted or any(words.noun(name, lemma) for name in ("agreements", "demands", "allegations"))

    # -- clauses around and before

    def hanging(self, token: int) -> list[Content]:
        """ "Kiews Forderung, die Blockade zu beenden": the clause with "dass" or "zu" on a noun."""
        tree = self.reading.tree
        for clause in self.reading.sentence_clauses(token):
            below = (
                tree.heads[clause.head] == token
                and clause.head > token
                and (clause.mark in ("dass", "zu") or tree.tags[clause.head] == "VVIZU")
            )
            content = clause_content(self.reading, clause) if below else None
            if content is not None:
                return [content]
        return []

    def headline(self, clause: Clause) -> list[Content]:
        """ "Israel bombardiert Damaskus – Ankara empört": what stands before the dash."""
        parent = clause.parent if clause.parent is not None and self._is_headline(clause, clause.parent) else None
        content = clause_content(self.reading, parent) if parent is not None else None
        return [content] if content is not None else []

    def _is_headline(self, clause: Clause, parent: Clause) -> bool:
        """ "Flugzeug abgeschossen – Moskau dementiert": nothing but who says it behind a dash."""
        tree = self.reading.tree
        dash = any(word in ("–", "-", "—") for word in tree.words[parent.head + 1 : clause.head])
        alone = not clause.objects and not clause.obliques and not clause.children
        return dash and alone and clause.relation in ("parataxis", "conj", "ccomp") and parent.head < clause.head

    def _around(self, clause: Clause) -> Clause | None:
        """ ", warnte er" behind what he warned of."""
        tree, parent = self.reading.tree, clause.parent
        if parent is not None and clause.mark == "wie" and clause.relation == "advcl":
            return parent  # "..., wie X bestätigte"
        if parent is not None and self._is_headline(clause, parent):
            return parent
        if parent is None or clause.finite != clause.head or clause.relation not in ("parataxis", "conj", "dep"):
            return None
        before = tree.words[clause.head - 1] if clause.head else ""
        if before not in (",", "“", "”", "«", '"') or parent.head > clause.head:
            return None
        earlier = [
            c for c in self.reading.sentence_clauses(clause.head) if c.head < clause.head and c.finite is not None
        ]
        return max(earlier, key=lambda c: c.head, default=parent)

    def pointed(self, clause: Clause) -> Content | None:
        """ "Teheran bestreitet das.": what the sentence, or the part of this sentence, before says."""
        tree = self.reading.tree
        behind = clause.finite + 1 if clause.finite is not None and clause.finite + 1 < len(tree) else clause.head
        stray = [behind] if tree.tags[behind] == "PDS" and not tree.children[behind] else []
        pointers = [t for t in (*self.roles.nominals(clause), *stray) if self.points(t)]
        if not pointers:
            return None
        here = tree.sentence_of[clause.head]
        family = {clause.head, *(c.head for c in clause.ancestors() if c.head > pointers[0])}
        earlier = [
            c for c in self.reading.clauses[here] if c.head < min(pointers[0], clause.head) and c.head not in family
        ]
        if not earlier and here > 0 and not self._breaks(*self._last_two(here)):
            earlier = self.reading.clauses[here - 1]
        return self._said_in(earlier)

    def _last_two(self, sentence: int) -> tuple[int, int]:
        sentences = self.reading.tree.sentences
        return sentences[sentence - 1][0], sentences[sentence][0] + 1

    def _breaks(self, start: int, end: int) -> bool:
        """Is there a line break between two tokens? Evidence crosses none."""
        return any("\n" in self.reading.tree.words[t] for t in range(start, end))

    def _said_in(self, clauses: Iterable[Clause]) -> Content | None:
        """What the last main clause says; of a clause of saying, demanding or accusing what that is about."""
        main = [c for c in clauses if c.relation in ("root", "ROOT", "conj", "parataxis")]
        for clause in reversed(main):
            verb = self.roles.verb(clause)
            act = relation_words().acts.get(verb)
            said = self.of(clause, act) if act is not None else []
            if act is None and (verb in cues().verbs or relation_words().holds("accusing_verbs", verb)):
                said = self.clausal(clause)
            own = clause_content(self.reading, clause) if not said else None
            found = said[0] if said else own
            if found is not None:
                demanded = act is not None and act.predicate == "PROPOSED"
                return replace(found, clauses=(*found.clauses, clause), demanded=demanded)
        return None
