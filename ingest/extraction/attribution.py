"""Attribution: who says a clause, in which order, with which stance (contract: sources, roles, steps).

Sources are gathered from the clause outwards, so that the one nearest to the fact comes first:
"laut Y" inside the clause, then "sagte X" around it, then "berichtete Z unter Berufung auf X", then "Das teilte W mit"
in the next sentence. A clause in indirect speech without a source of its own goes on with those of the sentence before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from graph.statement import Entity, Source
from ingest.extraction.actors import Actors
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.lexicon import read_data
from ingest.extraction.reading import Reading
from seeds.errors import BadData
from seeds.reference import reference

_OBJECT_PRONOUNS = frozenset({"das", "dies", "dieses", "es"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The attribution vocabulary, from `data/attribution.yaml`."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    nominal: Mapping[str, frozenset[str]]
    speaker: Mapping[str, str]
    prepositions: frozenset[str]
    citing: frozenset[str]
    citing_verbs: Mapping[str, str]
    anaphoric: frozenset[str]
    anaphoric_nouns: frozenset[str]
    nobody: frozenset[str]
    outlets: frozenset[str]
    outlet_kinds: frozenset[str]
    state_agency: frozenset[str]
    voices: frozenset[str]
    briefings: frozenset[str]


@cache
def cues() -> Cues:
    """The attribution vocabulary, read once."""
    raw = read_data("attribution.yaml")

    def inverted(name: str) -> dict[str, str]:
        groups = raw[name]
        if not isinstance(groups, dict):
            raise BadData(f"ingest/extraction/data/attribution.yaml: {name} is a mapping")
        return {str(word): str(group) for group, words in groups.items() for word in words}

    def words(name: str) -> frozenset[str]:
        items = raw[name]
        if not isinstance(items, list):
            raise BadData(f"ingest/extraction/data/attribution.yaml: {name} is a list")
        return frozenset(str(item) for item in items)

    def mapping(name: str) -> dict[str, str]:
        items = raw[name]
        if not isinstance(items, dict):
            raise BadData(f"ingest/extraction/data/attribution.yaml: {name} is a mapping")
        return {str(key): str(value) for key, value in items.items()}

    nominal = raw["nominal"]
    if not isinstance(nominal, dict):
        raise BadData("ingest/extraction/data/attribution.yaml: nominal is a mapping")
    return Cues(
        verbs=inverted("verbs"),
        nouns=inverted("nouns"),
        nominal={str(key): frozenset(str(v) for v in value) for key, value in nominal.items()},
        speaker=mapping("speaker"),
        prepositions=words("prepositions"),
        citing=words("citing"),
        citing_verbs=mapping("citing_verbs"),
        anaphoric=words("anaphoric"),
        anaphoric_nouns=words("anaphoric_nouns"),
        nobody=words("nobody"),
        outlets=words("outlets"),
        outlet_kinds=words("outlet_kinds"),
        state_agency=words("state_agency"),
        voices=words("voices"),
        briefings=words("briefings"),
    )


@dataclass(slots=True)
class Link:
    """One source before its step is known; links of one level stand side by side."""

    entity: Entity
    role: str
    stance: str
    level: int


@dataclass(slots=True)
class Attribution:
    """The sources of a clause, with the clauses and tokens that name them (for the evidence span)."""

    links: list[Link] = field(default_factory=list[Link])
    clauses: list[Clause] = field(default_factory=list[Clause])
    hearsay: bool = False
    suspected: bool = False
    inherited: bool = False
    negated: bool = False

    def add(self, entity: Entity | None, role: str, stance: str, level: int) -> None:
        """A source more, once."""
        if entity is not None and all(link.entity.id != entity.id for link in self.links):
            self.links.append(Link(entity, role, stance, level))

    def sources(self) -> tuple[Source, ...]:
        """The chain: origins by level, then outlets; parallel sources share a step."""
        ordered = sorted(self.links, key=lambda link: (link.role == "outlet", link.level))
        steps: dict[tuple[bool, int], int] = {}
        for link in ordered:
            steps.setdefault((link.role == "outlet", link.level), len(steps) + 1)
        return tuple(
            Source.model_validate(
                {"entity": x.entity, "role": x.role, "stance": x.stance, "step": steps[(x.role == "outlet", x.level)]}
            )
            for x in ordered
        )


@dataclass(slots=True)
class Attributor:
    """Finds the attribution of the clauses of one article."""

    reading: Reading
    actors: Actors
    memory: dict[int, Attribution] = field(default_factory=dict[int, Attribution])

    def of(self, clause: Clause, *, nominal: bool = False) -> Attribution:
        """The attribution of what a clause says; `nominal`: its content is a noun phrase in a clause of saying itself."""
        found = Attribution()
        if nominal:
            self._speakers(clause, found, 1)
        self._adverbials(clause, found, 0)
        self._around(clause, found)
        self._headline(clause, found)
        self._quotation(clause, found)
        nobody = found.hearsay
        self._afterwards(clause, found)
        if not found.links and not nobody:
            self._continued(clause, found)
        if not found.links and not nobody:
            self._before_colon(clause, found)
        return found

    def _before_colon(self, clause: Clause, found: Attribution) -> None:
        """"Der Generalstab wies das zurück: Es seien ...": indirect speech behind a colon is that of the subject before it."""
        tree = self.reading.tree
        start, _ = tree.sentence(clause.head)
        colon = next((t for t in range(clause.head, start, -1) if tree.words[t] == ":"), None)
        if colon is None or not clause.subjunctive:
            return
        for earlier in self.reading.sentence_clauses(clause.head):
            if earlier.head < colon and earlier.subjects and earlier.finite is not None and not earlier.subjunctive:
                self._speakers(earlier, found, 1)
                return

    # -- inside the clause

    def _adverbials(self, clause: Clause, found: Attribution, level: int) -> None:
        """"laut X", "X zufolge", "nach Angaben von X", "nach US-Angaben", "so X"."""
        tree, words = self.reading.tree, cues()
        for token in self.reading.own_tokens(clause):
            preposition = tree.case_of(token)
            if preposition in words.prepositions:
                self._source_noun(token, found, level, default="reports")
            elif preposition == "nach" and self._stance_noun(token):
                self._source_noun(token, found, level, default="reports")
            elif tree.words[token].lower() in ("zufolge", "laut", "gemäß") and preposition is None:
                self._loose_preposition(token, found, level)
            if preposition == "unter" and tree.lemmas[token] in words.citing:
                self._cited(token, found, level - 1)
            if tree.words[token].lower() in ("gestützt", "basierend", "beruft", "berufend"):
                self._cited(token, found, level - 1)

    def _loose_preposition(self, token: int, found: Attribution, level: int) -> None:
        """The parser made "zufolge" or "laut" something else than a case mark: the noun beside it is the source."""
        tree = self.reading.tree
        postposed = tree.words[token].lower() == "zufolge"
        step = -1 if postposed else 1
        current = token + step
        start, end = tree.sentence(token)
        while start <= current < end and tree.pos[current] not in ("NOUN", "PROPN", "PRON"):
            current += step
        if start <= current < end and abs(current - token) < 5:
            self._source_noun(current, found, level, default="reports")

    def _stance_noun(self, token: int) -> str | None:
        """The stance of "Angaben", "US-Angaben", "Geheimdienstangaben", or None."""
        tree, words = self.reading.tree, cues()
        lemma = tree.lemmas[token]
        word = tree.words[token]
        for form in (lemma, lemma.removesuffix("n"), lemma.removesuffix("en"), lemma.removesuffix("e")):
            if form in words.nouns:
                return words.nouns[form]
        for noun, stance in words.nouns.items():
            if len(noun) > 4 and word.lower().startswith(noun.lower()) and len(word) <= len(noun) + 3:
                return stance
            if len(noun) > 4 and noun.lower() in word.lower()[3:]:
                return stance
        return None

    def _source_noun(self, token: int, found: Attribution, level: int, default: str) -> None:
        """A noun behind a preposition of attribution: the source itself, or "Angaben" with the source on it."""
        tree, words = self.reading.tree, cues()
        stance = self._stance_noun(token)
        named = self.reading.by_head.get(token)
        if stance is None or (named is not None and named.form == "name"):
            for each in conjuncts(tree, token):
                self._add(each, found, default, level)
            return
        if stance == "suspects":
            found.suspected = True
        holders = self._holders(token)
        for holder in holders:
            self._add(holder, found, stance, level)
        if not holders:
            self._adjective_holder(token, found, stance, level)
        if not found.links:
            if tree.lemmas[token] in words.anaphoric_nouns and not self._introduced(token):
                self._continued(self._clause_of(token), found)
            found.hearsay = True

    def _introduced(self, token: int) -> bool:
        tree = self.reading.tree
        children = [tree.words[c].lower() for c in tree.children[token]]
        return not any(w in ("dem", "der", "den", "diesem", "dieser", "diesen") for w in children)

    def _clause_of(self, token: int) -> Clause | None:
        return self.reading.owner[token]

    def _holders(self, token: int) -> list[int]:
        """The genitive, "von X" or "aus X" on "Angaben"; an apposition; a possessive is resolved to its person."""
        tree = self.reading.tree
        found: list[int] = []
        for child in tree.children[token]:
            if tree.deps[child] in ("nmod", "appos", "nmod:poss", "obl", "flat", "compound") and tree.pos[child] in ("NOUN", "PROPN", "PRON", "ADJ"):
                if tree.case_of(child) in (None, "von", "vom", "aus", "des", "der", "durch", "beim"):
                    found += conjuncts(tree, child)
            if tree.tags[child] == "PPOSAT":
                found.append(child)
        return found

    def _adjective_holder(self, token: int, found: Attribution, stance: str, level: int) -> None:
        """"nach südkoreanischer Darstellung", "nach US-Angaben", "nach eigenen Angaben": the adjective or first part names the source."""
        clause = self._clause_of(token)
        if clause is not None and any(self.reading.tree.lemmas[c] == "eigen" for c in self.reading.tree.children[token]):
            for subject in clause.subjects:
                self._add(subject, found, stance, level)
        for mention in self.reading.mentions:
            head = self.reading.tree.heads[mention.head]
            inside = mention.start <= token < mention.end
            if mention.form in ("adjective", "compound", "metonym", "name") and (inside or head == token and mention.end <= token):
                found.add(mention.entity, self._role(mention.entity, mention.head), stance, level)

    # -- around the clause

    def _around(self, clause: Clause, found: Attribution) -> None:
        """Clauses of saying that govern this one, or hang on it or on what governs it ("wie X meldet", ", so X")."""
        level = 1
        current: Clause | None = clause
        visited: set[int] = set()
        while current is not None and current.head not in visited:
            visited.add(current.head)
            for child in current.children:
                if child is not clause and self._hangs_as_saying(child, current, clause):
                    self._say(child, found, level)
                    level += 2
            parent = current.parent
            if parent is not None and self._governs(parent, current):
                self._say(parent, found, level)
                level += 2
            elif parent is not None and current.relation in ("advcl", "conj", "xcomp", "acl", "acl:relcl", "ccomp", "csubj", "parataxis", "appos", "dep"):
                if current.relation != "parataxis":
                    self._adverbials(parent, found, level)
            current = parent if parent is None or current.relation != "conj" or not self._own_voice(current) else parent

    def _own_voice(self, clause: Clause) -> bool:
        return clause.finite is not None and bool(clause.subjects)

    def _governs(self, parent: Clause, child: Clause) -> bool:
        verb_ok = self._stance(parent) is not None
        if not verb_ok:
            return False
        if child.relation in ("ccomp", "csubj", "csubj:pass"):
            return True
        if child.relation in ("parataxis", "xcomp", "advcl", "dep", "appos", "obj", "acl"):
            return child.subjunctive or child.mark in ("dass", "wonach") or child.relation == "parataxis" or child.finite is None
        return False

    def _hangs_as_saying(self, child: Clause, parent: Clause, clause: Clause) -> bool:
        """"..., wie die Agenturen meldeten"; "..., sagte Kirby" (parser made the content the root); "..., so der SBU"."""
        if child.head in {a.head for a in clause.ancestors()}:
            return False
        if self._stance(child) is None:
            return False
        if child.mark == "wie" or self._starts_with(child, "wie") or self._starts_with(child, "so") and child.finite is not None:
            return True
        return child.relation in ("parataxis", "conj", "advcl", "dep") and self._inverted(child) and not child.objects

    def _starts_with(self, clause: Clause, word: str) -> bool:
        tree = self.reading.tree
        return any(tree.words[t].lower() == word for t in self.reading.own_tokens(clause)[:3])

    def _inverted(self, clause: Clause) -> bool:
        """The finite verb comes first in its clause: ", sagte X"."""
        own = [t for t in self.reading.own_tokens(clause) if self.reading.tree.pos[t] not in ("PUNCT", "SPACE")]
        return bool(own) and clause.finite == own[0] and clause.head > clause.start - 1

    def _stance(self, clause: Clause) -> str | None:
        stance = cues().verbs.get(clause.verb)
        if stance is None and clause.verb in cues().citing_verbs:
            return "reports"
        return stance

    def _say(self, clause: Clause, found: Attribution, level: int) -> None:
        """Adds the speaker of a clause of saying, the one quoted and the medium spoken to."""
        found.clauses.append(clause)
        self._speakers(clause, found, level)
        self._adverbials(clause, found, level + 1)

    def _speakers(self, clause: Clause, found: Attribution, level: int) -> None:
        words = cues()
        stance = self._stance(clause) or "reports"
        if clause.negated and stance in ("confirms", "denies"):
            found.negated = True  # neither "bestätigte nicht" nor "bestritt nicht" says the content
        if stance == "suspects":
            found.suspected = True
        complement = words.speaker.get(clause.verb)
        before = len(found.links)
        self._briefed(clause, found, level - 1)
        if complement:
            for preposition, token in clause.obliques:
                if preposition in (complement, "in", "im"):
                    self._add(token, found, stance, level)
        if len(found.links) == before:
            for subject in self._saying_subjects(clause):
                for each in conjuncts(self.reading.tree, subject):
                    self._add(each, found, stance, level)
        if clause.verb == "zitieren":
            for token in (*clause.objects, *clause.datives, *clause.bare):
                self._add(token, found, "reports", level - 1)
        preposition = words.citing_verbs.get(clause.verb)
        for p, token in clause.obliques:
            if preposition and p == preposition:
                self._source_noun(token, found, level - 1, default="reports")
        self._addressee(clause, found, level + 1)
        if len(found.links) == before:
            found.hearsay = True

    def _saying_subjects(self, clause: Clause) -> list[int]:
        """The subject; where the parser took "Das" of "Das teilte X mit" for it, the noun it took for the object."""
        tree = self.reading.tree
        real = [s for s in clause.subjects if tree.words[s].lower() not in ("das", "dies", "es")]
        return real or [t for t in (*clause.objects, *clause.datives, *clause.bare) if tree.pos[t] in ("NOUN", "PROPN")]

    def _briefed(self, clause: Clause, found: Attribution, level: int) -> None:
        """"sagte X nach einer Unterrichtung durch den NIS": who briefed the speaker is nearer to the fact."""
        tree = self.reading.tree
        for _, token in clause.obliques:
            if tree.lemmas[token] in cues().briefings:
                for child in tree.children[token]:
                    if tree.case_of(child) in ("durch", "von", "vom", "mit", "beim", "bei", None) and tree.pos[child] in ("NOUN", "PROPN"):
                        self._add(child, found, "reports", level)

    def _addressee(self, clause: Clause, found: Attribution, level: int) -> None:
        """"sagte X dem Sender Y" / "gegenüber Y": the medium that passes it on."""
        candidates = [*clause.datives, *clause.bare, *(t for p, t in clause.obliques if p == "gegenüber")]
        candidates += [t for t in clause.objects if clause.verb in ("mitteilen", "sagen", "erzählen")]
        for token in candidates:
            entity = self.actors.source(token)
            if entity is not None and self._role(entity, token) == "outlet":
                found.add(entity, "outlet", "reports", level)

    def _cited(self, token: int, found: Attribution, level: int) -> None:
        """"unter Berufung auf X und Y"."""
        tree = self.reading.tree
        for child in tree.children[token]:
            if tree.case_of(child) == "auf":
                for each in conjuncts(tree, child):
                    self._source_noun(each, found, level, default="reports")

    # -- headline, quotation, neighbours

    def _headline(self, clause: Clause, found: Attribution) -> None:
        """"Südkorea: 600 Nordkoreaner gestorben": who stands before the colon says it."""
        tree = self.reading.tree
        start, end = tree.sentence(clause.head)
        colon = next((t for t in range(start, min(start + 6, end)) if tree.words[t] == ":"), None)
        if colon is None or colon >= clause.head or colon == start:
            return
        heads = [t for t in range(start, colon) if not start <= tree.heads[t] < colon or tree.heads[t] == t]
        if any(tree.pos[t] in ("VERB", "AUX", "NUM") for t in range(start, colon)) or not heads:
            return
        head = heads[0]
        if tree.lemmas[head] in cues().nobody:
            found.hearsay = True
            return
        for each in conjuncts(tree, head):
            self._add(each, found, "reports", 2)

    def _quotation(self, clause: Clause, found: Attribution) -> None:
        """A sentence wholly in quotes that opened earlier: its speaker is the one of the sentence that holds the other part."""
        if found.links:
            return
        quoted = self._open_quote(clause.head)
        if quoted is None:
            return
        for sentence in quoted:
            for other in self.reading.clauses[sentence]:
                if self._stance(other) and other.subjects and not self._in_quotes(other.head):
                    self._say(other, found, 1)
                    return

    def _in_quotes(self, token: int) -> bool:
        return self._quote_depth(token) > 0

    def _quote_depth(self, token: int) -> int:
        tree = self.reading.tree
        depth = 0
        first = tree.sentence_of[token]
        start = tree.sentences[max(0, first - 4)][0]
        for t in range(start, token):
            if tree.words[t] in ("„", "»", "“") and depth == 0 and tree.words[t] != "“":
                depth = 1
            elif tree.words[t] in ("“", "”", "«"):
                depth = 0
            elif "\n" in tree.words[t]:
                depth = 0
        return depth

    def _open_quote(self, token: int) -> list[int] | None:
        """Sentences to look for the speaker of a quotation over several sentences: this one, the next, those before."""
        if not self._in_quotes(token):
            return None
        here = self.reading.tree.sentence_of[token]
        last = len(self.reading.clauses) - 1
        return [n for n in (here, here + 1, here + 2, here - 1, here - 2) if 0 <= n <= last]

    def _afterwards(self, clause: Clause, found: Attribution) -> None:
        """"Das teilte X mit." right behind gives X to this sentence."""
        following = self.reading.tree.sentence_of[clause.head] + 1
        if following >= len(self.reading.clauses) or self._crosses_break(following):
            return
        saying = pointing_back(self.reading, self.reading.clauses[following])
        if saying is not None and not saying.negated and self._stance(saying):
            self._say(saying, found, 5)

    def _crosses_break(self, sentence: int) -> bool:
        tree = self.reading.tree
        start = tree.sentences[sentence][0]
        return any("\n" in tree.words[t] for t in range(max(0, start - 2), start))

    def _continued(self, clause: Clause | None, found: Attribution) -> None:
        """Indirect speech, "demnach", "dem Bericht nach": the sources of the sentence before go on."""
        if clause is None or not self._goes_on(clause):
            return
        tree = self.reading.tree
        here = tree.sentence_of[clause.head]
        for other in reversed(self.reading.clauses[here]):
            if other.head < clause.head and other.relation in ("root", "ROOT", "conj", "parataxis") and other not in clause.ancestors():
                sources = self._voice_of(other)
                if sources.links:
                    found.links = list(sources.links)
                    found.inherited = True
                    return
        for sentence in range(here - 1, max(-1, here - 4), -1):
            if self._crosses_break(sentence + 1):
                return
            earlier = self._last_attribution(sentence)
            if earlier is not None and earlier.links:
                found.links = list(earlier.links)
                found.inherited = True
                return

    def _goes_on(self, clause: Clause) -> bool:
        tree, words = self.reading.tree, cues()
        main = [clause, *clause.ancestors()]
        own = [t for c in main for t in self.reading.own_tokens(c)]
        if any(tree.words[t].lower() in words.anaphoric and tree.pos[t] in ("ADV", "PRON") for t in own):
            return True
        if any(tree.lemmas[t] in words.anaphoric_nouns and tree.case_of(t) in ("nach", "zufolge", "laut") for t in own):
            return True
        return any(c.subjunctive and c.modal != "können" and c.finite is not None and _first_subjunctive(tree.words[c.finite]) for c in main)

    def _last_attribution(self, sentence: int) -> Attribution | None:
        """The attribution of the last clause of a sentence that has one."""
        for clause in reversed(self.reading.clauses[sentence]):
            voice = self._voice_of(clause)
            if voice.links:
                return voice
        return None

    def _voice_of(self, clause: Clause) -> Attribution:
        if clause.head not in self.memory:
            self.memory[clause.head] = Attribution()  # a guard against going round in circles
            self.memory[clause.head] = self._sentence_voice(clause)
        return self.memory[clause.head]

    def _sentence_voice(self, clause: Clause) -> Attribution:
        voice = self._stance(clause) is not None or clause.verb in cues().voices
        if voice and clause.subjects and not clause.negated and clause.parent is None:
            found = Attribution()
            self._say(clause, found, 1)
            for link in found.links:
                link.stance = "reports" if link.stance in ("confirms", "denies", "warns", "suspects", "announces", "doubts") else link.stance
            return found
        return self.of(clause)

    # -- one source

    def _add(self, token: int, found: Attribution, stance: str, level: int) -> None:
        tree = self.reading.tree
        entity = self.actors.source(token)
        if entity is None or entity.type not in ("Person", "Country", "Organization", "Force"):
            return
        role = self._role(entity, token)
        if role == "outlet" and stance in ("suspects", "announces"):
            stance = "reports"
        found.add(entity, role, stance, level)
        del tree

    def _role(self, entity: Entity, token: int) -> str:
        tree, words = self.reading.tree, cues()
        row = reference().entities.get(entity.id)
        if row is not None:
            return "outlet" if row.kind in words.outlet_kinds else "origin"
        around = [token, *tree.children[token], tree.heads[token]]
        nouns = {tree.lemmas[t] for t in around if tree.pos[t] == "NOUN"}
        named = {part for part in entity.name.replace("-", " ").split()}
        return "outlet" if entity.type == "Organization" and (nouns | named) & words.outlets else "origin"


_FIRST = frozenset("sei seien habe werde könne solle wolle müsse dürfe möge".split())


def _first_subjunctive(word: str) -> bool:
    """Konjunktiv I, or a II that stands for it ("hätten", "würden", "seien"): no mere hypothesis."""
    low = word.lower()
    return low in _FIRST or low in ("hätten", "würden", "hätte", "wären") or low.endswith("e")


def pointing_back(reading: Reading, clauses: Iterable[Clause]) -> Clause | None:
    """The main clause of a sentence like "Das teilte X mit": its object is a pronoun for the sentence before."""
    tree = reading.tree
    for clause in clauses:
        if clause.parent is not None or clause.verb not in cues().verbs:
            continue
        own = [t for t in reading.own_tokens(clause) if tree.pos[t] not in ("PUNCT", "SPACE")]
        if own and tree.words[own[0]].lower() in ("das", "dies") and tree.pos[own[0]] == "PRON":
            return clause
    return None
