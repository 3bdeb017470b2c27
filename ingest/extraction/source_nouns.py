"""Sources that a noun names: itself ("laut Pentagon") or the one whose "Angaben", "Bericht", "Einschätzung" it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.attribution_cues import cues, described_types, is_outlet_noun, noun_stance
from ingest.extraction.clauses import conjuncts
from ingest.extraction.describing import complement, noun_behind, source_name
from ingest.extraction.groups import states_together
from ingest.extraction.papers import HOLDING, is_about, is_beyond
from ingest.extraction.phrases import nominative_adjective, nominative_noun, plural
from ingest.extraction.reading import Reading
from ingest.extraction.sourcing import STATE, Attribution
from ingest.linking.institutions import body_of, institutions
from ingest.linking.mentions import Mention, unknown_entity
from seeds.reference import reference

_SPEAKING = frozenset({"Person", "Country", "Organization", "Force"})
_OF = frozenset({None, "von", "vom", "aus", "durch"})
_AT = frozenset({"beim", "bei", "im", "in"})
_FIRST_PERSON = frozenset({"mei", "uns"})
_DEFINITE = frozenset(
    ["das", "die", "dem", "der", "den", "dieses", "diese", "diesem", "dieser", "diesen", "deren", "dessen"]
)
_GOVERNMENTS = ("Regierung", "Führung")
_MEDIA = ("Medien", "Medium", "Zeitung", "Zeitungs", "Presse", "Agentur")


@dataclass(slots=True)
class SourceNouns:
    """Adds the sources that noun phrases name to an attribution."""

    reading: Reading
    actors: Actors
    adjectives: dict[int, Mention] = field(default_factory=dict[int, Mention])
    said: list[int] = field(default_factory=list[int])

    def __post_init__(self) -> None:
        """Adjectives of states by token: some are taken for names too ("Kiewer")."""
        self.adjectives = {m.head: m for m in self.reading.mentions if m.form == "adjective"}

    def add(self, token: int, found: Attribution, stance: str, level: int, *, new: bool = False) -> bool:
        """The one that this noun means, with all joined to it; False where it means nobody who can say something.

        `new`: the subject of a verb of saying, so that "ein Arzt" is somebody whatever the noun.
        """
        added = False
        for kind in self._kinds(token) or states_together(self.reading, token):
            found.add(kind, self.role(kind, token), stance, level)
            added = True
        for each in self._joined(token) if not added else ():
            entity = self.actors.speaker(each)
            if entity is None and new and self.reading.tree.pos[each] == "NOUN":
                entity = self._somebody(each)
            if entity is not None and entity.type in _SPEAKING and not self._is_nobody(each):
                role = self.role(entity, each)
                plain = role == "outlet" and stance in ("suspects", "announces")
                found.add(entity, role, "reports" if plain else stance, level)
                added = True
        self._spoken_to(token, found, level)
        return added

    def _kinds(self, token: int) -> list[Entity]:
        """ "ukrainischen und westlichen Quellen": as many sources as adjectives."""
        tree = self.reading.tree
        first = next((c for c in tree.children[token] if c < token and tree.tags[c] == "ADJA"), None)
        adjectives = conjuncts(tree, first) if first is not None else []
        if len(adjectives) < 2 or not described_types(tree.words[token], tree.lemmas[token]):
            return []
        noun = nominative_noun(tree, token, several=True)
        names = [nominative_adjective(tree.words[a], "Masc", several=True) for a in adjectives]
        return [unknown_entity(f"{name[:1].lower()}{name[1:]} {noun}", "Organization") for name in names]

    def _somebody(self, token: int) -> Entity | None:
        """The subject of a verb that only people do, whatever the noun."""
        several = plural(self.reading.tree, token)
        name = source_name(self.reading, token, several=several)
        return unknown_entity(name, "Organization" if several else "Person") if name else None

    def _spoken_to(self, token: int, found: Attribution, level: int) -> None:
        """ "Beamte, mit denen CNN gesprochen hat", "CNN, das mit Beamten gesprochen hat" or relies on them."""
        for clause in self.reading.sentence_clauses(token):
            relied = cues().citing_verbs.get(clause.verb) if is_about(self.reading, clause, token) else None
            for noun in (noun for case, noun in clause.obliques if relied is not None and case == relied):
                self._add_others(token, noun, found, level - 1)
            if clause.antecedent != token or clause.verb != "sprechen":
                continue
            for case, noun in clause.obliques:
                if case == "mit":
                    self._add_others(token, noun, found, level - 1)
            for noun in clause.subjects:
                self._add_others(token, noun, found, level + 1)

    def _add_others(self, token: int, noun: int, found: Attribution, level: int) -> None:
        for each in self._joined(noun) if noun != token else ():
            entity = self.actors.speaker(each)
            if entity is not None and entity.type in _SPEAKING:
                found.add(entity, self.role(entity, each), "reports", level)

    def _joined(self, token: int) -> list[int]:
        """The noun and what is joined to it or to the name beside it: "das Portal Mediazona und die BBC"."""
        tree = self.reading.tree
        found = conjuncts(tree, token)
        for child in tree.children[token]:
            if tree.deps[child] in ("appos", "flat") and tree.pos[child] in ("PROPN", "X"):
                found += [other for other in conjuncts(tree, child) if other != child]
        mention = self.reading.by_head.get(token)
        inside = range(mention.start, mention.end) if mention is not None and mention.form == "name" else range(0)
        found += [o for t in inside for o in conjuncts(tree, t) if o not in found and o not in inside]
        if mention is not None and mention.kind == "government":  # "die Regierungen in Kiew und Seoul"
            found += [o for c in tree.children[token] if c > token for o in conjuncts(tree, c) if o != c]
        return found

    def _is_nobody(self, token: int) -> bool:
        """ "Medien berichten", "Insidern zufolge" is nobody in particular, "israelische Medien" is somebody."""
        tree = self.reading.tree
        if tree.lemmas[token] not in cues().nobody and tree.words[token] not in cues().nobody:
            return False
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.form == "name" or complement(self.reading, token):
            return False
        return all(tree.deps[c] in ("case", "det", "punct", "cc") for c in tree.children[token])

    def phrase(self, token: int, found: Attribution, level: int, stance: str = "reports") -> bool:
        """A noun behind a preposition of attribution or as what is said: a source, or a noun with a source on it."""
        tree = self.reading.tree
        own = noun_stance(tree.words[token], tree.lemmas[token])
        mention = self.reading.by_head.get(token)
        if own is None or (mention is not None and mention.form == "name"):
            return self.add(token, found, stance, level)
        stance = own if stance == "reports" else stance
        found.suspected = found.suspected or stance == "suspects"
        before = len(found.links)
        self._owners(token, found, stance, level)
        if len(found.links) == before:
            self._nobody(token, found)
        self._keepers(token, found, level + 1)
        return True

    def _owners(self, token: int, found: Attribution, stance: str, level: int) -> None:
        """Genitive, "von X", possessive, "eigene"; else the adjective, or the first part of the word."""
        tree = self.reading.tree
        before = len(found.links)
        if any(tree.lemmas[c] == "eigen" for c in tree.children[token]):
            self._own(token, found, stance, level)
            if len(found.links) > before:
                return  # "hat sich nach eigenen Angaben aus Mali zurückgezogen"
        for holder in self._holders(token):
            if noun_stance(tree.words[holder], tree.lemmas[holder]) and self.reading.by_head.get(holder) is None:
                self._owners(holder, found, stance, level)  # "nach Angaben eines Berichts der Agentur"
            else:
                self.add(holder, found, stance, level)
                self._drawn_from(holder, found, level - 1)
        if len(found.links) == before:
            for entity in self._part(token):
                found.add(entity, self.role(entity, token), stance, level)

    def _drawn_from(self, holder: int, found: Attribution, level: int) -> None:
        """ "nach Informationen der Agentur aus Kreisen": whom the medium has it from is nearer to the fact."""
        tree = self.reading.tree
        entity = self.actors.speaker(holder)
        if entity is not None and self.role(entity, holder) == "outlet":
            for child in tree.children[holder]:
                if child > holder and tree.case_of(child) in ("aus", "von"):
                    self.add(child, found, "reports", level)

    def _own(self, token: int, found: Attribution, stance: str, level: int) -> None:
        clause = self.reading.owner[token]
        for subject in clause.subjects if clause is not None else ():
            self.add(subject, found, stance, level)

    def _nobody(self, token: int, found: Attribution) -> None:
        """ "dem Bericht zufolge" takes up a source from before, "Berichten zufolge" has none."""
        tree = self.reading.tree
        definite = any(tree.words[c].lower() in _DEFINITE for c in tree.children[token] if c < token)
        possessive = any(self._is_possessive(c) for c in tree.children[token])
        if possessive or definite:
            found.goes_on = True
            found.paper = token if definite else None
        found.hearsay = True

    def papers(self, token: int) -> list[int]:
        """Earlier nouns that this definite one may mean: the same, or any paper for a word like "Dokument"."""
        tree = self.reading.tree
        if not self.said:
            nouns = (t for t in range(len(tree)) if tree.pos[t] == "NOUN")
            self.said = [t for t in nouns if noun_stance(tree.words[t], tree.lemmas[t]) is not None]
        wanted = tree.lemmas[token].lower()
        generic = tree.lemmas[token] in cues().anaphoric_nouns
        before = [t for t in self.said if t < token]
        same = [t for t in before if tree.lemmas[t].lower().endswith(wanted)]
        return same or (before if generic else [])

    def _holders(self, token: int) -> list[int]:
        tree = self.reading.tree
        found: list[int] = []
        for child in tree.children[token]:
            nominal = tree.deps[child] in HOLDING and tree.pos[child] in ("NOUN", "PROPN", "PRON", "ADJ", "X")
            case = self._case(child)
            nominal = (
                nominal and not (child < token and child in self.adjectives) and not self._is_cut_off(token, child)
            )
            holds = nominal and (case in _OF or case in _AT and not found) and not self._is_time(child)
            if holds or self._is_possessive(child):
                found.append(child)
        if not found and tree.pos[token - 1] == "PROPN" and tree.words[token - 1].endswith(("s", "’", "'")):
            found.append(token - 1)  # "nach Selenskyjs Angaben"
        behind = token + 1
        if behind < len(tree) and behind not in found and self._is_genitive_name(behind):
            found = [behind]  # "nach Ansicht Seouls"
        if not found and behind < len(tree) and tree.words[behind].lower() in ("von", "vom", "des", "der", "aus"):
            holder = noun_behind(self.reading, behind)
            found += [holder] if holder is not None and not self._is_time(holder) else []
        return found

    def _is_genitive_name(self, token: int) -> bool:
        """A name of a state or body in the genitive, wherever the parser hung it."""
        mention = self.reading.by_head.get(token)
        named = mention is not None and mention.form in ("name", "metonym") and mention.entity.type in _SPEAKING
        return named and self.reading.tree.words[token].endswith("s") and not self.reading.tree.words[token].isupper()

    def _is_cut_off(self, token: int, child: int) -> bool:
        """ "Bericht über 70 Tote – Pentagon schweigt": a dash ends what belongs to the noun."""
        return any(self.reading.tree.words[t] in ("–", ":", ";", "—") for t in range(token + 1, child))

    def _case(self, token: int) -> str | None:
        """The preposition of a noun, unless it stands behind it and belongs to the whole phrase ("... zufolge")."""
        tree = self.reading.tree
        before = [tree.words[c].lower() for c in tree.children[token] if c < token and tree.pos[c] == "ADP"]
        return before[-1] if before else None

    def _is_possessive(self, token: int) -> bool:
        """ "seinen Angaben", not "meiner Rechnung"."""
        tree = self.reading.tree
        possessive = tree.tags[token] == "PPOSAT" or tree.deps[token] == "det:poss"
        return possessive and tree.words[token].lower()[:3] not in _FIRST_PERSON

    def _is_time(self, token: int) -> bool:
        return any(time.start <= token < time.end for time in self.reading.times)

    def _part(self, token: int) -> Iterator[Entity]:
        """ "US-Angaben", "südkoreanische Darstellung", "israelische Geheimdienstangaben", "Polizeiangaben"."""
        states = [m for m in self._states(token) if m.entity.type in _SPEAKING]
        noun = self._first_part(token)
        state = next((m.entity for m in states if m.entity.type == "Country"), None)
        if noun in _MEDIA:
            if state is not None:
                yield unknown_entity(f"{self._adjective(states[0])} Medien", "Organization")
        elif noun in _GOVERNMENTS and not states:
            land = self.actors.coreference.meant(noun, token)
            yield from () if land is None else (land,)
        elif noun in _GOVERNMENTS or not noun:
            yield from (m.entity for m in states)
        elif state is not None and noun in institutions():
            yield body_of(state, noun)[0]
        elif state is not None:
            yield unknown_entity(f"{self._adjective(states[0])} {noun}", "Organization")
        elif described_types(noun, noun) or noun in institutions():
            yield self._spoken_of(noun, token) or unknown_entity(noun, "Organization")

    def _adjective(self, mention: Mention) -> str:
        return nominative_adjective(self.reading.tree.words[mention.head].lower(), "Neut", several=True)

    def _states(self, token: int) -> list[Mention]:
        tree = self.reading.tree
        before = [each for c in tree.children[token] if c < token for each in conjuncts(tree, c)]
        found = [m for c in before if (m := self.adjectives.get(c) or self.reading.by_head.get(c)) is not None]
        own = self.reading.by_head.get(token)
        found += [own] if own is not None and own.form == "compound" else []
        return [m for m in found if m.form in ("adjective", "compound", "metonym", "name")]

    def _first_part(self, token: int) -> str:
        """ "Geheimdienst" of "Geheimdienstangaben", "Behörden" of "Behördenangaben"; empty where there is none."""
        tree = self.reading.tree
        own = self.reading.by_head.get(token)
        word = tree.words[token].rsplit("-", 1)[-1] if own is not None else tree.words[token]
        if own is not None and own.form == "compound" and "-" not in tree.words[token]:
            return ""  # "Pentagonangaben"
        low = word.lower()
        for noun in cues().nouns:
            at = low.find(noun.lower(), 3)
            if at > 2 and len(noun) > 3:
                part = word[:at].rstrip("-")
                return part.removesuffix("s") if part.removesuffix("s") in (*institutions(), *_GOVERNMENTS) else part
        return ""

    def _spoken_of(self, noun: str, token: int) -> Entity | None:
        """The body by that noun, or of its kind, that the article spoke of last."""
        kind = institutions()[noun].kind if noun in institutions() else ""
        found: Entity | None = None
        for mention in self.reading.mentions:
            if mention.start >= token:
                break
            if mention.form in ("name", "description") and mention.entity.type in _SPEAKING:
                word = self.reading.tree.words[mention.head].lower()
                if word.startswith(noun.lower()) or kind and mention.kind == kind:
                    found = mention.entity
        return found

    def _keepers(self, token: int, found: Attribution, level: int) -> None:
        """Relative clauses: "Informationen, die der Zeitung vorliegen", "ein Bericht, der sich auf X stützt"."""
        words = cues()
        for clause in self.reading.sentence_clauses(token):
            relied = words.citing_verbs.get(clause.verb)
            if relied is None and clause.verb not in words.holding or not is_about(self.reading, clause, token):
                continue
            for case, noun in clause.obliques if relied is not None else ():
                if case == relied:
                    self.phrase(noun, found, level - 2)
            for each in (*clause.subjects, *clause.datives, *clause.objects, *clause.bare) if relied is None else ():
                beside = each == clause.antecedent and is_beyond(self.reading, clause, token)
                entity = self.actors.speaker(each) if each != token and not beside else None
                if entity is not None and entity.type in _SPEAKING:
                    found.add(entity, self.role(entity, each), "reports", level)

    def role(self, entity: Entity, token: int) -> str:
        """Origin, outlet, or STATE for a medium of a state."""
        tree, words = self.reading.tree, cues()
        around = [token, *(c for c in tree.children[token] if tree.deps[c] != "nmod")]
        around += [tree.heads[token]] if tree.case_of(token) is None else []  # not "der Agentur aus Regierungskreisen"
        said = {part for t in around if tree.pos[t] in ("NOUN", "ADJ") for part in self._forms(t)}
        row = reference().entities.get(entity.id)
        if row is not None:
            if row.kind not in words.outlet_kinds:
                return "origin"
            return STATE if entity.id in words.state_outlets or said & words.state_media else "outlet"
        if entity.type != "Organization":
            return "origin"
        named = {*entity.name.split(), *entity.name.replace("-", " ").split()} | said
        if named & words.state_media:
            return STATE
        return "outlet" if named & words.outlets or any(is_outlet_noun(word) for word in said) else "origin"

    def _forms(self, token: int) -> tuple[str, ...]:
        tree = self.reading.tree
        word, lemma = tree.words[token], tree.lemmas[token]
        return word, lemma, word.rsplit("-", 1)[-1], lemma.rsplit("-", 1)[-1]
