"""What a verb says of personnel that is its object or its subject, with what else its clause must hold."""

from dataclasses import dataclass

from ingest.counts.nouns import counted_by
from ingest.extraction.candidates import Candidate
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.places import common_places
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from ingest.extraction.whereabouts import Whereabouts

Sense = tuple[str | None, str | None]
_NOTHING: Sense = (None, None)
_OPENING = frozenset('„»«"“')


def at_war(reading: Reading) -> bool:
    """Does the article speak of fighting? Else "im Einsatz" is service in a mission."""
    return any(lemma in troop_words().war for lemma in reading.tree.lemmas)


@dataclass(slots=True)
class VerbSenses:
    """Reads verbs in clauses of one article."""

    reading: Reading
    where: Whereabouts

    def of(self, clause: Clause, candidate: Candidate) -> Sense:
        """What is done to an object of the verb, and what its subject does: predicates, or None."""
        if self._says_nothing(clause, candidate):
            return _NOTHING
        words = troop_words()
        sense = words.done_to.get(clause.verb), words.does.get(clause.verb)
        around = self._with_what_is_around(clause, candidate)
        return around if around is not None else self._moving(clause, candidate, sense)

    def reinforced(self, clause: Clause) -> bool:
        """ "wird durch 600 Soldaten verstärkt", "erhielten Verstärkung durch 600 Soldaten"."""
        got = {self.reading.tree.lemmas[o] for o in (*clause.objects, *clause.bare)}
        return clause.verb == "verstärken" or clause.verb in troop_words().receiving and "Verstärkung" in got

    def sized(self, clause: Clause, candidate: Candidate) -> bool:
        """ "die Zahl der Toten übersteigt 3.000"; "verfügt über 20.000 bis 30.000 Mann": "über" of the number."""
        has = clause.verb in ("verfügen", "gebieten") and self.reading.tree.words[candidate.start].lower() == "über"
        return has or clause.verb in troop_words().reaching

    def _says_nothing(self, clause: Clause, candidate: Candidate) -> bool:
        """Civil life, taking part in no exercise, going back to the front, leaving one's home."""
        words, tree = troop_words(), self.reading.tree
        civil = self._maybe_civil(candidate)
        if clause.verb in words.civil and civil or clause.verb == "lernen" and civil and clause.modal != "sollen":
            return True
        if clause.verb == "zurückkehren":
            return any(tree.lemmas[t] in common_places() for _, t in clause.obliques)
        if clause.verb in words.leaving:  # "mussten ihr Zuhause verlassen"
            return any(tree.lemmas[o] in words.homes for o in clause.objects)
        named = clause.verb in words.taking_part and self._in_some_exercise(clause)
        return clause.verb == "teilnehmen" and not named and not self._in_exercise(clause)

    def _with_what_is_around(self, clause: Clause, candidate: Candidate) -> Sense | None:
        """Senses that other words of the clause decide; None where they leave it to the verb."""
        words, tree = troop_words(), self.reading.tree
        if clause.verb == "verlieren" and self._wounded_apart(clause):
            return "KILLED", None
        if clause.verb == "gehören" and any(p in ("zu", "zur", "zum") for p, _ in clause.obliques):
            pointed = any(tree.pos[t] == "PRON" for _, t in clause.obliques)
            return None, "STRENGTH" if pointed else None  # "zu ihm gehören 500 Offiziere"; "gehören zu den besten"
        goals = [tree.lemmas[t] for p, t in clause.obliques if p == "auf" and clause.verb == "vorbereiten"]
        if any(words.settings.get(goal) == "FIGHTING" and goal != "Einsatz" for goal in goals):
            return "TRAINING", "TRAINING"  # "wurden auf das Gefecht vorbereitet"
        if clause.verb == "haben" and any(
            p == "unter" and tree.lemmas[t] in words.under_arms for p, t in clause.obliques
        ):
            return "STRENGTH", None  # "hat 200.000 Soldaten unter Waffen"
        if clause.verb == "haben" and self._is_size_of_army(clause, candidate):
            return "STRENGTH", None
        if clause.verb in words.taking_part and self._in_some_exercise(clause):
            return "TRAINING", "TRAINING"
        if clause.verb == "beisteuern" and self._in_exercise_before(clause):
            return "TRAINING", None
        if clause.verb in words.keeping and self.where.has_place(clause):
            return "PRESENT", None  # "unterhält in Nordsyrien 10.000 Soldaten"
        if clause.verb == "einsetzen" and (self.where.in_mission(clause) or not at_war(self.reading)):
            return "PRESENT", None
        return None

    def _is_size_of_army(self, clause: Clause, candidate: Candidate) -> bool:
        """ "Die Armee hat 125.000 Leute", "das Land hat eine Armee von 4.000 Soldaten"."""
        tree = self.reading.tree
        body = tree.heads[candidate.head]
        armed = (self.reading.by_head.get(s) for s in clause.subjects)
        if any(m is not None and m.kind in ("armed_force", "armed_group") for m in armed):
            return not self.where.has_place(clause)
        return tree.case_of(candidate.head) == "von" and tree.lemmas[body] in troop_words().collective_sizes

    def _moving(self, clause: Clause, candidate: Candidate, sense: Sense) -> Sense:
        """Verbs of motion: homewards, with a goal or an origin, and those that mean another thing with "sich"."""
        words, tree = troop_words(), self.reading.tree
        done_to, does = sense
        homewards = any(
            tree.lemmas[t] in words.back or (p, tree.lemmas[t]) == ("nach", "Haus") for p, t in clause.obliques
        )
        last = does == "SENT" and any(
            tree.words[t].lower().startswith("letzte") for t in range(max(0, candidate.start - 1), candidate.head)
        )
        if (done_to or does) == "SENT" and (homewards or last):  # "die letzten 60 flogen nach Wunstorf"
            return "WITHDRAWN", "WITHDRAWN"
        nowhere = clause.verb in words.receiving and not self.where.names_origin(clause)
        if nowhere or clause.verb in words.needs_place and not self.where.has_goal(clause):
            return _NOTHING
        if clause.verb == "verstärken" and not any(
            tree.tags[c] == "PPOSAT" for o in clause.objects for c in tree.children[o]
        ):
            return None, does  # "die EU verstärkt ihre Truppe" sends; "sie verstärken eine Brigade" join it
        if clause.verb in words.with_sich:
            return (None, does) if clause.reflexive else (words.with_object.get(clause.verb), None)
        return sense

    def _wounded_apart(self, clause: Clause) -> bool:
        """ "verlor 43.000 Soldaten, 370.000 wurden verwundet": where the wounded have their own number, the lost
        are dead.
        """
        tree = self.reading.tree
        here = tree.sentence_of[clause.head]
        for number in range(here, min(here + 2, len(tree.sentences))):
            start, end = tree.sentences[number]
            said = {troop_words().states.get(w.lower()) or troop_words().fate(w, w) for w in tree.words[start:end]}
            counts = sum(start <= c.head < end for c in self.reading.counts)
            if "WOUNDED" in said and "KILLED" not in said and counts > (1 if number == here else 0):
                return True
        return False

    def _in_exercise(self, clause: Clause) -> bool:
        """ "nehmen an „Steadfast Defender“ teil": a name may be an exercise, a parade is none."""
        tree = self.reading.tree
        return any(
            p in ("an", "am") and (tree.pos[t] == "PROPN" or tree.words[t - 1] in "„»") for p, t in clause.obliques
        )

    def _in_some_exercise(self, clause: Clause) -> bool:
        return self._in_named_exercise(clause) or self._in_exercise_before(clause)

    def _in_exercise_before(self, clause: Clause) -> bool:
        """ "Daran nahmen 1100 Seeleute teil", "China beteiligt sich mit 2.000": in what was spoken of last."""
        tree, words = self.reading.tree, troop_words()
        if any(p in ("an", "am", "bei") for p, _ in clause.obliques):
            return False
        missions = {m.head for m in self.reading.mentions if m.kind == "mission"}
        for token in range(clause.head, -1, -1):
            if token in missions or tree.lemmas[token] in words.mission_nouns:
                return False
            if tree.pos[token] == "NOUN" and tree.lemmas[token].lower().endswith(tuple(words.exercises)):
                return True
        return False

    def _in_named_exercise(self, clause: Clause) -> bool:
        """ "wirken an „Trident Juncture“ mit": a name in quotes that is no mission."""
        tree = self.reading.tree
        missions = {m.head for m in self.reading.mentions if m.kind == "mission"}
        named = [t for p, t in clause.obliques if p in ("an", "am", "bei") and t not in missions]
        named += [t for t in clause.bare if "an" in tree.words[max(0, t - 3) : t]]  # "an „Steadfast Defender“"
        return any(set(tree.words[max(tree.edges[t][0], t - 4) : t]) & _OPENING for t in named)

    def _maybe_civil(self, candidate: Candidate) -> bool:
        """Inhabitants, people and personnel that need not be soldiers."""
        if candidate.mention is None or candidate.mention.by not in ("demonym", "person"):
            return False
        tree = self.reading.tree
        joined = [counted_by(tree.words[t]) for t in conjuncts(tree, tree.heads[candidate.head])]
        return tree.deps[candidate.head] != "conj" or not any(c is not None and c.by == "noun" for c in joined)
