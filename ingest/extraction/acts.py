"""Acts of speech as relations: who confirmed, denied, warned of, feared, criticized, rejected, proposed what."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.concerns import Concerns
from ingest.extraction.contents import Contents
from ingest.extraction.denials import Denials
from ingest.extraction.how import How
from ingest.extraction.phrases import phrase
from ingest.extraction.proposals import Content, without_none
from ingest.extraction.receptions import Receptions
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import Act, LightAct, relation_words
from ingest.extraction.roles import ACTOR, Who
from ingest.extraction.topics import topic
from ingest.extraction.verdicts import Verdicts
from ingest.linking.bodies import stands_for


@dataclass(slots=True)
class Acts:
    """Finds acts of speech in one article."""

    make: Relating
    contents: Contents = field(init=False)
    receptions: Receptions = field(init=False)
    denials: Denials = field(init=False)
    verdicts: Verdicts = field(init=False)
    concerns: Concerns = field(init=False)

    def __post_init__(self) -> None:
        reading, roles = self.make.reading, self.make.roles
        self.contents = Contents(reading, roles)
        self.receptions = Receptions(reading, roles, self.contents)
        self.denials = Denials(reading, roles, self.contents, self.make.attributor)
        self.concerns = Concerns(self.make, self.contents)
        self.verdicts = Verdicts(reading, roles, self.contents, self.make.attributor)

    def statements(self) -> Iterator[Statement]:
        """All acts, clause by clause in text order."""
        for sentence in self.make.reading.clauses:
            for clause in sentence:
                yield from self._act(clause)
                yield from self._light(clause)
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
        subjects = (self.make.roles.agents(clause) or self.make.unnamed(clause)) if act is not None else []
        if act is None or not subjects:
            return
        contents = self.contents.of(clause, act) or topic(self.make.reading, self.make.roles, clause)
        for content in contents:
            yield from self._say_so(self._predicate(act.predicate, clause, content), subjects, content, clause)
        if act.predicate == "WARNED" and not contents:
            for who in self.make.roles.who(self.make.roles.things(clause)):
                yield from self._say("WARNED", subjects, Content(who.entity, (), (who.token,)), clause)

    def _say_so(self, predicate: str, subjects: list[Who], content: Content, clause: Clause) -> Iterator[Statement]:
        """ "dementiert: Keine Soldaten in der Armee": denied is what "keine" denies."""
        plain = without_none(content) if predicate == "DENIED" else content
        none = plain is not content
        yield from self._say(predicate, subjects, plain, clause, negated=False if none else None)

    def _is_no_speech(self, clause: Clause, verb: str) -> bool:
        """ "haben drei Gefallene zu beklagen", "zu zwei Jahren verurteilt": a loss and a sentence are no criticism.

        "verweigert dem Vertrag die Zustimmung" is an approval that is refused, told as such.
        """
        if verb == "verurteilen":
            return any(p in ("zu", "zum", "zur") for p, _ in clause.obliques)
        words, tree = relation_words(), self.make.reading.tree
        if words.holds("refusing", verb) and any(words.holds("approval_signs", tree.lemmas[t]) for t in clause.objects):
            return True
        return verb == "beklagen" and tree.words[clause.head - 1 : clause.head] == ["zu"]

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
                subjects = self.make.roles.agents(clause) or self.make.unnamed(clause)
                for content in contents:
                    yield from self._say(self._predicate(light.predicate, clause, content), subjects, content, clause)
                if contents:
                    return

    def _is_light(self, light: LightAct, clause: Clause) -> bool:
        if light.reflexive and not clause.reflexive:
            return False
        return not light.with_noun or bool(self._carriers(light, clause))

    def _carriers(self, light: LightAct, clause: Clause) -> list[int]:
        """The nouns and adjectives that make the verb an act, of the clause or of a part that only they stand in."""
        tree = self.make.reading.tree
        own = [*self.make.reading.own_tokens(clause), *(c.head for c in clause.children if c.relation == "xcomp")]
        named = [t for t in own if tree.lemmas[t] in light.nouns or tree.words[t].strip("»«") in light.nouns]
        return [t for t in named if tree.deps[t] != "amod"]

    def _light_contents(self, light: LightAct, clause: Clause) -> Iterator[Content]:
        roles, tree = self.make.roles, self.make.reading.tree
        carriers = self._carriers(light, clause)
        tokens = [t for t in roles.behind(clause, light.behind) if (t in carriers) == light.carrier]
        if clause.copula and tree.case_of(clause.head) in light.behind:
            tokens.append(clause.head)  # "ist gegen den Einsatz"
        tokens += [c for carrier in carriers for c in roles.inside(carrier, light.behind) if c not in tokens]
        if light.dative or light.object:
            below = [c for carrier in carriers for c in tree.children[carrier] if tree.deps[c] in ("obj", "nsubj")]
            tokens += [t for t in (*roles.things(clause), *below) if t not in carriers and not self.contents.points(t)]
        if light.only:
            tokens = [t for t in tokens if relation_words().noun(light.only, tree.lemmas[t])]
        for token in tokens:
            content = self.contents.noun(token, light.predicate)
            if content is not None:
                yield content if light.carrier else self.contents.cut(content, clause, carriers)
        alone = relation_words().holds("standing_alone", roles.verb(clause))
        if not tokens and (light.with_noun or alone) and (light.pointing or not light.only):
            said = self.contents.clausal(clause) if light.with_noun else self.contents.headline(clause)
            yield from said or topic(self.make.reading, roles, clause, carriers)

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
        for predicate, subjects, content in self.verdicts.of(clause):
            yield from self._say(predicate, subjects, content, clause, negated=False)
        for subjects, content in self.concerns.of(clause):
            yield from self._say("CONCERNED_ABOUT", subjects, content, clause)

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
            if act is None or clause is None or self._is_given_up(token, clause):
                continue
            agents = self._holders(token) or self._origin(token, clause)
            tokens = [*roles.inside(token, act.behind), *self._right_behind(token, clause, act)]
            if "genitive" in act.behind:
                tokens += [t for t in roles.inside(token, (None,)) if t > token and tree.deps[t] == "nmod"]
            contents = [c for t in tokens if (c := self.contents.noun(t, act.predicate)) is not None]
            contents = contents or self.contents.hanging(token)
            for content in contents[:1] if agents else ():
                needed = (token, *tree.subtree(token), *content.tokens)
                yield from self._nominal(act.predicate, agents, content, clause, needed)

    def _is_given_up(self, token: int, clause: Clause) -> bool:
        """ "gibt den Widerstand auf", "zog die Forderung zurück": no longer held."""
        roles = self.make.roles
        return relation_words().holds("giving_up", roles.verb(clause)) and token in roles.nominals(clause)

    def _right_behind(self, token: int, clause: Clause, act: Act) -> list[int]:
        """ "kam Kritik an der Stationierung", "die Bitte Riads um Truppen", with the phrase hung on the verb."""
        tree = self.make.reading.tree
        ends = {token + 1, tree.edges[token][1]}
        return [t for t in self.make.roles.behind(clause, act.behind) if tree.edges[t][0] in ends]

    def _origin(self, token: int, clause: Clause) -> list[Who]:
        """ "Aus Moskau kam Kritik an ...", "Kritik kam von der Opposition", "Bei der EU wächst die Sorge vor ..."."""
        roles, words = self.make.roles, relation_words()
        if words.holds("growing", roles.verb(clause)) and token in roles.nominals(clause):
            states = [Who(state, t) for t in roles.behind(clause, ("in",)) if (state := self._state_at(t)) is not None]
            return states or roles.who(roles.behind(clause, ("bei", "beim", "unter", "in", "im")))
        if roles.verb(clause) != "kommen" or token not in roles.subjects(clause):
            return []
        capitals = [Who(state, t) for t in roles.behind(clause, ("aus",)) if (state := self._state_at(t)) is not None]
        return capitals or roles.who(roles.behind(clause, ("aus", "von", "vom")))

    def _state_at(self, token: int) -> Entity | None:
        mention = self.make.reading.by_head.get(token)
        return stands_for(mention.entity) if mention is not None else None

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
