"""Whose soldiers a possessive means ("seine Soldaten", "in den eigenen Reihen"), and whom actors act for."""

from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.clauses import Clause
from ingest.extraction.nations import country_of, troops_of
from ingest.extraction.reading import Reading
from seeds.reference import reference

_RANKS = frozenset({"Reihe", "Seite"})


def nation_of(speaker: Entity) -> Entity | None:
    """The force that a source speaks for: its own country or group, that of a person or of a service."""
    row = reference().entities.get(speaker.id)
    if speaker.type == "Person" or row is not None and row.kind == "intelligence_service":
        return country_of(row) if row is not None else None
    return troops_of(speaker)


@dataclass(slots=True)
class Owners:
    """Works on one article; `known` below: some force has been spoken of, which a pronoun may then stand for."""

    reading: Reading
    actors: Actors

    def acting(self, token: int, *, known: bool) -> Entity | None:
        """The force that whoever a token names acts with."""
        named = token in self.reading.by_token
        if self.reading.tree.pos[token] == "PRON" and known and not named:
            return None
        entity = self.actors.named(token)
        if entity is not None and entity.type == "Person":
            row = reference().entities.get(entity.id)
            country = country_of(row) if row is not None else None
            spoken = country is not None and any(m.entity.id == country.id for m in self.reading.mentions)
            return country if spoken else None
        if entity is not None:
            mention = self.reading.by_head.get(token)
            return troops_of(entity, mention.kind if mention is not None else "")
        for mention in self.reading.mentions:  # "die russische Armee"
            if mention.form == "adjective" and self.reading.tree.heads[mention.head] == token:
                return troops_of(mention.entity)
        return None

    def possessor(self, head: int, clause: Clause | None, speakers: tuple[Entity, ...], *, known: bool) -> list[Entity]:
        """ "seine Soldaten", "ihre eigenen Leute": the subject's, else who is spoken of, else who says so."""
        tree = self.reading.tree
        near = (c for token in (head, tree.heads[head]) for c in tree.children[token])
        owned = [c for c in near if tree.tags[c] in ("PPOSAT", "PRELAT") or tree.lemmas[c] == "eigen"]
        own = [c for c in owned if tree.tags[c] != "PRELAT"]
        if clause is not None and len(own) < len(owned) and clause.relation.startswith("acl"):
            who = self.acting(tree.heads[clause.head], known=known)  # "die Hisbollah, deren Verluste"
            return [who] if who is not None else []
        if not own or clause is None:
            return []
        around = clause.parent if clause.relation == "advcl" and clause.parent is not None else None
        later = [s for s in around.subjects if s > head] if around is not None else []  # "nachdem vier seiner ..."
        subjects = (self.acting(subject, known=known) for subject in (*clause.subjects, *later) if subject != head)
        before = (self._owner_before(token) for token in own if tree.tags[token] == "PPOSAT")
        meant = (troops_of(self.actors.coreference.resolve(token)) for token in own if tree.tags[token] == "PPOSAT")
        itself = any(tree.lemmas[token] == "eigen" for token in own)
        said = (nation_of(speaker) for speaker in speakers if itself or speaker.type == "Person")
        first = next((force for force in (*subjects, *before, *meant, *said) if force is not None), None)
        return [first] if first is not None else []

    def _owner_before(self, possessive: int) -> Entity | None:
        """ "Die USA ziehen ab. 766 ihrer Soldaten ...": the state or force that acted last, if the pronoun fits it."""
        tree = self.reading.tree
        first = tree.sentences[max(0, tree.sentence_of[possessive] - 1)][0]
        for mention in reversed([m for m in self.reading.mentions if first <= m.start and m.end <= possessive]):
            if mention.form not in ("name", "metonym") or not tree.deps[mention.head].startswith("nsubj"):
                continue
            articles = {tree.words[c].lower() for c in tree.children[mention.head] if tree.pos[c] == "DET"}
            if ("die" in articles) == tree.words[possessive].lower().startswith("ihr"):
                force = troops_of(mention.entity, mention.kind)
                if force is not None:
                    return force
        return None

    def own_ranks(self, clause: Clause | None, speakers: tuple[Entity, ...], *, known: bool) -> list[Entity]:
        """ "zwei Tote in den eigenen Reihen eingeräumt": the speaker's or the subject's."""
        tree = self.reading.tree
        ranks = [t for t in self.reading.own_tokens(clause) if tree.lemmas[t] in _RANKS] if clause is not None else []
        if not any(tree.lemmas[c] == "eigen" for t in ranks for c in tree.children[t]):
            return []
        said = (nation_of(speaker) for speaker in speakers)
        acting = (self.acting(subject, known=known) for subject in (clause.subjects if clause is not None else ()))
        first = next((force for force in (*said, *acting) if force is not None), None)
        return [first] if first is not None else []

    def _land_of(self, person: Entity) -> Entity | None:
        """The country that the article names with a person: "der irische Verteidigungsminister Simon Harris"."""
        named = [m for m in self.reading.mentions if m.entity.id == person.id and m.form in ("name", "office")]
        around = {t for m in named for t in range(m.start - 2, m.end)}
        states = (m.entity for m in self.reading.mentions if m.start in around and m.entity.type == "Country")
        return next(states, None) if person.type == "Person" else None

    def ours(self, clause: Clause, speakers: tuple[Entity, ...]) -> list[Entity]:
        """ "„Wir haben 600 Soldaten geschickt“, sagte der Minister": the speaker's own."""
        tree = self.reading.tree
        land = any(
            tree.lemmas[s] == "Land" and any(tree.tags[c] == "PPOSAT" for c in tree.children[s])
            for s in clause.subjects
        )
        ours = land or any(tree.words[s].lower() in ("wir", "uns") for s in clause.subjects)
        said = (nation_of(speaker) or self._land_of(speaker) for speaker in speakers if ours)
        first = next((force for force in said if force is not None), None)
        return [first] if first is not None else []
