"""Acts of speech as relations: who confirmed, denied, warned of, feared, criticized, rejected, proposed what."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.denials import Denials
from ingest.extraction.how import How
from ingest.extraction.phrases import phrase
from ingest.extraction.proposals import Content
from ingest.extraction.receptions import Receptions
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import Act, LightAct, relation_words
from ingest.extraction.roles import ACTOR, Who
from ingest.linking.bodies import capital_of


@dataclass(slots=True)
class Acts:
    """Finds acts of speech in one article."""

    make: Relating
    contents: Contents = field(init=False)
    receptions: Receptions = field(init=False)
    denials: Denials = field(init=False)

    def __post_init__(self) -> None:
        reading, roles = self.make.reading, self.make.roles
        self.contents = Contents(reading, roles)
        self.receptions = Receptions(reading, roles, self.contents)
        self.denials = Denials(reading, roles, self.contents)

    def statements(self) -> Iterator[Statement]:
        """All acts, clause by clause in text order."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._act(clause)
                yield from self._light(clause)
                yield from self._concern(clause)
                yield from self._accusation(clause)
                yield from self._received(clause)
        yield from self._participles()
        yield from self._nouns()

    def _say(
        self, predicate: str, subjects: list[Who], content: Content, clause: Clause, *, negated: bool | None = None
    ) -> Iterator[Statement]:
        for who in subjects:
            statement = self.make.make(
                predicate,
                who.entity,
                content.entity,
                clause,
                How(
                    rule="act",
                    tokens=content.tokens,
                    clauses=content.clauses,
                    act=True,
                    located=True,
                    negated=negated,
                ),
            )
            if statement is not None:
                yield statement

    # -- verbs

    def _act(self, clause: Clause) -> Iterator[Statement]:
        verb = self.make.roles.verb(clause)
        act = relation_words().acts.get(verb)
        if clause.negated and relation_words().holds("considering", verb):
            return  # "schließt das nicht aus" rejects nothing
        if self._is_no_speech(clause, verb):
            return
        subjects = (self.make.roles.agents(clause) or self._unnamed(clause)) if act is not None else []
        if act is None or not subjects:
            return
        contents = self.contents.of(clause, act)
        for content in contents:
            yield from self._say(self._predicate(act.predicate, clause, content), subjects, content, clause)
        if act.predicate == "WARNED" and not contents:
            for who in self.make.roles.who(self.make.roles.things(clause)):
                yield from self._say("WARNED", subjects, Content(who.entity, (), (who.token,)), clause)

    def _is_no_speech(self, clause: Clause, verb: str) -> bool:
        """ "haben drei Gefallene zu beklagen", "zu zwei Jahren verurteilt": a loss and a sentence are no criticism."""
        if verb == "verurteilen":
            return any(p in ("zu", "zum", "zur") for p, _ in clause.obliques)
        return verb == "beklagen" and self.make.reading.tree.words[clause.head - 1 : clause.head] == ["zu"]

    def _unnamed(self, clause: Clause) -> list[Who]:
        """ "das Welternährungsprogramm warnte": a body that no list knows; "Ich schlage ... vor": who speaks."""
        tree = self.make.reading.tree
        speaker = next((s for s in clause.subjects if tree.words[s].lower() in ("ich", "wir")), None)
        if speaker is None:
            return self.make.roles.bodies(clause)
        sources = self.make.attributor.of(clause).sources()
        return [Who(s.entity, speaker) for s in sources if s.role == "origin" and s.entity.type == "Person"][:1]

    def _predicate(self, predicate: str, clause: Clause, content: Content) -> str:
        """ "weist zurück" is a denial of an allegation and a rejection of a demand or proposal."""
        words, tree = relation_words(), self.make.reading.tree
        if not words.holds("denying_or_rejecting", self.make.roles.verb(clause)):
            return predicate
        nouns = [tree.lemmas[t] for t in content.tokens if tree.pos[t] == "NOUN"]
        nouns += [
            tree.lemmas[t] for c in content.clauses for t in self.make.reading.own_tokens(c) if tree.pos[t] == "NOUN"
        ]
        demanded = any(words.noun("demands", noun) for noun in nouns[:1]) or content.demanded
        return "REJECTED" if demanded else "DENIED"

    # -- verb and noun: "übt Kritik an", "spricht sich gegen ... aus"

    def _light(self, clause: Clause) -> Iterator[Statement]:
        verb = self.make.roles.verb(clause)
        for light in relation_words().light:
            copular = clause.copula and "sein" in light.verbs
            if (verb in light.verbs or copular) and self._is_light(light, clause):
                contents = list(self._light_contents(light, clause))
                for content in contents:
                    yield from self._say(light.predicate, self.make.roles.agents(clause), content, clause)
                if contents:
                    return

    def _is_light(self, light: LightAct, clause: Clause) -> bool:
        tree = self.make.reading.tree
        if light.reflexive and not clause.reflexive:
            return False
        own = self.make.reading.own_tokens(clause)
        return not light.nouns or any(tree.lemmas[t] in light.nouns or tree.words[t] in light.nouns for t in own)

    def _light_contents(self, light: LightAct, clause: Clause) -> Iterator[Content]:
        roles, tree = self.make.roles, self.make.reading.tree
        tokens = [t for t in roles.behind(clause, light.behind) if tree.lemmas[t] not in light.nouns]
        if clause.copula and tree.case_of(clause.head) in light.behind:
            tokens.append(clause.head)  # "ist gegen den Einsatz"
        carriers = [t for t in self.make.reading.own_tokens(clause) if tree.lemmas[t] in light.nouns]
        tokens += [c for carrier in carriers for c in roles.inside(carrier, light.behind) if c not in tokens]
        if light.dative or light.object:
            below = [c for carrier in carriers for c in tree.children[carrier] if tree.deps[c] in ("obj", "nsubj")]
            tokens += [t for t in (*roles.things(clause), *below) if t not in carriers]
        if light.allegation:
            tokens = [t for t in tokens if relation_words().noun("allegations", tree.lemmas[t])]
        for token in tokens:
            content = self.contents.noun(token, light.predicate)
            if content is not None:
                yield content
        if not tokens and light.nouns:
            yield from self.contents.clausal(clause)

    # -- concern

    def _concern(self, clause: Clause) -> Iterator[Statement]:
        """ "äußerte Besorgnis über X", "zeigte sich besorgt über X", "X beunruhigt Y"."""
        words, roles = relation_words(), self.make.roles
        verb = roles.verb(clause)
        adjective = words.holds("concern_adjectives", self.make.reading.tree.words[clause.head].lower())
        state = adjective and clause.finite != clause.head
        if words.holds("worrying_verbs", verb) and not clause.passive and not state:
            yield from self._worries(clause)
            return
        carriers = [t for t in self.make.reading.own_tokens(clause) if self._carries_concern(t)]
        is_adjective = state and clause.head in carriers
        watching = words.holds("watching", verb) and any(self.make.reading.tree.case_of(t) == "mit" for t in carriers)
        if not carriers or not (words.holds("concern_verbs", verb) or is_adjective or watching):
            return
        agents = roles.who(clause.subjects) if is_adjective and roles.passive(clause) else roles.agents(clause)
        subjects = [who for who in agents if who.token not in carriers] or self._unnamed(clause)
        tokens = self._concern_objects(clause, carriers) or (roles.things(clause) if watching else [])
        contents = [c for t in tokens if (c := self.contents.noun(t, "CONCERNED_ABOUT")) is not None]
        for content in contents or self.contents.clausal(clause) or self._shared(clause):
            yield from self._say("CONCERNED_ABOUT", subjects, content, clause)

    def _shared(self, clause: Clause) -> list[Content]:
        """ "Seoul verurteilte die Zusage, Tokio äußerte Besorgnis": the content of the act it is joined to."""
        parent = clause.parent
        act = relation_words().acts.get(self.make.roles.verb(parent)) if parent is not None else None
        joined = clause.relation in ("conj", "parataxis", "ccomp") and not clause.subjunctive
        bare = not clause.children and not clause.obliques
        if parent is None or act is None or not joined or not bare or parent.head > clause.head:
            return []
        return [replace(c, clauses=(*c.clauses, parent)) for c in self.contents.of(parent, act)]

    def _carries_concern(self, token: int) -> bool:
        words, tree = relation_words(), self.make.reading.tree
        return words.noun("concern_nouns", tree.lemmas[token]) or words.holds(
            "concern_adjectives", tree.words[token].lower()
        )

    def _concern_objects(self, clause: Clause, carriers: list[int]) -> list[int]:
        roles, words = self.make.roles, relation_words()
        toward = words.holds("watching", roles.verb(clause)) or roles.verb(clause) == "reagieren"
        behind = [p for p in words.lists["concern_behind"] if toward or p != "auf"]  # "Raketen auf den Philippinen"
        heads = list(roles.behind(clause, behind))
        heads += [c for carrier in carriers for c in roles.inside(carrier, behind) if c not in heads]
        heads += [
            t for carrier in carriers for t in roles.joined(carrier) if t not in carriers
        ]  # "... und die Gefahr, dass"
        return [each for head in heads for each in roles.joined(head)]

    def _worries(self, clause: Clause) -> Iterator[Statement]:
        """The subject is what worries, the object who is worried."""
        roles, tree = self.make.roles, self.make.reading.tree
        for token in clause.subjects:
            content = self.contents.noun(token, "CONCERNED_ABOUT") if tree.pos[token] in ("NOUN", "PROPN") else None
            if content is not None:
                objects = [t for t in roles.nominals(clause) if t not in clause.subjects]
                others = self._in_capitals(objects) or roles.who(objects)
                yield from self._say("CONCERNED_ABOUT", others, content, clause)

    def _in_capitals(self, tokens: list[int]) -> list[Who]:
        """ "die Verantwortlichen in Kiew und Washington": the states."""
        roles, found = self.make.roles, list[Who]()
        for token in tokens:
            actor = roles.actor(token)
            if token not in self.make.reading.by_head and (actor is None or actor.id.startswith("x-")):
                inside = [t for h in roles.inside(token, ("in",)) for t in roles.joined(h)]
                places = [self.make.reading.by_head.get(t) for t in inside]
                states = [capital_of(m.entity) for m in places if m is not None]
                found += [Who(state, token) for state in states if state is not None]
        return found

    def _accusation(self, clause: Clause) -> Iterator[Statement]:
        """ "Kiew wirft Moskau Kriegsverbrechen vor": criticism; "beschuldigt X, ... zu tun" only tells what X does."""
        roles = self.make.roles
        if not relation_words().holds("accusing_verbs", roles.verb(clause)):
            return
        subjects = roles.agents(clause) or roles.bodies(clause)
        told = any(child.relation in ("xcomp", "ccomp", "acl", "advcl") for child in clause.children)
        accuses = told and relation_words().holds("accusing_of_doing", roles.verb(clause))
        for who in roles.who(roles.things(clause)) if not accuses else ():
            yield from self._say("CRITICIZED", subjects, Content(who.entity, (), (who.token,)), clause)

    def _received(self, clause: Clause) -> Iterator[Statement]:
        """ "stößt in Warschau auf Kritik"; "der Bericht sei falsch, sagte X"."""
        for predicate, subjects, content in self.receptions.of(clause):
            yield from self._say(predicate, subjects, content, clause)
        denied = self.denials.of(clause)
        if denied is not None:
            yield from self._say("DENIED", denied[0], denied[1], denied[2], negated=False)

    # -- participles and nouns

    def _participles(self) -> Iterator[Statement]:
        """ "der von den USA vorgeschlagene Plan", "die von Kiew geforderten Garantien"."""
        words, tree, reading = relation_words(), self.make.reading.tree, self.make.reading
        for token in range(len(tree)):
            if tree.deps[token] != "amod" or not tree.children[token]:
                continue
            act = words.acts.get(words.forms.participle(tree.words[token]) or "")
            noun, clause = tree.heads[token], reading.owner[token]
            agents = self.make.roles.who(c for c in tree.children[token] if tree.case_of(c) in ("von", "vom", "durch"))
            content = self.contents.noun(noun, act.predicate) if act is not None and agents else None
            if act is not None and clause is not None and content is not None:
                yield from self._nominal(act.predicate, agents, content, clause, (token, *content.tokens))

    def _nouns(self) -> Iterator[Statement]:
        """ "Kiews Forderung nach Langstreckenwaffen", "die Kritik der Opposition an dem Einsatz"."""
        words, tree, reading, roles = relation_words(), self.make.reading.tree, self.make.reading, self.make.roles
        for token in range(len(tree)):
            act = words.act_nouns.get(tree.lemmas[token]) if tree.pos[token] == "NOUN" else None
            clause = reading.owner[token]
            if act is None or clause is None:
                continue
            agents = self._holders(token) or self._origin(token, clause)
            tokens = [*roles.inside(token, act.behind), *self._right_behind(token, clause, act)]
            contents = [c for t in tokens if (c := self.contents.noun(t, act.predicate)) is not None]
            for content in contents[:1] if agents else ():
                needed = (token, *tree.subtree(token), *content.tokens)
                yield from self._nominal(act.predicate, agents, content, clause, needed)

    def _right_behind(self, token: int, clause: Clause, act: Act) -> list[int]:
        """ "kam Kritik an der Stationierung", with the phrase hung on the verb."""
        tree = self.make.reading.tree
        return [t for t in self.make.roles.behind(clause, act.behind) if tree.edges[t][0] == token + 1]

    def _origin(self, token: int, clause: Clause) -> list[Who]:
        """ "Aus Moskau kam Kritik an ...", "Kritik kam von der Opposition", "In Vilnius wächst die Sorge vor ..."."""
        roles, words = self.make.roles, relation_words()
        if words.holds("growing", roles.verb(clause)) and token in roles.nominals(clause):
            return [Who(state, t) for t in roles.behind(clause, ("in",)) if (state := self._state_at(t)) is not None]
        if roles.verb(clause) != "kommen" or token not in roles.subjects(clause):
            return []
        capitals = [Who(state, t) for t in roles.behind(clause, ("aus",)) if (state := self._state_at(t)) is not None]
        return capitals or roles.who(roles.behind(clause, ("aus", "von", "vom")))

    def _state_at(self, token: int) -> Entity | None:
        mention = self.make.reading.by_head.get(token)
        return capital_of(mention.entity) if mention is not None else None

    def _holders(self, token: int) -> list[Who]:
        """Whose act it is: a genitive, "von X", "durch X" or an adjective ("russische Warnung")."""
        roles, reading = self.make.roles, self.make.reading
        found = roles.who(t for t in roles.inside(token, (None, "von", "vom", "durch")))
        clause = reading.owner[token]
        if clause is not None and any(reading.tree.tags[c] == "PPOSAT" for c in reading.tree.children[token]):
            return roles.agents(clause)  # "bekräftigte seine Forderung nach ..."
        start, _ = phrase(reading.tree, token)
        before = [m for m in reading.mentions if m.end == start and reading.tree.words[m.end - 1].endswith("s")]
        found = found or [Who(m.entity, m.head) for m in before if m.entity.type in ACTOR and m.form != "adjective"]
        adjectives = [m for m in reading.mentions if m.form == "adjective" and reading.tree.heads[m.head] == token]
        return found or [Who(m.entity, m.head) for m in adjectives[:1]]

    def _nominal(
        self, predicate: str, agents: list[Who], content: Content, clause: Clause, tokens: tuple[int, ...]
    ) -> Iterator[Statement]:
        for who in agents:
            statement = self.make.make(
                predicate,
                who.entity,
                content.entity,
                clause,
                How(rule="act", tokens=(*tokens, who.token), nominal=True, presupposed=True, negated=False),
            )
            if statement is not None:
                yield statement
