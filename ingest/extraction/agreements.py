"""Agreements: which noun phrases mean one, who its parties are, and which known treaty it is (contract, rule 10)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.clauses import Clause
from ingest.extraction.nations import country_of
from ingest.extraction.partners import partner
from ingest.extraction.phrases import name_of, phrase
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Roles, Who
from ingest.extraction.treaty_links import linked, paper
from ingest.linking.mention import Mention, entity_of, unknown_entity
from seeds.reference import Agreement, reference

_REACH = 2  # sentences
_LEAD = 3  # in the first sentences "ein Abkommen" is still the one of the headline
_GENDERS = {"er": "Masc", "es": "Neut", "sie": "Fem", "ihn": "Masc", "der": "Masc", "die": "Fem", "den": "Masc"}
_RELATIVES = {"der": "Masc", "den": "Masc", "das": "Neut", "die": "Fem"}
_MEDIA = frozenset({"newspaper", "news_agency", "magazine", "broadcaster", "online_media"})


@dataclass(slots=True)
class Treaty:
    """An agreement the article speaks of: the entity, the countries known to be parties, the tokens that mean it."""

    entity: Entity
    parties: frozenset[str]
    tokens: list[int] = field(default_factory=list[int])


@dataclass(slots=True)
class Agreements:
    """The agreements of one article, built in one pass over its nouns."""

    reading: Reading
    actors: Actors
    roles: Roles = field(init=False)
    treaties: list[Treaty] = field(default_factory=list[Treaty])
    by_token: dict[int, Treaty] = field(default_factory=dict[int, Treaty])

    def __post_init__(self) -> None:
        self.roles = Roles(self.reading, self.actors)

    def build(self) -> None:
        """First the agreements that the text tells apart (by name or parties), then what refers back to them."""
        nouns = [t for t in range(len(self.reading.tree)) if self._is_agreement(t)]
        loose: list[int] = []
        for token in nouns:
            parties: frozenset[str] = (
                frozenset(e.id for e in self.parties(token)) | self._signing_countries(token) | self._bound(token)
            )
            partners = partner(self.roles, token)
            parties |= {partners.id} if partners is not None else set[str]()
            known = self._known(token)
            if known is not None:
                self._enter(token, known, frozenset(known.parties) | parties)
            elif len(parties) >= 2:
                self._enter(token, linked(self.reading, parties, token), parties)
            else:
                loose.append(token)
        for token in loose:
            self._refer(token)

    def of(self, token: int) -> Entity | None:
        """The agreement that a noun phrase means, or None."""
        treaty = self.by_token.get(token)
        return treaty.entity if treaty is not None else None

    def last_before(self, token: int) -> Entity | None:
        """The agreement spoken of last before a token ("Er sieht ... vor")."""
        earlier = [(t, treaty) for t, treaty in self.by_token.items() if t < token]
        return max(earlier, key=lambda pair: pair[0])[1].entity if earlier else None

    def is_recent(self, token: int) -> bool:
        """Was an agreement spoken of in this sentence or the two before? Only then a pronoun can take it up."""
        tree = self.reading.tree
        earlier = [t for t in self.by_token if t < token]
        return bool(earlier) and tree.sentence_of[token] - tree.sentence_of[max(earlier)] <= _REACH

    def agrees(self, token: int) -> bool:
        """Has a pronoun the gender of the agreement named last ("er" for Vertrag, "es" for Abkommen)?"""
        tree = self.reading.tree
        last = max((t for t in self.by_token if t < token), default=None)
        word = tree.words[token].lower()
        if last is None or word not in _GENDERS:
            return word in ("dies", "das", "dieser", "dieses")
        near = [
            t
            for t in self.by_token[last].tokens
            if t < token and tree.sentence_of[token] - tree.sentence_of[t] <= _REACH
        ]
        return any(tree.morphs[t].get("Gender", _GENDERS[word]) == _GENDERS[word] for t in near)

    def related(self, clause: Clause) -> int | None:
        """ "haben einen Vertrag geschlossen, der Manöver vorsieht": the agreement of that gender before the pronoun."""
        tree, own = self.reading.tree, self.reading.own_tokens(clause)
        pronoun = next((t for t in own if tree.words[t].lower() in _RELATIVES), None)
        relative = pronoun is not None and (tree.tags[pronoun] == "PRELS" or tree.words[pronoun - 1] == ",")
        behind = clause.finite is not None and pronoun is not None and clause.finite > max(own, default=0) - 1
        hung = clause.relation in ("acl", "acl:relcl", "advcl") or clause.relation in ("ccomp", "conj") and behind
        if pronoun is None or not relative or not hung:
            return None
        gender, (start, _) = _RELATIVES[tree.words[pronoun].lower()], tree.sentence(pronoun)
        before = [t for t in self.by_token if start <= t < pronoun]
        named = [t for t in before if tree.morphs[t].get("Gender") == gender]
        return max(named, default=pronoun - 2 if pronoun - 2 in before else None)  # right before the comma: that one

    def parties(self, token: int) -> list[Entity]:
        """The states and organizations that the phrase names as parties, in text order; heads of state as their states.

        "zwischen A und B", "A-B-Pakt", "türkisch-libysches Abkommen", "As Pakt mit B", "das Abkommen mit B" (one).
        """
        found: dict[str, Entity] = {}
        for mention in self._party_mentions(token):
            party = _as_state(mention.entity)
            if party is not None and mention.kind not in _MEDIA:
                found.setdefault(party.id, party)
                beside = self.roles.joined(mention.head) if self._case(mention.head)[0] == "zwischen" else []
                states = (self.roles.actor(t) for t in beside if t not in self.reading.by_head)
                found |= {s.id: s for s in states if s is not None and s.type == "Country" and s.id not in found}
        return list(found.values())

    def _party_mentions(self, token: int) -> Iterator[Mention]:
        """Names in the phrase, and those joined to them behind a comma."""
        start, end = phrase(self.reading.tree, token)
        for mention in self.reading.mentions_in(start, end):
            if self._is_party(mention, token):
                yield mention
                others = self.roles.joined(mention.head) if self._case(mention.head)[0] == "zwischen" else ()
                yield from (m for t in others if (m := self.reading.by_head.get(t)) is not None)

    def binds(self, token: int) -> bool:
        """Does the phrase itself say that its parties are parties (and not, say, that one signs with another)?"""
        tree = self.reading.tree
        start, end = phrase(tree, token)
        words, lemma = relation_words(), tree.lemmas[token]
        among = words.noun("signed_only", lemma) and not words.noun("truces", lemma)
        among = among and "zwischen" in tree.words[start:end]
        return bool(self.bound_by(token)) or len(self.parties(token)) > 1 and not among

    def _is_party(self, mention: Mention, token: int) -> bool:
        tree = self.reading.tree
        if mention.form == "adjective":
            return tree.heads[mention.head] == token and "-" in tree.words[mention.head]
        if mention.form == "compound":
            return mention.start <= token < mention.end and tree.words[token].count("-") > 1
        if mention.head == token or mention.nested and mention.entity.type == "Person":
            return False
        case, above = self._case(mention.head)
        if case not in (None, "zwischen", "mit"):
            return False
        if case is None:  # "Moskaus Pakt mit Pjöngjang"
            return above == token and mention.entity.type != "Person" and tree.words[mention.head].endswith("s")
        inside = token in (above, tree.heads[above]) and tree.deps[above] == "nmod"
        return above == token or (case == "zwischen" and inside)

    def _case(self, head: int) -> tuple[str | None, int]:
        """The preposition over a name and the noun it hangs on; joined names share them, appositions too."""
        tree = self.reading.tree
        current = head
        for _ in range(6):
            case = tree.case_of(current)
            if case is not None or tree.deps[current] not in ("conj", "appos", "flat"):
                return case, tree.heads[current]
            current = tree.heads[current]
        return None, tree.heads[current]

    def _is_agreement(self, token: int) -> bool:
        tree, words = self.reading.tree, relation_words()
        if tree.pos[token] not in ("NOUN", "PROPN"):
            return False
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.entity.type == "Agreement":
            return True
        if words.holds("generic_papers", tree.lemmas[token]) and self._provides(token):
            return True
        if words.noun("truces", tree.lemmas[token]) and len(self.parties(token)) > 1:
            return True
        if words.noun("signed_only", tree.lemmas[token]):
            return self._is_signed(token) or self._signing_relative(token) is not None or self._provides(token)
        if words.holds("vague_agreements", tree.lemmas[token]):
            return True
        return words.noun("agreements", tree.lemmas[token]) and not words.noun("operations", tree.lemmas[token])

    def _known(self, token: int) -> Agreement | None:
        mention = self.reading.by_head.get(token) or self.reading.by_token.get(token)
        row = reference().entities.get(mention.entity.id) if mention is not None else None
        return row if isinstance(row, Agreement) else None

    def _signing_countries(self, token: int) -> frozenset[str]:
        """The countries (of the persons) that sign, in the clause whose object the agreement is."""
        clause = self._signing_clause(token)
        if clause is None:
            return frozenset()
        tokens = [*self.roles.nominals(clause), *self.roles.behind(clause, ("mit", "von", "vom"))]
        states = [_as_state(who.entity) for who in self.roles.who(t for t in tokens if t != token)]
        found = {state.id for state in states if state is not None and state.type == "Country"}
        return frozenset(found) if len(found) > 1 else frozenset()

    def _bound(self, token: int) -> frozenset[str]:
        """ "A, durch einen Pakt mit B verbunden", "As Parlament billigt den Pakt mit B": A."""
        other = partner(self.roles, token)
        bound = {who.entity.id for who in self.bound_by(token) if who.entity.type == "Country"}
        return frozenset(bound | ({other.id} if other is not None else set[str]()))

    def bound_by(self, token: int) -> list[Who]:
        """Whom an agreement binds to the party it names: "A ist durch einen Pakt mit B verbunden"."""
        clause = self.reading.owner[token]
        if clause is None:
            return []
        if relation_words().holds("existing", self.roles.verb(clause)) and token in clause.subjects:
            return self.roles.who(
                self.roles.behind(clause, ("zwischen", "mit"))
            )  # "Zwischen A und B besteht ein Abkommen"
        if self.roles.verb(clause) != "verbinden":
            return []
        if token not in self.roles.behind(clause, ("durch", "über", "per")):
            return []
        return self.roles.who([*clause.subjects, *([clause.antecedent] if clause.antecedent is not None else [])])

    def _signing_relative(self, token: int) -> Clause | None:
        """ "im Waffenstillstand, den A und B besiegelten": the relative clause right behind the noun."""
        tree = self.reading.tree
        if tree.words[token + 1 : token + 2] != [","] or tree.tags[token + 2] != "PRELS":
            return None
        clause = self.reading.owner[token + 2]
        signs = clause is not None and relation_words().holds("signing", self.roles.verb(clause))
        return clause if clause is not None and signs and token + 2 not in clause.subjects else None

    def _signing_clause(self, token: int) -> Clause | None:
        """The clause that says who signs it: its own, or a relative clause on it."""
        if self._is_signed(token):
            return self.reading.owner[token]
        for clause in self.reading.sentence_clauses(token):
            if clause.antecedent == token and relation_words().holds("signing", self.roles.verb(clause)):
                return clause
        return self._signing_relative(token)

    def _enter(self, token: int, row: Agreement | None, parties: frozenset[str]) -> None:
        entity = entity_of(row) if row is not None else None
        for treaty in self.treaties:
            same = entity is not None and treaty.entity.id == entity.id
            if same or entity is None and treaty.parties == parties and parties:
                self._join(token, treaty)
                return
        if entity is None:
            entity = self._named(token)
        treaty = Treaty(entity, parties)
        self.treaties.append(treaty)
        self._join(token, treaty)

    def _named(self, token: int) -> Entity:
        """Its name as the article has it; a genitive that the tagger took for the lemma ("Vertrags") loses its -s."""
        tree = self.reading.tree
        name, word = name_of(tree, token), tree.words[token]
        genitive = any(tree.words[c].lower() in ("des", "eines", "dieses") for c in tree.children[token])
        if genitive and word.endswith("s") and word in name.split():
            bare = word.removesuffix("s")
            short = bare.removesuffix("e")
            name = name.replace(word, short if relation_words().noun("agreements", short) else bare, 1)
        return unknown_entity(name, "Agreement")

    def _join(self, token: int, treaty: Treaty) -> None:
        treaty.tokens.append(token)
        self.by_token[token] = treaty

    def _refer(self, token: int) -> None:
        """A phrase without parties: the agreement spoken of last, else the first one, else one of its own."""
        tree = self.reading.tree
        vague = tree.lemmas[token] in relation_words().lists["vague_agreements"]
        indefinite = any(tree.words[c].lower().startswith("ein") for c in tree.children[token] if tree.pos[c] == "DET")
        parties = frozenset(e.id for e in self.parties(token))
        own, generic = paper(self.reading.tree, token), relation_words().holds("generic_papers", tree.lemmas[token])
        kind = [t for t in self.treaties if generic or paper(self.reading.tree, t.tokens[0]) == own]
        before = [t for t in kind if any(x < token for x in t.tokens)]
        candidates = [t for t in (before or kind) if parties <= t.parties or not t.parties]
        another = indefinite and before and tree.sentence_of[token] > _LEAD and not parties
        if candidates and not another:
            nearest = max(candidates, key=lambda t: max((x for x in t.tokens if x < token), default=-min(t.tokens)))
            self._join(token, nearest)
        elif not vague or indefinite or self._is_signed(token) or self._provides(token):
            self._enter(token, None, parties)

    def _provides(self, token: int) -> bool:
        """ "Die Resolution sieht ... vor", "in ihrer Erklärung sagen die drei ... zu": an agreement by what it does."""
        clause = self.reading.owner[token]
        if clause is None or not relation_words().holds("providing", self.roles.verb(clause)):
            return False
        return token in clause.subjects or token in self.roles.behind(clause, ("in", "im"))

    def _is_signed(self, token: int) -> bool:
        """Is it what the clause's verb of signing signs?"""
        clause = self.reading.owner[token]
        if clause is None:
            return False
        words, verb = relation_words(), self.roles.verb(clause)
        if words.holds("signing_on", verb):
            return any(p == "auf" and t == token for p, t in clause.obliques)
        signs = words.holds("signing", verb) or words.holds("proclaiming", verb)
        return signs and token in self.roles.nominals(clause)


def _as_state(entity: Entity) -> Entity | None:
    """A state or organization itself, a head of state as his state."""
    if entity.type in ("Country", "Organization", "Force"):
        return entity
    row = reference().entities.get(entity.id)
    return country_of(row) if row is not None and row.type == "Person" else None
