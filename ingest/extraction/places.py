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
from ingest.linking.mentions import unknown_entity
from seeds.reference import reference

_HERE = frozenset({"dort", "hier", "dorthin", "darin", "dahin"})
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
        located = self._located(clause)
        if (
            not located
            and clause.relation == "xcomp"
            and clause.parent is not None
            and clause.parent.verb.endswith("nehmen")
        ):
            located = self._located(clause.parent)  # "bei Pokrowsk 59 Soldaten gefangen genommen"
        found = [
            x for x in located if force is None or x.entity.id != force.id or x.preposition in ("in", "nach", "im")
        ]
        sources = prepositions("from_prepositions")
        wanted = [x for x in found if (x.preposition in sources) == origin]
        if not wanted:
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
            for x in self._located(clause)
            if x.entity.id not in without and x.preposition not in ("nach", "aus", "von", "vom")
        ]
        ordered = sorted(found, key=lambda x: self._precision(x.entity), reverse=True)
        return ordered[0].entity if ordered else None

    def _located(self, clause: Clause) -> list[Located]:
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
            gone = clause.verb in troop_words().leaving and token in clause.objects
            left = (self.at(token) or next(filter(None, map(self.at, tree.children[token])), None)) if gone else None
            if left is not None:
                yield Located(left, "aus", token)
            if preposition is None or preposition not in locating:
                continue
            if self._is_source_phrase(token):
                continue
            entity = self.at(token)
            if entity is not None:
                yield Located(entity, preposition, token)
                continue
            for child in tree.children[token]:
                inner = (
                    self.at(child)
                    if tree.deps[child] in ("nmod", "appos", "flat", "compound")
                    and tree.case_of(child) in (None, "von")
                    else None
                )
                if inner is not None:
                    yield Located(inner, preposition, child)

    def _meant(self, clause: Clause, token: int) -> Entity | None:
        """The place that "dort" or a relative "wo" stands for: "in Syrien, wo Moskau 4000 Soldaten unterhielt"."""
        word = self.reading.tree.words[token].lower()
        if word in _HERE and self.reading.tree.pos[token] == "ADV":
            return self._named_before(token) or self.last
        relative = word == "wo" and clause.relation.startswith("acl")
        return self.at(self.reading.tree.heads[clause.head]) if relative else None

    def _named_before(self, token: int) -> Entity | None:
        """ "Südkorea ist nervös, die USA haben dort ...": a country that opens the sentence is where "dort" is."""
        tree = self.reading.tree
        start, _ = tree.sentence(token)
        opener = self.reading.by_token.get(start)
        clause = self.reading.owner[start]
        opens = opener is not None and opener.entity.type == "Country" and opener.form in ("name", "metonym")
        return opener.entity if opener is not None and opens and clause is not self.reading.owner[token] else None

    def _is_source_phrase(self, token: int) -> bool:
        """ "der NIS in Seoul", "Quellen in Kiew", "nach Angaben aus Washington": where somebody speaks is not
        where it happens.
        """
        tree = self.reading.tree
        if tree.lemmas[token].removesuffix("n") in ("Angabe", "Sicht", "Berufung", "Sitzung"):
            return True
        if any(
            tree.lemmas[a].removesuffix("n") in ("Angabe", "Erkenntnis", "Bericht", "Wort")
            and tree.case_of(a) == "nach"
            for a in tree.ancestors(token)
        ):
            return True
        if tree.deps[token] != "nmod":
            return False
        above = tree.heads[token]
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
            return mention.entity
        common = common_places().get(tree.lemmas[token])
        if common is not None:
            return unknown_entity(common, "Place")
        resolved = (
            self.actors.coreference.resolve(token)
            if tree.lemmas[token] in ("Land", "Nachbarland", "Staat", "Republik")
            else None
        )
        return resolved if resolved is not None and resolved.type in _PLACES else None

    def _precision(self, entity: Entity) -> int:
        if entity.type == "Country":
            return 0
        row = reference().entities.get(entity.id)
        if row is None:
            return 2 if entity.name in common_places().values() else 3
        return {"region": 1, "oblast": 2, "krai": 2, "republic": 2, "sea": 1, "island": 2}.get(row.kind or "", 3)

    def _around(self, wider: Entity, narrower: Entity) -> bool:
        return self._precision(wider) <= self._precision(narrower)
