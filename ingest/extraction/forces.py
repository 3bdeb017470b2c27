"""Whose personnel it is: the adjective, "aus X", the genitive, the compound, the sender, else the force spoken of
last.
"""

from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.counts.nouns import counted_by
from ingest.extraction.actors import Actors
from ingest.extraction.attribution import Attribution, cues
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.groups import states_together
from ingest.extraction.many import alliance, of_many
from ingest.extraction.named_forces import (
    apposed_force,
    before_verb,
    by_noun,
    coming,
    commander,
    givers,
    hired,
    hung,
    inside,
    side,
    since,
)
from ingest.extraction.nations import topic, troops_of
from ingest.extraction.owners import Owners, nation_of
from ingest.extraction.phrases import phrase
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.linking.mentions import Mention
from seeds.reference import reference

_AGAINST = frozenset({"mit", "gegen", "durch", "von", "neben", "an"})
_FROM = frozenset({"aus", "von", "vom"})


@dataclass(slots=True)
class Forces:
    """Finds the force of personnel phrases and remembers the last one of the article."""

    reading: Reading
    actors: Actors
    owners: Owners = field(init=False)
    last: Entity | None = None
    was_carried: bool = False
    last_armed: tuple[int, Entity] | None = None
    recent: list[Entity] = field(default_factory=list[Entity])
    by_sentence: dict[int, Entity] = field(default_factory=dict[int, Entity])

    def __post_init__(self) -> None:
        self.owners = Owners(self.reading, self.actors)

    def of(
        self,
        head: int,
        start: int,
        end: int,
        clause: Clause | None,
        *,
        sender: bool,
        also: tuple[int, ...] = (),
        leaving: bool = False,
        lost: bool = False,
        speakers: tuple[Entity, ...] = (),
    ) -> list[Entity]:
        """The forces of the phrase start..end (tokens) with this head: one, or several that send together.

        `sender`: the subject of the clause acts with its own troops; `also`: further heads whose phrases may name
        the force (the event noun, the noun that an elliptic number counts); `leaving`: "aus X" tells where from, not
        whose; `lost`: killed, wounded or captured, so that "auf russischer Seite" says whose; `speakers`: whose words
        they are ("eigene").
        """
        self.was_carried = False
        found = self._own(head, end, also, clause, speakers)
        if not found and sender and clause is not None and self._is_share(head, clause):
            found = self._senders(clause, head, start)
        found = found or hung(self.reading, head, start)
        found = found or (givers(self.reading, clause) if clause is not None else [])
        apposed = apposed_force(self.reading, head)
        if apposed is not None and not found:
            state = self._named(head, start, end, also, leaving)  # the next soldiers are the state's
            self._remember(apposed, head)
            self.last = state[0] if state else apposed
            return [apposed]
        found = found or (self._lenders(head, start, clause) if sender and clause is not None else [])
        found = found or self._named(head, start, end, also, leaving)
        if not found:
            found = self._missions(clause) if sender and clause is not None else []
            found = found or by_noun(self.reading, head)
        if not found and clause is not None:
            found = side(self.reading, clause) or inside(self.reading, clause) if lost else []
            found = found or self._mourners(clause)
        if not found and sender and clause is not None:
            come = [] if leaving else coming(self.reading, clause)
            found = self.owners.ours(clause, speakers) or (come if clause.passive else [])
            found = found or self._senders(clause, head, start) or come
        if not found and of_many(self.reading, end):
            return alliance(self.reading, head)
        if not found and sender and clause is not None and self._unnamed_states(clause):
            return []
        if not found:
            found = self.owners.possessor(head, clause, speakers, known=self.last is not None)
        if found:
            self._remember(found[0], head)
            return found
        self.was_carried = True
        carried = self._carried(head, lost)
        return [carried] if carried is not None else []

    def _own(
        self, head: int, end: int, also: tuple[int, ...], clause: Clause | None, speakers: tuple[Entity, ...]
    ) -> list[Entity]:
        """ "seine Soldaten", "unsere Truppen", "nicht 900, sondern 2000 ihrer": whose the possessive is."""
        known = self.last is not None
        told = next((h for h in also if h >= end and self.owners.owned(h, None)), head)
        own = self.owners.owned(told, clause)
        found = self.owners.ours(clause, speakers, land=True) if own and clause is not None else []
        found = found or (self.owners.possessor(told, clause, speakers, known=known) if own else [])
        return found or self.owners.own_ranks(clause, speakers, known=known)

    def _remember(self, force: Entity, head: int) -> None:
        """What is spoken of next is this force's, unless it is only whom the others of the sentence fight."""
        sentence = self.reading.tree.sentence_of[head]
        if self.reading.tree.case_of(head) in _AGAINST and sentence in self.by_sentence:
            return
        self.last = force
        self.recent.append(force)
        self.by_sentence[sentence] = force
        if force.type == "Force":
            self.last_armed = (sentence, force)

    # -- named in the phrase

    def _named(self, head: int, start: int, end: int, also: tuple[int, ...], leaving: bool) -> list[Entity]:
        spans = [(head, start, end), *((h, *phrase(self.reading.tree, h)) for h in also)]
        for token, first, last in spans:
            force = self._in_phrase(token, first, last, leaving) or self._below(token)
            if force is not None:
                return [force]
        return []

    def _below(self, head: int) -> Entity | None:
        """ "300 Tote unter Kims Soldaten", "Ausfälle bei Nordkoreas Truppen": personnel inside the phrase says
        whose.
        """
        tree = self.reading.tree
        behind = head + 1 < len(tree) and tree.words[head + 1].lower() in ("unter", "bei")
        following = [t for t in range(head + 2, min(head + 6, len(tree))) if behind]
        for child in (*tree.children[head], *following):
            case = tree.case_of(child)
            inside = (child in following or case in ("unter", "bei", "von")) and counted_by(
                tree.words[child]
            ) is not None
            if (
                inside
                or case == "aus"
                and any(m.form == "adjective" and tree.heads[m.head] == child for m in self.reading.mentions)
            ):
                force = self._in_phrase(child, child, child + 1, leaving=False)
                if force is not None:
                    return force
        return None

    def _in_phrase(self, head: int, start: int, end: int, leaving: bool) -> Entity | None:
        tree = self.reading.tree
        first, last = phrase(tree, head)
        first, last = min(first, start), max(last, end)
        inside = [m for m in self.reading.mentions if m.end > first and m.start < last + 2]
        tests = [self._demonym_or_adjective, self._genitive, self._compound]
        inside.sort(key=lambda m: not start <= m.start < end)  # what stands inside the count first
        for test in tests if leaving else [self._from, *tests]:
            for mention in inside:
                if test(mention, head, start, end):
                    force = troops_of(mention.entity, mention.kind) or commander(mention)
                    force = force or self._rebels_of(mention, head)
                    if force is not None:
                        return force
        return None

    def _rebels_of(self, mention: Mention, head: int) -> Entity | None:
        """ "Guerilleros der ELN": whoever has rebels is an armed group, known or not."""
        rebels = self.reading.tree.words[head].lower().startswith(troop_words().insurgents)
        return self._group(mention.head) if rebels else None

    def _from(self, mention: Mention, head: int, start: int, end: int) -> bool:
        tree = self.reading.tree
        case = tree.case_of(mention.head)
        above = tree.heads[mention.head]
        near = (start <= above < end or above == head) and mention.start <= end + 2 or mention.start in (end, end + 1)
        if tree.words[mention.end : mention.end + 1] == ["nach"]:
            return False  # "Einheiten der Söldnertruppe aus Syrien nach Libyen": the way, not whose they are
        return mention.start > head and near and case == "aus" and mention.entity.type in ("Country", "Organization")

    def _demonym_or_adjective(self, mention: Mention, head: int, start: int, end: int) -> bool:
        tree = self.reading.tree
        if mention.form == "demonym":
            return mention.start < max(end, phrase(tree, head)[1])
        if mention.form != "adjective":
            return False
        if mention.head == head:
            return True  # "Malawier", taken for an adjective by its ending
        governor = tree.heads[mention.head]
        genitive = tree.heads[governor] == head and tree.case_of(governor) is None
        return governor == head or start <= mention.start < end and mention.end <= head or genitive

    def _genitive(self, mention: Mention, head: int, start: int, end: int) -> bool:
        tree = self.reading.tree
        noun = mention.head
        if tree.deps[noun] in ("appos", "flat") and tree.heads[noun] != head and mention.entity.type == "Force":
            noun = tree.heads[noun]  # "Angehörige des Regiments Achmat"
        if mention.form not in ("name", "metonym", "description") or tree.heads[noun] != head:
            return False
        case = tree.case_of(noun)
        listed = tree.words[mention.start - 1] in (",", ";", "und")  # "entsandte eine Kompanie, Tadschikistan 200 Mann"
        return mention.end <= head or (case is None and not listed) or case in ("durch", "von", "vom")

    def _compound(self, mention: Mention, head: int, start: int, end: int) -> bool:
        return mention.form in ("compound", "name") and mention.start <= head < mention.end

    def _lenders(self, head: int, start: int, clause: Clause) -> list[Entity]:
        """ "Fidschi stellt Blauhelme": whoever provides them, not those whose they are by their name."""
        provides = head in clause.objects and not clause.passive and clause.verb in troop_words().providing
        return self._senders(clause, head, start) if provides and by_noun(self.reading, head) else []

    def _mourners(self, clause: Clause) -> list[Entity]:
        """ "Südafrika trauert um neun Soldaten, die ... gefallen sind": who mourns them."""
        for each in (clause, *clause.ancestors()):
            if each.verb in troop_words().mourning:
                return [f for s in each.subjects if (f := self.acting(s)) is not None]
        return []

    def _missions(self, clause: Clause) -> list[Entity]:
        """ "Die Mission zählt 11.000 Blauhelme": a named mission that is the subject is the force."""
        tree = self.reading.tree
        for subject in clause.subjects:
            mention = self.reading.by_head.get(subject)
            if mention is not None and mention.entity.type == "Force" and mention.kind == "mission":
                return [mention.entity]
            if mention is None and tree.lemmas[subject] in troop_words().mission_nouns:
                earlier = [m for m in self.reading.mentions if m.kind == "mission" and m.end <= subject]
                return [earlier[-1].entity] if earlier else []
        return []

    def _unnamed_states(self, clause: Clause) -> bool:
        """ "europäische Staaten könnten 30.000 Soldaten entsenden": whoever it is, it is nobody spoken of before."""
        return any(self.reading.tree.lemmas[s] in troop_words().unnamed_states for s in clause.subjects)

    # -- who sends

    def acting(self, token: int) -> Entity | None:
        """The force that whoever a token names acts with."""
        return self.owners.acting(token, known=self.last is not None)

    def doer(self, token: int) -> Entity | None:
        """As `acting`, groups that no table has too."""
        return self.acting(token) or self._group(token)

    def _senders(self, clause: Clause, head: int, start: int) -> list[Entity]:
        """ "Pjöngjang habe Soldaten geschickt", "Polen und Italien wollen ..."; "Guatemala 150 (Soldaten)": the
        name beside the number.
        """
        ended = (m for m in self.reading.mentions if m.end == start and m.form in ("name", "metonym"))
        beside = next((m for m in ended if m.entity.type == "Country"), None)
        joined = {t for s in clause.subjects for t in conjuncts(self.reading.tree, s)}
        if beside is not None and beside.head in joined and beside.head not in clause.subjects[:1]:
            return [beside.entity]
        helped = head in clause.subjects and not clause.passive  # "sollen dort Rebellen beraten": whoever is helped
        objects = [] if helped or clause.verb in troop_words().leaving else clause.objects
        tokens = [t for t in (*clause.subjects, *clause.datives, *clause.bare, *objects) if t != head]
        tokens = before_verb(self.reading, clause, tokens)
        let = clause.parent is not None and clause.parent.verb == "lassen" and clause.relation == "xcomp"
        if (
            clause.passive or let and any(p == "von" for p, _ in clause.obliques)
        ):  # "hat sich von Kim 3.000 schicken lassen"
            tokens = [t for p, t in clause.obliques if p in ("von", "vom", "durch")]
        if clause.verb in troop_words().approving:
            tokens = [t for t in tokens if not self.international(t)]
        for token in tokens:
            found = [
                f for each in conjuncts(self.reading.tree, token) if each != head and (f := self.doer(each)) is not None
            ] or [f for f in states_together(self.reading, token) if f.type == "Country"]
            if found:
                return list({f.id: f for f in found}.values())
        return []

    def _group(self, token: int) -> Entity | None:
        """ "zählt die ELN": an organization that no table has and that the text names as who has fighters."""
        mention = self.reading.by_head.get(token)
        if mention is None or mention.form != "name" or mention.entity.id in reference().entities:
            return None
        group = mention.entity.type == "Organization"
        return mention.entity.model_copy(update={"type": "Force"}) if group else None

    def international(self, token: int) -> bool:
        """Is it a body of many states ("der UN-Sicherheitsrat")?"""
        mention = self.reading.by_head.get(token)
        return mention is not None and mention.kind == "international_body"

    def speakers_nations(self, attribution: Attribution) -> list[Entity]:
        """The forces that the sources speak for."""
        return [force for s in attribution.sources() if (force := nation_of(s.entity)) is not None]

    def other_than(self, excluded: set[str]) -> list[Entity]:
        """The force spoken of last that is none of these, if any."""
        return [force for force in self.recent if force.id not in excluded][-1:]

    def _is_share(self, head: int, clause: Clause) -> bool:
        """ "Von den 10.000 Blauhelmen stellt Österreich 160": a number taken from those of many."""
        tree = self.reading.tree
        among = (t for p, t in clause.obliques if p in ("von", "unter"))
        return tree.pos[head] == "NUM" and any(counted_by(tree.words[t]) is not None for t in among)

    # -- carried on

    def _carried(self, head: int, lost: bool) -> Entity | None:
        """The force spoken of last (mercenaries: the last armed group); before any, the first one whose people are
        named.
        """
        tree = self.reading.tree
        sentence = tree.sentence_of[head]
        if tree.words[head].lower().startswith(troop_words().insurgents):
            armed = self.last_armed[1] if self.last_armed is not None else hired(self.reading, head)
            if armed is not None or "söldner" not in tree.words[head].lower():
                return armed
        opening = None if lost else self._opening(head)
        # an item of a ticker ("+++ 16.40 Uhr: ...") or a paragraph that began after the force spoken of last
        if opening is None and self.last is not None and "+++" in since(self.reading, self.by_sentence, sentence):
            return None
        if opening is None and self.last is not None and "\n" in since(self.reading, self.by_sentence, sentence):
            main = topic(self.reading, sentence)
            return main if main is not None and main.id in {f.id for f in self.recent} else self.last
        return opening or self.last or topic(self.reading, sentence)

    def _opening(self, head: int) -> Entity | None:
        """ "Auch die Bundeswehr geht: Die letzten 60 Mann ...": an army or state that acts earlier in the sentence."""
        for clause in self.reading.sentence_clauses(head):
            if clause.head >= head or head in self.reading.own_tokens(clause) or clause.verb in cues().verbs:
                continue
            for subject in clause.subjects:
                mention = self.reading.by_head.get(subject)
                acts = mention is not None and mention.form in ("name", "metonym") and subject < head
                force = self.acting(subject) if acts else None
                if force is not None:
                    return force
        return None
