"""Governments and bodies of states in a text: a noun with an adjective, a genitive, a compound part or "in <Ort>"."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.counts.nouns import counted_by
from ingest.extraction.datelines import is_dateline
from ingest.extraction.tree import Tree
from ingest.linking.data import word_set, words_to
from ingest.linking.gazetteer import capitals
from ingest.linking.institutions import Institution, body_of, institutions
from ingest.linking.mention import Mention, entity_of, unknown_entity
from seeds.reference import Country, reference

_REACH = 2  # sentences
_ACTS = 3  # who acts counts as if named so many times
_SINGULAR = ("ee", "ine", "affe", "wache")  # "die Armee hat": no plural, whatever the tagger says
_ABROAD = frozenset({"Botschaft", "Konsulat", "Generalkonsulat"})
_OWNERS = frozenset({"Country", "Organization"})
_GENITIVE = frozenset({"nmod", "nmod:poss", "appos", "flat", "dep", "det", "det:poss"})


@dataclass(frozen=True, slots=True)
class Owned:
    """A noun of a state: the owner and the tokens that say so."""

    owner: Entity
    start: int
    end: int


@dataclass(slots=True)
class Bodies:
    """Works on one article; `by_head` holds the mentions found so far by head token, compounds by their token."""

    tree: Tree
    by_head: Mapping[int, list[Mention]]
    seen: dict[str, Mention] = field(default_factory=dict[str, Mention])
    owned: dict[int, Entity] = field(default_factory=dict[int, Entity])

    def find(self) -> Iterator[Mention]:
        """Mentions of governments (the Country) and of bodies, in text order."""
        for token, pos in enumerate(self.tree.pos):
            if pos not in ("NOUN", "PROPN") or not self.tree.words[token][:1].isupper():
                continue
            noun, government = self._noun(token)
            if government:
                yield from self._government(token)
            elif noun:
                yield from self._body(token, noun)

    def _noun(self, token: int) -> tuple[str, bool]:
        tree = self.tree
        for word in (tree.words[token], tree.lemmas[token]):
            last = word.rsplit("-", 1)[-1]
            if last in word_set("cues.yaml", "governments"):
                return last, True
            if last in word_set("cues.yaml", "governments_plural") and tree.morphs[token].get("Number") == "Plur":
                return last, True
            for form in (last, last.removesuffix("s"), last.removesuffix("es")):
                if form in institutions():
                    return form, False
        return "", False

    def _government(self, token: int) -> Iterator[Mention]:
        owned = self._owned(token)
        if owned is None:
            owned = self._headed_by(token)
        if owned is not None and owned.owner.type == "Country":
            yield Mention(owned.start, owned.end, token, owned.owner, "description", "government")

    def _headed_by(self, token: int) -> Owned | None:
        """ "die Regierung Biden", "die Regierung von Premierminister X": the state of that person."""
        tree = self.tree
        for child in (c for c in tree.children[token] if c > token and tree.case_of(c) in (None, "von", "unter")):
            inside = (child, *(c for c in tree.children[child] if tree.deps[c] in ("appos", "flat")))
            for mention in (m for t in inside for m in self.by_head.get(t, ()) if m.entity.type == "Person"):
                state = _state(mention)
                if state is not None:
                    return Owned(state, token, token + 1)
        return None

    def _body(self, token: int, noun: str) -> Iterator[Mention]:
        if any(m.form == "name" and m.start <= token < m.end for m in self.by_head.get(token, ())):
            return
        owned = self._owned(token)
        if owned is not None:
            entity, kind, others = body_of(owned.owner, noun)
            mention = Mention(owned.start, owned.end, token, entity, "name", kind, 0.9, others)
            self.seen[institutions()[noun].noun] = mention
            state = capital_of(owned.owner)
            self.owned.update({token: state} if state is not None else {})
            yield mention
        elif self._is_group(token, noun):
            yield Mention(
                token, token + 1, token, unknown_entity(self.tree.words[token], "Force"), "name", "armed_group", 0.7
            )
        elif not self._introduced(token) and not (noun in _ABROAD and self.tree.words[token + 1 : token + 2] == ["in"]):
            yield from self._bare(token, noun)

    def _is_group(self, token: int, noun: str) -> bool:
        """ "die Arakan-Armee": a group by its name, not the army of a state; "eine Milliarden-Armee" is no name."""
        armed = institutions()[noun].kind == "armed_force"
        return armed and "-" in self.tree.words[token].strip("-") and self.tree.pos[token] == "PROPN"

    def _bare(self, token: int, noun: str) -> Iterator[Mention]:
        """ "der Geheimdienst", "das Präsidialamt": the one spoken of before, else that of the state that acts here."""
        body = institutions()[noun]
        usual = self._usual(noun)
        if usual is not None:
            yield Mention(token, token + 1, token, usual, "name", body.kind, 0.8)
            return
        known = self.seen.get(body.noun) or self._spoken_of(token, body)
        soldiers = self._whose_soldiers(token, known) if body.kind == "armed_force" else None
        if soldiers is not None:
            entity, kind, others = body_of(soldiers, noun)
            yield Mention(token, token + 1, token, entity, "description", kind, 0.5, others)
        elif known is not None:
            yield Mention(token, token + 1, token, known.entity, "description", known.kind, 0.8)
        elif self._definite(token) and (owner := self._alliance() if body.allied else self._acting_state(token)):
            entity, kind, others = body_of(owner, noun)
            yield Mention(token, token + 1, token, entity, "description", kind, 0.5, others)

    def _usual(self, noun: str) -> Entity | None:
        """ "im Sicherheitsrat", "im Kongress": without a state the usual one, if the article speaks of its owner."""
        body = reference().entities.get(words_to("cues.yaml", "usual_bodies").get(noun, ""))
        if body is None or self.seen.get(institutions()[noun].noun) is not None:
            return None
        owner = body.country or words_to("cues.yaml", "owners").get(body.id, "")
        named = any(m.entity.id == owner for ms in self.by_head.values() for m in ms)
        return entity_of(body) if named else None

    def _whose_soldiers(self, token: int, known: Mention | None) -> Entity | None:
        """ "Fünf israelische Soldaten sind gefallen. Damit hat die Armee ...": whose soldiers the paragraph speaks of,
        where no army has been named in it.
        """
        tree = self.tree
        here = tree.sentence_of[token]
        if known is None or self._same_paragraph(known.start, token):
            return None
        near = (m for head, ms in self.by_head.items() for m in ms if head < token and m.form == "adjective")
        states = {
            m.entity.id: m.entity
            for m in near
            if m.entity.type == "Country"
            and here - tree.sentence_of[m.start] <= 1
            and counted_by(tree.words[tree.heads[m.head]]) is not None
            and self._same_paragraph(m.start, token)
        }
        return next(iter(states.values())) if len(states) == 1 else None

    def _same_paragraph(self, first: int, token: int) -> bool:
        return "\n" not in self.tree.full_text[self.tree.offsets[first] : self.tree.offsets[token]].strip()

    def _alliance(self) -> Entity | None:
        """The alliance that the article speaks of most."""
        named = [m.entity for ms in self.by_head.values() for m in ms if m.kind == "alliance"]
        return max(named, key=named.count, default=None)

    def _spoken_of(self, token: int, body: Institution) -> Mention | None:
        """A body named that this noun describes: "der Geheimdienst HUR", "NIS ... der Geheimdienst"."""
        if not body.generic:
            return None
        named = [m for ms in self.by_head.values() for m in ms if m.form == "name" and m.kind == body.kind]
        beside = next((m for m in named if m.start == token + 1), None)
        if beside is not None:
            return beside
        return max((m for m in named if m.end <= token), key=lambda m: m.start, default=None)

    def _introduced(self, token: int) -> bool:
        """ "ein Geheimdienst", "westliche Geheimdienste": a new one, not the one spoken of."""
        tree = self.tree
        several = tree.morphs[token].get("Number") == "Plur" and not tree.words[token].endswith(_SINGULAR)
        return several or any(
            tree.words[c].lower().startswith("ein") or tree.deps[c] == "amod" for c in tree.children[token] if c < token
        )

    def _definite(self, token: int) -> bool:
        tree = self.tree
        return any(tree.tags[c] == "ART" for c in tree.children[token]) or tree.tags[token - 1] == "APPRART"

    def _acting_state(self, token: int) -> Entity | None:
        """The state that acts in this sentence or just before, else one named before, else the most spoken of."""
        tree = self.tree
        here = tree.sentence_of[token]
        acting: dict[int, Entity] = {}
        for head, mentions in self.by_head.items():
            distance = here - tree.sentence_of[head]
            if head < token and distance <= _REACH:
                for mention in mentions:
                    state = _state(mention) if mention.form in ("name", "metonym") else None
                    subject = tree.deps[head].startswith("nsubj") or self._is_heard(head)
                    scene = mention.entity.type == "Country" and tree.case_of(head) in ("in", "aus", "nach")
                    here_too = distance == 0 and distance not in acting and not scene
                    if state is not None and (subject or here_too) and not is_dateline(tree, head):
                        acting[distance] = state
        for head, state in self.owned.items():
            if head < token and tree.deps[head].startswith("nsubj") and here - tree.sentence_of[head] <= _REACH:
                acting.setdefault(here - tree.sentence_of[head], state)
        return acting[min(acting)] if acting else self._most_spoken_of()

    def _is_heard(self, head: int) -> bool:
        """ "In Seoul reagierte man alarmiert", "in Seoul hieß es": the government acts without a name."""
        tree = self.tree
        start, end = tree.sentence(head)
        nobody = any(tree.words[t].lower() == "man" and tree.heads[t] == tree.heads[head] for t in range(start, end))
        return nobody and tree.case_of(head) == "in"

    def _most_spoken_of(self) -> Entity | None:
        states: dict[str, Entity] = {}
        weights: Counter[str] = Counter()
        for head, mentions in self.by_head.items():
            for state in (state for m in mentions if (state := _state(m)) is not None):
                states[state.id] = state
                weights[state.id] += _ACTS if self.tree.deps[head].startswith("nsubj") else 1
        return states[weights.most_common(1)[0][0]] if weights else None

    def _owned(self, token: int) -> Owned | None:
        for mention in self.by_head.get(token, ()):
            if mention.form == "compound" and mention.start == token and mention.entity.type in _OWNERS:
                return Owned(mention.entity, token, token + 1)
        for child in self.tree.children[token]:
            for mention in self.by_head.get(child, ()):
                owned = self._owner(token, child, mention)
                if owned is not None:
                    return owned
        return self._seated(token)

    def _seated(self, token: int) -> Owned | None:
        """ "Das Parlament in Bogotá stimmte zu": the capital right behind the noun, wherever the parser hangs it."""
        behind = self.by_head.get(token + 2, ()) if self.tree.words[token + 1 : token + 2] == ["in"] else ()
        if self.tree.lemmas[token] in _ABROAD:
            return None
        capitals = (capital_of(m.entity) for m in behind if m.form in ("name", "metonym") and m.entity.type == "Place")
        state = next((c for c in capitals if c is not None), None)
        return Owned(state, token, token + 3) if state is not None else None

    def _owner(self, token: int, child: int, mention: Mention) -> Owned | None:
        """The owner where the child names it: adjective, genitive, "von X", or "in <Hauptstadt>"."""
        tree, case = self.tree, self.tree.case_of(child)
        start, end = min(mention.start, token), max(mention.end, token + 1)
        if mention.form == "adjective" and tree.deps[child] in ("amod", "nmod", "compound", "det"):
            return Owned(capital_of(mention.entity) or mention.entity, start, end) if child < token else None
        hung = tree.deps[child] == "amod" and child == token - 1 and tree.words[child].endswith("s")  # "Sudans Armee"
        if tree.deps[child] not in _GENITIVE and not hung or mention.form not in ("name", "metonym"):
            return None
        if case in ("in", "aus"):
            if self.tree.lemmas[token] in _ABROAD:
                return None  # "die Botschaft in Manila" is another state's
            capital = capital_of(mention.entity)
            return Owned(capital, start, end) if capital is not None else None
        if case in (None, "von", "vom") and mention.entity.type in ("Country", "Place"):
            capital = mention.entity if mention.entity.type == "Country" else capital_of(mention.entity)
            return Owned(capital, start, end) if capital is not None else None
        if case is None and mention.entity.type == "Organization" and child > token:
            return Owned(mention.entity, start, end)
        return None


def _state(mention: Mention) -> Entity | None:
    """The state that a mention acts for: the country of a capital, of a body of the state, of a person."""
    row = reference().entities.get(mention.entity.id)
    country = reference().entities.get(row.country or "") if row is not None else None
    acts_for = mention.kind in word_set("cues.yaml", "state_kinds") or mention.entity.type == "Person"
    if country is not None and acts_for:
        return entity_of(country)
    return capital_of(mention.entity)


def capital_of(entity: Entity) -> Entity | None:
    """The country whose capital a place is; a country itself."""
    if entity.type == "Country":
        return entity
    row = reference().entities.get(entity.id) or capitals().get(entity.id)
    country = reference().entities.get(row.country or "") if row is not None else None
    if row is not None and isinstance(country, Country) and row.name in (country.capital, *country.metonyms):
        return entity_of(country)
    return None


def stands_for(entity: Entity) -> Entity | None:
    """Who acts where a town is named: the body that has its seat there, else the state whose capital it is."""
    body = reference().entities.get(words_to("cues.yaml", "seats").get(entity.id, ""))
    return entity_of(body) if body is not None else capital_of(entity)
