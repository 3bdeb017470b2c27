"""What happens to a personnel phrase: its own noun, an attribute, an event noun over it, or the verb of its clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extraction.attribution import cues
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.places import common_places
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.linking.mentions import Mention

_STATES = frozenset({"PRESENT", "FIGHTING", "STRENGTH", "TRAINING"})
_WAR = frozenset({"kämpfen", "Kampf", "Gefecht", "Front", "Schlacht", "Krieg", "Gefallener", "Angriffskrieg", "Offensive"})
_LOSSES = frozenset({"KILLED", "WOUNDED"})
_PARTS = frozenset({"Teil", "Hälfte", "Drittel", "Viertel", "Fünftel", "Mehrheit", "Gruppe", "Kontingent", "Einheit", "Zahl", "Anzahl", "Dutzend", "Rest",
    "Mehrzahl", "Verband", "Truppe", "letzter", "letzte", "Letzte", "erster", "erste", "Kompanie", "Bataillon", "Brigade", "Regiment", "Division", "Schutztruppe", "Million", "Hundert", "Tausend"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A predicate for a candidate: in which clause, by which token, whether the clause is one of saying, and how sure the rule is."""

    predicate: str
    clause: Clause | None
    token: int
    rule: str
    nominal: bool = False
    attribute: bool = False
    sender: bool = False


@dataclass(slots=True)
class Happenings:
    """Finds what happens to personnel in one article."""

    reading: Reading

    def of(self, candidate: Candidate) -> list[Happening]:
        """All that the sentence says of this personnel, the main predicate first; empty when it says nothing we know."""
        clause = self.reading.owner[candidate.head]
        main = list(self._main(candidate, clause))
        extra = [h for h in self._attributes(candidate, clause) if all(h.predicate != m.predicate for m in main)]
        if main and any(m.predicate in ("KILLED", "WOUNDED", "CASUALTIES", "CAPTURED") for m in main):
            extra = [h for h in extra if h.predicate in ("SENT", "PRESENT")]
        return merged([*main, *extra])

    def _main(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        noun = self._own_noun(candidate, clause)
        if noun is not None:
            yield noun
            yield from (h for h in self._verbs(candidate, clause) if h.predicate in ("WITHDRAWN", "CAPTURED"))
            return
        event = self._event(candidate, clause)
        if event is not None:
            yield event
            return
        found = list(self._verbs(candidate, clause))
        yield from found
        if not found and not list(self._attributes(candidate, clause)):
            yield from self._sized(candidate, clause)

    # -- the noun itself and its attributes

    def _own_noun(self, candidate: Candidate, clause: Clause | None) -> Happening | None:
        tree, words = self.reading.tree, troop_words()
        head = candidate.head
        if candidate.mention is not None and candidate.mention.by == "ellipsis" and candidate.mention.antecedent is not None:
            head = candidate.mention.antecedent  # "beziffert die Ausfälle auf 4.700"
        predicate = words.fate(tree.words[head], tree.lemmas[head])
        if predicate is None or tree.pos[head] not in ("NOUN", "ADJ", "PROPN") or self._of_another_noun(head):
            return None
        others = {words.fate(tree.words[c], tree.lemmas[c]) for c in tree.children[head] if tree.deps[c] == "conj"}
        if predicate in _LOSSES and others & (_LOSSES - {predicate}) and not self._own_count(candidate):
            predicate = "CASUALTIES"
        return Happening(predicate, clause, head, "noun", nominal=self.is_content(candidate, clause))

    def _of_another_noun(self, head: int) -> bool:
        """"ein Krieg mit 100.000 Toten": dead of something that is no force."""
        tree = self.reading.tree
        parent = tree.heads[head]
        if tree.deps[head] not in ("nmod", "obl") or tree.pos[parent] != "NOUN" or self._part_noun(parent):
            return False
        return tree.case_of(head) in ("mit", "bei") and tree.lemmas[parent] not in troop_words().sizes

    def _own_count(self, candidate: Candidate) -> bool:
        """Do the conjuncts have counts of their own ("40 Tote und 12 Verletzte")?"""
        tree = self.reading.tree
        conj = {c for c in tree.children[candidate.head] if tree.deps[c] == "conj"}
        return any(other.head in conj for other in self.reading.counts)

    def _attributes(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        tree, words = self.reading.tree, troop_words()
        for child in tree.children[candidate.head]:
            if tree.deps[child] not in ("amod", "acl", "nmod", "conj") or child > candidate.head:
                continue
            predicate = words.attributes.get(stem(tree.words[child], tree.lemmas[child]))
            if predicate is not None:
                yield Happening(predicate, clause, child, "attribute", nominal=self.is_content(candidate, clause), attribute=True)

    # -- an event noun over it

    def _event(self, candidate: Candidate, clause: Clause | None) -> Happening | None:
        """"die Entsendung von 3.000 Soldaten", "Verlegung nordkoreanischer Soldaten", "Kämpfe mit Nordkoreanern"."""
        tree, words = self.reading.tree, troop_words()
        current = candidate.head
        for _ in range(4):
            parent = tree.heads[current]
            if parent == current or tree.deps[current] not in ("nmod", "obl", "conj", "appos", "nmod:poss", "flat", "compound"):
                return None
            predicate = words.event(tree.lemmas[parent], tree.words[parent]) if tree.pos[parent] in ("NOUN", "PROPN") else None
            if predicate is not None and tree.case_of(current) in (None, "von", "vom", "durch", "mit", "unter"):
                return Happening(predicate, self.reading.owner[parent], parent, "event", nominal=self._is_event_content(parent), sender=True)
            if tree.lemmas[parent] not in _PARTS and tree.deps[current] != "conj":
                return None
            current = parent
        return None

    def _is_event_content(self, event: int) -> bool:
        clause = self.reading.owner[event]
        return clause is not None and self._content_role(clause, self._top(event))

    def _top(self, token: int) -> int:
        """Climbs from a noun inside noun phrases to the one that is an argument of the clause."""
        tree = self.reading.tree
        for _ in range(6):
            clause = self.reading.owner[token]
            if clause is None or tree.heads[token] == clause.head or token == clause.head:
                return token
            token = tree.heads[token]
        return token

    # -- the verb of the clause

    def _verbs(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        if clause is None:
            return
        anchor = self._anchor(candidate, clause)
        if anchor is None:
            return
        for each in (clause, *self._joined(clause, anchor)):
            predicate = self._predicate(each, anchor, candidate)
            if predicate is not None:
                nominal = each is clause and self.is_content(candidate, clause)
                yield Happening(predicate, each, each.head, "verb", nominal=nominal, sender=self._role(each, anchor, candidate) == "object")

    def _joined(self, clause: Clause, anchor: int) -> Iterator[Clause]:
        """Clauses joined to this one that share the phrase as subject: "getötet oder verwundet"."""
        for other in self.reading.sentence_clauses(clause.head):
            if other is not clause and anchor in other.subjects and (other.relation in ("conj", "acl:relcl", "acl", "xcomp") or other.parent is clause):
                yield other

    def _anchor(self, candidate: Candidate, clause: Clause) -> int | None:
        """The argument of the clause that the personnel phrase is (part of): "eine Kompanie mit 130 Soldaten"."""
        tree = self.reading.tree
        current = candidate.head
        arguments = {*clause.subjects, *clause.objects, *clause.datives, *clause.bare, *(t for _, t in clause.obliques), clause.head}
        for _ in range(6):
            if current in arguments:
                return self._unit_before(current) or current
            parent = tree.heads[current]
            if parent == current:
                return None
            if tree.deps[current] not in ("conj", "appos", "flat", "nummod", "compound", "dep", "det", "advmod") and not self._part_noun(parent):
                return None
            current = parent
        return None

    def _unit_before(self, token: int) -> int | None:
        """"ein Bataillon mit 3.000 Mann": the parser hangs "mit" on the verb; the unit right before it is what is meant."""
        tree = self.reading.tree
        marks = [c for c in tree.children[token] if tree.words[c].lower() == "mit"]
        before = marks[0] - 1 if marks else -1
        return before if before >= 0 and tree.pos[before] == "NOUN" and self._part_noun(before) else None

    def _part_noun(self, token: int) -> bool:
        tree = self.reading.tree
        lemma = tree.lemmas[token]
        if tree.pos[token] in ("ADJ", "NUM"):
            return True
        return lemma in _PARTS or any(lemma.lower().endswith(p.lower()) for p in _PARTS if len(p) > 5) or any(
            c.start <= token < c.end for c in self.reading.counts
        )

    def _role(self, clause: Clause, anchor: int, candidate: Candidate) -> str:
        tree = self.reading.tree

        def holds(tokens: list[int]) -> bool:
            return any(anchor in conjuncts(tree, t) for t in tokens)

        if holds(clause.objects) or (clause.passive and holds(clause.subjects)):
            return "object"
        if holds(clause.subjects):
            return "subject"
        if any(anchor in conjuncts(tree, t) and not self._modifies(t, candidate) for _, t in clause.obliques):
            return "oblique"
        return "head" if anchor == clause.head else "bare"

    def _modifies(self, token: int, candidate: Candidate) -> bool:
        """The preposition is part of the count: "um die 11.000", "bis zu 15.000", "an die 300"."""
        tree = self.reading.tree
        marks = [c for c in tree.children[token] if tree.deps[c] == "case"]
        return bool(marks) and all(candidate.start <= c <= candidate.head for c in marks)

    def _predicate(self, clause: Clause, anchor: int, candidate: Candidate) -> str | None:
        words, tree = troop_words(), self.reading.tree
        role = self._role(clause, anchor, candidate)
        setting = self._setting(clause, anchor)
        if setting is not None and role != "oblique":
            return setting
        if role == "oblique":
            return self._oblique(clause, anchor, candidate)
        state = words.states.get(self.reading.tree.lemmas[clause.head]) or words.states.get(self.reading.tree.words[clause.head].lower())
        if state is not None and (clause.copula or clause.finite is None or not clause.verb.endswith("n")):
            return state
        done_to, does = words.done_to.get(clause.verb), words.does.get(clause.verb)
        if clause.verb in words.needs_place and not self._has_goal(clause):
            done_to, does = None, None
        if (done_to or does) == "SENT" and any(tree.lemmas[t] in words.back for _, t in clause.obliques):
            return "WITHDRAWN"
        if done_to == "FIGHTING" and clause.verb == "einsetzen" and (self._in_mission(clause) or not self._at_war()):
            return "PRESENT"
        if role in ("object", "bare"):
            return done_to or does
        if does is not None:
            return does
        if done_to is not None and (not clause.objects or clause.finite is None or clause.perfect and not clause.objects):
            return done_to
        if role == "head" and (fronted := self._fronted(clause)) is not None:
            return fronted
        if role in ("subject", "head") and self._is_somewhere(clause):
            return "PRESENT"
        if role == "subject" and candidate.number and not clause.passive and clause.finite is not None and self._has_place(clause):
            return "PRESENT"  # whatever they do, they are there
        return None

    def _fronted(self, clause: Clause) -> str | None:
        """"Geplant waren 2.500 Polizisten": the parser takes the noun for the predicate and the participle for its attribute."""
        words = troop_words()
        for child in clause.children:
            if child.finite is None and child.head < clause.head and not child.subjects and not child.objects:
                return words.states.get(self.reading.tree.words[child.head].lower()) or words.done_to.get(child.verb)
        return None

    def _has_goal(self, clause: Clause) -> bool:
        """Is a place named that the clause's movement leads to?"""
        tree = self.reading.tree
        return any(
            m.entity.type in ("Place", "Country") and tree.case_of(m.head) in ("nach", "in", "an", "auf", "ins", "zu") for m in self._mentions(clause)
        ) or any(tree.lemmas[t] in common_places() for _, t in clause.obliques)

    def _in_mission(self, clause: Clause) -> bool:
        """"in der Truppe Kfor eingesetzt": service in a mission, no combat."""
        return any(m.kind == "mission" for m in self._mentions(clause))

    def _setting(self, clause: Clause, anchor: int) -> str | None:
        """"im Einsatz sein", "in Gefangenschaft geraten", "ums Leben kommen", "an einer Übung teilnehmen"."""
        tree, words = self.reading.tree, troop_words()
        for _, token in clause.obliques:
            if token == anchor:
                continue
            predicate = words.settings.get(tree.lemmas[token]) or self._by_ending(tree.lemmas[token])
            if predicate is not None and clause.verb in words.setting_verbs[predicate]:
                return "PRESENT" if predicate == "FIGHTING" and tree.lemmas[token] == "Einsatz" and not self._at_war() else predicate
        if any(tree.lemmas[t] == "Einsatz" for _, t in clause.obliques) and clause.verb == "haben":
            return "FIGHTING" if self._at_war() else "PRESENT"
        head = words.settings.get(tree.lemmas[clause.head])
        return head if head is not None and clause.copula else None

    def _at_war(self) -> bool:
        """Does the article speak of fighting? Else "im Einsatz" is service in a mission."""
        return any(lemma in _WAR for lemma in self.reading.tree.lemmas)

    def _by_ending(self, lemma: str) -> str | None:
        """"Bodeneinsatz", "Nato-Manöver": compounds of a setting noun."""
        words = troop_words()
        return next((p for noun, p in words.settings.items() if len(noun) > 5 and lemma.lower().endswith(noun.lower())), None)

    def _oblique(self, clause: Clause, anchor: int, candidate: Candidate) -> str | None:
        """"beteiligt sich mit 150 Soldaten", "auf 10.000 Mann erhöhen"."""
        tree, words = self.reading.tree, troop_words()
        preposition = next((p for p, t in clause.obliques if anchor in conjuncts(tree, t)), None)
        if preposition in ("auf", "von", "um") and clause.verb in words.onto:
            return self._size_of(clause, candidate)
        if preposition == "mit" and clause.verb in ("beteiligen", "kämpfen", "unterstützen", "helfen"):
            return self._setting(clause, anchor) or words.does.get(clause.verb)
        if preposition == "aus" and clause.verb in ("bestehen",):
            return "STRENGTH"
        return None

    def _size_of(self, clause: Clause, candidate: Candidate) -> str:
        """"beziffert die Zahl der Gefallenen auf 250.000": what is sized says the predicate."""
        tree, words = self.reading.tree, troop_words()
        for token in (*clause.objects, *clause.subjects):
            for below in (token, *tree.subtree(token)):
                predicate = words.fate(tree.words[below], tree.lemmas[below])
                if predicate is not None:
                    return predicate
        if clause.verb in ("beziffern", "schätzen") and self._is_somewhere(clause):
            return "PRESENT"
        return "STRENGTH"

    def _is_somewhere(self, clause: Clause) -> bool:
        """A form of "sein" or a bare headline clause with a place in it."""
        tree = self.reading.tree
        if not clause.copula and clause.verb not in ("sein", "geben"):
            return False
        inside = ("in", "im", "an", "am", "auf", "bei", "vor", "nahe", "hinter")
        known = any(m.entity.type in ("Place", "Country") and tree.case_of(m.head) in inside for m in self._mentions(clause))
        common = any(p in ("in", "im", "an", "am", "vor") and tree.lemmas[t] in ("Land", "Ort", *common_places()) for p, t in clause.obliques)
        return known or common or any(tree.words[t].lower() in ("dort", "hier") for t in clause.adverbs)

    def _mentions(self, clause: Clause) -> list[Mention]:
        return [m for m in self.reading.mentions if self.reading.owner[m.head] is clause]

    # -- numbers in the content of a verb of saying

    def _sized(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        """"sieht 11.000 Nordkoreaner in Kursk": the content of a verb of saying with a place, without a verb of its own."""
        if clause is None or not candidate.number or not self.is_content(candidate, clause):
            return
        if not self._has_place(clause):
            return
        yield Happening("PRESENT", clause, clause.head, "content", nominal=True)

    def _has_place(self, clause: Clause) -> bool:
        tree = self.reading.tree
        return any(m.entity.type in ("Place", "Country") and tree.case_of(m.head) in ("in", "im", "an", "auf", "bei", "nahe") for m in self._mentions(clause)) or any(
            tree.lemmas[t] in common_places() or tree.words[t].lower() in ("dort", "hier") for t in self.reading.own_tokens(clause)
        )

    def is_content(self, candidate: Candidate, clause: Clause | None) -> bool:
        """Is the phrase what a verb of saying in its clause says ("geht von 600 Gefallenen aus")?"""
        tree = self.reading.tree
        if clause is None or clause.verb == "zählen" and troop_words().fate(tree.words[candidate.head], tree.lemmas[candidate.head]) is None:
            return False
        if candidate.mention is not None and candidate.mention.by == "ellipsis" and clause.verb in cues().nominal["auf"]:
            return True
        before = tree.words[candidate.start - 1].lower() if candidate.start > 0 else ""
        if clause.verb in cues().nominal.get(before, frozenset()):
            return True
        top = self._top(candidate.head)
        modified = any(t == top and self._modifies(t, candidate) for _, t in clause.obliques)
        return self._content_role(clause, top) or modified and clause.verb in cues().nominal["object"]

    def _content_role(self, clause: Clause, token: int) -> bool:
        """Is the argument what the verb of saying says: its object, or behind von, mit, auf, vor?"""
        nominal = cues().nominal
        tree = self.reading.tree
        if clause.verb in nominal["object"] and any(token in conjuncts(tree, t) for t in (*clause.objects, *clause.bare)):
            return True
        if clause.verb in nominal["object"] and clause.passive and token in clause.subjects:
            return True
        return any(
            clause.verb in nominal.get(preposition, frozenset()) and token in conjuncts(tree, t) for preposition, t in clause.obliques
        )


def stem(word: str, lemma: str) -> str:
    """An attributive participle or adjective without its ending: "entsandten" → "entsandt"."""
    low = word.lower()
    for ending in ("en", "em", "er", "es", "e"):
        if low.endswith(ending) and len(low) - len(ending) > 2:
            return low[: -len(ending)]
    return lemma.lower() if not low else low


def merged(found: list[Happening]) -> list[Happening]:
    """Killed and wounded joined by "oder" or "und" of the same count are casualties; each predicate once."""
    predicates = {h.predicate for h in found if h.rule == "verb" and not h.attribute}
    if {"KILLED", "WOUNDED"} <= predicates:
        first = next(h for h in found if h.predicate in _LOSSES)
        rest = [h for h in found if h.predicate not in _LOSSES]
        found = [Happening("CASUALTIES", first.clause, first.token, first.rule, first.nominal, False, first.sender), *rest]
    unique: dict[str, Happening] = {}
    for happening in found:
        unique.setdefault(happening.predicate, happening)
    return list(unique.values())


def is_state(predicate: str) -> bool:
    """Predicates that describe a state: "sollen" with them is hearsay about now, not a plan."""
    return predicate in _STATES
