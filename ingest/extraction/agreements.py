"""Agreements: which noun phrases mean one, who its parties are, and which known treaty it is (contract, rule 10)."""

import re
from dataclasses import dataclass, field

from graph.statement import Entity
from ingest.extraction.actors import Actors
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.forces import country_of
from ingest.extraction.phrases import name_of, phrase
from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.linking.mention import entity_of, unknown_entity
from seeds.reference import Agreement, reference


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
    treaties: list[Treaty] = field(default_factory=list[Treaty])
    by_token: dict[int, Treaty] = field(default_factory=dict[int, Treaty])

    def build(self) -> None:
        """First the agreements that the text tells apart (by name or parties), then what refers back to them."""
        nouns = [t for t in range(len(self.reading.tree)) if self._is_agreement(t)]
        loose: list[int] = []
        for token in nouns:
            parties = frozenset(e.id for e in self.parties(token)) | self._signing_countries(token)
            known = self._known(token)
            if known is not None:
                self._enter(token, known, frozenset(known.parties) | parties)
            elif len(parties) >= 2:
                self._enter(token, self._linked(parties, token), parties)
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

    def parties(self, token: int) -> list[Entity]:
        """Countries and organizations inside the phrase: "zwischen A und B", "mit B", "A-B-Pakt", "russisch-iranischer Vertrag"."""
        tree = self.reading.tree
        start, end = phrase(tree, token)
        found: dict[str, Entity] = {}
        for mention in self.reading.mentions:
            inside = start <= mention.start and mention.end <= end
            if not inside or mention.entity.type not in ("Country", "Organization") or mention.kind in ("newspaper", "news_agency"):
                continue
            case = tree.case_of(mention.head)
            joined = case is None and tree.deps[mention.head] == "conj" or mention.form in ("adjective", "compound")
            if case in ("zwischen", "mit") or joined or mention.head == token or tree.case_of(tree.heads[mention.head]) == "zwischen":
                found.setdefault(mention.entity.id, mention.entity)
        return list(found.values())

    def _is_agreement(self, token: int) -> bool:
        tree = self.reading.tree
        if tree.pos[token] not in ("NOUN", "PROPN"):
            return False
        mention = self.reading.by_head.get(token)
        if mention is not None and mention.entity.type == "Agreement":
            return True
        return relation_words().noun("agreements", tree.lemmas[token])

    def _known(self, token: int) -> Agreement | None:
        mention = self.reading.by_head.get(token) or self.reading.by_token.get(token)
        row = reference().entities.get(mention.entity.id) if mention is not None else None
        return row if isinstance(row, Agreement) else None

    def _signing_countries(self, token: int) -> frozenset[str]:
        """The countries (of the persons) that sign, in the clause whose object the agreement is."""
        clause = self.reading.owner[token]
        words = relation_words()
        if clause is None or clause.verb not in words.lists["signing"]:
            return frozenset()
        tokens = [*clause.subjects, *(t for p, t in clause.obliques if p in ("mit", "von", "vom"))]
        found: set[str] = set()
        for each in (c for t in tokens for c in conjuncts(self.reading.tree, t)):
            entity = self.actors.named(each)
            row = reference().entities.get(entity.id) if entity is not None else None
            country = country_of(row) if row is not None and row.type == "Person" else entity
            if country is not None and country.type == "Country":
                found.add(country.id)
        return frozenset(found) if len(found) >= 2 else frozenset()

    def _linked(self, parties: frozenset[str], token: int) -> Agreement | None:
        """The agreement of exactly these parties that was the latest when the article appeared, of a kind that fits."""
        day = self.reading.article.published
        rows = [r for r in reference().agreements() if frozenset(r.parties) == parties and r.signed]
        if day:
            rows = [r for r in rows if r.signed is not None and r.signed[:10] <= day[: len(r.signed)]]
        else:
            rows = [r for r in rows if r.ended is None] or rows
        mentioned = re.search(r"\b(19|20)\d\d\b", self.reading.tree.text(*phrase(self.reading.tree, token)))
        if mentioned:
            rows = [r for r in rows if r.signed is not None and r.signed.startswith(mentioned.group())]
        scored = sorted(rows, key=lambda r: (self._likeness(r, token), r.signed or ""))
        return scored[-1] if scored else None

    def _likeness(self, row: Agreement, token: int) -> int:
        lemma = self.reading.tree.lemmas[token].lower()
        names = " ".join((row.name, *row.aliases)).lower()
        return 2 if lemma in names else 1 if any(lemma.endswith(w) and w in names for w in relation_words().lists["agreements"]) else 0

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
        return unknown_entity(name_of(self.reading.tree, token), "Agreement")

    def _join(self, token: int, treaty: Treaty) -> None:
        treaty.tokens.append(token)
        self.by_token[token] = treaty

    def _refer(self, token: int) -> None:
        """A phrase without parties: the agreement spoken of last, else the first one, else one of its own."""
        tree = self.reading.tree
        before = [t for t in self.treaties if any(x < token for x in t.tokens)]
        vague = tree.lemmas[token] in relation_words().lists["vague_agreements"]
        indefinite = any(tree.words[c].lower().startswith("ein") for c in tree.children[token] if tree.pos[c] == "DET")
        parties = frozenset(e.id for e in self.parties(token))
        candidates = [t for t in (before or self.treaties) if parties <= t.parties or not t.parties]
        if candidates and not (indefinite and before and tree.sentence_of[token] > 3 and not parties):
            nearest = max(candidates, key=lambda t: max((x for x in t.tokens if x < token), default=-min(t.tokens)))
            self._join(token, nearest)
        elif not vague or indefinite or self._is_signed(token):
            self._enter(token, None, parties)

    def _is_signed(self, token: int) -> bool:
        clause: Clause | None = self.reading.owner[token]
        return clause is not None and clause.verb in relation_words().lists["signing"]
