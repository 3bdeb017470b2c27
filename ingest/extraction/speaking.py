"""Clauses of saying: who speaks, who is quoted, who briefed the speaker, which medium heard it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.counts.nouns import counted_by
from ingest.extraction.attribution_cues import cues, described_types, noun_stance
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.describing import describe, is_medium, noun_behind
from ingest.extraction.marks import Mark
from ingest.extraction.moods import talk
from ingest.extraction.reading import Reading
from ingest.extraction.source_nouns import SourceNouns
from ingest.extraction.sourcing import Attribution
from ingest.extraction.stances import Stances
from ingest.extraction.turning import agrees

_HEARD_IN = frozenset({"gegenüber", "in", "im", "bei", "beim", "auf"})  # "sagte X im ZDF", "bei CNN"
_POINTING = frozenset({"das", "dies", "es", "so"})
_BRIEFED_BY = frozenset({"durch", "von", "vom", "mit", "beim", "bei", "des", "der", None})
_ADDRESS = frozenset({"Herr", "Frau"})
_NO_ONE = frozenset({"niemand", "keiner", "man"})
_OWN = frozenset({"dieser", "diesem", "unserer", "unserem"})  # "sagte dieser Zeitung": the article's own outlet
_INSIDE = frozenset({"in", "im"})
_SPOKEN_AT = frozenset({"in", "im", "von", "vom", "bei", "beim", "seitens"})
_HOW = frozenset({"wie", "Wie"})
_DATIVE = frozenset({"dem", "einem", "diesem", "seinem", "ihrem"})
_FEMININE_DATIVE = frozenset({"der", "einer", "dieser", "seiner", "ihrer"})


@dataclass(slots=True)
class Speaking:
    """Reads the clauses of saying of one article; `marks` are the phrases of attribution in each clause."""

    reading: Reading
    nouns: SourceNouns
    marks: Mapping[int, list[Mark]]
    kinds: Stances = field(init=False)

    def __post_init__(self) -> None:
        """The stances of its clauses are read when they are asked for."""
        self.kinds = Stances(self.reading)

    def stance(self, clause: Clause) -> str | None:
        """What kind of saying the clause is, or None where it says nothing of a content."""
        return self.kinds.stance(clause)

    # -- who

    def say(self, clause: Clause, found: Attribution, level: int, *, stance: str | None = None) -> None:
        """Adds the speakers of a clause of saying, with the phrases of attribution in it around them."""
        found.clauses.append(clause)
        self.speakers(clause, found, level, stance=stance)
        self.phrases(clause, found, level + 1)

    def phrases(self, clause: Clause, found: Attribution, level: int) -> None:
        """ "laut X" and the like in a clause; whom "unter Berufung auf" names stands one level nearer to the fact."""
        for mark in self.marks.get(clause.head, ()):
            if mark.kind == "cited":
                self._cite(mark.token, found, level - 2)
            else:
                self.nouns.phrase(mark.token, found, level)

    def _cite(self, token: int, found: Attribution, level: int) -> None:
        """The one relied on is somebody, whatever the noun: "unter Berufung auf Weggefährten"."""
        for each in conjuncts(self.reading.tree, token):
            if not self.nouns.phrase(each, found, level) and not self.kinds.is_paper(each):
                self.nouns.add(each, found, "reports", level, new=True)

    def speakers(self, clause: Clause, found: Attribution, level: int, *, stance: str | None = None) -> None:
        """The subject or what stands for it, the one quoted, the medium spoken to; `stance` replaces the verb's."""
        stance = stance or self.stance(clause) or self._paper_stance(clause) or "reports"
        found.negated = found.negated or clause.negated and stance in ("confirms", "denies")
        found.suspected = found.suspected or stance == "suspects"
        before = len(found.links)
        if stance != "confirms":  # who confirms speaks for himself
            self._briefed(clause, found, level - 1)
        briefed = len(found.links)
        addressees = self._addressees(clause)
        if clause.verb == "zitieren":
            self._quoted(clause, found, level)
        elif not self._complement(clause, found, stance, level):
            for subject in self._subjects(clause, addressees):
                self._subject(subject, found, stance, level, clause.verb)
        self._relied_on(clause, found, level - 1)
        self._heard(addressees, found, level + 1)
        said = (s for s in clause.subjects if self.reading.tree.lemmas[s] not in _NO_ONE)
        pronoun = any(self.reading.tree.pos[s] == "PRON" for s in said)
        if len(found.links) == before and (pronoun or clause.passive):
            found.pending = found.pending or (stance if stance != "reports" else "")
            found.goes_on = found.goes_on or self._is_pronoun(clause)
        if len(found.links) == before or len(found.links) == briefed and not self._names_subject(clause):
            found.hearsay = True

    def _paper_stance(self, clause: Clause) -> str | None:
        """ "hatte seine Schätzung angehoben: ...": what the clause speaks of gives the stance."""
        tree = self.reading.tree
        return next((s for t in clause.objects if (s := noun_stance(tree.words[t], tree.lemmas[t])) is not None), None)

    def _is_pronoun(self, clause: Clause) -> bool:
        """ "sagten sie", "sagte er", "vermutet es": somebody who spoke or acted before."""
        tree = self.reading.tree
        own = ("er", "sie", "es") if clause.objects and clause.verb not in cues().speaker else ("er", "sie")
        return any(tree.words[s].lower() in own and tree.tags[s] == "PPER" for s in clause.subjects)

    def _names_subject(self, clause: Clause) -> bool:
        return any(self.reading.tree.pos[s] in ("NOUN", "PROPN", "PRON") for s in clause.subjects)

    def _subject(self, token: int, found: Attribution, stance: str, level: int, verb: str) -> None:
        """Somebody, or a paper somebody made ("der Bericht der Nato spricht von 300 Toten")."""
        if self.kinds.is_paper(token):
            self.nouns.phrase(token, found, level, stance)
        else:
            self.nouns.add(token, found, stance, level, new=verb in cues().human)

    def _subjects(self, clause: Clause, addressees: list[int]) -> list[int]:
        """The subject; in the passive "von X"; the other noun where "Das" of "Das teilte X mit" was taken for it."""
        tree = self.reading.tree
        if clause.passive:
            return [t for p, t in clause.obliques if p in ("von", "vom", "durch")]
        subjects = [self._behind_address(s) for s in clause.subjects]
        if clause.verb == "zählen" and any(self._is_force(s) for s in subjects):
            return []  # "die Brigade zählt 500 Mann"
        free = [s for s in subjects if tree.words[s].lower() not in _POINTING and s not in addressees]
        numbers = [s for s in free if tree.tags[s] in ("PIS", "CARD")]
        if free and len(numbers) < len(free):
            return free
        counted = [
            t for t in (*clause.objects, *clause.bare) if numbers and described_types(tree.words[t], tree.lemmas[t])
        ]
        if counted or free:
            return counted or free  # "wie zwei mit dem Vorgang vertraute Personen sagten"
        behind = [t for _, t in clause.obliques if self._behind_relative(t)]
        if behind:
            return behind
        before = (c.head for c in clause.children if c.finite is None and c.head < clause.head)
        somebody = [t for t in before if described_types(tree.words[t], tree.lemmas[t])]
        others = (
            *somebody,
            *clause.objects,
            *clause.datives,
            *clause.bare,
        )  # "Ein Beamter, der ..., sagte der Agentur"
        return [
            t
            for t in others
            if tree.pos[t] in ("NOUN", "PROPN", "PRON") and t not in addressees and self._fits_verb(clause, t)
            if agrees(self.reading.tree, clause, t)
        ][:1]

    def _behind_relative(self, token: int) -> bool:
        """ "eine Zeit, in der Geheimdienste 3.000 Mann vermuten": "der" is no article of the noun, which is plural."""
        tree = self.reading.tree
        before = [c for c in tree.children[token] if c < token and tree.pos[c] in ("ADP", "DET")]
        words = [tree.words[c].lower() for c in before]
        return words[1:] in (["der"], ["dem"]) and tree.morphs[token].get("Number") == "Plur"

    def _is_force(self, token: int) -> bool:
        entity = self.nouns.actors.named(token)
        if entity is not None and entity.type == "Force":
            return True
        counted = counted_by(self.reading.tree.words[token])
        return counted is not None and counted.by == "unit"

    def _behind_address(self, token: int) -> int:
        """ "Herr Brandis, Wladimir Putin hat ...": who is spoken to is not the subject."""
        tree = self.reading.tree
        start, end = tree.sentence(token)
        if tree.words[start] not in _ADDRESS or token > start + 3:
            return token
        comma = next((t for t in range(start, min(start + 5, end)) if tree.words[t] == ","), None)
        names = [c for c in tree.children[token] if comma is not None and c > comma and tree.deps[c] == "appos"]
        return names[0] if names else token

    def _fits_verb(self, clause: Clause, token: int) -> bool:
        tree = self.reading.tree
        if tree.tags[token] in ("PDS", "PRF", "PRELS") or any(
            time.start <= token < time.end for time in self.reading.times
        ):
            return False
        return tree.words[token].lower() not in _POINTING

    def _complement(self, clause: Clause, found: Attribution, stance: str, level: int) -> bool:
        """ "aus dem Bericht geht hervor", "hieß es in Kiew", "verlautete aus Kreisen": the speaker is no subject."""
        inside = clause.verb == "stehen" or talk(self.reading, clause) is not None
        preposition = "in" if inside else cues().speaker.get(clause.verb)
        if preposition is None:
            return False
        said = False
        found.goes_on = found.goes_on or not clause.obliques
        for case, token in clause.obliques or self._hung_elsewhere(clause, preposition):
            if case in (_INSIDE if inside else {preposition, *_SPOKEN_AT}) and not self._is_time(token):
                added = self.nouns.phrase(token, found, level, stance)
                heard = not added and case == preposition == "von"  # "von Heimkehrern hört man"
                said = added or heard and self.nouns.add(token, found, stance, level, new=True) or said
        return said

    def _hung_elsewhere(self, clause: Clause, preposition: str) -> list[tuple[str | None, int]]:
        """ "Wie aus einer Antwort hervorgeht, ...": the noun hangs on the verb of the main clause."""
        tree = self.reading.tree
        start = next(
            (t for t in range(clause.head, tree.sentence(clause.head)[0] - 1, -1) if tree.words[t] in _HOW), None
        )
        if start is None or tree.words[start + 1].lower() != preposition:
            return []
        noun = noun_behind(self.reading, start + 1)
        return [(preposition, noun)] if noun is not None and noun < clause.head else []

    def _is_time(self, token: int) -> bool:
        return any(time.start <= token < time.end for time in self.reading.times)

    def _quoted(self, clause: Clause, found: Attribution, level: int) -> None:
        """ "die Agentur zitierte den Minister", "wurde von ihr zitiert": the quoted one is nearer to the fact."""
        quoting = [t for p, t in clause.obliques if p in ("von", "vom")] if clause.passive else clause.subjects
        quoted = clause.subjects if clause.passive else [*clause.objects, *clause.datives, *clause.bare]
        named = self.reading.by_head
        others = [c for c in clause.children if c.finite is None and c.head > clause.head]
        quoted += [c.head for c in others if not c.subjects or c.head in named]
        if not quoted and len(quoting) == 1 and (media := self._medium_before(quoting[0])):
            somebody = describe(self.reading, quoting[0])
            found.add(somebody, "origin", "reports", level - 1) if somebody is not None else None
            quoting = media
        for token in quoted:
            if not self._is_time(token):
                self.nouns.add(token, found, "reports", level - 1)
        for token in quoting:
            self.nouns.add(token, found, "reports", level)

    def _medium_before(self, token: int) -> list[int]:
        """ "zitiert das „Wall Street Journal“ Diplomaten", taken for one noun phrase."""
        start, _ = self.reading.tree.edges[token]
        return [m.head for m in self.reading.mentions_in(start, token) if m.form == "name" and self._is_medium(m.head)]

    def _relied_on(self, clause: Clause, found: Attribution, level: int) -> None:
        """ "beruft sich auf X"."""
        preposition = cues().citing_verbs.get(clause.verb)
        behind = [
            t for s in clause.subjects for t in self.reading.tree.subtree(s) if t > s
        ]  # "erfuhr die Zeitung aus X"
        cases = [*clause.obliques, *((self.reading.tree.case_of(t), t) for t in behind)]
        for case, token in cases:
            if preposition is not None and case == preposition:
                self._cite(token, found, level)

    def _briefed(self, clause: Clause, found: Attribution, level: int) -> None:
        """ "sagte X nach einer Unterrichtung durch den NIS": who briefed the speaker is nearer to the fact."""
        tree = self.reading.tree
        for case, token in clause.obliques:
            if case in ("nach", "bei", "in") and tree.lemmas[token] in cues().briefings:
                for child in tree.children[token]:
                    if tree.case_of(child) in _BRIEFED_BY and tree.pos[child] in ("NOUN", "PROPN"):
                        self.nouns.add(child, found, "reports", level)
                for other, agent in clause.obliques:
                    if other == "durch":
                        self.nouns.add(agent, found, "reports", level)

    # -- the medium that heard it

    def _addressees(self, clause: Clause) -> list[int]:
        """Media the speaker spoke to: "dem Sender", "gegenüber der Zeitung", "im Gespräch mit dem Blatt"."""
        tree = self.reading.tree
        candidates = [*clause.datives, *clause.bare]
        candidates += clause.objects if clause.verb in cues().telling else []
        candidates += [s for s in clause.subjects if self._is_dative(s)]
        candidates += [c for s in clause.subjects for c in self._below(s)]
        candidates += [t for p, t in clause.obliques if p in _HEARD_IN]
        for case, token in clause.obliques:
            if case in ("in", "im") and tree.lemmas[token] in cues().talks:
                candidates += [c for c in tree.children[token] if tree.case_of(c) in ("mit", None)]
                candidates += [t for p, t in clause.obliques if p == "mit"]
        return [t for t in candidates if self._is_medium(t)]

    def _below(self, subject: int) -> Iterator[int]:
        """ "sagte ein Diplomat der Zeitung": a dative that the parser hung on the subject, or on what is part of it."""
        tree = self.reading.tree
        for token in tree.subtree(subject):
            near = tree.heads[token] == subject or is_medium(self.reading, token)
            if near and tree.deps[token] == "nmod" and self._is_dative(token):
                yield token

    def _is_dative(self, token: int) -> bool:
        """A subject of the parser that cannot be one: "der Agentur" beside a verb in the plural or another subject."""
        tree = self.reading.tree
        determiners = {tree.words[c].lower() for c in tree.children[token] if c < token and tree.pos[c] == "DET"}
        if determiners & _DATIVE:
            return True
        return bool(determiners & _FEMININE_DATIVE) and tree.morphs[token].get("Gender") != "Masc"

    def _is_medium(self, token: int) -> bool:
        tree = self.reading.tree
        if any(tree.words[c].lower() in _OWN or tree.tags[c] == "PPOSAT" for c in tree.children[token]):
            return False  # "sagte dieser Zeitung", "schrieb auf seiner Plattform"
        if tree.lemmas[token] in cues().anywhere and not self._is_certain(token):
            return False
        entity = self.nouns.actors.speaker(token)
        return entity is not None and entity.type == "Organization" and self.nouns.role(entity, token) != "origin"

    def _is_certain(self, token: int) -> bool:
        """ "im iranischen Fernsehen", "im Radio Dabanga"; "im Fernsehen" alone is no source."""
        tree = self.reading.tree
        if self.reading.by_head.get(token) is not None:
            return True
        return any(tree.deps[c] in ("amod", "nmod", "appos", "flat") for c in tree.children[token])

    def _heard(self, addressees: list[int], found: Attribution, level: int) -> None:
        for token in addressees:
            entity = self.nouns.actors.speaker(token)
            if entity is not None:
                found.add(entity, "outlet", "reports", level)
