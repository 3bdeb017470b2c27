"""What an agreement provides for: "sieht ... vor", "Kern ist ...", "nach Artikel 4 muss ...", "ist vorgesehen"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.agreements import Agreements
from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.contents import Contents
from ingest.extraction.how import How
from ingest.extraction.proposals import Content, clause_content, noun_content
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.rulings import DUTY, Rulings

_TO = frozenset({"zu", "zum", "zur", "auf"})
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "advcl", "acl:relcl", "obj"})
_WITH = frozenset({"mit", "durch"})
_IN = frozenset({"in", "im"})
_PRONOUNS = frozenset({"PPER", "PDS"})
_EACH_OTHER = frozenset({"sich", "einander", "gegenseitig"})
_THERE = frozenset({"darin", "demnach", "danach", "hierin"})


@dataclass(slots=True)
class Provisions:
    """Finds what the agreements of one article provide for."""

    make: Relating
    agreements: Agreements
    told: int | None = None  # where the last provision was told

    def of(self, clause: Clause) -> Iterator[Statement]:
        """The provisions that one clause says, by its own words, else by what stood before."""
        found = [*self._own(clause)]
        yield from found or self._ruled(clause)

    def _own(self, clause: Clause) -> Iterator[Statement]:
        words, verb = relation_words(), self.make.roles.verb(clause)
        passive = self.make.roles.passive(clause) or self._is_state(clause)
        agreed = verb in ("vereinbaren", "vorsehen") and passive and not self._named(clause)
        agreed = agreed or (words.holds("agreeing_in", verb) and not passive and self._agreed_inside(clause))
        counts_as = words.holds("counting_as", verb) and bool(self.make.roles.behind(clause, ("als",)))
        agreed = agreed or clause.modal not in DUTY and self._is_mutual(clause, verb)
        if words.holds("providing", verb) or agreed or counts_as:
            yield from self._provided(clause, verb, agreed=agreed)
        elif words.holds("standing_in", verb):
            yield from self._standing(clause, verb)
        elif verb == "heißen":
            yield from self._worded(clause)
        elif clause.copula:
            yield from self._core(clause)
        elif words.holds("centring", verb):
            yield from self._centre(clause)

    def _say(
        self,
        agreement: Entity,
        contents: Iterable[Content | None],
        clause: Clause,
        modality: str | None = None,
        negated: bool | None = None,
    ) -> Iterator[Statement]:
        tree = self.make.reading.tree
        plain = any(tree.words[t].lower() in _THERE for t in self.make.reading.own_tokens(clause))  # "gilt demnach"
        for content in contents:
            statement = (
                self.make.make(
                    "PROVIDES_FOR",
                    agreement,
                    content.entity,
                    clause,
                    How(
                        rule="provides",
                        tokens=content.tokens,
                        clauses=content.clauses,
                        modality="asserted" if plain else modality,
                        plain=plain,
                        negated=negated,
                    ),
                )
                if content is not None
                else None
            )
            if statement is not None:
                self.told = clause.head
                yield statement

    def _agreed_inside(self, clause: Clause) -> bool:
        """ "Im Abkommen hatten A und B den Abzug vereinbart"."""
        return not self._named(clause) and self._inside(clause) is not None

    def _is_mutual(self, clause: Clause, verb: str) -> bool:
        """ "Die Partner sichern sich Hilfe zu", "Demnach leisten sich beide Länder Beistand": each to the other."""
        words, tree = relation_words(), self.make.reading.tree
        helps = any(words.holds("mutual", tree.lemmas[t]) for t in self.make.roles.nominals(clause))
        one_another = any(tree.words[t].lower() in _EACH_OTHER for t in self.make.reading.own_tokens(clause))
        many = any(tree.morphs[s].get("Number") == "Plur" for s in clause.subjects)
        return words.holds("aiding", verb) and helps and one_another and many and not clause.negated

    def _worded(self, clause: Clause) -> Iterator[Statement]:
        """ "In Artikel 4 heißt es, beide Länder leisteten einander Hilfe": the words of the agreement."""
        agreement = self._inside(clause)
        said = [c for c in clause.children if c.relation in ("ccomp", "parataxis", "obj") and c.head > clause.head]
        if agreement is not None and said and not self._is_mutual(said[0], self.make.roles.verb(said[0])):
            things = [t for t in self.make.roles.things(said[0]) if self._is_thing(t)]
            contents = [noun_content(self.make.reading, t, coordinated=False) for t in things[:1]]
            yield from self._say(agreement, contents or [clause_content(self.make.reading, said[0])], clause)

    # -- "der Vertrag sieht X vor", "in dem Vertrag ist X vorgesehen"

    def _named(self, clause: Clause) -> bool:
        """Is what is agreed upon itself an agreement?"""
        return any(self.agreements.of(t) is not None for t in self.make.roles.nominals(clause))

    def _provided(self, clause: Clause, verb: str, *, agreed: bool = False) -> Iterator[Statement]:
        """With the agreement as subject (or what the parser took for the object), else "in dem Pakt", "darin".

        `agreed`: "Vereinbart wurden gemeinsame Manöver", right after an agreement.
        """
        passive = self.make.roles.passive(clause) or self._is_state(clause)
        counts_as = relation_words().holds("counting_as", verb)
        provider = None if passive or counts_as else self._provider(clause)
        agreement = provider[0] if provider is not None else self._inside(clause, bound=verb == "verpflichten")
        attack = counts_as and any(
            relation_words().noun("attack_nouns", self.make.reading.tree.lemmas[s]) for s in clause.subjects
        )
        if (agreed or attack) and agreement is None and self.agreements.is_recent(clause.head):
            agreement = self.agreements.last_before(clause.head)
        if agreement is None:
            return
        without = provider[1] if provider is not None else -1
        yield from self._say(agreement, self._contents(clause, verb, without), clause)

    def _contents(self, clause: Clause, verb: str, without: int) -> list[Content | None]:
        """ "verpflichtet beide Seiten zu X", things of the clause and what is joined to them, a dependent clause."""
        roles, reading = self.make.roles, self.make.reading
        if verb == "verpflichten":
            heads = roles.behind(clause, _TO)
        else:
            agents = (
                {who.token for who in roles.agents(clause)}
                if relation_words().holds("agreeing_in", verb)
                else set[int]()
            )
            things = [t for t in roles.nominals(clause) if t != without and t not in agents and self._is_thing(t)]
            examples = [t for t in things if self._is_example(t)]
            heads = examples or [*things[:1], *(t for t in things[1:] if reading.tree.deps[t] == "conj")]
        found = [noun_content(reading, t, coordinated=False) for h in heads for t in roles.joined(h)]
        found = found or [clause_content(reading, c) for c in self._dependent(clause)[:1]]
        pointing = any(reading.tree.words[t].lower() in ("das", "dies") for t in roles.nominals(clause))
        return found or ([Contents(reading, roles).pointed(clause)] if pointing else [])  # "Das sieht der Vertrag vor"

    def _is_example(self, token: int) -> bool:
        """ "listet Ziele auf, etwa den Kampf gegen Schlepper"."""
        tree = self.make.reading.tree
        return any(tree.words[c].lower() in ("etwa", "darunter", "namentlich") for c in tree.children[token])

    def _dependent(self, clause: Clause) -> list[Clause]:
        """Clauses that say what: on the verb; "eine Klausel, die vorsieht, dass ...", hung on the noun."""
        own = [c for c in clause.children if c.relation in _CLAUSES and c.antecedent not in clause.subjects]
        beside = clause.parent.children if clause.parent is not None else []
        same = [c for c in beside if c.mark == "dass" and c.head > clause.head and c.antecedent == clause.antecedent]
        return [c for c in own if c.antecedent is None or c.finite is None] or same

    def _is_thing(self, token: int) -> bool:
        """A noun that can be provided for: no name or side ("beide Seiten"), no articles, not the agreement."""
        tree, words = self.make.reading.tree, relation_words()
        counted = words.holds("counted_parts", tree.lemmas[token]) or self._says_more(token)
        if tree.pos[token] not in ("NOUN", "PROPN") or counted or self._is_same(token):
            return False
        return token not in self.make.reading.by_head and not words.noun("state_nouns", tree.lemmas[token])

    def _says_more(self, token: int) -> bool:
        """ "eine Klausel, die vorsieht, dass ...": what it says follows."""
        words = relation_words()
        clauses = self.make.reading.sentence_clauses(token)
        return any(c.antecedent == token and words.holds("providing", self.make.roles.verb(c)) for c in clauses)

    def _is_same(self, token: int) -> bool:
        """ "das Abkommen" again; "ein Truppenabkommen" can be part of it."""
        tree = self.make.reading.tree
        definite = any(tree.words[c].lower() in ("der", "die", "das", "den", "dieses") for c in tree.children[token])
        return self.agreements.of(token) is not None and definite

    def _provider(self, clause: Clause) -> tuple[Entity, int] | None:
        """The agreement among the noun phrases without preposition, nouns before pronouns, subjects first."""
        tree, roles = self.make.reading.tree, self.make.roles
        nominals = [*clause.subjects, *(t for t in roles.nominals(clause) if t not in clause.subjects)]
        for token in sorted(nominals, key=lambda t: tree.tags[t] in _PRONOUNS):
            found = self._agreement(token)
            if found is not None:
                return found, token
        noun = clause.antecedent if not clause.subjects else None  # "ein Pakt, der ... umfasst", with the pronoun lost
        noun = noun if noun is not None else self.agreements.related(clause)
        found = self._agreement(noun) if noun is not None else None
        return (found, noun) if found is not None and noun is not None else None

    def _agreement(self, token: int) -> Entity | None:
        """The agreement that a noun, its part ("Artikel 4") or a pronoun means."""
        tree, words = self.make.reading.tree, relation_words()
        found = self.agreements.of(token)
        if found is not None:
            return found
        if words.noun("agreement_parts", tree.lemmas[token]) or words.holds("centres", tree.lemmas[token]):
            inside = next((a for t in tree.subtree(token) if (a := self.agreements.of(t)) is not None), None)
            other = any(
                tree.deps[c] == "nmod" and tree.pos[c] == "NOUN" for c in tree.children[token]
            )  # "Teil der Stadt"
            recent = not other and self.agreements.is_recent(token)
            return inside or (self.agreements.last_before(token) if recent else None)
        if tree.tags[token] in _PRONOUNS and self.agreements.is_recent(token):
            return self.agreements.last_before(token) if self.agreements.agrees(token) else None
        return None

    def _inside(self, clause: Clause, *, bound: bool = False) -> Entity | None:
        """ "in dem Abkommen", "nach dem Vertrag", "darin"; `bound`: "mit dem Abkommen verpflichtet sich X" too."""
        tree = self.make.reading.tree
        under = _IN | cues().following
        behind = self.make.roles.behind(clause, under | _WITH if bound else under)
        named = (self._agreement(t) for t in behind)
        found = next((agreement for agreement in named if agreement is not None), None)
        there = next((t for t in self.make.reading.own_tokens(clause) if tree.words[t].lower() in _THERE), None)
        if found is None and there is not None and self.agreements.is_recent(there):
            return self.agreements.last_before(there)
        return found

    def _is_state(self, clause: Clause) -> bool:
        """ "ist vorgesehen", "ist enthalten": the parser does not call it a passive."""
        tree = self.make.reading.tree
        return tree.tags[clause.head] == "VVPP" and any(tree.lemmas[c] == "sein" for c in tree.children[clause.head])

    # -- "Kern ist X", "im Zentrum steht X", "vorgesehen sind X"

    def _core(self, clause: Clause) -> Iterator[Statement]:
        """ "Kern des Abkommens ist X"; "Vorgesehen sind darin X", where the parser makes the noun the predicate."""
        tree = self.make.reading.tree
        sides = [*clause.subjects, clause.head]
        core = next((t for t in sides if self._is_core(t)), None)
        fronted = [c for c in clause.children if c.head < clause.head and c.finite is None]
        providing = any(relation_words().holds("providing", self.make.roles.verb(c)) for c in fronted)
        agreement = self._agreement(core) if core is not None else self._inside(clause) if providing else None
        if agreement is not None:
            others = [t for t in sides if t != core and tree.pos[t] == "NOUN"]
            contents = [
                noun_content(self.make.reading, t, coordinated=False) for o in others for t in self.make.roles.joined(o)
            ]
            yield from self._say(agreement, contents, clause)

    def _is_core(self, token: int) -> bool:
        """ "Kern", "Teil": a part that stands for what is in it, not "Artikel 4"."""
        tree, words = self.make.reading.tree, relation_words()
        part = words.noun("agreement_parts", tree.lemmas[token]) and not words.holds(
            "counted_parts", tree.lemmas[token]
        )
        return part or words.holds("centres", tree.lemmas[token])

    def _centre(self, clause: Clause) -> Iterator[Statement]:
        """ "Im Zentrum des Deals steht X", "Zum Abkommen gehört X", "Den Kern bildet X"."""
        roles, tree = self.make.roles, self.make.reading.tree
        places = [*roles.behind(clause, _IN | _TO), *roles.nominals(clause)]
        belongs = roles.verb(clause) in ("gehören", "zählen")
        centre = next((t for t in places if self._is_core(t) or (belongs and self.agreements.of(t) is not None)), None)
        agreement = self._agreement(centre) if centre is not None else None
        if agreement is not None:
            things = [t for t in roles.nominals(clause) if t != centre and self._is_thing(t) and tree.pos[t] == "NOUN"]
            yield from self._say(
                agreement,
                [noun_content(self.make.reading, t, coordinated=False) for h in things for t in roles.joined(h)],
                clause,
            )

    def _standing(self, clause: Clause, verb: str) -> Iterator[Statement]:
        """ "Ein Verbot findet sich darin nicht", "Im Vertrag steht auch die Rückgabe"; what is missing is not in it."""
        agreement = self._inside(clause)
        things = [s for s in clause.subjects if self._is_thing(s)]
        if agreement is not None and (verb != "finden" or clause.reflexive or self._has_reflexive(clause)):
            contents = [noun_content(self.make.reading, t, coordinated=False) for t in things]
            yield from self._say(agreement, contents, clause, negated=True if verb == "fehlen" else None)

    def _has_reflexive(self, clause: Clause) -> bool:
        tree = self.make.reading.tree
        return any(tree.words[t].lower() == "sich" for t in self.make.reading.own_tokens(clause))

    # -- "nach Artikel 4 muss ...", "Danach fallen ..."

    def _ruled(self, clause: Clause) -> Iterator[Statement]:
        """ "Nach Artikel 4 muss die andere Seite Beistand leisten", "Laut dem Abkommen ziehen die USA ab".

        What is done, else who has to do it. Also right behind: "Danach fallen sieben Bezirke an B zurück".
        """
        rulings = Rulings(self.make, self.agreements)
        agreement = rulings.under(clause, self._agreement) or rulings.following(clause, self.told)
        if agreement is None:
            return
        roles = self.make.roles
        heads = [t for t in (*roles.things(clause), *clause.subjects) if self._is_thing(t)]
        contents = [noun_content(self.make.reading, t, coordinated=False) for t in heads[:1]]
        contents = contents or [clause_content(self.make.reading, c) for c in (*self._dependent(clause), clause)][:1]
        said = "reported" if self.make.attributor.of(clause).links else "asserted"  # a duty is no plan
        yield from self._say(agreement, contents, clause, said)
