"""Troop reports without a number: which of them the sentence says plainly enough to be made.

A number holds a report together: it belongs to one noun and one verb. Without one the force, the place and the fact
itself are all read from the clause, so nothing is made where one of them is unsure.
"""

from dataclasses import dataclass, field

from graph.statement import Entity, Statement
from ingest.extraction.attribution import cues
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.counts_beside import CountsBeside
from ingest.extraction.forces import Forces
from ingest.extraction.lost_places import LostPlaces
from ingest.extraction.misread import Misread
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.unsure_lexicon import unsure_words
from ingest.extraction.whose import Report
from seeds.reference import reference

_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des", "alle", "beide", "beiden", "letzte", "letzten"})
_POINTING = ("dies", "jene", "solche")
_TOO = frozenset({"auch", "ebenfalls", "ebenso", "gleichfalls"})
_THERE = frozenset({"SENT", "PRESENT", "PLANNED"})
_REACH = 2  # sentences that a phrase looks back for who was reported last


@dataclass(frozen=True, slots=True)
class Told:
    """A report that was made: its sentence, phrase, force, predicate and where."""

    sentence: int
    head: int
    force: str
    predicate: str
    place: Entity | None


@dataclass(slots=True)
class Unnumbered:
    """Judges the reports of one article, in the order in which they are made."""

    reading: Reading
    forces: Forces
    places: Places
    told: list[Told] = field(default_factory=list[Told])
    lost: LostPlaces = field(init=False)
    numbers: CountsBeside = field(init=False)
    misread: Misread = field(init=False)

    def __post_init__(self) -> None:
        self.lost = LostPlaces(self.reading, self.places)
        self.numbers = CountsBeside(self.reading)
        self.misread = Misread(self.reading, self.forces, self.places)

    def place(self, report: Report, force: Entity) -> Entity | None:
        """A place that the clause itself does not name: that of the heading, or of what "auch" joins it to; a goal
        without a name.
        """
        heading = self.lost.in_heading(report, force)
        own = {self.reading.tree.words[t].lower() for t in self.reading.own_tokens(report.clause)}
        before = self._before(report.candidate)
        if report.predicate in ("SENT", "PLANNED"):
            heading = heading or self.lost.meant_for(report, force)
        heading = heading or (self.lost.of_its_kind(report) if report.predicate == "SENT" else None)
        if heading is not None or before is None or own.isdisjoint(_TOO):
            return heading
        same = before.sentence == self._sentence(report.candidate) and before.predicate in _THERE
        return before.place if same and report.predicate in _THERE else None

    def made(self, report: Report, statement: Statement) -> None:
        """Remembers a report that is made."""
        sentence, head = self._sentence(report.candidate), report.candidate.head
        self.told.append(Told(sentence, head, statement.subject.id, report.predicate, statement.object))
        self.numbers.made(report, statement)

    def sure(self, report: Report, statement: Statement, *, carried: bool) -> bool:
        """Does the sentence say this report plainly?"""
        return self.doubt(report, statement, carried=carried) == ""

    def doubt(self, report: Report, statement: Statement, *, carried: bool) -> str:
        """What is unsure in it, or nothing."""
        tests = (
            ("asked", self._asked(report.clause)),
            ("size", report.predicate == "STRENGTH"),
            ("count", self.numbers.beside(report, statement)),
            ("noun", self._mere_noun(report, statement, carried)),
            ("event", self._mere_event(report, statement)),
            ("force", carried and report.happening.rule != "noun" and not self._is_clear(report, statement)),
            ("idle", self._idle(report, statement)),
            ("unreal", self._unreal(report, statement)),
            ("voice", self._place_as_voice(report, statement)),
            ("task", self._task(report, statement)),
            ("role", self._wrong_role(report)),
            ("place", self.lost.lost(report, statement)),
            ("whose", self.misread.whose(report, statement, carried=carried)),
            ("what", self.misread.what(report, statement)),
            ("wished", self.misread.wished(report)),
        )
        return next((name for name, holds in tests if holds), "")

    def _sentence(self, candidate: Candidate) -> int:
        return self.reading.tree.sentence_of[candidate.head]

    def _before(self, candidate: Candidate) -> Told | None:
        """The report made last of what stands before a phrase."""
        sentence = self._sentence(candidate)
        before = (t for t in self.told if t.sentence < sentence or t.sentence == sentence and t.head < candidate.head)
        return max(before, key=lambda t: (t.sentence, t.head), default=None)

    def _asked(self, clause: Clause) -> bool:
        """ "Wer schickt Soldaten?", "wie viele fielen, ließ er offen": nobody says that it is so."""
        tree = self.reading.tree
        start, end = tree.sentence(clause.head)
        own = self.reading.own_tokens(clause)
        asks = any(tree.tags[t] in ("PWS", "PWAT") or tree.words[t : t + 2] == ["Wie", "viele"] for t in own)
        return tree.words[end - 1] == "?" or "?" in tree.words[start:end] or asks

    def _mere_noun(self, report: Report, statement: Statement, carried: bool) -> bool:
        """ "Hinterbliebenen zahlt Kiew Geld je Gefallenen": the dead are only spoken of."""
        happening, clause, words = report.happening, report.clause, unsure_words()
        if happening.rule not in ("noun", "make_up"):
            return False
        if report.predicate == "CAPTURED" or statement.polarity == "negated" and clause.verb != "geben":
            return True
        tree = self.reading.tree
        if tree.case_of(report.candidate.head) in ("für", "über", "wegen", "gegen"):
            return True  # "ein Wort für die Toten"
        told = clause.copula and (clause.head == report.candidate.head or tree.pos[clause.head] == "ADJ")
        said = told or clause.verb in words.losing_with  # not "die Hälfte der Gefallenen waren Häftlinge"
        if not carried:
            return not said
        speaks = {force.id for force in self.forces.speakers_nations(report.attribution)}
        acting = {force.id for s in clause.subjects if (force := self.forces.acting(s)) is not None}
        nobody = clause.verb in troop_words().admitting and not speaks | acting  # "die Gruppe räumte Verluste ein"
        admitted = nobody or clause.verb in words.suffering and statement.subject.id in speaks | acting
        own = any(tree.lemmas[t] == "eigen" for t in tree.subtree(report.candidate.head))
        if own and said:
            return False  # "beziffert Verluste der eigenen Armee"
        return not (admitted or said and self._goes_on(report, statement) and happening.nominal)

    def _mere_event(self, report: Report, statement: Statement) -> bool:
        """ "kritisierte den Rückzug", "dankte für die Entsendung": no news of the event; "kein Rückzug" is none."""
        happening, clause, words = report.happening, report.clause, unsure_words()
        if happening.rule != "event":
            return False
        if clause.verb in words.judging or statement.polarity == "negated":
            return True
        if statement.modality == "possible":
            return False  # "schließt eine Entsendung nicht aus"
        if clause.verb in words.ahead and statement.modality in ("asserted", "reported"):
            return True
        tree = self.reading.tree
        if tree.case_of(happening.token) in ("nach", "seit", "trotz", "vor", "bei", "durch", "für", "aus", "wegen"):
            return True
        if any(tree.words[c].lower().startswith("kein") for c in tree.children[happening.token]):
            return True
        return not happening.nominal and clause.verb not in words.carrying_out

    def _goes_on(self, report: Report, statement: Statement) -> bool:
        """ "Nordkorea verlegte 1.500 Mann. Dort würden sie ausgebildet": the phrase takes up who was just reported."""
        sentence = self._sentence(report.candidate)
        last = self._before(report.candidate)
        if last is None or last.force != statement.subject.id or sentence - last.sentence > _REACH:
            return False
        mention = report.candidate.mention
        share = mention is not None and mention.by == "ellipsis"  # "die meisten von ihnen"
        some = mention is not None and report.candidate.count is not None  # "einige Soldaten", "mehrere Gefangene"
        stays = some or report.clause.verb in troop_words().staying
        return share or not self._broken(last.sentence, sentence) and (stays or self._takes_up(report.candidate))

    def _is_clear(self, report: Report, statement: Statement) -> bool:
        """The phrase takes up who was just reported, or whose it is acts in the sentence: "Pjöngjang zog nach:
        Kampftruppen seien entsandt worden".
        """
        tree, candidate = self.reading.tree, report.candidate
        if tree.words[candidate.head].lower().startswith(tuple(unsure_words().organs)):
            return False
        if self._goes_on(report, statement):
            return True
        if candidate.pronoun:
            return False
        clauses = self.reading.sentence_clauses(candidate.head)
        acting = (s for c in clauses if c is not report.clause or report.happening.sender for s in c.subjects)
        forces = (self.forces.acting(s) for s in acting if s < candidate.head)
        return any(force is not None and force.id == statement.subject.id for force in forces)

    def _broken(self, before: int, sentence: int) -> bool:
        """Does a line of its own stand between the two sentences?"""
        tree = self.reading.tree
        if before == sentence:
            return False
        end = tree.sentences[before][1]
        return "\n" in tree.full_text[tree.offsets[end - 1] : tree.offsets[end]] if end < len(tree) else False

    def _takes_up(self, candidate: Candidate) -> bool:
        """ "sie", "die Soldaten", "diese Männer", "ein Teil", "die meisten von ihnen"."""
        tree = self.reading.tree
        if candidate.pronoun or candidate.mention is not None and candidate.mention.by == "ellipsis":
            return True
        words = {tree.words[t].lower() for t in range(max(0, candidate.start - 1), candidate.end)}
        words |= {tree.words[c].lower() for c in tree.children[candidate.head]}
        more = tree.words[candidate.head].lower() == "weitere"  # "Weitere sollen folgen"
        return more or not words.isdisjoint(_DEFINITE | {"ihnen"}) or any(w.startswith(_POINTING) for w in words)

    def _idle(self, report: Report, statement: Statement) -> bool:
        """ "Militärs halten das für falsch": neither the verb nor who is named says that anybody is there."""
        tree, words = self.reading.tree, unsure_words()
        head = report.candidate.head
        if tree.words[head].lower().startswith(tuple(words.observers)):
            return True
        going = report.predicate == "SENT" or report.predicate == "PLANNED" and report.clause.verb != "folgen"
        moved = going and report.happening.rule == "verb" and report.clause.verb in words.needs_goal
        if moved and statement.object is None:
            return True
        placed = report.predicate == "PRESENT" and report.happening.rule == "verb"
        if placed and report.clause.verb == "beteiligen" and statement.polarity == "negated":
            return report.candidate.head in report.clause.subjects and not any(
                p in ("an", "am") for p, _ in report.clause.obliques
            )
        if placed and report.clause.verb == "bleiben" and statement.object is None:
            return any(tree.pos[c] == "ADJ" for c in tree.children[report.clause.head])  # "blieben ruhig"
        if not placed or report.clause.verb not in words.idle:
            return False
        return statement.object is None

    def _unreal(self, report: Report, statement: Statement) -> bool:
        """ "schlug vor, Beobachter zu schicken", "das Recht, Soldaten zu stationieren": nobody does or means to."""
        clause, words = report.clause, unsure_words()
        tree = self.reading.tree
        around = [c.verb for c in (clause, *clause.ancestors())]
        if any(verb in words.blaming for verb in around[1:]) and clause.finite is None:
            return True
        infinitive = clause.finite is None and (clause.relation not in ("root", "conj", "parataxis")) and clause.parent
        own = {tree.words[t].lower() for t in self.reading.own_tokens(clause)}
        if not own.isdisjoint({"falls", "sofern", "wenn"}) or clause.mark in ("falls", "sofern", "wenn"):
            return True
        if infinitive and clause.parent is not None:
            governing = {clause.parent.verb, tree.lemmas[tree.heads[clause.head]], tree.lemmas[clause.parent.head]}
            zu = (
                any(tree.words[c].lower() == "zu" for c in tree.children[clause.head])
                or tree.tags[clause.head] == "VVIZU"
            )
            return zu and governing.isdisjoint(words.done | words.meant)
        hypothetical = clause.mood == "sub" and clause.modal == "sollen" and clause.perfect
        return hypothetical and "hätten" in {tree.words[t].lower() for t in tree.children[clause.head]}

    def _place_as_voice(self, report: Report, statement: Statement) -> bool:
        """ "Niinisalo: Briten üben mit Finnen": a single name before a colon that nobody knows may be the place."""
        start, end = self.reading.tree.sentence(report.clause.head)
        opener = self.reading.by_token.get(start)
        if opener is None or self.reading.tree.words[opener.end : opener.end + 1] != [":"]:
            return False
        speaks = any(source.entity.id == opener.entity.id for source in statement.sources)
        if speaks and opener.entity.id == statement.subject.id:
            again = any(m.entity.id == opener.entity.id for m in self.reading.mentions_in(opener.end, end))
            if opener.entity.type == "Country" and opener.form == "name" and not again:
                return True  # "Libyen: Haftars Truppen stehen vor Tripolis"
            return report.happening.rule == "event"  # "Kasachstan: Abzug der Truppe soll beginnen"
        return speaks and opener.entity.id not in reference().entities and " " not in opener.entity.name

    def _task(self, report: Report, statement: Statement) -> bool:
        """ "Sie sollen dort die Botschaft schützen": a task, neither hearsay nor done."""
        clause, words = report.clause, unsure_words()
        tree = self.reading.tree
        deed = clause.modal == "sollen" and not clause.perfect and statement.modality == "reported"
        if deed and clause.verb not in ("sein", "befinden", "aufhalten", "stehen", "liegen"):
            return True
        ahead = report.predicate in ("SENT", "WITHDRAWN") and clause.tense == "pres" and not clause.perfect
        soon = any(
            tree.lemmas[t].lower() in words.soon or tree.words[t].lower().startswith(("nächste", "kommende"))
            for t in self.reading.own_tokens(clause)
        )
        bound = any(
            p in ("laut", "nach", "gemäß")
            and tree.lemmas[t].lower().endswith(("abkommen", "vertrag", "vereinbarung", "plan"))
            for p, t in clause.obliques
        )
        if bound and clause.tense == "pres" and not clause.perfect:
            return True  # "laut dem Abkommen ziehen sie binnen 14 Monaten ab"
        if clause.future and not clause.passive and statement.modality in ("asserted", "reported"):
            return True
        if ahead and soon and statement.modality in ("asserted", "reported"):
            return True
        return clause.modal == "müssen" and statement.modality != "planned"

    def _wrong_role(self, report: Report) -> bool:
        """ "sich den Rebellen ergeben": they take the prisoners; "Südkoreas Militär: ...": it only speaks."""
        tree, clause, head = self.reading.tree, report.clause, report.candidate.head
        if clause.verb in ("ergeben", "stellen") and clause.reflexive and head not in clause.subjects:
            return True
        if head in clause.datives and report.happening.rule == "verb":
            return True  # "bietet gefangenen Nordkoreanern Aufnahme an"
        cleared = clause.verb == "räumen" and report.predicate == "WITHDRAWN"
        sites = tuple(troop_words().place_nouns)
        if cleared and not any(self.lost.is_site(o) or tree.lemmas[o].lower().endswith(sites) for o in clause.objects):
            return True  # "Die Pioniere sollen Minen räumen"
        thing = report.candidate.pronoun and head in clause.objects
        if thing and not any(tree.words[s].lower() == "man" for s in clause.subjects):
            return True  # "Raketen erhalten und dürfte sie einsetzen"
        armed = (m for o in clause.objects for m in [self.reading.by_head.get(o)] if m is not None)
        if head not in clause.objects and head not in clause.subjects and any(m.entity.type == "Weapon" for m in armed):
            return True  # "darunter Spezialkräfte, zieht Belgien seine sechs F-16 ab"
        helped = report.predicate == "FIGHTING" and clause.passive and clause.verb in ("unterstützen", "helfen")
        if helped:
            return True
        start, _ = tree.sentence(head)
        colon = next((t for t in range(start, min(start + 9, clause.head)) if tree.words[t] == ":"), None)
        spoken = colon is not None and head < colon < clause.head
        return spoken or clause.verb in cues().verbs and report.happening.rule == "verb" and head in clause.subjects
