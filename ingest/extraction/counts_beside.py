"""Numbers beside a troop report without one: a report of the same sentence that has it, or one that nothing took."""

from dataclasses import dataclass, field

from graph.statement import Statement
from ingest.counts.find import CountMention
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.happening import FATES
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.unsure_lexicon import unsure_words
from ingest.extraction.whose import Report

_BEFORE_NUMBERS = frozenset({"auf", "um", "mit", "von", "bei"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A report with a number that was made: its sentence, clause, force, predicate and sources."""

    sentence: int
    clause: int
    force: str
    predicate: str
    sources: frozenset[str]


def _sources(statement: Statement) -> frozenset[str]:
    return frozenset(source.entity.id for source in statement.sources)


@dataclass(slots=True)
class CountsBeside:
    """Remembers the numbers that the reports of one article have."""

    reading: Reading
    counted: list[Counted] = field(default_factory=list[Counted])
    heads: set[int] = field(default_factory=set[int])

    def made(self, report: Report, statement: Statement) -> None:
        """Remembers a report that is made."""
        head, force = report.candidate.head, statement.subject.id
        self.heads.add(head)
        if report.candidate.number:
            sentence = self.reading.tree.sentence_of[head]
            self.counted.append(Counted(sentence, report.clause.head, force, report.predicate, _sources(statement)))

    def beside(self, report: Report, statement: Statement) -> bool:
        """ "beziffert die Verluste auf 71 Gefallene", "hat Verluste eingeräumt, es waren 5.937 Tote": counted there."""
        candidate, clause, losses = report.candidate, report.clause, report.predicate in FATES
        share = candidate.mention is not None  # "120 Soldaten, von denen die meisten auf Zypern sind"
        here = [c for c in self.counted if c.sentence == self.reading.tree.sentence_of[candidate.head]]
        same = [c for c in here if c.force == statement.subject.id and (c.clause == clause.head or not share)]
        same = [c for c in same if c.clause == clause.head or c.sources == _sources(statement)]
        if any(c.predicate in (report.predicate, "STRENGTH") or losses and c.predicate in FATES for c in same):
            return True
        if losses and any(c.clause == clause.head for c in here):
            return True  # "zwei Chinesen hatten seine Truppen gefangen genommen": it is the counted that are captured
        return self._counts(candidate, clause, losses=losses) or self._bare(candidate, clause, losses=losses)

    def _counts(self, candidate: Candidate, clause: Clause, *, losses: bool) -> bool:
        """ "auf 20.000 Mann verdoppelt", ", 1.960 Mann mit allen Panzern": a count that no report took."""
        tree, sized = self.reading.tree, losses or clause.verb in troop_words().onto
        counts = [c for c in self.reading.counts if c.count.min is not None or c.count.max is not None]
        for count in counts:
            if count.head == candidate.head:
                continue
            if tree.heads[candidate.head] == count.head and tree.deps[candidate.head] == "nmod":
                return True  # "6.057 Leichen ukrainischer Soldaten"
            if losses and clause.antecedent == count.head and candidate.head in clause.objects:
                return True  # "zwei Soldaten, die ukrainische Fallschirmjäger gefangen nahmen"
            near = tree.heads[count.head] == candidate.head or self._in_clause(count, clause)
            joined = tree.deps[count.head] == "conj"
            if near and (count.head not in self.heads or sized and not joined):
                return True
        return False

    def _in_clause(self, count: CountMention, clause: Clause) -> bool:
        """In the clause itself or in a verbless one that hangs on it."""
        owner = self.reading.owner[count.head]
        verbless = (
            owner is not None and owner.parent is clause and owner.finite is None and owner.relation == "parataxis"
        )
        return owner is clause or verbless

    def _bare(self, candidate: Candidate, clause: Clause, *, losses: bool) -> bool:
        """ "um 6.500 erhöht", "das Kontingent, 348 Köpfe stark": numbers that are not counted as personnel."""
        tree = self.reading.tree
        timed = {t for m in self.reading.times for t in range(m.start, m.end)}
        numbers = [t for t in self.reading.own_tokens(clause) if tree.pos[t] == "NUM" and len(tree.words[t]) > 1]
        numbers = [t for t in numbers if t not in timed]
        start, end = tree.sentence(candidate.head)
        strong = any(tree.words[t] == "stark" and tree.pos[t - 2] == "NUM" for t in range(start + 2, end))
        if strong or any(tree.lemmas[tree.heads[t]].lower() in unsure_words().heads for t in numbers):
            return True
        sized = losses or clause.verb in troop_words().onto
        return sized and any(tree.case_of(t) in _BEFORE_NUMBERS for t in numbers)
