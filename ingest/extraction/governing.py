"""Which clause of saying a content clause belongs to: over it, hanging on it, or through a noun."""

from dataclasses import dataclass

from ingest.extraction.attribution_cues import carrier_stance, cues
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.marks import said_behind_colon
from ingest.extraction.moods import is_indirect
from ingest.extraction.reading import Reading
from ingest.extraction.speaking import Speaking

_CONTENT = frozenset({"ccomp", "csubj", "csubj:pass"})
_LOOSE = frozenset({"xcomp", "advcl", "dep", "appos", "obj", "acl", "acl:relcl", "conj"})
_HANGING = frozenset({"parataxis", "conj", "advcl", "dep", "appos", "ccomp"})
_TRANSPARENT = frozenset(
    {"advcl", "conj", "xcomp", "acl", "acl:relcl", "ccomp", "csubj", "csubj:pass", "appos", "dep", "obj", "parataxis"}
)
_SAYS_CONTENT = frozenset({"dass", "ob", "wonach"})
_NO_CONTENT = frozenset(
    [
        "um",
        "ohne",
        "statt",
        "anstatt",
        "wenn",
        "falls",
        "weil",
        "da",
        "nachdem",
        "bevor",
        "als",
        "während",
        "obwohl",
        "damit",
        "indem",
        "sobald",
        "solange",
        "seit",
        "bis",
    ]
)
_PAUSES = frozenset({",", "–", "-", "“", "”", "«", '"', "’", "‘", "?", "!"})
_POINTING = frozenset({"das", "dies"})


@dataclass(slots=True)
class Governing:
    """Relations between the clauses of one article."""

    reading: Reading
    speaking: Speaking

    def governs(self, parent: Clause, child: Clause) -> bool:
        """Is the child what the parent says?"""
        if child.mark in _NO_CONTENT:
            return False
        if self.speaking.stance(parent) is None:
            return self._utters(parent, child)
        if child.relation in _CONTENT or child.relation == "parataxis":
            return not self.hangs(child) and not self._is_fragment(child) and not self._stands_apart(parent, child)
        if child.relation not in _LOOSE or self.is_relative(child):
            return False
        if self._opens_with_wonach(child):
            return True
        if child.relation == "conj":
            told = is_indirect(self.reading, child) and not is_indirect(self.reading, parent)
            told = (told or self._is_rumoured(parent, child)) and child.subjects != parent.subjects
            return child.mark in _SAYS_CONTENT or told
        infinitive = child.finite is None and (child.relation != "advcl" or self._is_infinitive(child))
        return child.subjunctive or child.mark in _SAYS_CONTENT or infinitive

    def _is_rumoured(self, parent: Clause, child: Clause) -> bool:
        """ "aus Kreisen verlautete, Paris könnte Soldaten stellen": the content, joined to such a verb."""
        tree = self.reading.tree
        joined = any(tree.pos[t] == "CCONJ" and tree.heads[t] == child.head for t in self.reading.own_tokens(child))
        return parent.verb in cues().speaker and child.subjunctive and not joined and parent.head < child.head

    def _is_infinitive(self, child: Clause) -> bool:
        """ "brüstet sich, 58 Soldaten getötet zu haben"."""
        tree = self.reading.tree
        within = range(child.start, child.end)
        return any(tree.tags[t] in ("PTKZU", "VVIZU") for t in within)

    def _utters(self, parent: Clause, child: Clause) -> bool:
        """ "drohte, man werde ...", "winkt ab: Das reiche nie": indirect speech makes any verb one of saying.

        So does "demnach" behind a colon ("zieht Bilanz: Demnach sind ...").
        """
        colon = ":" in self.reading.tree.words[parent.head : child.head]
        beside = child.relation in ("ccomp", "parataxis") or colon and child.relation == "advcl"
        apart = ";" in self.reading.tree.words[parent.head : child.head]  # "A hält Truppen bereit; B würden geschult"
        if not beside or apart or parent.passive or not parent.subjects:
            return False
        told = is_indirect(self.reading, child) and not is_indirect(self.reading, parent)
        return told or colon and self._takes_up(child)

    def _takes_up(self, clause: Clause) -> bool:
        words = self.reading.tree.words
        return any(words[t].lower() in cues().anaphoric for t in self.reading.own_tokens(clause))

    def _is_fragment(self, child: Clause) -> bool:
        """ "..., darunter 16.000 Heeressoldaten": no clause of its own."""
        return child.finite is None and self.reading.tree.pos[child.head] not in ("VERB", "AUX")

    def _stands_apart(self, parent: Clause, child: Clause) -> bool:
        """ "A sprach von Angriffen; B steht dort": behind a semicolon only indirect speech goes on with the speaker."""
        between = self.reading.tree.words[parent.head : child.head]
        if is_indirect(self.reading, child):
            return False
        filled = parent.objects or parent.passive and parent.subjects  # "2.500 waren versprochen, 1.000 sind im Land"
        beside = child.relation == "parataxis" and bool(filled) and ":" not in between and parent.head < child.head
        return ";" in between or beside and not self._names_es(child)

    def _names_es(self, child: Clause) -> bool:
        """ "räumte Verluste ein, es waren 300 Tote"; the parser may hang "es" on the number."""
        return any(word.lower() == "es" for word in self.reading.tree.words[child.start : child.head + 1])

    def counters(self, parent: Clause, child: Clause) -> bool:
        """ "wies die Zahl zurück: Es seien ...": what follows is not what the verb denies or doubts."""
        if parent.head > child.head or self.speaking.stance(parent) not in ("denies", "doubts"):
            return False
        return (
            ":" in self.reading.tree.words[parent.head : child.head]
            or child.relation == "parataxis"
            and bool(parent.objects)
        )

    def is_apart(self, clause: Clause, path: set[int], saying: Clause) -> bool:
        """ "A bestreitet das: B sei schuld, heißt es", "A geht, wie X sagt, B bleibt": said of the other clause."""
        between = self.reading.tree.words[clause.head : saying.head]
        first = self.reading.tree.words[self._first(saying)].lower()  # "...; so hatte es X gemeldet"
        back = saying.verb in cues().verbs and (first == "so" or first in _POINTING)
        if ";" in between and not back and not is_indirect(self.reading, clause):
            return True  # "A hat das getan; B ist dort, schreibt X"
        behind = said_behind_colon(self.reading, clause.head, saying.head)
        if any(c is not saying and c.head not in path for c in behind):
            return True
        aside = saying.mark == "wie" and saying.parent is not None and saying.parent.head < saying.head < clause.head
        own = clause.relation in ("conj", "parataxis") and bool(clause.subjects) and not clause.subjunctive
        return aside and own and clause.subjects != (saying.parent.subjects if saying.parent is not None else [])

    def reported_aside(self, parent: Clause, child: Clause) -> bool:
        """ "sprach von 300 Soldaten, die gefallen seien": a relative clause on what is said is the speaker's too."""
        if self.speaking.stance(parent) is None or not self.is_relative(child):
            return False
        return is_indirect(self.reading, child) or child.antecedent in self._said_nouns(parent)

    def _said_nouns(self, clause: Clause) -> set[int]:
        """The nouns that say the content of a verb of saying: its object, or behind "von", "mit", "auf"."""
        slots = [slot for slot, verbs in cues().nominal.items() if clause.verb in verbs]
        found = [token for case, token in clause.obliques if case in slots]
        found += clause.objects if "object" in slots else []
        return {each for token in found for each in conjuncts(self.reading.tree, token)}

    def hangs(self, child: Clause) -> bool:
        """ "..., wie die Agenturen meldeten", "..., sagte Kirby", "so heißt es aus Kreisen", ", das teilte X mit"."""
        if self.speaking.stance(child) is None:
            return False
        first = self._first(child)
        low = self.reading.tree.words[first].lower()
        if child.mark == "wie" or low == "wie" or low == "so" and child.finite is not None:
            return True
        words = self.reading.tree.words
        if child.finite is not None and [w.lower() for w in words[max(0, child.finite - 2) : child.finite]] == [
            ",",
            "so",
        ]:
            return True  # "Insgesamt, so rechnet das Amt vor, ..."
        if child.relation not in _HANGING or any(c.relation in _CONTENT for c in child.children):
            return False
        if low in _POINTING and self.reading.tree.tags[first] == "PDS":
            return True
        adverb = self.reading.tree.tags[first] in ("PAV", "ADV") and child.finite == first + 2
        opens = child.finite is not None and self._after_pause(child.finite)  # "Darunter, behauptete X, seien ..."
        return (child.finite == first or adverb) and opens and not (child.objects and child.subjects)

    def begins_anew(self, parent: Clause, child: Clause) -> bool:
        """ "Polen ist laut X nicht betroffen: 10.000 sind dort": what the article goes on to say by itself."""
        between = self.reading.tree.words[parent.head : child.head]
        beside = child.relation == "parataxis" and bool({":", ";"} & set(between))
        told = is_indirect(self.reading, child) or self._takes_up(child)
        return beside and child.finite is not None and not told

    def transparent(self, child: Clause) -> bool:
        """Does what is said of the clause over it ("laut X") hold for this one too?"""
        return child.relation in _TRANSPARENT

    def carrier(self, clause: Clause) -> tuple[int, str] | None:
        """The noun whose content the clause is, and its stance: "die Befürchtung, dass", "Berichte, wonach"."""
        noun = clause.antecedent
        if noun is None or self.is_relative(clause) and not clause.subjunctive:
            return None
        stance = carrier_stance(self.reading.tree.words[noun], self.reading.tree.lemmas[noun])
        content = (
            clause.mark in _SAYS_CONTENT
            or clause.subjunctive
            or clause.finite is None
            or self._opens_with_wonach(clause)
        )
        return (noun, stance) if stance is not None and content else None

    def is_relative(self, clause: Clause) -> bool:
        """A relative clause: a relative pronoun near its beginning."""
        tags = self.reading.tree.tags
        return any(tags[t] in ("PRELS", "PRELAT") for t in range(clause.start, min(clause.start + 4, clause.end)))

    def _opens_with_wonach(self, clause: Clause) -> bool:
        words = self.reading.tree.words
        return any(words[t].lower() == "wonach" for t in range(clause.start, min(clause.start + 3, clause.end)))

    def _first(self, clause: Clause) -> int:
        """The first word of the clause itself."""
        tree, owner = self.reading.tree, self.reading.owner
        for token in range(clause.start, clause.end):
            if owner[token] is clause and tree.pos[token] not in ("PUNCT", "SPACE", "CCONJ"):
                return token
        return clause.head

    def _after_pause(self, token: int) -> bool:
        before = token - 1
        return before >= 0 and self.reading.tree.words[before] in _PAUSES
