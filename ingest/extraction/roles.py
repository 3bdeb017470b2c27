"""Who does what to whom in a clause: agents and things, read from type, case and position as well as from labels.

The parser often attaches right and labels wrong ("Diese Forderung lehnte Selenskyj ab": subject Forderung). A demand
cannot reject, so where a thing stands as the subject of a verb and an actor as its object, they change places.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.extraction.attribution_cues import cues
from ingest.extraction.cast import ACTOR, Cast, Who
from ingest.extraction.clauses import Clause
from ingest.extraction.datelines import is_dateline
from ingest.extraction.oblique import is_misread, is_oblique
from ingest.extraction.passives import is_done_by
from ingest.extraction.phrases import name_of
from ingest.extraction.relation_words import relation_words
from ingest.extraction.tree import Tree
from ingest.extraction.verb_phrases import fronted_verb, whole_verb
from ingest.linking.bodies import stands_for
from ingest.linking.mention import unknown_entity

__all__ = ["ACTOR", "Roles", "Who"]
_THERE = frozenset({"in", "im", "aus", "bei", "beim"})
_BY = frozenset({"von", "vom", "durch", "seitens"})
_NO_PREPOSITION = frozenset({"weder", "noch", "sowohl", "als", "wie", "nicht", "auch"})
_HUNG = frozenset({"nmod", "appos", "nsubj", "compound", "obj"})
_PRONOMINAL = ("davor", "dafür", "dagegen", "darauf", "darum", "daran")  # "warnt davor" is no separable verb


def is_counted_argument(tree: Tree, token: int) -> bool:
    """ "bis zu 12.000 Nordkoreaner könnten": the preposition belongs to the number."""
    argument = tree.deps[token] in ("nsubj", "obj", "nsubj:pass")
    return argument and any(tree.deps[c] == "nummod" for c in tree.children[token])


@dataclass(slots=True)
class Roles(Cast):
    """Reads the arguments of the clauses of one article; `timed` are tokens of times, `dated` of resolved ones."""

    timed: frozenset[int] = field(init=False)
    dated: frozenset[int] = field(init=False)
    agents_of: dict[int, list[Who]] = field(default_factory=dict[int, list[Who]])

    def __post_init__(self) -> None:
        Cast.__post_init__(self)
        times = self.reading.times
        self.timed = frozenset(t for time in times for t in range(time.start, time.end))
        resolved = [time for time in times if time.time.start or time.time.end]  # "vor einem Krieg" may be no time
        self.dated = frozenset(t for time in resolved for t in range(time.start, time.end))

    # -- the verb

    def verb(self, clause: Clause) -> str:
        """The infinitive of a clause's verb, as the vocabulary spells it."""
        tree = self.reading.tree
        verb = fronted_verb(self.reading.tree, clause) or relation_words().forms.infinitive(tree, clause)
        verb = next(
            (v for p in _PRONOMINAL if (v := verb.removeprefix(p)) != verb and v in relation_words().acts), verb
        )
        return whole_verb(self.reading, clause, verb)

    def passive(self, clause: Clause) -> bool:
        """Is the subject what it is done to? Also of a bare participle ("1995 von A und B unterzeichnet")."""
        bare = self.reading.tree.tags[clause.head] == "VVPP" and clause.finite is None and not clause.perfect
        bare = is_done_by(self.reading.tree, clause, self.actor) or bare and not self._is_finite(clause)
        became = clause.future and self.reading.tree.words[clause.finite or clause.head].lower() in ("wurde", "wurden")
        fronted = clause.verb == "werden" and fronted_verb(self.reading.tree, clause) is not None
        return clause.passive or bare or became or self.reduced(clause) or fronted

    def _is_finite(self, clause: Clause) -> bool:
        """ "und das eine Aufstockung erlaubt": a present that looks like a participle, with subject and object."""
        return bool(clause.subjects and clause.objects) and self.reading.tree.words[clause.head].endswith("t")

    def reduced(self, clause: Clause) -> bool:
        """A participle behind its noun ("das Abkommen, 1995 von A unterzeichnet, ..."), whatever the tagger says."""
        alone = clause.relation == "acl" and not clause.subjects and clause.mark is None and not clause.objects
        participle = self.reading.tree.words[clause.head].endswith(("t", "en")) and not clause.modal
        return alone and participle and clause.antecedent is not None

    # -- agents

    def agents(self, clause: Clause, types: frozenset[str] = ACTOR) -> list[Who]:
        """Who acts: the subject, "von X" in the passive; an actor that the parser took for the object of a thing."""
        if clause.head not in self.agents_of:
            self.agents_of[clause.head] = self._agents(clause)
        return [who for who in self.agents_of[clause.head] if who.entity.type in types]

    def _agents(self, clause: Clause) -> list[Who]:
        if self.passive(clause):
            return self.who(self.by(clause))
        if self._is_given(clause):
            return self._capitals(clause) or self.who(self.by(clause))
        found = self.who(s for s in self.subjects(clause) if not is_misread(self.reading, s, clause)) or self._speaker(
            clause
        )
        found = found or self._impersonal(clause)
        if found or not (self._is_swapped(clause) or self._lacks_subject(clause)):
            return found
        others = (*clause.objects, *clause.datives, *clause.bare)
        return self.who(t for t in others if not is_oblique(self.reading.tree, t))

    def _lacks_subject(self, clause: Clause) -> bool:
        """ "wo ihn die Präsidentin empfing": no subject, and one who can act beside an object."""
        nominals = [*clause.objects, *clause.datives, *clause.bare]
        oblique = any(is_oblique(self.reading.tree, t) or self._points(t) for t in nominals)
        return not clause.subjects and clause.finite is not None and oblique and len(nominals) > 1

    def _points(self, token: int) -> bool:
        """ "Das bestätigte der Grenzschutz", with the body taken for a dative."""
        return self.reading.tree.tags[token] == "PDS"

    def _impersonal(self, clause: Clause) -> list[Who]:
        """ "hieß es aus Moskau", "in Seoul sieht man": who "es" and "man" mean, a capital for its state."""
        tree = self.reading.tree
        words = {tree.words[s].lower() for s in clause.subjects}
        if not ("man" in words or "es" in words and clause.verb == "heißen"):
            return []
        return self._capitals(clause)

    def _capitals(self, clause: Clause) -> list[Who]:
        """ "aus Moskau", "in Seoul": the state of a capital, or a body there."""
        found: list[Who] = []
        for token in (t for p, t in clause.obliques if p in _THERE):
            mention = self.reading.by_head.get(token)
            state = stands_for(mention.entity) if mention is not None else None
            found += [Who(state, token)] if state is not None else self.who([token], frozenset({"Organization"}))
        return found[:1]

    def _is_given(self, clause: Clause) -> bool:
        """ "hat aus Kiew einen Pakt angeboten bekommen": the subject gets what another one does."""
        tree = self.reading.tree
        gets = any(tree.lemmas[c] == "bekommen" and tree.deps[c].startswith("aux") for c in tree.children[clause.head])
        return gets and tree.tags[clause.head] == "VVPP"

    def bodies(self, clause: Clause) -> list[Who]:
        """Subjects that are bodies no list of sources has ("der Ministerrat", "das Welternährungsprogramm")."""
        tree = self.reading.tree
        nouns = [s for s in self.subjects(clause) if tree.pos[s] in ("NOUN", "PROPN") and not self.passive(clause)]
        found = [s for s in nouns if relation_words().noun("bodies", tree.lemmas[s])]
        return [Who(unknown_entity(name_of(tree, s), "Organization"), s) for s in found]

    def by(self, clause: Clause) -> list[int]:
        """ "von X"; also where the parser hung it on a time, or for a bare participle on the noun before."""
        tree = self.reading.tree
        found = [t for p, t in clause.obliques if p in _BY]
        times = [t for _, t in clause.obliques if t in self.timed] if not found else []
        found = found or [c for t in times for c in tree.children[t] if tree.case_of(c) in _BY]
        if found or clause.passive:
            return found
        nouns = [*clause.subjects, *([clause.antecedent] if clause.antecedent is not None else [])]
        inside = [c for noun in nouns for c in tree.children[noun] if tree.case_of(c) in _BY and c < clause.head]
        return [c for c in inside if self.actor(c) is not None]

    def _speaker(self, clause: Clause) -> list[Who]:
        """ "Er sei besorgt, sagte X", "„Wir sind besorgt“, sagte X": the pronoun is who speaks."""
        tree = self.reading.tree
        words = {tree.words[s].lower() for s in clause.subjects if tree.tags[s] in ("PPER", "PIS")}
        pronoun = words & {"wir", "ich"} or (clause.subjunctive and words & {"er", "sie", "man"})
        speaking = next((a for a in clause.ancestors() if a.verb in cues().verbs or a.verb == "heißen"), None)
        if not pronoun or speaking is None:
            return []
        if "man" in words:
            return [who for who in self.agents(speaking) if who.entity.type != "Person"]
        return self.who(self.subjects(speaking), frozenset({"Person"}))

    def _is_swapped(self, clause: Clause) -> bool:
        """Is the subject a thing that cannot act, beside an actor (or a group) in an object's place?"""
        words, tree = relation_words(), self.reading.tree
        subjects = [s for s in self.subjects(clause) if tree.pos[s] in ("NOUN", "PROPN")]
        marked = bool(subjects) and all(is_misread(self.reading, s, clause) for s in subjects)
        acting = any(self.actor(s) or words.noun("speaking_texts", tree.lemmas[s]) for s in subjects)
        if not subjects or acting and not marked:
            return False
        others = (*clause.objects, *clause.datives, *clause.bare)
        others = tuple(t for t in others if not is_oblique(self.reading.tree, t))
        return any(self.groups.of(t) or self.actor(t) is not None for t in others)

    def accused(self, clause: Clause) -> list[Who]:
        """ "A wirft B Angriffe auf C vor", "A beschuldigt B der Hilfe für C": B, who is said to have done it."""
        if not relation_words().holds("accusing_verbs", self.verb(clause)):
            return []
        accusers = {who.entity.id for who in self.agents(clause)}
        return [who for who in self.who([*self.things(clause), *self.loose(clause)]) if who.entity.id not in accusers]

    # -- subjects

    def subjects(self, clause: Clause) -> list[int]:
        """Heads of the subject, also where the parser has none, two, or the one of another clause."""
        tree, parent = self.reading.tree, clause.parent
        if parent is not None and self._is_infinitive(clause):
            return self._controllers(clause, parent)
        if parent is not None and parent.parent is not None and self._goes_on(clause, parent):
            return self.subjects(parent.parent)
        if parent is not None and self._leaves_out_subject(clause):
            return self.subjects(parent)
        coordinated = [t for p, t in clause.obliques if p in _NO_PREPOSITION]  # "weder Ankara noch Damaskus"
        found = self._without_antecedent(clause) or coordinated
        if len(found) > 1 and self.actor(found[0]) is not None:
            return found[:1]  # of two names side by side the parser makes two subjects: "China könnte Pakistan ..."
        found = found or [b for b in clause.bare if tree.morphs[b].get("Case") == "Nom" and b not in self.timed]
        found = found or self._adverbial_names(clause) or self._behind_dateline(clause)
        shared = not found and parent is not None and self._shares_subject(clause)
        return self.subjects(parent) if shared and parent is not None else found

    def _behind_dateline(self, clause: Clause) -> list[int]:
        """ "Genf (ndp) - Kenia und Uganda haben ...": subjects that the parser joined to the place before the dash."""
        tree = self.reading.tree
        first, _ = tree.sentence(clause.head)
        if tree.heads[first] != clause.head or tree.deps[first] != "parataxis" or not is_dateline(tree, first):
            return []
        return [c for c in tree.children[first] if tree.deps[c] == "conj" and c < (clause.finite or clause.head)]

    def _leaves_out_subject(self, clause: Clause) -> bool:
        """ "Kim lobte den Pakt und sicherte Moskau Hilfe zu": right behind "und" a verb goes on with the subject."""
        tree = self.reading.tree
        if clause.relation != "conj" or clause.finite is None or clause.passive or clause.mark is not None:
            return False
        names = [s for s in clause.subjects if s in self.reading.by_head]
        behind = bool(names) and clause.finite < min(names) and len(names) == len(clause.subjects)
        return behind and tree.words[clause.finite - 1].lower() == "und"

    def _without_antecedent(self, clause: Clause) -> list[int]:
        """ ", der Sejm muss ihn ratifizieren": an article taken for a relative pronoun brings in the noun before."""
        tree, own = self.reading.tree, [s for s in clause.subjects if s != clause.antecedent]
        article = any(
            tree.tags[s - 1] == "PRELS" and s - 1 > (clause.antecedent or s) for s in own if s in self.reading.by_head
        )
        return own if article and len(own) < len(clause.subjects) else clause.subjects

    def _shares_subject(self, clause: Clause) -> bool:
        """ "bestätigte den Abschuss, wies aber den Vorwurf zurück": joined without "und", it looks dependent."""
        finite = clause.finite is not None and clause.mark is None and not self._opens_with_pronoun(clause)
        return finite and clause.relation in ("ccomp", "parataxis", "conj") and not clause.passive

    def _opens_with_pronoun(self, clause: Clause) -> bool:
        """ "den Vertrag, den X und Y besiegelt hatten", with the relative clause taken for another kind."""
        tree, own = self.reading.tree, list(self.reading.own_tokens(clause))
        first = next((t for t in own if tree.pos[t] != "PUNCT"), clause.head)
        pronoun = tree.words[first] in ("den", "dem") and tree.heads[first] == clause.head
        return pronoun and tree.words[first - 1] == "," and clause.finite is not None and clause.finite >= clause.head

    def _adverbial_names(self, clause: Clause) -> list[int]:
        """ "Eriwan lehnt das ab", with the name taken for an adverb."""
        return [a for a in clause.adverbs if a in self.reading.by_head and self.reading.tree.case_of(a) is None]

    def _is_infinitive(self, clause: Clause) -> bool:
        """ "..., Estland Raketen zu überlassen": what stands in it is no subject."""
        return (clause.finite is None and clause.mark == "zu") or self.reading.tree.tags[clause.head] == "VVIZU"

    def _controllers(self, clause: Clause, parent: Clause) -> list[int]:
        """The subject of an infinitive stands in the clause above (or is the object there, as the clauses say)."""
        own = set(self.reading.own_tokens(clause))
        inherited = [s for s in clause.subjects if s not in own]
        return inherited or self.subjects(parent)

    def _goes_on(self, clause: Clause, parent: Clause) -> bool:
        """ "X bekräftigte, Y werde helfen, und warnte": an indicative joined to indirect speech goes on with X."""
        joined = clause.relation == "conj" and not set(self.reading.own_tokens(clause)) & set(clause.subjects)
        finite = clause.finite is not None and clause.finite != parent.finite
        indirect = parent.subjunctive and parent.relation in ("ccomp", "csubj", "parataxis")
        return joined and finite and indirect and not clause.subjunctive

    # -- things

    def things(self, clause: Clause) -> list[int]:
        """The heads of noun phrases without a preposition that are not the agents; in the passive, the subject too."""
        if self.passive(clause):
            return self.nominals(clause)
        taken = {who.token for who in self.agents(clause)} | self._inherited(clause)
        if not self._is_swapped(clause):
            taken |= set(self.subjects(clause))
        return [t for t in self.nominals(clause) if t not in taken]

    def _inherited(self, clause: Clause) -> set[int]:
        """Subjects the clause merely shares with the one it is joined to."""
        return set(clause.parent.subjects) if clause.parent is not None and clause.relation == "conj" else set()

    def nominals(self, clause: Clause) -> list[int]:
        """Noun phrases of the clause without a preposition, in text order; times, datelines and reflexives are none."""
        tree = self.reading.tree
        tokens = {*clause.subjects, *clause.objects, *clause.datives, *clause.bare, *self._adverbial_names(clause)}
        tokens |= {c for c in tree.children[clause.head] if tree.deps[c] == "conj" and self._is_late(c)}
        tokens |= {t for _, t in clause.obliques if is_counted_argument(tree, t)}
        if clause.antecedent is not None and self.reduced(clause):
            tokens.add(clause.antecedent)
        if clause.parent is not None and clause.relation == "xcomp" and clause.parent.verb == "lassen":
            tokens |= {*clause.parent.objects, *clause.parent.datives}  # "ließ der Ukraine Munition zukommen"
        return sorted(t for t in tokens if t not in self.timed and tree.tags[t] != "PRF" and not is_dateline(tree, t))

    def _is_late(self, token: int) -> bool:
        """ "sieht X vor sowie Y": joined to the verb, behind the clause, and no clause itself."""
        tree = self.reading.tree
        noun = tree.pos[token] in ("NOUN", "PROPN") and tree.case_of(token) is None
        return noun and all(c.head != token for c in self.reading.sentence_clauses(token))

    def loose(self, clause: Clause) -> list[int]:
        """Arguments that the parser hung on a neighbour ("der Norden Russland ... überlassen"): bare, no genitive."""
        own, nominals = set(self.reading.own_tokens(clause)), self.nominals(clause)
        hosts = [*nominals, *(t for _, t in clause.obliques)]
        below = {t for host in hosts for t in self.reading.tree.subtree(host) if t != host}
        return sorted(t for t in below - set(nominals) if t in own and self._is_loose(t))

    def _is_loose(self, token: int) -> bool:
        tree, mention = self.reading.tree, self.reading.by_head.get(token)
        if self._is_glued(token):
            return True
        if tree.deps[token] not in _HUNG or tree.case_of(token) is not None or token in self.timed:
            return False
        if tree.deps[token] == "appos" and (mention is None or mention.entity.type == "Person"):
            return False
        if tree.words[token - 1] in (",", "("):
            return False
        host = self.reading.by_head.get(tree.heads[token])
        if host is not None and host.entity.type == "Country" and host.form in ("name", "metonym"):
            return mention is not None and token > host.head  # "hat Rumänien der Republik Moldau ... übergeben"
        before_head = (
            token < tree.heads[token]
        )  # only names in -s stand before their noun: "sagte der Ukraine Hilfe zu"
        return not self.is_genitive(token) or (before_head and not self.has_s(token))

    def _is_glued(self, token: int) -> bool:
        """ "hat Mali Drohnen verkauft", "hat Paris Kairo Jets zugesagt": taken for a part of the name before."""
        tree = self.reading.tree
        own = self.reading.by_head.get(token)
        other = tree.tags[token] == "NN" if own is None else own.entity.type == "Country"
        name = self.reading.by_token.get(tree.heads[token]) if other and tree.deps[token] == "flat" else None
        return name is not None and name.end <= token and name.entity.type in ("Country", "Place")

    # -- phrases behind prepositions

    def behind(self, clause: Clause, prepositions: Iterable[str]) -> list[int]:
        """Heads of the phrases behind these prepositions."""
        wanted = frozenset(prepositions)
        return [t for p, t in clause.obliques if p in wanted and t not in self.dated]

    def astray(self, clause: Clause, preposition: str) -> list[int]:
        """Names behind a preposition that hang on a place or time before ("in der Hauptstadt mit Wladimir Putin")."""
        tree, by_head = self.reading.tree, self.reading.by_head
        hosts = [host for case, host in clause.obliques if case != preposition]
        names = [c for host in hosts for c in tree.children[host] if c in by_head]
        return [c for c in names if tree.case_of(c) == preposition and by_head[c].entity.type in ("Person", "Country")]
