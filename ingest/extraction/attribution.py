"""Attribution: who says a clause, in which order, with which stance (contract: sources, roles, steps).

Sources are gathered from the clause outwards, so that the one nearest to the fact comes first: "laut Y" inside the
clause, then "sagte X" around it, then "berichtete Z unter Berufung auf X", then who is quoted or interviewed, then "Das
teilte W mit" in the next sentence. Indirect speech without a source goes on with those of the sentence before.
"""

from dataclasses import dataclass, field

from ingest.extraction.actors import Actors
from ingest.extraction.attribution_cues import carrier_stance, cues, noun_stance
from ingest.extraction.clauses import Clause
from ingest.extraction.continuing import crosses_break, follows_heading, points_back
from ingest.extraction.governing import Governing
from ingest.extraction.headlines import Headlines
from ingest.extraction.interviews import Interviews
from ingest.extraction.marks import find_marks
from ingest.extraction.moods import is_claim, is_indirect, may_be_indirect
from ingest.extraction.quotations import Quotations
from ingest.extraction.reading import Reading
from ingest.extraction.source_nouns import SourceNouns
from ingest.extraction.sourcing import Attribution
from ingest.extraction.speaking import Speaking

__all__ = ["Attribution", "Attributor", "cues"]

_ASIDE, _QUOTED, _INTERVIEWED, _POINTED = (
    30,
    40,
    60,
    80,
)  # levels: further from the fact than what a sentence itself says
_NEARER = -100  # "dem Bericht zufolge, sagte Y": what is taken up is nearer to the fact than who takes it up
_REACH = 4  # sentences that indirect speech looks back
_PEOPLE = frozenset({"Person"})
_SPEAKERS = frozenset({"Person", "Organization", "Country"})
_AGAINST = frozenset({"während", "wohingegen", "obwohl", "obgleich", "wogegen"})
_DOUBTING = frozenset({"denies", "doubts"})


@dataclass(slots=True)
class Attributor:
    """Finds the attribution of the clauses of one article."""

    reading: Reading
    actors: Actors
    nouns: SourceNouns = field(init=False)
    speaking: Speaking = field(init=False)
    governing: Governing = field(init=False)
    quotations: Quotations = field(init=False)
    interviews: Interviews = field(init=False)
    headlines: Headlines = field(init=False)
    taking_up: set[int] = field(default_factory=set[int])
    voices: list[Attribution | None] = field(default_factory=list[Attribution | None])
    memory: dict[tuple[int, bool], Attribution] = field(default_factory=dict[tuple[int, bool], Attribution])

    def __post_init__(self) -> None:
        """Reads once what holds for the whole article: phrases, quotes, interview, words that take up a source."""
        reading = self.reading
        self.nouns = SourceNouns(reading, self.actors)
        self.speaking = Speaking(reading, self.nouns, find_marks(reading))
        self.governing = Governing(reading, self.speaking)
        self.quotations = Quotations(reading, self.speaking)
        self.interviews = Interviews(reading)
        self.headlines = Headlines(reading, self.speaking)
        for token, word in enumerate(reading.tree.words):
            clause = reading.owner[token]
            if clause is not None and word.lower() in cues().anaphoric:
                self.taking_up.add(clause.head)

    def of(self, clause: Clause, *, nominal: bool = False) -> Attribution:
        """The attribution of what a clause says; `nominal`: its content is a noun phrase in that clause of saying."""
        key = (clause.head, nominal)
        if key not in self.memory:
            self.memory[key] = Attribution()  # a guard against going round in circles
            self.memory[key] = self._of(clause, nominal=nominal)
        return self.memory[key].copy()

    def _of(self, clause: Clause, *, nominal: bool) -> Attribution:
        found = Attribution()
        said = nominal and self.speaking.stance(clause) is not None
        if said:
            self.speaking.speakers(clause, found, 1)
        self.speaking.phrases(clause, found, 2 if said else 0)
        self._report_on(clause, found)
        over = clause.parent if clause.finite is None or self._shares_verb(clause) else None
        if is_claim(self.reading, clause) or over is not None and is_claim(self.reading, over):
            for subject in self._claiming(clause) or (self._claiming(over) if over is not None else []):
                self.nouns.add(subject, found, "reports", 1)
        self._around(clause, found)
        self._by_the_way(clause, found)
        self.headlines.add(clause, found)
        self._quoted(clause, found)
        nobody = found.hearsay and not found.goes_on
        if found.goes_on or not found.links and not nobody:
            self._continued(clause, found)
        self._interviewed(clause, found)
        self._afterwards(clause, found)
        self._relied_on(clause, found)
        found.settle()
        here = self.reading.tree.sentence_of[clause.head]
        found.clauses = [c for c in found.clauses if self.reading.tree.sentence_of[c.head] == here]
        return found

    # -- in the sentence

    def _shares_verb(self, clause: Clause) -> bool:
        """ "will 60 getötet und 20 verschleppt haben": the last verb belongs to both, however it is tagged."""
        last = clause.finite is not None and clause.finite > clause.head and clause.mark is None
        return last and clause.relation == "conj" and clause.parent is not None

    def _claiming(self, clause: Clause) -> list[int]:
        """Who "will 20 Soldaten gefangen haben": the subject, or what the parser took for an object before the verb."""
        if clause.subjects or clause.finite is None:
            return clause.subjects
        return [t for t in clause.objects if t < clause.finite][:1]

    def _report_on(self, clause: Clause, found: Attribution) -> None:
        """ "Bericht über 70 Tote": a headline whose head is a noun of saying."""
        tree = self.reading.tree
        noun = clause.finite is None and tree.pos[clause.head] == "NOUN"
        if noun and carrier_stance(tree.words[clause.head], tree.lemmas[clause.head]) is not None:
            self.nouns.phrase(clause.head, found, 2)

    def _around(self, clause: Clause, found: Attribution) -> None:
        """Clauses of saying over this one, hanging on it, or hanging on what is over it, from the inside outwards."""
        level, current, path = 3, clause, {clause.head}
        while True:
            for child in current.children:
                if (
                    child.head not in path
                    and self.governing.hangs(child)
                    and not self.governing.is_apart(clause, path, child)
                ):
                    self.speaking.say(child, found, level)
                    level += 3
            parent = current.parent
            if parent is None or parent.head in path:
                return
            path.add(parent.head)
            if not self.governing.is_apart(clause, path, parent):
                self._above(parent, current, found, level)
            level += 3
            if current.relation in ("conj", "parataxis") and found.links and current.subjects and parent.parent is None:
                return
            current = parent

    def _above(self, parent: Clause, child: Clause, found: Attribution, level: int) -> None:
        carrier = self.governing.carrier(child)
        if self.governing.governs(parent, child) or carrier is not None and self.speaking.stance(parent) is not None:
            counters = self.governing.counters(parent, child)
            self.speaking.say(parent, found, level, stance="reports" if counters else None)
        elif self.governing.reported_aside(parent, child):
            told = is_indirect(self.reading, child)
            self.speaking.say(parent, found, level, stance="reports" if told else None)
        elif carrier is not None:
            noun, stance = carrier
            self.nouns.phrase(noun, found, level, stance)
        elif self.governing.transparent(child) and not (
            self.governing.begins_anew(parent, child) or found.links and self._of_its_own(parent, child)
        ):
            self.speaking.phrases(parent, found, level)

    def _of_its_own(self, parent: Clause, child: Clause) -> bool:
        """A joined clause, or one set against what another says: "X sprach von 11, während Y 200 nannte"."""
        against = child.mark in _AGAINST and self.speaking.stance(child) is not None
        return child.relation in ("conj", "parataxis") or against and child.subjects != parent.subjects

    def _by_the_way(self, clause: Clause, found: Attribution) -> None:
        """ "..., wie es in Kiew heißt" speaks of the whole sentence, wherever the parser hung it."""
        path = {clause.head, *(c.head for c in clause.ancestors())}
        for other in self.reading.sentence_clauses(clause.head):
            if (
                other.mark == "wie"
                and other.head not in path
                and other not in found.clauses
                and self.speaking.stance(other)
                and not self.governing.is_apart(clause, path, other)
            ):
                self.speaking.say(other, found, _ASIDE)
        if is_indirect(self.reading, clause):
            self._closing(clause, found)

    def _closing(self, clause: Clause, found: Attribution) -> None:
        """ "A sei dort, B habe Verluste, so der Sprecher": what closes the joined clause holds for both."""
        words = self.reading.tree.words
        for other in clause.children:
            marks = self.speaking.marks.get(other.head, ()) if other.relation in ("conj", "parataxis") else ()
            closing = (m for m in marks if "so" in words[max(other.head, m.token - 3) : m.token])
            for mark in closing:
                self.nouns.phrase(mark.token, found, _ASIDE)

    def _quoted(self, clause: Clause, found: Attribution) -> None:
        if clause.head not in self.quotations.inside:
            return
        saying = self.quotations.saying(clause)
        here = self.reading.tree.sentence_of[clause.head]
        if saying is None and not found.links and here > 0 and not crosses_break(self.reading, here):
            voice = self._voice_of(here - 1)
            if voice is not None:
                found.take(voice)
        if saying is not None and saying not in found.clauses:
            guess = found.suspected and not found.links
            self.speaking.say(saying, found, _QUOTED, stance="suspects" if guess else None)

    def _interviewed(self, clause: Clause, found: Attribution) -> None:
        who = self.interviews.speaker(clause.head)
        if who is not None:
            found.add(who, "origin", "suspects" if found.suspected and not found.links else "reports", _INTERVIEWED)

    # -- beyond the sentence

    def _afterwards(self, clause: Clause, found: Attribution) -> None:
        """ "Das teilte X mit." right behind gives X to this sentence; who denies it is not one more who says it."""
        following = self.reading.tree.sentence_of[clause.head] + 1
        if following >= len(self.reading.clauses) or crosses_break(self.reading, following):
            return
        saying = points_back(self.reading, self.speaking, self.reading.clauses[following])
        if saying is None or saying.negated or found.links and self.speaking.stance(saying) in _DOUBTING:
            return
        noun = self._pointing_noun(saying)
        if noun is not None:
            self.nouns.phrase(noun, found, _POINTED - 3)
        self.speaking.say(saying, found, _POINTED)
        found.take(self.of(saying), above=_POINTED + 3)  # "Das gehe aus dem Bericht hervor, meldete die Agentur"

    def _pointing_noun(self, saying: Clause) -> int | None:
        """ "Diese Schätzung des Dienstes gab X bekannt": the noun with its own holder."""
        tree = self.reading.tree
        start, _ = tree.sentence(saying.head)
        noun = tree.heads[start]
        says = tree.tags[start] == "PDAT" and noun_stance(tree.words[noun], tree.lemmas[noun]) is not None
        return noun if says else None

    def _relied_on(self, clause: Clause, found: Attribution) -> None:
        """ "Das Blatt beruft sich auf Diplomaten." right behind: whom the medium relies on is nearer to the fact."""
        media = {link.entity.id for link in found.links if link.role != "origin"}
        following = self.reading.tree.sentence_of[clause.head] + 1
        if not media or len(media) < len(found.links) or following >= len(self.reading.clauses):
            return
        for other in self.reading.clauses[following]:
            if (
                other.parent is None
                and other.verb in cues().citing_verbs
                and not crosses_break(self.reading, following)
            ):
                relying = Attribution()
                self.speaking.say(other, relying, 1)
                if media & {link.entity.id for link in relying.links}:
                    for link in relying.links:
                        found.add(link.entity, link.role, link.stance, link.level - 2)

    def _continued(self, clause: Clause, found: Attribution) -> None:
        """Indirect speech, "demnach", "dem Bericht nach": the sources of what was said before go on."""
        chain = [clause, *clause.ancestors()]
        indirect = any(is_indirect(self.reading, c) for c in chain) or self._amid_indirect(chain[-1])
        if not (indirect or found.goes_on or any(c.head in self.taking_up for c in chain)):
            return
        here = self.reading.tree.sentence_of[clause.head]
        earlier = [c for c in self.reading.clauses[here] if c.head < clause.head and c not in chain]
        voice = self._paper(found.paper) if found.paper is not None else None
        voice = voice or self._last_voice(earlier) or (self._acting(earlier, _PEOPLE) if indirect else None)
        for sentence in range(here - 1, max(-1, here - 1 - _REACH), -1):
            if voice is not None or self._is_cut(sentence + 1):
                break
            voice = self._voice_of(sentence)
            if voice is None and sentence == here - 1:
                voice = self._acting(self.reading.clauses[sentence], _PEOPLE if indirect else _SPEAKERS)
        if voice is None and indirect and here > 0 and not self._is_cut(here):
            voice = self._acting([*self.reading.clauses[here - 1], *earlier], _SPEAKERS)
        if voice is not None:
            found.take(voice, above=_NEARER if found.links else 0)

    def _paper(self, token: int) -> Attribution | None:
        """ "in der Einschätzung": whoever made the paper of that name, and who passed it on there."""
        tree = self.reading.tree
        for other in reversed(self.nouns.papers(token)):
            made = Attribution()
            self.nouns.phrase(other, made, 0)
            if made.links:
                voice = self._voice_of(tree.sentence_of[other]) or made
                return voice if {x.entity.id for x in made.links} <= {x.entity.id for x in voice.links} else made
        return None

    def _amid_indirect(self, main: Clause) -> bool:
        """ "Die Männer gehörten zum Korps" between two sentences in indirect speech, "derzeit kämpften" behind one."""
        if not may_be_indirect(self.reading, main):
            return False
        here = self.reading.tree.sentence_of[main.head]
        now = any(self.reading.tree.words[t].lower() in cues().now for t in self.reading.own_tokens(main))
        return self._is_told(here - 1) and (now or self._is_told(here + 1))

    def _is_told(self, sentence: int) -> bool:
        clauses = self.reading.clauses[sentence] if 0 <= sentence < len(self.reading.clauses) else []
        return any(c.parent is None and is_indirect(self.reading, c) for c in clauses)

    def _is_cut(self, sentence: int) -> bool:
        """A speech may run on in the next paragraph, but not from a heading into the text."""
        return crosses_break(self.reading, sentence) and follows_heading(self.reading, sentence)

    def _acting(self, clauses: list[Clause], types: frozenset[str]) -> Attribution | None:
        """Without any word of saying: who acted last ("Kirby trat vor die Presse. Es seien ...")."""
        for clause in reversed(clauses):
            for subject in clause.subjects if clause.parent is None else ():
                entity = self.actors.speaker(subject)
                if entity is not None and entity.type in types:
                    voice = Attribution()
                    voice.add(entity, self.nouns.role(entity, subject), "reports", 1)
                    return voice
        return None

    def _voice_of(self, sentence: int) -> Attribution | None:
        """The last voice of a sentence; those before it are asked first, so that a long speech is no deep recursion."""
        while len(self.voices) <= sentence:
            number = len(self.voices)
            self.voices.append(None)
            self.voices[number] = self._last_voice(self.reading.clauses[number])
        return self.voices[sentence]

    def _last_voice(self, clauses: list[Clause]) -> Attribution | None:
        """The sources of the last of these clauses that has some."""
        for clause in clauses:
            self.of(clause)
        for clause in reversed(clauses):
            voice = Attribution()
            if self.speaking.stance(clause) is not None and clause.subjects and clause.parent is None:
                self.speaking.say(clause, voice, 1)
            voice.take(self.of(clause), above=_ASIDE if voice.links else 0)
            if voice.links:
                return voice
        return None
