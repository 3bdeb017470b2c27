"""The forces of a report: what the phrase and its clause name, else the likeliest of those spoken of before."""

from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.counts.nouns import counted_by
from ingest.extraction.attribution import Attribution, cues
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.forces import Forces
from ingest.extraction.happening import FATES, Happening
from ingest.extraction.happenings import Happenings
from ingest.extraction.nations import land_of, nation
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.victims import Victims
from ingest.linking.mention import unknown_entity
from seeds.reference import reference

_GROUPS = frozenset({"armed_group", "mercenary_group"})


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of a personnel phrase: what happens to it, in which clause, on whose word, by which predicate."""

    candidate: Candidate
    happening: Happening
    clause: Clause
    attribution: Attribution
    predicate: str


@dataclass(slots=True)
class Whose:
    """Finds the forces of reports in one article; reports come in text order."""

    reading: Reading
    forces: Forces
    places: Places
    happenings: Happenings
    victims: Victims = field(init=False)
    chosen: dict[int, list[Entity]] = field(default_factory=dict[int, list[Entity]])

    def __post_init__(self) -> None:
        self.victims = Victims(self.reading, self.forces)

    def of(self, report: Report) -> list[Entity]:
        """One force, several that act together, or none where nobody fits."""
        head = report.candidate.head
        self.chosen[head] = self._of(report)
        return self.chosen[head]

    def _of(self, report: Report) -> list[Entity]:
        candidate, happening, predicate = report.candidate, report.happening, report.predicate
        victims = self.victims.of(candidate.head, report.clause, predicate, report.attribution)
        comrades = self._of_the_same(candidate) if self._is_comrade(candidate) else []
        if comrades:
            return comrades
        if victims is not None and (predicate in FATES or predicate == "WITHDRAWN"):
            self.forces.was_carried = False
            return victims
        found = self.forces.of(
            candidate.head,
            candidate.start,
            candidate.end,
            report.clause,
            sender=self._sends(happening),
            also=self._other_heads(candidate, happening),
            leaving=predicate == "WITHDRAWN",
            lost=predicate in FATES,
            speakers=tuple(source.entity for source in report.attribution.sources()),
        )
        if not found and predicate in FATES - {"CAPTURED"}:
            found = self._own_losses(report.attribution)
        if self.forces.was_carried:
            found = self._of_the_same(report.candidate) or self._likely(report, found)
        else:
            found = self._both(candidate, found)
        return self._nameless(report, found) if self.forces.was_carried or not found else found

    def _both(self, candidate: Candidate, found: list[Entity]) -> list[Entity]:
        """ "weder saudische noch jemenitische Soldaten": without a number those of each."""
        tree = self.reading.tree
        if candidate.count is not None or len(found) != 1 or found[0].type != "Country":
            return found
        mentions = [m for m in self.reading.mentions if m.form == "adjective" and tree.heads[m.head] == candidate.head]
        named = [m for m in mentions if m.entity.type == "Country" and m.end <= candidate.head]
        joined = [m for m in named if tree.words[m.start - 1].lower() in ("noch", "und", "oder", "sowie")]
        more = [m.entity for m in joined if any(n.entity.id == found[0].id and n.end == m.start - 1 for n in named)]
        return [*found, *(entity for entity in more if entity.id != found[0].id)]

    def _is_comrade(self, candidate: Candidate) -> bool:
        return self.reading.tree.words[candidate.head].startswith("Kamerad")

    def _of_the_same(self, candidate: Candidate) -> list[Entity]:
        """ "Elf Polizisten wurden verwundet, zwei starben": a number without its noun, or "seiner Kameraden"."""
        tree = self.reading.tree
        start, _ = tree.sentence(candidate.head)
        noun = candidate.mention.antecedent if candidate.mention is not None else None
        if self._is_comrade(candidate):
            noun = max((t for t in self.chosen if start <= t < candidate.head), default=None)
        return self.chosen.get(noun, []) if noun is not None and start <= noun < candidate.head else []

    def _nameless(self, report: Report, found: list[Entity]) -> list[Entity]:
        """ "erschoss 54 Extremisten": armed people of a group that the text does not name are a group themselves."""
        word = self.reading.tree.words[report.candidate.head]
        rebels = word.lower().startswith(tuple(w for w in troop_words().insurgents if w != "söldner"))
        fallen = report.predicate in FATES or report.predicate == "FIGHTING"
        if rebels and report.predicate == "FIGHTING" and not report.candidate.number:
            return []  # "Dschihadisten haben den Stützpunkt überfallen"
        if not rebels or not fallen or not report.candidate.number or any(self._is_group(f) for f in found):
            return found
        name = word.removesuffix("n") if word.endswith(("ern", "schen", "eten")) else word
        return [unknown_entity(name, "Force")]

    def _sends(self, happening: Happening) -> bool:
        """May the subject be the force? Never in a clause of saying; not of verbs that are done to others' soldiers."""
        if happening.nominal and cues().verbs.get(happening.clause.verb if happening.clause else "") != "announces":
            return False
        trains = happening.clause is not None and troop_words().done_to.get(happening.clause.verb) == "TRAINING"
        if happening.predicate == "TRAINING" and happening.sender and trains:
            return False  # whoever trains soldiers trains others'
        if happening.predicate in FATES:
            return happening.clause is not None and happening.clause.verb in troop_words().losing
        if happening.sender:
            return True
        return happening.predicate in ("STRENGTH", "PRESENT", "WITHDRAWN", "FORMED", "SENT", "PLANNED", "TRAINING")

    def _likely(self, report: Report, forces: list[Entity]) -> list[Entity]:
        """Forces carried over that fit what is said: nobody is sent to his own country, or hit by his own side."""
        clause, predicate = report.clause, report.predicate
        where, _ = self.places.of(clause, None, origin=predicate == "WITHDRAWN")
        home = land_of(where)
        come_from = self._origin(report.candidate)
        if come_from:
            return come_from
        if clause.verb == "angehören" and clause.datives:
            return self._joined(clause)
        by_noun = self._by_noun(report, home)
        if by_noun is not None:
            return by_noun or forces
        if predicate in ("SENT", "PLANNED") and where is not None:
            return [force for force in forces if force.id != where.id]
        if clause.verb in troop_words().approving and any(self.forces.international(s) for s in clause.subjects):
            return []  # "12.000 Mann, die der UN-Sicherheitsrat bewilligte": of whoever is to come
        admitted = any(c.verb in troop_words().admitting for c in (clause, *clause.ancestors()))
        if predicate in FATES and admitted and not self._are_prisoners(report):
            return self.forces.speakers_nations(report.attribution)[:1] or forces
        told = self._reports_own(report)
        if told:
            return told
        told = self._told_by_a_side(report) if report.happening.nominal and predicate in FATES - {"CAPTURED"} else []
        return told or self._of_a_state(report.candidate, forces, home) or self._not_own(report, forces)

    def _reports_own(self, report: Report) -> list[Entity]:
        """ "Fünf Tote meldete Bahrain", "Thailand beklagt 14 Tote": a state that tells of dead tells of its own."""
        clause = report.clause
        if not report.happening.nominal or report.predicate not in FATES - {"CAPTURED"}:
            return []
        if clause.verb not in troop_words().counting_own or clause.passive:
            return []
        mentions = (self.reading.by_head.get(subject) for subject in clause.subjects)
        states = [m.entity for m in mentions if m is not None and m.entity.type == "Country" and m.form != "adjective"]
        return states[:1]

    def _joined(self, clause: Clause) -> list[Entity]:
        """ "gehören ihm an": of whoever that is, if the text says so."""
        found = (self.forces.doer(token) for token in clause.datives)
        return [force for force in found if force is not None and force.type == "Force"][:1]

    def _origin(self, candidate: Candidate) -> list[Entity]:
        """ "die Hälfte von ihnen kommt aus Deutschland": where a part comes from says whose it is."""
        own = self.reading.owner[candidate.head]
        part = candidate.count is not None and candidate.count.of is not None
        if not part or own is None or own.verb not in ("kommen", "stammen"):
            return []
        lands = (self.reading.by_head.get(t) for p, t in own.obliques if p == "aus")
        return [m.entity for m in lands if m is not None and m.entity.type == "Country"][:1]

    def _told_by_a_side(self, report: Report) -> list[Entity]:
        """ "A und B liefern sich Gefechte. A meldete acht gefallene Soldaten": a side tells of its own fallen."""
        soldiers = self.reading.tree.lemmas[report.candidate.head] == "Soldat"
        sides = {force.id for force in self.forces.recent[-2:]} if soldiers else set[str]()
        return [f for f in self.forces.speakers_nations(report.attribution) if f.id in sides][:1]

    def _are_prisoners(self, report: Report) -> bool:
        """ "der General meldet 430 Gefangene": not his own men."""
        return report.happening.nominal and report.predicate == "CAPTURED"

    def _by_noun(self, report: Report, home: Entity | None) -> list[Entity] | None:
        """Police and guards are those of the land, compatriots those of the speaker; None for other nouns."""
        words, tree, candidate = troop_words(), self.reading.tree, report.candidate
        phrase = [tree.words[t].lower() for t in {candidate.head, candidate.end - 1}]
        if any(word.startswith(tuple(words.at_home)) for word in phrase):
            land = home or self._headed(candidate.head) or self._land_before(candidate.head)
            return [land] if land is not None and land.type == "Country" else []
        if tree.words[candidate.head].lower().startswith(tuple(words.compatriots)):
            return self.forces.speakers_nations(report.attribution)[:1]
        return None

    def _headed(self, head: int) -> Entity | None:
        """ "Kasachstan: Abzug beginnt": the country of the headline, unless the sentence names another land."""
        tree = self.reading.tree
        first = next(iter(self.reading.mentions), None)
        if first is None or first.entity.type != "Country" or first.form != "name":
            return None
        if tree.words[first.end : first.end + 1] != [":"]:
            return None
        here = self.reading.mentions_in(*tree.sentence(head))
        return first.entity if first.start == 0 and all(land_of(m.entity) is None for m in here) else None

    def _not_own(self, report: Report, forces: list[Entity]) -> list[Entity]:
        """Nobody is killed, captured or fought by his own: whom these are not leaves the others spoken of."""
        tree, words = self.reading.tree, troop_words()
        clause, head, predicate = report.clause, report.candidate.head, report.predicate
        objects = clause.objects or (clause.parent.objects if clause.relation == "conj" and clause.parent else [])
        hits = not clause.passive and words.done_to.get(clause.verb) in FATES and head in objects
        below = (c for s in clause.subjects for c in tree.children[s] if tree.case_of(c) is None)
        acting = [*clause.subjects, *below] if hits else []  # "eine Splittergruppe der Farc"
        own = {f.id for t in acting if (f := self.forces.doer(t)) is not None}
        prisoners = self._are_prisoners(report)
        if prisoners or hits and any(tree.words[s].lower() == "man" for s in clause.subjects):
            own |= {f.id for f in self.forces.speakers_nations(report.attribution)}  # "habe man gefangen genommen"
        own |= self._attackers(head) if predicate in FATES else set()
        own |= {force.id for force in self._opponents(clause)} if predicate == "FIGHTING" else set()
        others = [force for force in forces if force.id not in own] or self.forces.other_than(own)
        if predicate == "CAPTURED" and not prisoners:
            others = others or self._held(head, own, report.attribution)
        return self._hit(head, clause, others) if hits else others

    def _hit(self, head: int, clause: Clause, others: list[Entity]) -> list[Entity]:
        """Whom the subject of a clause kills or captures: whom it fights, else another, else soldiers of the land."""
        tree = self.reading.tree
        rebels = any(tree.words[s].lower().startswith(troop_words().insurgents) for s in clause.subjects)
        soldiers = any(counted_by(tree.words[s]) is not None for s in clause.subjects)
        others = [] if soldiers and not rebels else others
        land = self._of_the_land(head) if rebels or not soldiers else []
        return self._opponents(clause) or others or land

    def _opponents(self, clause: Clause) -> list[Entity]:
        """ "hatten gegen die M23 gekämpft und dabei zehn Rebellen getötet": whom they fought."""
        around = [clause, *clause.ancestors()]
        against = [t for each in around for p, t in each.obliques if p == "gegen"]
        return [force for t in against if (force := self.forces.doer(t)) is not None][:1]

    def _of_the_land(self, head: int) -> list[Entity]:
        """ "In Myanmar haben Rebellen 62 Soldaten gefangen genommen": soldiers are those of the land."""
        land = self._land_before(head) if self.reading.tree.lemmas[head] == "Soldat" else None
        return [land] if land is not None and land.type == "Country" else []

    def _held(self, head: int, own: set[str], attribution: Attribution) -> list[Entity]:
        """ "Nach ukrainischer Zählung sitzen 8.000 Soldaten in russischer Haft": who counts them."""
        sentence = self.reading.tree.sentence_of[head]
        before = self.forces.by_sentence.get(sentence)
        said = [force for force in self.forces.speakers_nations(attribution) if force.id not in own][:1]
        found = said or ([before] if before is not None and before.id not in own else [])
        if found:
            self.forces.by_sentence[sentence] = found[0]
        return found

    def _attackers(self, head: int) -> set[str]:
        """ "bei einem iranischen Angriff", "in russischer Gefangenschaft": whose attack or prison it is."""
        tree, words = self.reading.tree, troop_words()
        found: set[str] = set()
        for mention in self.reading.mentions_in(*tree.sentence(head)):
            noun = tree.lemmas[tree.heads[mention.head] if mention.form == "adjective" else mention.head]
            theirs = noun in words.captivity or noun.lower().endswith(tuple(words.assaults))
            force = nation(mention.entity) if theirs and mention.form in ("adjective", "compound") else None
            found |= {force.id} if force is not None else set()
        return found

    def _land_before(self, head: int) -> Entity | None:
        """The land of the place that the article named last."""
        tree = self.reading.tree
        starts = {start for start, _ in tree.sentences}  # "Burkina Faso: Die Armee ..."
        local = (
            m
            for m in self.reading.mentions
            if m.end <= head
            and m.form == "name"
            and (tree.case_of(m.head) in ("in", "im") or tree.words[m.end] == ":" and m.start in starts)
        )
        places = [m.entity for m in local if m.entity.type in ("Country", "Place")]
        return land_of(places[-1]) if places else None

    def _of_a_state(self, candidate: Candidate, forces: list[Entity], home: Entity | None) -> list[Entity]:
        """ "In Boulkessi starben 30 Soldaten" after fighters of a group: soldiers are a state's."""
        soldiers = self.reading.tree.lemmas[candidate.head] == "Soldat"
        if not soldiers or not any(self._is_group(force) for force in forces):
            return []
        spoken = [force for force in self.forces.recent if force.type == "Country"]
        return spoken[-1:] or ([home] if home is not None and home.type == "Country" else [])

    def _is_group(self, force: Entity) -> bool:
        row = reference().entities.get(force.id)
        return force.type == "Force" and (row is None or row.kind in _GROUPS)

    def _own_losses(self, attribution: Attribution) -> list[Entity]:
        """ "nach Angaben der Armee starben zwölf Soldaten": an army that speaks of nobody's dead speaks of its own."""
        armies = [s.entity for s in attribution.sources() if s.entity.type == "Force"]
        own = nation(armies[0]) if armies else None
        persons = (self.forces.owners.land_of(s.entity) for s in attribution.sources())
        own = own or next((land for land in persons if land is not None), None)  # "Mexikos Armeesprecher X"
        return [own] if own is not None else self.forces.speakers_nations(attribution)[:1]

    def _belonging(self, clause: Clause, head: int) -> list[int]:
        """ "Von Kims Leuten fielen 4.000", "Zwei von ihnen gehörten zur Mission X": the nouns behind these words."""
        tree, belongs = self.reading.tree, clause.verb in troop_words().belonging and head in clause.subjects
        among = [t for p, t in clause.obliques if p == "von" and counted_by(tree.words[t]) is not None]
        return [
            *among,
            *(t for p, t in clause.obliques if belongs and p in ("zu", "zur", "zum")),
            *(clause.datives if belongs else ()),
        ]

    def _other_heads(self, candidate: Candidate, happening: Happening) -> tuple[int, ...]:
        """Further nouns that may name the force: the event, the noun an elliptic number counts, what is sized."""
        heads = [happening.token] if happening.rule == "event" else []
        if candidate.mention is not None and candidate.mention.antecedent is not None:
            heads.append(candidate.mention.antecedent)
        clause = happening.clause
        tree = self.reading.tree
        if happening.rule in ("verb", "noun") and clause is not None and clause.verb in troop_words().onto:
            sized = [o for o in (clause.objects or clause.subjects) if tree.pos[o] in ("NOUN", "PROPN")]
            heads += [
                t for o in sized for t in (o, *tree.children[o]) if t == o or tree.case_of(t) in (None, "von", "unter")
            ]
        if happening.rule == "verb" and clause is not None and clause is self.reading.owner[candidate.head]:
            anchor = self.happenings.anchor(candidate, clause)  # "eine ukrainische Brigade mit 2.300 Soldaten"
            heads += [anchor] if anchor is not None and tree.pos[anchor] == "NOUN" else []
        if clause is not None and clause is self.reading.owner[candidate.head] and tree.pos[candidate.head] == "NUM":
            heads = [*self._belonging(clause, candidate.head), *heads]
        if happening.rule == "sizing":
            heads += [tree.heads[candidate.head], *tree.children[tree.heads[candidate.head]]]
        following = [
            t
            for t in range(candidate.end, min(candidate.end + 5, len(tree)))
            if tree.words[candidate.end].lower() == "mit"
        ]
        heads += [t for t in following if counted_by(tree.words[t]) is not None]
        if candidate.end < len(tree) and tree.words[candidate.end].lower().startswith("stark"):
            heads.append(tree.heads[candidate.end])  # "ein 3.000 Mann starkes Bataillon aus Nordkoreanern"
        return tuple(t for t in heads if t != candidate.head)
