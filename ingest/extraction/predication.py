"""Which predicate a clause gives to personnel in it: by its verb, the role of the phrase, and what stands around."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.extraction.attribution_cues import cues
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.happening import FATES, LOSSES
from ingest.extraction.idioms import Idioms
from ingest.extraction.reading import Reading
from ingest.extraction.said_content import modifies
from ingest.extraction.sizes import Sizes
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.verb_senses import VerbSenses, at_war
from ingest.extraction.whereabouts import Whereabouts

_INTO = frozenset(
    {"in", "im", "ins", "an", "am", "zu", "zum", "zur", "um", "ums", "auf", "mit"}
)  # "im Einsatz", "ums Leben", "an einer Übung"
_OR = frozenset({"oder", "und", "bzw.", "beziehungsweise", "sowie"})


@dataclass(slots=True)
class Predication:
    """Reads predicates off clauses of one article."""

    reading: Reading
    where: Whereabouts = field(init=False)
    sizes: Sizes = field(init=False)
    senses: VerbSenses = field(init=False)
    idioms: Idioms = field(init=False)

    def __post_init__(self) -> None:
        self.where = Whereabouts(self.reading)
        self.sizes = Sizes(self.reading, self.where)
        self.senses = VerbSenses(self.reading, self.where)
        self.idioms = Idioms(self.reading)

    def role(self, clause: Clause, anchor: int, candidate: Candidate) -> str:
        """What the phrase is in the clause: object, subject, oblique, bare (no case mark, no sure role) or its head."""
        tree = self.reading.tree

        def holds(tokens: list[int]) -> bool:
            return any(anchor in conjuncts(tree, t) for t in tokens)

        mention = self.reading.by_head.get(anchor)
        named = mention is not None and mention.entity.type == "Country" and anchor != candidate.head
        if named and candidate.count is not None and clause.objects:
            return "object"  # "haben A 150 und B acht Soldaten entsandt": the parser hangs the number on the name
        if holds(clause.objects) or (clause.passive and holds(clause.subjects)):
            return "object"
        if holds(clause.subjects):
            return "object" if self._has_sender(clause, anchor) else "subject"
        if any(anchor in conjuncts(tree, t) and not modifies(self.reading, t, candidate) for _, t in clause.obliques):
            return "oblique"
        hung = (
            tree.deps[candidate.head] == "nummod" and tree.pos[anchor] == "VERB"
        )  # "entsandte etwa 1.300, Malawi ..."
        return "head" if anchor == clause.head and not hung else "bare"

    def _has_sender(self, clause: Clause, anchor: int) -> bool:
        """Two subjects, one of them a country, of a verb that is only done to personnel: the other is what is sent."""
        words, tree = troop_words(), self.reading.tree
        if clause.passive or clause.verb not in words.done_to or clause.verb in words.does:
            return False
        others = [self.reading.by_head.get(s) for s in clause.subjects if anchor not in conjuncts(tree, s)]
        return any(m is not None and m.entity.type == "Country" for m in others)

    def predicate(self, clause: Clause, anchor: int, candidate: Candidate) -> str | None:
        """The predicate of a phrase in a clause, or None where the clause says nothing we know of it."""
        found = self._among(clause) or self._said(clause, anchor, candidate)
        return "CASUALTIES" if found in LOSSES and self._joined_fates(clause.head) >= LOSSES else found

    def _joined_fates(self, head: int) -> set[str]:
        """ "tot oder verwundet", however the parser hangs them: the fates around a conjunction at the head."""
        tree, words = self.reading.tree, troop_words()
        start, end = tree.sentence(head)
        window = list(range(max(start, head - 2), min(end, head + 3)))
        joins = [t for t in window if tree.words[t].lower() in _OR and abs(t - head) == 1]
        around = [head, *(t + step for t in joins for step in (-1, 1) if start <= t + step < end)]
        return {words.states.get(tree.words[t].lower(), "") for t in around}

    def _among(self, clause: Clause) -> str | None:
        """ "Unter den Toten sind neun Südafrikaner", "zu den Gefallenen zählen zwei Offiziere"."""
        if clause.verb not in ("sein", "befinden", "zählen", "gehören") and not clause.copula:
            return None
        tree, words = self.reading.tree, troop_words()
        among = [t for p, t in clause.obliques if p in ("unter", "zu", "zum")]
        return next((f for t in among if (f := words.fate(tree.words[t], tree.lemmas[t])) is not None), None)

    def _said(self, clause: Clause, anchor: int, candidate: Candidate) -> str | None:
        grown = self.sizes.grown(clause, candidate)
        return grown if grown is not None else self._by_words(clause, anchor, candidate)

    def _by_words(self, clause: Clause, anchor: int, candidate: Candidate) -> str | None:
        """Nouns before verbs, verbs before what stands around them."""
        role = self.role(clause, anchor, candidate)
        tree, words = self.reading.tree, troop_words()
        if tree.lemmas[anchor] in words.sizes and clause.verb in words.onto:
            return self.sizes.now(clause, candidate)
        noun = self._by_noun(clause, anchor, role, candidate)
        if noun is not None:
            return noun
        if role == "oblique":
            return self._oblique(clause, anchor, candidate)
        state = self._state(clause)
        if state is not None:
            return state
        done_to, does = self.senses.of(clause, candidate)
        if role in ("object", "bare") and self.senses.sized(clause, candidate):
            return self.sizes.of(clause, candidate)
        if role in ("object", "bare"):
            return done_to or does or (self._verbless(clause, anchor) if role == "bare" else None)
        if does is not None:
            return does
        if candidate.count is None and done_to in FATES and self._is_active(clause):
            return None  # "ukrainische Truppen haben gefangen genommen": whoever does it to others
        if done_to is not None and (not clause.objects or self._swapped(clause)):
            return done_to
        return self._elsewise(clause, anchor, role, candidate)

    def _by_noun(self, clause: Clause, anchor: int, role: str, candidate: Candidate) -> str | None:
        """What another noun or the predicate of the clause says: "leisten Dienst", "sind im Einsatz"."""
        idiom = self.idioms.of(clause, role, range(candidate.start, candidate.end))
        if idiom is not None:  # "haben Tod oder Verwundung erlitten"
            both = idiom in LOSSES and self._held(troop_words().supports.get(clause.verb, {}), clause, candidate.head)
            return "CASUALTIES" if both == "CASUALTIES" else idiom
        if clause.copula and clause.verb == "stark":
            return "STRENGTH"  # "ist 5.000 Mann stark"
        supported = self._held(troop_words().supports.get(clause.verb, {}), clause, candidate.head)
        nouns = troop_words().supports.get(clause.verb, {})
        others = [s for s in clause.subjects if self.reading.tree.lemmas[s] not in nouns]  # "tun 40.000 Mann Dienst"
        if supported is not None and (role != "object" or not others):
            return supported
        return self._setting(clause, anchor) if role != "oblique" else None

    def _is_active(self, clause: Clause) -> bool:
        """Surely no passive: "töteten", "haben getötet"; the parser may miss that of "sind getötet und ... worden"."""
        haben = clause.finite is not None and self.reading.tree.lemmas[clause.finite] == "haben"
        return not clause.passive and (haben or clause.finite == clause.head)

    def _swapped(self, clause: Clause) -> bool:
        """ "die Soldaten, die Pjöngjang entsandt hat": the parser takes the sender for the object."""
        actors = ("Country", "Person", "Organization")
        named = [self.reading.by_head.get(o) for o in clause.objects]
        bodies = {*troop_words().collectives, *troop_words().mission_nouns}
        if clause.verb == "zählen" and all(self.reading.tree.lemmas[o] in bodies for o in clause.objects):
            return True  # "184.000 Soldaten zählt die Truppe"
        return all(m is not None and m.entity.type in actors and m.form in ("name", "metonym") for m in named)

    def _state(self, clause: Clause) -> str | None:
        """ "sind tot", "seien verwundet", "gelten als vermisst": predicative adjectives and participles."""
        words, tree = troop_words(), self.reading.tree
        if clause.verb == "liegen" and clause.head + 1 < len(tree):  # "liegen verletzt im Krankenhaus"
            return words.states.get(tree.words[clause.head + 1].lower())
        if clause.verb == "gelten":
            return next(
                (
                    s
                    for t in self.reading.own_tokens(clause)
                    if (s := words.states.get(tree.words[t].lower())) is not None
                ),
                None,
            )
        state = words.states.get(tree.lemmas[clause.head]) or words.states.get(tree.words[clause.head].lower())
        dead = tree.words[clause.head].lower() == "tot"  # taken for a participle
        if clause.verb.endswith("n") and not clause.copula and clause.finite is not None and not dead:
            return None
        counted = {c.start for c in self.reading.counts}
        conj = [c for c in tree.children[clause.head] if tree.deps[c] == "conj"]
        conj = [c for c in conj if not counted & set(range(clause.head, c))]  # "300 tot und 2.700 verwundet"
        joined = {words.states.get(tree.words[c].lower()) for c in conj}
        if state in LOSSES and joined & (LOSSES - {state}):
            return "CASUALTIES"  # "tot oder verletzt"
        return self.where.under_way(state, clause)

    def _elsewise(self, clause: Clause, anchor: int, role: str, candidate: Candidate) -> str | None:
        """No verb of ours: a headline bound for a place, a fronted participle, a place where they are."""
        if role == "head" or role == "subject" and clause.finite is None:
            found = self._verbless(clause, anchor) or self._fronted(clause)
            if found is not None:
                return found
        if role in ("subject", "head") and self.where.is_somewhere(clause):
            return "PRESENT"
        sure = candidate.mention is not None and candidate.mention.by in ("noun", "unit", "ellipsis")
        sure = sure and clause.verb not in cues().verbs  # "Ein Offizier in Bamako erzählt von ..."
        if (
            role == "subject"
            and sure
            and not clause.passive
            and clause.finite is not None
            and self.where.has_place(clause)
        ):
            return "PRESENT"  # whatever they do, they are there
        if (
            role == "subject"
            and sure
            and clause.modal == "sollen"
            and not clause.perfect
            and not clause.passive
            and clause.verb not in ("sein", "haben")
        ):
            return "PLANNED"  # "hundert Soldaten sollen die Raketen bedienen"
        return None

    def _verbless(self, clause: Clause, head: int) -> str | None:
        """A headline without a verb: "Weitere 3.000 Nordkoreaner für Russland"."""
        tree, words = self.reading.tree, troop_words()
        bound = any(
            m.entity.type in ("Country", "Place")
            and tree.case_of(m.head) in ("für", "nach")
            and tree.heads[m.head] == head
            and tree.pos[m.end : m.end + 1] != ["NOUN"]  # "für Moskaus Schattenkrieger"
            for m in self.reading.mentions
        )
        if clause.finite is None and bound:
            return "SENT"
        there = any(
            m.entity.type in ("Country", "Place") and self.where.stands_local(m.head) and tree.heads[m.head] == head
            for m in self.reading.mentions
        )
        hurt = (words.settings.get(self._known_setting(c)) for c in tree.children[head] if tree.case_of(c) == "mit")
        if clause.finite is None and "WOUNDED" in hurt:
            return "WOUNDED"  # "34 Soldaten mit Hirnverletzungen"
        held = (
            words.settings.get(tree.lemmas[c]) or self._by_ending(tree.lemmas[c])
            for c in tree.children[head]
            if tree.case_of(c) in ("in", "im")
            or tree.case_of(c) == "auf"
            and words.settings.get(tree.lemmas[c]) == "SENT"
        )
        if clause.finite is None and (setting := next(filter(None, held), None)) is not None:
            return (
                "PRESENT" if setting == "FIGHTING" and not at_war(self.reading) else setting
            )  # "34 Soldaten in der Hand von Rebellen"
        return "PRESENT" if clause.finite is None and there else None

    def _fronted(self, clause: Clause) -> str | None:
        """ "Geplant waren 2.500 Polizisten": the noun is taken for the predicate, the participle for its attribute."""
        words = troop_words()
        tree, copula = self.reading.tree, clause.finite
        for token in tree.children[clause.head]:
            if copula is not None and tree.deps[token] == "amod" and token < copula < clause.head:
                said = words.states.get(tree.words[token].lower()) or words.done_to.get(tree.lemmas[token])
                if said is not None:
                    return said
        for child in clause.children:
            if child.finite is None and child.head < clause.head and not child.subjects and not child.objects:
                return words.states.get(self.reading.tree.words[child.head].lower()) or words.done_to.get(child.verb)
        return None

    def _setting(self, clause: Clause, anchor: int) -> str | None:
        """ "im Einsatz sein", "in Gefangenschaft geraten", "ums Leben kommen", "an einer Übung teilnehmen", "in
        Dienst stellen".
        """
        tree, words = self.reading.tree, troop_words()
        around = clause.parent.obliques if clause.verb == "sein" and clause.parent is not None else []
        held = [x for x in around if clause.start <= x[1] < clause.end]  # the parser hung it on the verb of saying
        held += [(case, c) for c in tree.children[anchor] if c > anchor and (case := tree.case_of(c)) is not None]
        out = (words.out_of.get(tree.lemmas[t]) for p, t in clause.obliques if p == "außer")
        if clause.verb in ("setzen", "sein") and (beaten := next(filter(None, out), None)) is not None:
            return beaten  # "außer Gefecht gesetzt"
        for preposition, token in (*clause.obliques, *held):
            if token == anchor or preposition not in _INTO:
                continue
            predicate = words.settings.get(tree.lemmas[token]) or self._by_ending(tree.lemmas[token])
            predicate = predicate or ("TRAINING" if self._is_lesson(token) else None)
            if tree.lemmas[token].lower().endswith("krieg") and words.done_to.get(clause.verb) == "SENT":
                continue  # "schickt vier Brigaden in den Krieg": sent
            if predicate is not None and clause.verb in words.setting_verbs[predicate]:
                mission = predicate == "FIGHTING" and tree.lemmas[token] == "Einsatz" and not at_war(self.reading)
                return "PRESENT" if mission else predicate
        objects = [*clause.objects, *clause.bare]
        if self._learns(clause, anchor):
            return "TRAINING"
        for fate in ("WOUNDED", "KILLED"):  # "trugen Verletzungen davon", "kostete 15 Soldaten das Leben"
            hurt = any(words.settings.get(tree.lemmas[t]) == fate for t in objects if t != anchor)
            if hurt and clause.verb in words.setting_verbs[fate]:
                return fate
        if clause.verb == "haben" and any(tree.lemmas[t] == "Einsatz" for _, t in clause.obliques):
            return "FIGHTING" if at_war(self.reading) else "PRESENT"
        head = words.settings.get(tree.lemmas[clause.head])
        return head if head is not None and clause.copula else None

    def _learns(self, clause: Clause, anchor: int) -> bool:
        """ "absolvieren einen Dschungelkurs", "unterziehen sich einer Grundausbildung".

        The parser may hang the lesson on the place before it.
        """
        tree, words = self.reading.tree, troop_words()
        if clause.verb not in words.setting_verbs["TRAINING"]:
            return False
        own = self.reading.own_tokens(clause) if clause.verb in words.undergoing else ()
        things = {*clause.objects, *clause.bare, *clause.datives, *(t for t in own if tree.pos[t] == "NOUN")}
        return any(self._is_lesson(t) for t in things - {anchor})

    def _is_lesson(self, token: int) -> bool:
        return self.reading.tree.lemmas[token].lower().endswith(tuple(troop_words().lessons))

    def _held(self, nouns: Mapping[str, str], clause: Clause, head: int) -> str | None:
        """ "leisten dort Dienst", "fanden den Tod": a noun that carries the meaning of the verb.

        The parser may hang the noun without an article on whatever stands before it.
        """
        lemmas = self.reading.tree.lemmas
        own = (t for t in self.reading.own_tokens(clause) if t != head) if nouns else ()
        found = [nouns[lemmas[t]] for t in own if lemmas[t] in nouns]
        return "CASUALTIES" if set(found) >= LOSSES else next(iter(found), None)

    def _known_setting(self, token: int) -> str:
        """The setting noun that a token is or ends in."""
        lemma = self.reading.tree.lemmas[token]
        return next((noun for noun in troop_words().settings if lemma.lower().endswith(noun.lower())), "")

    def _by_ending(self, lemma: str) -> str | None:
        """ "Bodeneinsatz", "Nato-Manöver": compounds of a setting noun."""
        words = troop_words()
        return next(
            (p for noun, p in words.settings.items() if len(noun) > 5 and lemma.lower().endswith(noun.lower())), None
        )

    def _oblique(self, clause: Clause, anchor: int, candidate: Candidate) -> str | None:
        """ "beteiligt sich mit 150 Soldaten", "auf 10.000 Mann erhöhen"."""
        tree, words = self.reading.tree, troop_words()
        preposition = next((p for p, t in clause.obliques if anchor in conjuncts(tree, t)), None)
        onto = preposition == "auf" or preposition in ("von", "um", "mit", "bei") and clause.verb != "kommen"
        if onto and clause.verb in words.onto:
            return self.sizes.of(clause, candidate)
        if preposition == "mit" and any(
            words.settings.get(self._known_setting(o)) == "TRAINING" for o in clause.objects
        ):
            return "TRAINING"  # "hat mit 18.000 Soldaten sein Sommermanöver begonnen"
        if preposition == "mit" and clause.subjects and anchor not in clause.subjects:
            beside = None if clause.verb in words.compared else "PRESENT"
            return self._setting(clause, anchor) or self.senses.of(clause, candidate)[1] or beside
        if preposition == "durch" and self.senses.reinforced(clause):
            return "SENT"
        if preposition == "um" and clause.verb == "handeln" and anchor == candidate.head and candidate.number:
            return "STRENGTH"  # "Es handelt sich um 23 Polizisten"
        if preposition == "über" and clause.verb == "verfügen":
            return "STRENGTH"
        if preposition == "an" and clause.verb == "denken":
            return "PLANNED"
        if preposition == "in" and clause.verb in words.divided:
            return "STRENGTH"
        return "STRENGTH" if preposition == "aus" and clause.verb == "bestehen" else None
