"""Predicates that a phrase does not say itself but takes from what was said before it."""

from dataclasses import dataclass, field, replace

from ingest.counts.nouns import counted_by
from ingest.extraction.attribution import Attributor
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause
from ingest.extraction.elliptic import asked, listed
from ingest.extraction.happening import FATES, Happening
from ingest.extraction.happenings import Happenings
from ingest.extraction.named_forces import beside
from ingest.extraction.planning import Planning
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from seeds.reference import reference

_LOCAL = frozenset({"in", "im", "auf", "an", "am", "bei", "vor", "nahe"})


@dataclass(slots=True)
class Carrying:
    """Remembers in one article what was said of personnel last: its sentence and happening."""

    reading: Reading
    attributor: Attributor
    happenings: Happenings
    planning: Planning
    previous: tuple[int, Happening] | None = field(default=None)

    def of(self, candidate: Candidate) -> list[Happening]:
        """All that is said of a phrase, by itself or by what stands before it."""
        if self.happenings.civilians.meant(candidate):
            return []
        happenings = self.happenings.of(candidate)
        part = candidate.count is not None and candidate.count.of is not None
        gap = self._gap(candidate)
        if gap is not None:
            happenings = [gap]
        if candidate.number and self._is_added(candidate, happenings):
            happenings = self._same_as_before(candidate) or happenings
        if not happenings and candidate.number or part and [h.rule for h in happenings] == ["make_up"]:
            happenings = self._same_as_before(candidate) or happenings or self._placed(candidate)
            happenings = happenings or self._named_only(candidate)
        happenings = happenings or self._among_them(candidate)
        happenings = [self._following(candidate, self._recounted(candidate, h)) for h in happenings]
        for happening in happenings:
            self.previous = (self.reading.tree.sentence_of[candidate.head], happening)
        return happenings

    def _among_them(self, candidate: Candidate) -> list[Happening]:
        """ "Darunter seien Angehörige des Regiments X": of those who were killed or captured in the sentence before."""
        clause, tree = self.reading.owner[candidate.head], self.reading.tree
        if self.previous is None or clause is None or candidate.pronoun or candidate.event:
            return []
        near = tree.sentence_of[candidate.head] - self.previous[0] <= 1 and self.previous[1].predicate in FATES
        bare = (
            clause.verb in ("sein", "befinden") and candidate.head in clause.subjects or candidate.head == clause.head
        )
        among = any(tree.words[t].lower() == "darunter" for t in self.reading.own_tokens(clause))
        among = among or any(p == "unter" and tree.words[t].lower() == "ihnen" for p, t in clause.obliques)
        return (
            [Happening(self.previous[1].predicate, clause, clause.head, "make_up")] if near and bare and among else []
        )

    def _recounted(self, candidate: Candidate, happening: Happening) -> Happening:
        """ "8.000 sitzen in Gefangenschaft; Moskau gibt die Zahl mit 6.400 an": of what was said before."""
        clause, tree = happening.clause, self.reading.tree
        if self.previous is None or clause is None or happening.predicate != "STRENGTH":
            return happening
        near = tree.sentence_of[candidate.head] - self.previous[0] <= 1
        sized = [t for t in (*clause.objects, *clause.subjects) if tree.lemmas[t] in troop_words().numbers]
        bare = bool(sized) and all(
            tree.pos[c] in ("DET", "ADP") or c == candidate.head for c in tree.children[sized[0]]
        )
        fate = self.previous[1].predicate in FATES
        return replace(happening, predicate=self.previous[1].predicate) if near and bare and fate else happening

    def _following(self, candidate: Candidate, happening: Happening) -> Happening:
        """ "766 haben das Land verlassen, gut 200 sollen folgen": they do what those before did."""
        clause = happening.clause
        follows = clause is not None and clause.verb in ("folgen", "nachfolgen")
        if not follows or self.previous is None or self.previous[1].predicate != "WITHDRAWN":
            return happening
        near = self.reading.tree.sentence_of[candidate.head] - self.previous[0] <= 1
        return replace(happening, predicate="WITHDRAWN") if near else happening

    def _gap(self, candidate: Candidate) -> Happening | None:
        """ "A schickt 850 Soldaten nach X, B 600 nach Y": the verb said once holds for the name beside the number
        too.
        """
        if self.previous is None or candidate.mention is None:
            return None
        number, before = self.previous
        said = before.clause is not None and before.clause.head < candidate.start
        if number != self.reading.tree.sentence_of[candidate.head] or not said and candidate.mention.by != "ellipsis":
            return None
        gapped = beside(self.reading, candidate.start, far=said and candidate.mention.by != "ellipsis")
        if self.reading.owner[candidate.head] is not before.clause or gapped is None:
            return None
        if before.predicate == "TRAINING":  # "Großbritannien hat 50.000 Rekruten ausgebildet, Deutschland 18.000"
            return replace(before, rule="carried", token=candidate.head, nominal=False, sender=False)
        return replace(before, rule="gap", token=candidate.head, nominal=False, sender=True)

    def _named_only(self, candidate: Candidate) -> list[Happening]:
        """ "nannte er 155 Chinesen", "von 20.000 Angeworbenen war die Rede": a number that somebody says, no more."""
        clause = self.reading.owner[candidate.head]
        sure = candidate.mention is not None and candidate.mention.by in ("noun", "demonym")
        if clause is None or not sure or not self.happenings.said.is_content(candidate, clause):
            return []
        return [Happening("STRENGTH", clause, candidate.head, "content", nominal=True)]

    def _placed(self, candidate: Candidate) -> list[Happening]:
        """ "rechnen muss man 5.000 Mann auf Puerto Rico": a place right behind says where they are."""
        tree, end = self.reading.tree, candidate.end
        clause = self.reading.owner[candidate.head]
        sure = candidate.mention is not None and candidate.mention.by in ("noun", "unit", "demonym")
        if clause is None or not sure or end + 1 >= len(tree) or tree.words[end].lower() not in _LOCAL:
            return []
        behind = [m for m in self.reading.mentions if m.start in (end + 1, end + 2)]
        people = candidate.mention is not None and candidate.mention.by == "demonym"
        named = [m for m in behind if m.entity.type in ("Place", "Country") and m.form == "name"]
        there = any(m.entity.id in reference().entities or not people for m in named)  # "700.000 Sudanesen in Lagern"
        soil = (tree.lemmas[tree.heads[m.head]] for m in behind if m.form == "adjective")
        there = there or any(noun in troop_words().soil for noun in soil)  # "6.000 Ruander auf kongolesischem Boden"
        said = self.happenings.said.is_content(candidate, clause)
        approved = clause.verb in troop_words().approving and clause.verb != "verlängern"
        predicate = "PLANNED" if approved else "PRESENT"  # "hat einer Mission von 200 Mann im Tschad zugestimmt"
        return [Happening(predicate, clause, candidate.head, "content", said, sender=True)] if there else []

    def _same_as_before(self, candidate: Candidate) -> list[Happening]:
        """ "..., bislang waren es etwa 1.700", "darunter 500 Offiziere": what was said before in the sentence."""
        answer = asked(self.happenings, candidate) or listed(self.reading, candidate)
        if answer is not None or self.previous is None:
            return [] if answer is None else [answer]
        distance = self.reading.tree.sentence_of[candidate.head] - self.previous[0]
        before = self.previous[1]
        clause = self.reading.owner[candidate.head]
        elliptic = candidate.count is not None and candidate.count.of is not None
        number = clause is not None and self.reading.tree.pos[clause.head] == "NUM"  # "es seien eher 14.000"
        copular = clause is not None and (clause.copula or clause.verb in ("sein", "werden") or number)
        copular = copular and clause is not None and not self._elsewhere(clause, candidate)
        if distance == 0 and elliptic:
            return [
                Happening(
                    before.predicate, before.clause, before.token, "carried", before.nominal, False, before.sender
                )
            ]
        unit = candidate.mention is not None and candidate.mention.by == "unit"
        if unit and before.predicate in FATES:
            return []
        arriving = clause is not None and clause.tense != "pres" and self._adds(clause)
        if clause is not None and distance <= 1 and before.predicate == "STRENGTH" and arriving:
            return [Happening("SENT", clause, clause.head, "carried")]
        still = copular and clause is not None and any(self._is_it(s) for s in clause.subjects)
        still = still or clause is not None and self._adds(clause)
        reach = 2 if clause is not None and clause.verb in troop_words().belonging else 1  # past "Das teilte X mit"
        if clause is None or distance > reach or before.predicate == "STRENGTH" and not still:
            return []
        if before.clause is not None:
            voice = self.attributor.of(before.clause, nominal=before.nominal)
            before = replace(before, predicate=self.planning.of(candidate, before, before.clause, voice)[0])
        adding = self._adds(clause)
        if before.predicate == "PLANNED" and self._so_far(candidate):
            return [Happening("PRESENT", clause, candidate.head, "so_far")]
        if copular and self._is_there(clause, before.predicate):
            before = replace(before, predicate="PRESENT")
        tied = clause.verb == "stammen" or clause.verb in troop_words().belonging and before.predicate in FATES
        if copular or adding or tied or self.happenings.said.is_content(candidate, clause):
            return [
                Happening(
                    before.predicate,
                    clause,
                    before.token,
                    "carried",
                    not (copular or adding or tied),
                    False,
                    False,
                )
            ]
        return []

    def _is_there(self, clause: Clause, before: str) -> bool:
        """ "inzwischen seien es 12.000", "haben das Land geräumt. Im Mai waren es noch 1.000": how many are there."""
        left = before == "WITHDRAWN" and clause.tense == "past" and self._before_that(clause)
        return left or before == "SENT" and self._now(clause)

    def _so_far(self, candidate: Candidate) -> bool:
        """ "In Mali sollen es 650 sein statt bislang 150": these are there already."""
        before = self.reading.tree.words[max(0, candidate.start - 2) : candidate.end]
        return not troop_words().so_far.isdisjoint(word.lower() for word in before)

    def _now(self, clause: Clause) -> bool:
        words = self.reading.tree.words
        said = {words[t].lower() for t in self.reading.own_tokens(clause)}
        return clause.tense == "pres" and not clause.perfect and not said.isdisjoint(troop_words().by_now)

    def _before_that(self, clause: Clause) -> bool:
        """ "zuvor", "noch", "bis zum Herbst": how many they were before they left."""
        words = self.reading.tree.words
        said = {words[t].lower() for t in self.reading.own_tokens(clause)}
        return not said.isdisjoint(troop_words().before_that)

    def _elsewhere(self, clause: Clause, candidate: Candidate) -> bool:
        """ "1,2 Millionen Menschen sind auf der Flucht": the clause has something of its own to say."""
        tree = self.reading.tree
        timed = {t for time in self.reading.times for t in range(time.start, time.end)}
        other = [t for _, t in clause.obliques if not candidate.start <= t < candidate.end and t not in timed]
        about = any(tree.pos[t] == "NOUN" and counted_by(tree.words[t]) is None for t in clause.subjects)
        return (candidate.head in clause.subjects or about) and any(tree.pos[t] == "NOUN" for t in other)

    def _is_added(self, candidate: Candidate, happenings: list[Happening]) -> bool:
        """ "dazu kommen zehn Offiziere in Korea": coming is here no motion."""
        clause = self.reading.owner[candidate.head]
        return (
            clause is not None
            and [h.rule for h in happenings] == ["verb"]
            and happenings[0].clause is clause
            and clause.tense == "pres"
            and self._adds(clause)
        )

    def _is_it(self, token: int) -> bool:
        """ "2022 waren es noch 220.000": the same thing is counted again."""
        return self.reading.tree.words[token].lower() == "es"

    def _adds(self, clause: Clause) -> bool:
        """ "dazu kommen 500", "200 Mann kamen hinzu"."""
        words = self.reading.tree.words
        return clause.verb.endswith("kommen") and any(
            words[t].lower() in ("dazu", "hinzu") for t in self.reading.own_tokens(clause)
        )
