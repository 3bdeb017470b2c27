"""Named units and what they belong to: "die 42. Brigade der Armee", "das Afrikakorps, eine Truppe des Ministeriums"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Entity, Statement
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.phrases import name_of, phrase
from ingest.extraction.relating import Relating
from ingest.extraction.relation_words import relation_words
from ingest.extraction.roles import Who
from ingest.linking.mention import Mention, unknown_entity
from seeds.reference import reference

_OWNERS = frozenset({"Country", "Organization", "Force"})
_NUMBER = re.compile(r"^(\d+\.|[IVXL]+\.?)$")
_INSIDE = re.compile(r"(^|-)(\d+\.?|[IVXL]{2,}\.?)(-|$)")
_BODIES = frozenset({"Force", "Organization"})
_NO_BODIES = frozenset({"newspaper", "news_agency", "magazine", "broadcaster", "online_media"})
_NO_UNITS = frozenset({"armed_force", "mission", "alliance"})


@dataclass(slots=True)
class Units:
    """Finds the units of one article, each belonging said once."""

    make: Relating

    def statements(self) -> Iterator[Statement]:
        """By the noun phrase ("das 11. Korps Nordkoreas"), by an apposition, by "gehört zu"."""
        said: set[tuple[str, str]] = set()
        for token in range(len(self.make.reading.tree)):
            unit, clause = self._unit(token), self.make.reading.owner[token]
            body = self._body(token) if unit is None else unit
            if body is None or clause is None:
                continue
            named = self._inside(token)[:1] if unit is not None else self._belonging(token)
            for owner in named or self._as_part(token)[:1] or self._by_apposition(token):
                key = (body.id, owner.entity.id)
                if key not in said:
                    said.add(key)
                    plain = bool(named) and unit is not None
                    yield from self._statement(body, owner, token, clause, plain=plain)

    def _body(self, token: int) -> Entity | None:
        """A force or organization by name, whatever it is: part of another only where a verb or noun says so."""
        mention = self.make.reading.by_head.get(token)
        named = mention is not None and mention.form == "name" and mention.kind not in _NO_BODIES
        return mention.entity if mention is not None and named and mention.entity.type in _BODIES else None

    def _statement(self, unit: Entity, owner: Who, token: int, clause: Clause, *, plain: bool) -> Iterator[Statement]:
        """`plain`: the name itself says it ("die russische 11. Brigade"), so nobody is a source of it."""
        start, end = phrase(self.make.reading.tree, token)
        statement = self.make.make(
            "PART_OF",
            unit,
            owner.entity,
            clause,
            How(
                rule="part_of",
                tokens=(token, owner.token, *range(start, end)),
                nominal=True,
                plain=plain,
                negated=False,
            ),
        )
        if statement is not None:
            yield statement

    def _unit(self, token: int) -> Entity | None:
        """A unit with a name or number of its own; "zwei Brigaden" and "eine Brigade" are none."""
        tree, words = self.make.reading.tree, relation_words()
        mention = self.make.reading.by_head.get(token)
        named = mention is not None and mention.form == "name" and mention.entity.type == "Force"
        if tree.pos[token] not in ("NOUN", "PROPN"):
            return None
        if mention is not None and named and self._is_unit_name(mention):
            return mention.entity
        numbered = any(_NUMBER.match(tree.words[c]) for c in tree.children[token] if c < token)
        if numbered and words.noun("units", tree.lemmas[token]):
            return unknown_entity(self._numbered_name(token), "Force")
        if _INSIDE.search(tree.words[token]) and words.noun("units", tree.lemmas[token]):
            return unknown_entity(tree.words[token], "Force")
        behind = tree.words[token + 1 : token + 2]
        if behind and behind[0].isdigit() and words.noun("numbered_units", tree.lemmas[token]):
            return unknown_entity(f"{tree.words[token]} {behind[0]}", "Force")  # "die Einheit 8200"
        return None

    def _is_unit_name(self, mention: Mention) -> bool:
        """A unit of the tables, or a name with a number or a name of its own; an army is none."""
        tree, row = self.make.reading.tree, reference().entities.get(mention.entity.id)
        if row is not None:
            return row.kind not in _NO_UNITS
        numbered = any(_INSIDE.search(tree.words[t]) for t in range(mention.start, mention.end))
        return numbered and any(
            relation_words().noun("units", tree.lemmas[t]) for t in range(mention.start, mention.end)
        )

    def _numbered_name(self, token: int) -> str:
        """ "11. Luftlandebrigade": number and noun, without the adjective of the state."""
        tree = self.make.reading.tree
        inside = [t for t in range(token - 3, token + 1) if t >= 0 and (t == token or _NUMBER.match(tree.words[t]))]
        return " ".join(tree.words[t] for t in inside) if len(inside) > 1 else name_of(tree, token, words=3)

    def _by_apposition(self, token: int) -> list[Who]:
        """ "das Afrikakorps, eine Truppe des Ministeriums": whose the apposition says it is."""
        owners = (self._inside(other)[:1] for other in self._equals(token))
        return next((found for found in owners if found), list[Who]())

    def _inside(self, token: int) -> list[Who]:
        """The adjective of a state before it, "seines", the genitive behind it."""
        reading, tree = self.make.reading, self.make.reading.tree
        for mention in reading.mentions:
            adjective = mention.form == "adjective" and tree.heads[mention.head] == token and mention.head < token
            adjective = adjective and not self._is_group(token)  # "die libanesische Hisbollah" is none of the state's
            if adjective and mention.entity.type == "Country":
                return [Who(mention.entity, mention.head)]
        possessive = next((c for c in tree.children[token] if tree.tags[c] == "PPOSAT"), None)
        clause = reading.owner[token]
        verbal = self._belonging(token) if clause is not None else []
        if verbal:
            return verbal
        if possessive is not None and clause is not None:
            agents = self.make.roles.agents(clause) or self.make.roles.who(clause.subjects)
            return [who for who in agents if who.entity.type in _OWNERS]
        genitives = [
            t
            for t in self.make.roles.inside(token, (None, "von", "vom"))
            if tree.deps[t] in ("nmod", "nmod:poss")
            and (t not in reading.by_head or reading.by_head[t].form != "compound")
        ]
        return [who for who in self.make.roles.who(genitives, _OWNERS) if not who.entity.id.startswith("x-")]

    def _belonging(self, token: int) -> list[Who]:
        """ "das dem Ministerium untersteht", "gehört zum Heer", "eine dem Ministerium unterstellte Truppe"."""
        tree, roles, words = self.make.reading.tree, self.make.roles, relation_words()
        found: list[int] = []
        for clause in self.make.reading.sentence_clauses(token):
            same = token in (*clause.subjects, clause.antecedent)
            if same and words.holds("belonging", roles.verb(clause)) and not clause.negated:
                others = [t for t in roles.nominals(clause) if t != token and t not in clause.subjects]
                found += [*others, *roles.behind(clause, ("zu", "zur", "zum"))]
                found += roles.behind(clause, ("in", "ins")) if roles.passive(clause) else []
        for participle in (c for c in tree.children[token] if tree.deps[c] == "amod"):
            if words.forms.participle(tree.words[participle]) in words.lists["belonging"]:
                found += [c for c in tree.children[participle] if tree.pos[c] in ("NOUN", "PROPN")]
        by_head = self.make.reading.by_head
        named = [who for who in roles.who(found, _OWNERS) if who.token in by_head and by_head[who.token].form == "name"]
        units = ((self._unit(t), t) for t in found if not named)
        return named[:1] or [Who(unit, t) for unit, t in units if unit is not None][:1]

    def _is_group(self, token: int) -> bool:
        mention = self.make.reading.by_head.get(token)
        return mention is not None and mention.kind == "armed_group"

    def _equals(self, token: int) -> Iterator[int]:
        """Nouns that say what the unit is: an apposition ("eine Einheit des Heeres", "Teil des Heeres")."""
        tree, words = self.make.reading.tree, relation_words()
        for child in tree.children[token]:
            noun = words.noun("unit_words", tree.lemmas[child]) or words.holds("part_nouns", tree.lemmas[child])
            if tree.deps[child] == "appos" and noun:
                yield child

    def _is_apposed(self, token: int) -> bool:
        """ "Der Geheimdienst GRU": the name behind its noun."""
        tree = self.make.reading.tree
        return tree.deps[token] in ("appos", "flat") and tree.heads[token] == token - 1

    def _as_part(self, token: int) -> list[Who]:
        """ "Das Regiment ist Teil der Nationalgarde", "bildet den militärischen Arm der Bewegung"."""
        clause, words = self.make.reading.owner[token], relation_words()
        heads = {token, self.make.reading.tree.heads[token]} if self._is_apposed(token) else {token}
        if clause is None or not heads & set(clause.subjects) or clause.negated:
            return []
        verb, tree, roles = self.make.roles.verb(clause), self.make.reading.tree, self.make.roles
        parts = [clause.head] if clause.copula else []
        parts += roles.nominals(clause) if words.holds("becoming", verb) or verb in ("bilden", "gelten") else []
        parts = [t for t in parts if t != token and words.holds("part_nouns", tree.lemmas[t])]
        inside = (t for part in parts for t in roles.inside(part, (None, "von", "vom")))
        return [who for who in roles.who(inside, _OWNERS) if self._owns(who.token)]

    def _owns(self, token: int) -> bool:
        """A name; to be part of a mission is a task, no belonging."""
        mission = relation_words().noun("operations", self.make.reading.tree.lemmas[token].rpartition("-")[2])
        return token in self.make.reading.by_head and not mission
