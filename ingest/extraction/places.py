"""Where: the located phrases of a clause, the more precise one first; "dort" and "im Land" stand for a place before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.tables import read_data, texts, word_set
from ingest.extraction.troops_lexicon import troop_words
from ingest.linking.mention import Mention, entity_of, unknown_entity
from seeds.reference import Country, reference

_HERE = frozenset({"dort", "hier", "dorthin", "darin", "dahin"})
_STAYING = frozenset({"in", "im", "auf", "bei", "an", "am"})
_TOWNS = frozenset({"bei", "nahe", "unweit", "in", "nach", "aus", "östlich", "westlich", "nördlich", "südlich"})
_REASONS = frozenset({"angesichts", "wegen", "trotz", "aufgrund", "infolge", "ungeachtet"})
_PLACES = frozenset({"Country", "Place"})


@cache
def common_places() -> Mapping[str, str]:
    """Nouns such as Front that are places of a war without a gazetteer entry."""
    return texts(read_data("troops.yaml")["places"], "troops.yaml: places")


@cache
def prepositions(name: str) -> frozenset[str]:
    """Prepositions that locate (`place_prepositions`) or tell where from (`from_prepositions`)."""
    return word_set(read_data("troops.yaml")[name], f"troops.yaml: {name}")


@dataclass(frozen=True, slots=True)
class Located:
    """A place with the preposition before it and the token it stands at."""

    entity: Entity
    preposition: str
    token: int


@dataclass(slots=True)
class Places:
    """Finds places of clauses and remembers the last one of the article."""

    reading: Reading
    actors: Actors
    last: Entity | None = None
    seen: dict[int, list[Located]] = field(default_factory=dict[int, list[Located]])

    def of(self, clause: Clause, force: Entity | None, *, origin: bool) -> tuple[Entity | None, Entity | None]:
        """Object and place of a troop report: where to or where (`origin`: where from), and the other one of two."""
        located = self.located(clause)
        if (
            not located
            and clause.relation == "xcomp"
            and clause.parent is not None
            and clause.parent.verb.endswith("nehmen")
        ):
            located = self.located(clause.parent)  # "bei Pokrowsk 59 Soldaten gefangen genommen"
        found = [
            x for x in located if force is None or x.entity.id != force.id or x.preposition in ("in", "nach", "im")
        ]
        sources = prepositions("from_prepositions")
        wanted = [x for x in found if (x.preposition in sources) == origin]
        if origin and not wanted:  # "verringert seine Truppen in Deutschland"
            wanted = [x for x in found if x.preposition in _STAYING]
        if not wanted:
            self.last = self.last or (located[-1].entity if located else None)
            return None, None
        ordered = sorted(wanted, key=lambda x: self._precision(x.entity), reverse=True)
        best = ordered[0]
        other = next(
            (x.entity for x in ordered[1:] if x.entity.id != best.entity.id and self._around(x.entity, best.entity)),
            None,
        )
        self.last = best.entity
        return best.entity, other

    def behind(self, end: int) -> Entity | None:
        """ "600 Soldaten nach Lettland": the goal right behind a phrase that ends there is its own."""
        tree = self.reading.tree
        if end + 1 >= len(tree) or tree.words[end].lower() not in ("nach", "in", "ins"):
            return None
        mention = next((m for m in self.reading.mentions if m.start in (end + 1, end + 2)), None)
        return (
            mention.entity
            if mention is not None and mention.entity.type in _PLACES and mention.form == "name"
            else None
        )

    def near(self, clause: Clause, without: set[str]) -> Entity | None:
        """Where a relation happens: the most precise place of its clause that is no party of it."""
        found = [
            x
            for x in self.located(clause)
            if x.entity.id not in without and x.preposition not in ("nach", "aus", "von", "vom")
        ]
        ordered = sorted(found, key=lambda x: self._precision(x.entity), reverse=True)
        return ordered[0].entity if ordered else None

    def located(self, clause: Clause) -> list[Located]:
        """The places of a clause, each with the token that names it."""
        if clause.head not in self.seen:
            self.seen[clause.head] = list(self._find(clause))
        return self.seen[clause.head]

    def _find(self, clause: Clause) -> Iterator[Located]:
        tree = self.reading.tree
        locating = prepositions("place_prepositions")
        for token in self.reading.own_tokens(clause):
            preposition = tree.case_of(token)
            meant = self._meant(clause, token)
            if meant is not None:
                yield Located(meant, "in", token)
            held = self._as_object(clause, token)
            if held is not None:
                yield held
            if preposition is None or preposition not in locating or self.is_source_phrase(token):
                continue
            if any(tree.case_of(a) in _REASONS for a in tree.ancestors(token)):
                continue  # "angesichts der Spannungen an der Grenze"
            if preposition in ("von", "vom") and tree.deps[token] == "nmod" and self._is_no_place(tree.heads[token]):
                continue  # "im Abkommen von Pretoria"
            entity = self.behind_preposition(token, preposition)
            if entity is not None:
                yield Located(entity, preposition, token)
                continue
            for child in tree.children[token]:
                inner = (
                    self.at(child)
                    if tree.case_of(child) in (None, "von")
                    and (self._taken_for_adjective(child) or self._is_below(child) and not self._is_no_place(token))
                    else None
                )
                if inner is not None:
                    yield Located(inner, preposition, child)

    def _as_object(self, clause: Clause, token: int) -> Located | None:
        """ "haben Bagram verlassen", "hält Teile Tigrays besetzt", "Tschad wirft die Soldaten raus": the place is no
        phrase with a preposition.
        """
        words, tree = troop_words(), self.reading.tree
        thrown = clause.verb in words.expelling and token in clause.subjects and not clause.passive
        gone = clause.verb in words.leaving and token in clause.objects
        taken = clause.verb in words.taking and token in (clause.subjects if clause.passive else clause.objects)
        behind = token in clause.datives and token - 1 in clause.objects  # "Teile Somalias", taken for a dative
        taken = taken or behind and clause.verb in words.taking
        if not (thrown or gone or taken):
            return None
        inside = [c for c in tree.children[token] if tree.case_of(c) in (None, "von", *_STAYING)]
        found = next(filter(None, map(self.at, (token, *inside))), None)
        found = found or (self._town(token, "in") if not thrown else None)
        return Located(found, "in" if taken else "aus", token) if found is not None else None

    def behind_preposition(self, token: int, preposition: str) -> Entity | None:
        """The place that a noun behind a preposition of place names."""
        return self._feature(token) or self.at(token) or self._soil(token) or self._town(token, preposition)

    def _feature(self, token: int) -> Entity | None:
        """ "ans Horn von Afrika", "im Golf von Aden": the whole is the name."""
        tree = self.reading.tree
        if tree.lemmas[token] not in troop_words().features:
            return None
        names = (m for m in self.reading.mentions if tree.heads[m.head] == token and tree.case_of(m.head) == "von")
        return next((unknown_entity(f"{tree.lemmas[token]} von {m.entity.name}", "Place") for m in names), None)

    def _soil(self, token: int) -> Entity | None:
        """ "auf kongolesischem Boden": the land of the adjective."""
        tree = self.reading.tree
        if tree.lemmas[token] not in troop_words().soil:
            return None
        lands = (m for m in self.reading.mentions if m.form == "adjective" and tree.heads[m.head] == token)
        return next((m.entity for m in lands if m.entity.type == "Country"), None)

    def _town(self, token: int, preposition: str) -> Entity | None:
        """ "bei Tjotkino", "nach Bagram": a bare name that no table has is a place behind such a preposition."""
        tree, mention = self.reading.tree, self.reading.by_head.get(token)
        landscape = "-" in tree.words[token] and tree.words[token].lower().endswith(tuple(troop_words().landscapes))
        if mention is None and landscape:
            return unknown_entity(tree.words[token], "Place")  # "in der Ruzizi-Ebene"
        if mention is None or preposition not in _TOWNS or mention.form != "name" or tree.pos[token] != "PROPN":
            return None
        bare = mention.end - mention.start == 1 and mention.entity.id not in reference().entities
        bare = bare and not any(tree.pos[c] in ("DET", "ADJ", "NUM", "PROPN") for c in tree.children[token])
        bare = bare and tree.pos[token + 1 : token + 2] != ["NOUN"]  # "nach Kiewer Angaben"
        kinds = ("Organization",) if preposition == "bei" else ("Organization", "Person")
        named = bare and mention.entity.type in kinds and not mention.entity.name.isupper()
        return unknown_entity(mention.entity.name, "Place") if named else None

    def _is_below(self, token: int) -> bool:
        """Is it an attribute of the noun above it?"""
        return self.reading.tree.deps[token] in ("nmod", "appos", "flat", "compound")

    def _taken_for_adjective(self, token: int) -> bool:
        """ "auf Zypern Dienst tun": the parser hangs the name on the next noun."""
        mention = self.reading.by_head.get(token)
        hung = self.reading.tree.deps[token] == "amod" and mention is not None and mention.form == "name"
        return hung and mention is not None and mention.entity.name == self.reading.tree.words[token]

    def _is_no_place(self, token: int) -> bool:
        """ "an der Seite Russlands", "im Abkommen von Pretoria"."""
        return self.reading.tree.lemmas[token].lower().endswith(tuple(troop_words().no_places))

    def _meant(self, clause: Clause, token: int) -> Entity | None:
        """The place that "dort" or a relative "wo" stands for: "in Syrien, wo Moskau 4000 Soldaten unterhielt"."""
        word = self.reading.tree.words[token].lower()
        if word in _HERE and self.reading.tree.pos[token] == "ADV":
            return self._just_named(token) or self._named_before(token) or self.last
        relative = word == "wo" and clause.relation.startswith("acl")
        return self.at(self.reading.tree.heads[clause.head]) if relative else None

    def _just_named(self, token: int) -> Entity | None:
        """ "verlängert den Einsatz in Lettland und verstärkt die Truppe dort": the place named in the sentence."""
        tree = self.reading.tree
        start, _ = tree.sentence(token)
        before = (t for t in range(token - 1, start - 1, -1) if tree.case_of(t) in _STAYING)
        return next((place for t in before if (place := self.at(t)) is not None), None)

    def _named_before(self, token: int) -> Entity | None:
        """ "Südkorea ist nervös, die USA haben dort ...": a country that opens the sentence is where "dort" is."""
        tree = self.reading.tree
        start, _ = tree.sentence(token)
        opener = self.reading.by_token.get(start)
        clause = self.reading.owner[start]
        opens = opener is not None and opener.entity.type == "Country" and opener.form in ("name", "metonym")
        own = self.reading.owner[token]
        if opener is not None and own is not None and own.finite is None and opener.head in own.subjects:
            return None  # "Kigali bestreitet, dort Soldaten zu haben"
        return opener.entity if opener is not None and opens and clause is not self.reading.owner[token] else None

    def is_source_phrase(self, token: int) -> bool:
        """ "der NIS in Seoul", "Quellen in Kiew", "nach Angaben aus Washington": where somebody speaks is not
        where it happens.
        """
        tree = self.reading.tree
        if tree.lemmas[token].removesuffix("n") in ("Angabe", "Sicht", "Berufung", "Sitzung"):
            return True
        if any(
            tree.lemmas[a].removesuffix("n") in ("Angabe", "Erkenntnis", "Bericht", "Wort")
            and tree.case_of(a) == "nach"
            and not any(
                tree.lemmas[c] == "eigen" for c in tree.children[a]
            )  # "nach eigenen Angaben aus Mali abgezogen"
            for a in tree.ancestors(token)
        ):
            return True
        above = tree.heads[token]
        if tree.deps[token] != "nmod" or any(tree.lemmas[c] == "eigen" for c in tree.children[above]):
            return False
        mention = self.reading.by_head.get(above)
        speaks = mention is not None and mention.form == "name" and mention.entity.type in ("Organization", "Person")
        speaks = speaks or tree.lemmas[above].lower().endswith(
            tuple(troop_words().bodies)
        )  # "die Armee in Islamabad": its seat
        return speaks or tree.lemmas[above] in (
            "Angabe",
            "Quelle",
            "Beamter",
            "Erkenntnis",
            "Erkenntnisse",
            "Kreis",
            "Diplomat",
            "Regierungskreise",
        )

    def at(self, token: int) -> Entity | None:
        """The place or country that a noun phrase names, or "das Land" stands for."""
        tree = self.reading.tree
        mention = self.reading.by_head.get(token) or self.reading.by_token.get(token)
        if (
            mention is not None
            and mention.form in ("name", "metonym", "description")
            and mention.entity.type in _PLACES
        ):
            return self._without_ending(mention)
        common = common_places().get(tree.lemmas[token])
        if common is not None:
            return unknown_entity(common, "Place")
        if tree.lemmas[token] == "Hauptstadt" and mention is None:
            return self._capital(token)
        resolved = (
            self.actors.coreference.resolve(token)
            if tree.lemmas[token] in ("Land", "Nachbarland", "Staat", "Republik")
            else None
        )
        return resolved if resolved is not None and resolved.type in _PLACES else None

    def _without_ending(self, mention: Mention) -> Entity:
        """ "Teile Tigrays": the genitive of a name that the tables, or the article elsewhere, have without its s."""
        tree, entity, last = self.reading.tree, mention.entity, mention.end - 1
        genitive = tree.words[last].endswith("s") and tree.case_of(last) is None and tree.deps[last] == "nmod"
        if not genitive or entity.id in reference().entities or entity.name != tree.words[last]:
            return entity
        bare = entity.name.removesuffix("s")
        elsewhere = (m.entity for m in self.reading.mentions if m.entity.name == bare)
        row = next((row for row in reference().entities.values() if row.name == bare), None)
        return next(elsewhere, entity_of(row) if row is not None else unknown_entity(bare, entity.type))

    def _capital(self, token: int) -> Entity | None:
        """ "vom Flughafen der armenischen Hauptstadt": the capital of the land of the adjective."""
        lands = (m for m in self.reading.mentions if m.form == "adjective" and self.reading.tree.heads[m.head] == token)
        row = next((reference().entities.get(m.entity.id) for m in lands if m.entity.type == "Country"), None)
        name = row.capital if isinstance(row, Country) else ""
        return unknown_entity(name, "Place") if name else None

    def _precision(self, entity: Entity) -> int:
        if entity.type == "Country":
            return 0
        row = reference().entities.get(entity.id)
        if row is None:
            return 2 if entity.name in common_places().values() else 3
        return {"region": 1, "oblast": 2, "krai": 2, "republic": 2, "sea": 1, "island": 2}.get(row.kind or "", 3)

    def _around(self, wider: Entity, narrower: Entity) -> bool:
        return self._precision(wider) <= self._precision(narrower)
