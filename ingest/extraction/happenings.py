"""What happens to a personnel phrase: its own noun, an attribute, an event noun over it, or the verb of its clause."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.extraction.attributes import Attributes, is_apposed
from ingest.extraction.candidates import Candidate
from ingest.extraction.civilians import Civilians
from ingest.extraction.clauses import Clause
from ingest.extraction.events import Events, part_noun
from ingest.extraction.happening import FATES, LOSSES, Happening, merged
from ingest.extraction.named_forces import bracketed
from ingest.extraction.predication import Predication
from ingest.extraction.reading import Reading
from ingest.extraction.said_content import SaidContent
from ingest.extraction.sizes import direction, is_an_army, is_garrison
from ingest.extraction.troops_lexicon import troop_words

_OR = frozenset({"und", "oder", "sowie", ",", ";", ":", "–"})
_THOSE = frozenset({"den", "diesen", "ihren", "seinen", "jenen"})
_ARGUMENT = frozenset({"conj", "appos", "flat", "nummod", "compound", "dep", "det", "advmod"})


@dataclass(slots=True)
class Happenings:
    """Finds what happens to personnel in one article."""

    reading: Reading
    predication: Predication = field(init=False)
    said: SaidContent = field(init=False)
    events: Events = field(init=False)
    attributes: Attributes = field(init=False)
    civilians: Civilians = field(init=False)

    def __post_init__(self) -> None:
        self.predication = Predication(self.reading)
        self.said = SaidContent(self.reading)
        self.events = Events(self.reading, self.said)
        self.attributes = Attributes(self.reading, self.said)
        self.civilians = Civilians(self.reading)

    def of(self, candidate: Candidate) -> list[Happening]:
        """All that the sentence says of this personnel, the main predicate first; empty when it says nothing we
        know.
        """
        clause = self.reading.owner[candidate.head]
        if self.civilians.meant(candidate):
            return []
        whole = self._is_whole(candidate)
        main = list(self._relatives(candidate, clause) if whole else self._main(candidate, clause))
        main = [] if candidate.event else main
        if not main and clause is not None and self._of_make_up(candidate, clause, whole):
            fate = troop_words().fate(self.reading.tree.words[candidate.head], self.reading.tree.lemmas[candidate.head])
            main = [Happening(fate or "STRENGTH", clause, candidate.head, "make_up")]
        if candidate.event:
            main = list(self.events.bare(candidate, clause))
        said = [*self.attributes.of(candidate, clause), *self.events.relative(candidate)]
        extra = [h for h in said if all(h.predicate != m.predicate for m in main)]
        if any(h.predicate in LOSSES for h in extra):  # "hält 60.000 getötete Ukrainer für plausibel"
            main = [h for h in main if h.predicate in FATES]
        if any(m.predicate in FATES for m in main):
            extra = [h for h in extra if h.predicate in ("SENT", "PRESENT")]
        return merged([*main, *extra])

    def _of_make_up(self, candidate: Candidate, clause: Clause, whole: bool) -> bool:
        """ "Unter den 12.000 Soldaten sind 500 Offiziere": how a force is made up, said by a bare "sein"."""
        sure = candidate.mention is not None and candidate.mention.by in ("noun", "unit", "ellipsis", "demonym")
        part = sure and candidate.count is not None and candidate.count.of is not None
        return (
            (whole or part)
            and (clause.copula or clause.verb == "sein")
            and not self.predication.where.has_place(clause)
        )

    def _is_whole(self, candidate: Candidate) -> bool:
        """ "Von den 11.000 Mann ist die Hälfte tot": what the verb says is said of the part."""
        tree = self.reading.tree
        if candidate.mention is None or candidate.start == 0:
            return False
        place = self.reading.counts.index(candidate.mention)
        parts = [c for c in self.reading.counts if c.whole == place]
        counted = [p for p in parts if p.count.min is not None or p.count.max is not None]
        if any(p.start < candidate.start and candidate.end <= p.end for p in counted):
            return True  # "drei der 150 Polizisten"; "ein Kontingent von 150 Polizisten" is all of them
        before = range(max(0, candidate.start - 4), candidate.head)
        verbs = [t for t in before if tree.tags[t] in ("VVFIN", "VAFIN", "VMFIN")]
        opened = {tree.words[t].lower() for t in before if t > max(verbs, default=-1)}  # not "von Mai an werden 78 ..."
        if any(tree.pos[t] == "PROPN" for t in before if t < candidate.start):
            return False  # "bei der Eroberung von Bachmut 20.000 Mann"
        opened |= {
            tree.words[t].lower() for t in before if tree.words[t + 1].lower() in _THOSE
        }  # "von den zuvor entsandten"
        return bool(parts) and bool(opened & {"von", "unter"}) and all(p.head > candidate.head for p in parts)

    def _main(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        noun = self._own_noun(candidate, clause)
        if noun is not None:
            died = noun.predicate == "CAPTURED" and [
                h for h in self._verbs(candidate, clause) if h.predicate == "KILLED"
            ]
            yield from died or (noun,)  # "mehrere Gefangene seien gestorben"
            yield from (h for h in self._verbs(candidate, clause) if h.predicate in ("WITHDRAWN", "CAPTURED"))
            return
        if candidate.number and clause is not None and bracketed(self.reading, candidate.start) is not None:
            yield Happening("PRESENT", clause, candidate.head, "listed")  # "Ghana (870), Indien (850)"
            return
        event = self.events.over(candidate)
        if event is not None:
            demanded = event.clause is not None and event.clause.verb in troop_words().demanding
            demanded = demanded and not (event.clause and event.clause.verb == "ausschließen" and event.clause.negated)
            demanded = demanded and self.reading.tree.case_of(event.token) not in ("nach", "seit", "mit", "trotz")
            yield from () if demanded else (event,)
            yield from self._relatives(candidate, clause)
            return
        sizing = self.predication.sizes.sizing(candidate.head)
        if sizing is not None:
            yield Happening(sizing, clause, candidate.head, "sizing", nominal=True, sender=True)
            return
        found = list(self._verbs(candidate, clause))
        yield from self._left(found) if self._is_parted(candidate) else found
        if not found and clause is not None and is_an_army(self.reading, candidate):
            yield Happening("STRENGTH", clause, candidate.head, "attribute")
            return
        if not found and clause is not None and is_apposed(self.reading, candidate):
            yield Happening("STRENGTH", clause, candidate.head, "attribute")
            return
        if not found and clause is not None and is_garrison(self.reading, candidate):
            yield Happening("PRESENT", clause, candidate.head, "attribute")
            return
        if not found and clause is not None and self._is_expected(candidate, clause):
            yield Happening("PLANNED", clause, candidate.head, "content", nominal=True)
            return
        if not found and not list(self.attributes.of(candidate, clause)):
            yield from self._sized(candidate, clause)

    def _is_parted(self, candidate: Candidate) -> bool:
        """ "ein Teil seiner 10.000 Soldaten": what the verb says is said of a part."""
        tree, head = self.reading.tree, candidate.head
        above = tree.heads[head]
        part = tree.lemmas[above] in ("Teil", "Großteil") and above < candidate.start and tree.case_of(head) is None
        return candidate.number and part and tree.deps[head] == "nmod"

    def _left(self, found: list[Happening]) -> list[Happening]:
        """Of whom a part leaves all have been there; what else happens to a part is said of that part only."""
        return [replace(h, predicate="PRESENT") for h in found if h.predicate == "WITHDRAWN"]

    def _is_expected(self, candidate: Candidate, clause: Clause) -> bool:
        """ "rechnet mit 25.000 Mann": they are still to come, unless the clause says where they are."""
        expected = candidate.number and clause.verb in troop_words().expecting
        return expected and self.said.is_content(candidate, clause) and not self.predication.where.has_place(clause)

    def _relatives(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        """ "der Abzug der 350 Franzosen, die in Dakar stationiert sind"."""
        if clause is not None:
            for each in self._joined(clause, -1, candidate.head):
                yield from self._verb(candidate, each, candidate.head, clause)

    # -- the noun itself

    def _own_noun(self, candidate: Candidate, clause: Clause | None) -> Happening | None:
        tree, words = self.reading.tree, troop_words()
        head = candidate.head
        if (
            candidate.mention is not None
            and candidate.mention.by == "ellipsis"
            and candidate.mention.antecedent is not None
        ):
            head = candidate.mention.antecedent  # "beziffert die Ausfälle auf 4.700"
        predicate = words.fate(tree.words[head], tree.lemmas[head])
        if predicate is None or tree.pos[head] not in ("NOUN", "ADJ", "PROPN"):
            return None
        if tree.case_of(head) in ("zu", "zum") and not candidate.number:
            return None  # "dem Angriff zum Opfer gefallen"
        if self._of_another_noun(head) or self._accompanies(candidate, clause):
            return None
        others = {words.fate(tree.words[c], tree.lemmas[c]) for c in tree.children[head] if tree.deps[c] == "conj"}
        if predicate in LOSSES and others & (LOSSES - {predicate}) and not self._own_count(candidate):
            predicate = "CASUALTIES"
        return Happening(predicate, clause, head, "noun", nominal=self.said.is_content(candidate, clause))

    def _of_another_noun(self, head: int) -> bool:
        """ "ein Krieg mit 100.000 Toten": dead of something that is no force."""
        tree = self.reading.tree
        parent = tree.heads[head]
        if tree.deps[head] not in ("nmod", "obl") or tree.pos[parent] != "NOUN" or part_noun(self.reading, parent):
            return False
        words = troop_words()
        lost = words.fate(tree.words[parent], tree.lemmas[parent]) is not None  # "Verluste mit 17 Gefallenen angeben"
        return tree.case_of(head) in ("mit", "bei") and tree.lemmas[parent] not in words.sizes and not lost

    def _accompanies(self, candidate: Candidate, clause: Clause | None) -> bool:
        """ "endete ein Krieg mit 100.000 Toten", the phrase hung on the verb: no report of a force either."""
        tree = self.reading.tree
        mit = clause is not None and tree.case_of(candidate.head) == "mit" and tree.heads[candidate.head] == clause.head
        mit = mit and clause is not None and clause.verb not in troop_words().onto
        return mit and not self.said.is_content(candidate, clause)

    def _own_count(self, candidate: Candidate) -> bool:
        """Do the conjuncts have counts of their own ("40 Tote und 12 Verletzte")?"""
        tree = self.reading.tree
        conj = {c for c in tree.children[candidate.head] if tree.deps[c] == "conj"}
        return any(other.head in conj for other in self.reading.counts)

    # -- the verb of the clause

    def _verbs(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        if clause is None:
            return
        clause = self._later(candidate, clause)
        anchor = self.anchor(candidate, clause)
        if anchor is None and clause.verb in troop_words().onto and direction(self.reading, candidate) is not None:
            anchor = candidate.head  # "die Zahl der Soldaten seit Januar um 6.500 erhöht": hung on the time
        said = anchor is not None and self.predication.role(clause, anchor, candidate) == "oblique"
        sized = clause.verb in troop_words().onto and (bool(clause.objects) or self._is_size(clause))
        if anchor is not None and (sized or not (said and self.said.is_content(candidate, clause))):
            yield from self._verb(candidate, clause, anchor, clause)
        part = candidate.count is not None and candidate.count.of is not None and candidate.mention is not None
        for each in self._joined(clause, anchor if anchor is not None else candidate.head, candidate.head):
            if part and each.relation != "conj":
                continue  # "die Hälfte der 11.000 Mann, die Kim entsandt hat": the clause is about the whole
            yield from self._verb(candidate, each, anchor if anchor is not None else candidate.head, clause)

    def _is_size(self, clause: Clause) -> bool:
        """ "die Verluste lägen bei 4.700 Mann": the subject is a number or a fate."""
        tree, words = self.reading.tree, troop_words()
        return any(
            tree.lemmas[s] in words.sizes or words.fate(tree.words[s], tree.lemmas[s]) is not None
            for s in clause.subjects
        )

    def _verb(self, candidate: Candidate, clause: Clause, anchor: int, own: Clause) -> Iterator[Happening]:
        predicate = self.predication.predicate(clause, anchor, candidate)
        if clause.mark == "ob":
            return  # "er wisse nicht, ob dort ein Soldat stehe"
        thought = clause.subjunctive and clause.modal != "können" and self._only_thought(clause)
        if predicate is not None and not thought:
            nominal = clause is own and self.said.is_content(candidate, clause)
            role = self.predication.role(clause, anchor, candidate)
            sender = role in ("object", "oblique")
            yield Happening(predicate, clause, clause.head, "verb", nominal=nominal, sender=sender)

    def _only_thought(self, clause: Clause) -> bool:
        """ "müsste im Ernstfall 30 Brigaden schicken": nothing happens, nothing is planned."""
        return any(self.reading.tree.lemmas[t] in troop_words().only_thought for _, t in clause.obliques)

    def _joined(self, clause: Clause, anchor: int, head: int) -> Iterator[Clause]:
        """Clauses that share the phrase: "getötet oder verwundet"; a relative clause on it ("11.000 Mann, die Kim
        entsandt habe").
        """
        for other in self.reading.sentence_clauses(clause.head):
            if other is clause:
                continue
            if other.mark in ("um", "ob"):
                continue  # a purpose is no report
            relative = other.antecedent == head and head in (*other.subjects, *other.objects, *other.bare)
            counts_itself = any(self._counts(other, self.reading.owner[c.head]) for c in self.reading.counts)
            shared = (
                anchor in other.subjects
                and not counts_itself
                and (other.relation in ("conj", "xcomp") or other.parent is clause)
            )
            between = any(clause.head < c.start < other.head for c in self.reading.counts)
            shared = shared or anchor in clause.objects and not counts_itself and self._same_object(clause, other)
            if relative or shared and not (between and head < clause.head):
                yield other

    def _same_object(self, clause: Clause, other: Clause) -> bool:
        """ "haben drei Soldaten in eine Falle gelockt und getötet": one object of two verbs."""
        joined = other.relation == "conj" and other.parent is clause and other.finite in (None, clause.finite)
        return joined and not (other.objects or other.passive or clause.passive or other.obliques)

    def _later(self, candidate: Candidate, clause: Clause) -> Clause:
        """ "15 getötet und 206 verwundet": a number between two joined verbs belongs to the second."""
        for other in self.reading.sentence_clauses(clause.head):
            joined = other.relation == "conj" and other.parent is clause
            joined = joined and not _OR & set(self.reading.tree.words[candidate.end : max(candidate.end, other.head)])
            if (
                joined
                and clause.head < candidate.start
                and candidate.end <= other.head
                and candidate.mention is not None
            ):
                own = candidate.head in (*clause.objects, *clause.subjects)
                return clause if own and candidate.mention.by != "ellipsis" else other
        return clause

    def _counts(self, clause: Clause, owner: Clause | None) -> bool:
        """Does the clause, or a clause that the parser took for its subject, hold the count?"""
        return owner is clause or owner is not None and owner.parent is clause and owner.relation.startswith("nsubj")

    def anchor(self, candidate: Candidate, clause: Clause) -> int | None:
        """The argument of the clause that the personnel phrase is (part of): "eine Kompanie mit 130 Soldaten"."""
        tree = self.reading.tree
        current = candidate.head
        arguments = {
            *clause.subjects,
            *clause.objects,
            *clause.datives,
            *clause.bare,
            *(t for _, t in clause.obliques),
            clause.head,
        }
        for _ in range(6):
            if current in arguments:
                return self._unit_before(current) or current
            parent = tree.heads[current]
            if tree.deps[current] == "amod" and tree.lemmas[parent] in troop_words().supports.get(clause.verb, {}):
                return parent  # "leisten 180 Österreicher Dienst": taken for an adjective
            body = tree.case_of(current) == "von" and tree.pos[parent] == "NOUN"  # "eine Vorhut von 20 Soldaten"
            if (
                parent == current
                or tree.deps[current] not in _ARGUMENT
                and not body
                and not part_noun(self.reading, parent)
            ):
                return None
            current = parent
        return None

    def _unit_before(self, token: int) -> int | None:
        """ "ein Bataillon mit 3.000 Mann": the parser hangs "mit" on the verb; the unit right before it is what is
        meant.
        """
        tree = self.reading.tree
        marks = [c for c in tree.children[token] if tree.words[c].lower() == "mit"]
        before = marks[0] - 1 if marks else -1
        unit = before >= 0 and tree.pos[before] in ("NOUN", "ADJ")  # "stellt eine zweite mit 15.000 Mann auf"
        return before if unit and part_noun(self.reading, before) else None

    # -- numbers in the content of a verb of saying

    def _sized(self, candidate: Candidate, clause: Clause | None) -> Iterator[Happening]:
        """ "sieht 11.000 Nordkoreaner in Kursk": the content of a verb of saying with a place, without a verb of
        its own.
        """
        if (
            clause is None
            or not self.said.is_content(candidate, clause)
            or not self.predication.where.has_place(clause)
        ):
            return
        if candidate.number:
            yield Happening("PRESENT", clause, clause.head, "content", nominal=True)
