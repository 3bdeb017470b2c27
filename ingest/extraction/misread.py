"""Troop reports without a number that take one thing for another: whose they are, what is done, whether it is done."""

from dataclasses import dataclass

from graph.statement import Statement
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.forces import Forces
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.unsure_lexicon import unsure_words
from ingest.extraction.whose import Report

_MOVED = frozenset({"SENT", "WITHDRAWN", "PRESENT"})
_WHERE = frozenset({"in", "im", "bei", "auf"})


@dataclass(slots=True)
class Misread:
    """Judges the reports of one article."""

    reading: Reading
    forces: Forces
    places: Places

    def whose(self, report: Report, statement: Statement, *, carried: bool) -> bool:
        """Is it somebody else's personnel?"""
        return (
            self._recruited(report, statement)
            or self._rebels(report, statement)
            or self._lent(report, statement)
            or self._rescued(report, statement)
            or carried
            and not statement.sources
            and any(self.reading.tree.words[s].lower() == "man" for s in report.clause.subjects)
        )

    def what(self, report: Report, statement: Statement) -> bool:
        """Is it another thing that is done, or nothing at all?"""
        return (
            self._trainers(report, statement)
            or self._figurative(report, statement)
            or self._at_a_desk(report, statement)
            or self._not_moved(report, statement)
        )

    def wished(self, report: Report) -> bool:
        """ "will, dass Österreich Soldaten schickt", "von einer Verlegung könne keine Rede sein": nobody does it."""
        clause, words, tree = report.clause, unsure_words(), self.reading.tree
        around = clause.parent
        if clause.mark == "dass" and around is not None and around.verb in words.wishing:
            return True
        talk = [t for t in (clause.head, *clause.subjects) if tree.lemmas[t] == "Rede"]
        return any(tree.words[c].lower().startswith("kein") for t in talk for c in tree.children[t])

    def _acting(self, clause: Clause) -> set[str]:
        """The forces that the subjects of a clause act with."""
        found = (self.forces.doer(each) for s in clause.subjects for each in conjuncts(self.reading.tree, s))
        return {force.id for force in found if force is not None}

    def _is_object(self, report: Report) -> bool:
        """Does somebody else do it to the personnel?"""
        clause, tree = report.clause, self.reading.tree
        objects = {each for o in clause.objects for each in conjuncts(tree, o)}
        return not clause.passive and bool(clause.subjects) and report.candidate.head in objects

    def _recruited(self, report: Report, statement: Statement) -> bool:
        """ "rekrutierte Pakistaner", "verlegt Moskau Söldner aus Georgien": whoever does so, not whom he hires."""
        hired = report.predicate == "FORMED" or self._word(report).startswith("söldner")
        return hired and self._is_object(report) and statement.subject.id not in self._acting(report.clause)

    def _rebels(self, report: Report, statement: Statement) -> bool:
        """ "syrische Rebellen", "Kämpfer der irakischen Nudschaba-Miliz": from a land, not its forces."""
        tree, head = self.reading.tree, report.candidate.head
        below = (c for c in tree.children[head] if tree.deps[c] == "nmod")
        nouns = [tree.words[t].lower() for t in (head, *below)]
        rebels = tuple(w for w in troop_words().insurgents if w != "söldner")
        armed = nouns[0].startswith(rebels) or any(n.endswith(("miliz", "milizen")) for n in nouns)
        return armed and statement.subject.type == "Country"

    def _lent(self, report: Report, statement: Statement) -> bool:
        """ "Ulan-Bator stellt Blauhelme": of whoever provides them."""
        provided = self._is_object(report) and report.clause.verb in troop_words().providing
        return (
            provided and statement.subject.type != "Country" and statement.subject.id not in self._acting(report.clause)
        )

    def _rescued(self, report: Report, statement: Statement) -> bool:
        """ "Französische Helikopter flogen die Verletzten aus": whoever does so does not leave himself."""
        tree, head = self.reading.tree, report.candidate.head
        hurt = troop_words().fate(tree.words[head], tree.lemmas[head]) is not None
        if not hurt or report.predicate not in _MOVED:
            return False
        inside = self.reading.mentions_in(report.candidate.start, report.candidate.end)
        return all(m.entity.id != statement.subject.id for m in inside)

    def _word(self, report: Report) -> str:
        return self.reading.tree.words[report.candidate.head].lower()

    def _trainers(self, report: Report, statement: Statement) -> bool:
        """ "Finnen bilden auch aus", "trainieren Russen die Armee": they train others."""
        words, clause, head = troop_words(), report.clause, report.candidate.head
        if report.predicate != "TRAINING" or report.happening.rule != "verb" or clause.passive:
            return False
        if words.done_to.get(clause.verb) != "TRAINING":
            return False
        subjects = {each for s in clause.subjects for each in conjuncts(self.reading.tree, s)}
        if head in subjects:
            return words.does.get(clause.verb) != "TRAINING" or bool(set(clause.objects) - subjects)
        owned = any(self.reading.tree.tags[c] == "PPOSAT" for c in self.reading.tree.children[head])
        return not owned and statement.subject.id in self._acting(clause)

    def _figurative(self, report: Report, statement: Statement) -> bool:
        """ "bleiben in guter Erinnerung", "sind nicht auf dem Tisch", "wären legitime Ziele"."""
        tree, clause = self.reading.tree, report.clause
        if statement.predicate != "PRESENT":
            return False
        finite = tree.words[clause.finite].lower() if clause.finite is not None else ""
        nouns = {tree.lemmas[t] for _, t in clause.obliques} | {tree.lemmas[clause.head]}
        judged = clause.copula and tree.pos[clause.head] == "NOUN" and finite in ("wäre", "wären")
        return judged or not nouns.isdisjoint(unsure_words().figurative)

    def _at_a_desk(self, report: Report, statement: Statement) -> bool:
        """ "an der Planung beteiligt", "an der Rettung nicht beteiligt": it is not said where they are."""
        tree, clause = self.reading.tree, report.clause
        takes_part = statement.predicate == "PRESENT" and clause.verb == "beteiligen"
        if not takes_part or report.candidate.head not in clause.subjects:
            return False
        desk = tuple(unsure_words().desk)
        return statement.polarity == "negated" or any(
            p in ("an", "am") and tree.lemmas[t].lower().endswith(desk) for p, t in clause.obliques
        )

    def _not_moved(self, report: Report, statement: Statement) -> bool:
        """ "führt in Rukla einen Verband", "hat ihre Patrouillen verstärkt", "in Bereitschaft versetzt"."""
        tree, clause = self.reading.tree, report.clause
        if report.predicate not in ("SENT", "PLANNED"):
            return False
        nouns = {tree.lemmas[t].lower() for t in (report.candidate.head, *clause.objects, *clause.subjects)}
        if clause.verb in ("verstärken", "erhöhen", "ausweiten") and any(n.startswith("patrouill") for n in nouns):
            return True
        located = self.places.located(clause)
        if clause.verb == "führen" and all(x.preposition in _WHERE for x in located):
            return True
        if report.happening.rule == "event" and clause.verb == "verlängern":
            return True  # "will den Einsatz verlängern": they are there already
        ready = (tree.lemmas[t].lower() for _, t in clause.obliques)
        return any(noun.endswith(("bereitschaft", "alarm")) and "marsch" not in noun for noun in ready)
