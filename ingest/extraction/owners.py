"""Whose soldiers a possessive means ("seine Soldaten", "in den eigenen Reihen"), and whom actors act for."""

from dataclasses import dataclass

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.clauses import Clause
from ingest.extraction.nations import country_of, troops_of
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words
from seeds.reference import reference

_OWNERS = frozenset({"name", "metonym", "demonym"})
_RANKS = frozenset({"Reihe", "Seite", "Militär", "Armee", "Truppe", "Streitkraft", "Heer", "Lager", "Kämpfer"})


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
            meant = self.actors.coreference.resolve(token)  # "Die Armee ... Im Süden hat sie 6.000 Mann stehen"
            force = troops_of(meant) if meant is not None and meant.type == "Force" else None
            return force if force is not None and force.id in reference().entities else None
        entity = self.actors.named(token)
        if entity is not None and entity.type == "Person":
            row = reference().entities.get(entity.id)
            commanded = self._commanded(token)  # "Wagner-Chef Jewgeni Prigoschin"
            return commanded or (country_of(row) if row is not None else None)
        if entity is not None:
            mention = self.reading.by_head.get(token)
            return troops_of(entity, mention.kind if mention is not None else "") or self._of_service(entity)
        for mention in self.reading.mentions:  # "die russische Armee"
            if mention.form == "adjective" and self.reading.tree.heads[mention.head] == token:
                return troops_of(mention.entity)
        return self._body_of(token, known=known)

    def _body_of(self, token: int, *, known: bool) -> Entity | None:
        """ "die Regierung, deren Armee 40 Soldaten verloren hat": the armed forces of whom the clause is about."""
        tree, clause = self.reading.tree, self.reading.owner[token]
        whose = token > 0 and tree.words[token - 1].lower() in ("deren", "dessen")
        body = tree.words[token].lower().endswith(("armee", "heer", "truppen", "streitkräfte", "militär"))
        if not whose or not body or clause is None or not clause.relation.startswith("acl"):
            return None
        return self.acting(tree.heads[clause.head], known=known)

    def _of_service(self, entity: Entity) -> Entity | None:
        """ "der Militärgeheimdienst setzte Elitesoldaten ab": a service acts with the soldiers of its state."""
        row = reference().entities.get(entity.id)
        return country_of(row) if row is not None and row.kind == "intelligence_service" else None

    def _commanded(self, token: int) -> Entity | None:
        """ "SDF-Befehlshaber Maslum Abdi": the armed group in the title of a person whom no table has."""
        title = next((m for m in self.reading.mentions if m.start <= token < m.end and not m.nested), None)
        within = self.reading.mentions_in(title.start, title.end) if title is not None else []
        return next((m.entity for m in within if m.form == "compound" and m.entity.type == "Force"), None)

    def possessor(self, head: int, clause: Clause | None, speakers: tuple[Entity, ...], *, known: bool) -> list[Entity]:
        """ "seine Soldaten", "ihre eigenen Leute": the subject's, else who is spoken of, else who says so."""
        tree = self.reading.tree
        near = (c for token in (head, tree.heads[head]) for c in tree.children[token])
        owned = [c for c in near if tree.tags[c] in ("PPOSAT", "PRELAT") or tree.lemmas[c] == "eigen"]
        owned += self._sized(clause)
        own = [c for c in owned if tree.tags[c] != "PRELAT"]
        if clause is not None and len(own) < len(owned) and clause.relation.startswith("acl"):
            who = self.acting(tree.heads[clause.head], known=known)  # "die Hisbollah, deren Verluste"
            return [who] if who is not None else []
        if not own or clause is None:
            return []
        around = clause.ancestors() if clause.relation in ("advcl", "parataxis") else []
        apart = clause.relation == "parataxis" and not clause.subjects  # "Kiew hat Angaben gemacht: 1300 eigene Tote"
        later = [
            s
            for each in around
            for s in each.subjects
            if (s < head if apart else s > head and clause.relation == "advcl")
        ]
        subjects = (self.acting(subject, known=known) for subject in (*clause.subjects, *later) if subject != head)
        before = (self._owner_before(token) for token in own if tree.tags[token] == "PPOSAT")
        meant = (troops_of(self.actors.coreference.resolve(token)) for token in own if tree.tags[token] == "PPOSAT")
        itself = any(tree.lemmas[token] == "eigen" for token in own)
        voices = [speaker for speaker in speakers if itself or speaker.type == "Person"]
        said = (nation_of(speaker) or (self.land_of(speaker) if itself else None) for speaker in voices)
        first = next((force for force in (*subjects, *before, *meant, *said) if force is not None), None)
        return [first] if first is not None else []

    def owned(self, head: int, clause: Clause | None) -> bool:
        """Does a possessive say whose they are, beside the personnel or beside what is sized?"""
        tree = self.reading.tree
        return any(tree.tags[c] == "PPOSAT" for c in tree.children[head]) or bool(self._sized(clause))

    def _sized(self, clause: Clause | None) -> list[int]:
        """ "veranschlagt ihre Stärke", "die Hisbollah, deren Verluste X angibt": the parser may hang it on the verb."""
        if clause is None or clause.verb not in troop_words().onto:
            return []
        tree, nouns = self.reading.tree, {*troop_words().sizes, *troop_words().nouns}
        sized = [o for o in (*clause.objects, *clause.subjects) if tree.lemmas[o] in nouns]
        beside = (t for o in sized for t in (o - 1, *tree.children[o]))
        return [t for t in beside if tree.tags[t] in ("PPOSAT", "PRELAT")][:1]

    def _owner_before(self, possessive: int) -> Entity | None:
        """ "Die USA ziehen ab. 766 ihrer Soldaten ...": the state or force that acted last, if the pronoun fits it."""
        tree = self.reading.tree
        first = tree.sentences[max(0, tree.sentence_of[possessive] - 1)][0]
        for mention in reversed([m for m in self.reading.mentions if first <= m.start and m.end <= possessive]):
            if mention.form not in _OWNERS or not tree.deps[mention.head].startswith("nsubj"):
                continue
            articles = {tree.words[c].lower() for c in tree.children[mention.head] if tree.pos[c] == "DET"}
            if ("die" in articles) == tree.words[possessive].lower().startswith("ihr"):
                force = troops_of(mention.entity, mention.kind)
                if force is not None:
                    return force
        return self._group_before(first, possessive)

    def _group_before(self, first: int, possessive: int) -> Entity | None:
        """ "ein Fahrzeug der Einheit Achmat. Dabei seien acht ihrer Kämpfer umgekommen": the only group spoken of."""
        groups = [m for m in self.reading.mentions if first <= m.start < possessive and m.entity.type == "Force"]
        said = {m.entity.id for m in groups}
        fits = self.reading.tree.words[possessive].lower().startswith("ihr") and len(said) == 1
        return (troops_of(groups[0].entity) or groups[0].entity) if fits else None

    def own_ranks(self, clause: Clause | None, speakers: tuple[Entity, ...], *, known: bool) -> list[Entity]:
        """ "zwei Tote in den eigenen Reihen eingeräumt": the speaker's or the subject's."""
        tree = self.reading.tree
        ranks = [t for t in self.reading.own_tokens(clause) if tree.lemmas[t] in _RANKS] if clause is not None else []
        if not any(tree.lemmas[c] == "eigen" for t in ranks for c in tree.children[t]):
            return []
        said = (nation_of(speaker) for speaker in speakers)
        acting = (self.acting(subject, known=known) for subject in (clause.subjects if clause is not None else ()))
        helping = any(
            tree.case_of(t) == "mit" for t in ranks
        )  # "unterstützt Russland mit eigenen Truppen, sagt der NIS"
        order = (*acting, *said) if helping else (*said, *acting)
        first = next((force for force in order if force is not None), None)
        return [first] if first is not None else []

    def land_of(self, person: Entity) -> Entity | None:
        """The country that the article names with a person: "der irische Verteidigungsminister Simon Harris"."""
        named = [m for m in self.reading.mentions if m.entity.id == person.id and m.form in ("name", "office")]
        around = {t for m in named for t in range(m.start - 2, m.end)}
        states = (m.entity for m in self.reading.mentions if m.start in around and m.entity.type == "Country")
        return next(states, None) if person.type == "Person" else None

    def ours(self, clause: Clause, speakers: tuple[Entity, ...], *, land: bool = False) -> list[Entity]:
        """ "„Wir haben 600 Soldaten geschickt“, sagte der Minister": the speaker's own; `land`: only "sein Land"."""
        tree = self.reading.tree
        ours = any(
            tree.lemmas[s] == "Land" and any(tree.tags[c] == "PPOSAT" for c in tree.children[s])
            for s in clause.subjects
        )
        ours = ours or not land and any(tree.words[s].lower() in ("wir", "uns") for s in clause.subjects)
        said = (nation_of(speaker) or self.land_of(speaker) for speaker in speakers if ours)
        first = next((force for force in said if force is not None), None)
        return [first] if first is not None else []
