"""Offices in a text: the noun, the state or body, and the person ("Südkoreas Verteidigungsminister Kim Yong-hyun")."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph.statement import Entity
from ingest.extraction.tree import Tree
from ingest.linking.bodies import capital_of
from ingest.linking.data import word_set, word_sets
from ingest.linking.gazetteer import gazetteer
from ingest.linking.inflection import Gender, nominative, stem_of
from ingest.linking.institutions import body_of, institutions
from ingest.linking.mention import Mention, entity_of, unknown_entity
from ingest.linking.office_context import OfficeContext
from seeds.reference import Office, reference

_RIGHT = frozenset({"appos", "flat", "flat:name", "nmod", "compound", "dep"})
_OWNER_DEPS = frozenset({"amod", "nmod", "nmod:poss", "dep", "det", "det:poss", "compound", "appos", "flat"})
_POST = 9  # tokens from a post to its organization
_OWNER_TYPES = frozenset({"Country", "Organization", "Force", "Place"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office at `token`; start..end: the phrase with the person's name; `of` is None where it is not said.

    `explicit`: the state or body stands in the same phrase; `past`: a former or future office; `valuation`: a judgement
    ("Machthaber"), which is no office.
    """

    token: int
    start: int
    end: int
    role: str
    of: Entity | None
    person: Mention | None
    explicit: bool
    past: bool = False
    valuation: bool = False


@lru_cache(maxsize=10_000)
def office_noun(word: str) -> tuple[str, str]:
    """The office in a word, without case ending, and "office", "valuation" or "colleague"; ("", "") for others."""
    last = word.rsplit("-", 1)[-1]
    for form in _uninflected(last):
        low = form.lower()
        if form in word_set("titles.yaml", "colleagues"):
            return form, "colleague"
        if low in word_set("titles.yaml", "none"):
            return "", ""
        if low in word_set("titles.yaml", "whole"):
            return form, "office"
        if low.removesuffix("in").endswith(tuple(word_set("titles.yaml", "posts"))):
            return form, "post"
        if low in word_set("titles.yaml", "valuations") or word.lower() in word_set("titles.yaml", "valuations"):
            return form, "valuation"
        if low.removesuffix("in").endswith(tuple(word_set("titles.yaml", "offices"))):
            return form, "office"
    stem = next((last.lower().removesuffix(e) for e in ("er", "en", "e", "es", "em") if last.lower().endswith(e)), "")
    if stem.endswith(tuple(word_set("titles.yaml", "adjectival"))):
        return last[: len(stem)] + "er", "office"
    return "", ""


@lru_cache(maxsize=10_000)
def body_in_office(word: str) -> str:
    """The noun of a body that the first part of an office is ("Armeesprecher" → Armee), or ""."""
    low = word.lower().removesuffix("innen").removesuffix("in")
    if low.endswith(tuple(word_set("titles.yaml", "no_bodies"))):
        return ""
    for office in word_set("titles.yaml", "of_bodies"):
        for form in (low, low.removesuffix("s")):
            first = form.removesuffix(office)
            for noun in (first.capitalize(), first.removesuffix("s").capitalize()):
                if first != form and noun in institutions():
                    return noun
    return ""


def _uninflected(word: str) -> Iterator[str]:
    yield word
    for ending, instead in (("innen", "in"), ("en", ""), ("n", ""), ("s", ""), ("es", ""), ("e", "")):
        if word.endswith(ending):
            yield word[: -len(ending)] + instead


@dataclass(slots=True)
class Titles:
    """Works on one article; `by_token`: mentions that cover a token, `by_head`: mentions by their head."""

    tree: Tree
    by_token: Mapping[int, list[Mention]]
    by_head: Mapping[int, list[Mention]]
    day: str = ""
    last_role: str = ""
    context: OfficeContext = field(init=False)

    def __post_init__(self) -> None:
        self.context = OfficeContext(self.tree, self.by_head)

    def find(self) -> Iterator[Title]:
        """The offices of the article in text order; one for each person of "die Präsidenten X und Y"."""
        for token, pos in enumerate(self.tree.pos):
            if pos not in ("NOUN", "PROPN", "ADJ") or not self.tree.words[token][:1].isupper():
                continue
            noun, kind = office_noun(self.tree.words[token])
            if noun and not self._is_name(token):
                yield from self._titles(token, noun, kind)

    def _is_name(self, token: int) -> bool:
        """ "Gustav Premier", "Presse": part of a name, not a title before it."""
        return self.tree.pos[token] == "PROPN" and any(
            m.form == "name" and m.head != token and m.start == token for m in self.by_token.get(token, ())
        )

    def _titles(self, token: int, noun: str, kind: str) -> Iterator[Title]:
        persons = self._persons(token)
        gender = self._gender(token, noun)
        role, past = self._role(token, noun, gender)
        if kind == "colleague":
            if not self.last_role:
                return
            role = self.last_role
        elif kind == "office":
            self.last_role = role
        of, first, last = self._owner(token)
        if kind == "post" and (of is None or of.type != "Organization"):
            of, first, last = self._employer(token)
        if kind == "post" and (of is None or of.type != "Organization" or not persons):
            return
        body = self._body_in_word(token, of, persons)
        of = body or of
        for person in persons or (None,):
            known = self._by_person(person, role) if person is not None else None
            known = self._body_for(known, token, role)
            owner = of or known or (self.context.owner(token, role) if person is not None else None)
            start, end = self._span(token, person, first, last)
            yield Title(token, start, end, role, owner, person, of is not None, past, kind == "valuation")

    def _body_for(self, known: Entity | None, token: int, role: str) -> Entity | None:
        """ "Chinas Außenamt warnte. Sprecher Wang ...": of the state's bodies the one that is spoken of."""
        speaks = role.rsplit(" ", 1)[-1].lower().removesuffix("in") in word_set("titles.yaml", "speaking")
        body = self.context.body(token) if speaks and known is not None and known.type == "Country" else None
        row = reference().entities.get(body.id) if body is not None else None
        return body if row is not None and known is not None and row.country == known.id else known

    def _body_in_word(self, token: int, of: Entity | None, persons: list[Mention]) -> Entity | None:
        """ "Militärsprecher", "Außenamtssprecherin": a body of the state beside it, of the person, or that acts."""
        noun = body_in_office(self.tree.words[token])
        if not noun or (of is not None and of.type != "Country"):
            return None
        rows = [reference().entities.get(p.entity.id) for p in persons]
        home = next((reference().entities.get(row.country or "") for row in rows if row is not None), None)
        state = of or (entity_of(home) if home is not None else self.context.acting(token))
        return body_of(state, noun)[0] if state is not None and persons else None

    def _persons(self, token: int) -> list[Mention]:
        """The name in the phrase of the title, behind a comma, or above it; conjuncts of a plural title."""
        tree = self.tree
        inside = [m for m in self.by_token.get(token, ()) if m.entity.type == "Person" and m.form == "name"]
        found = (
            inside[:1] or [m for c in tree.children[token] if tree.deps[c] in _RIGHT for m in self._person_at(c)][:1]
        )
        if not found and tree.deps[token] in ("appos", "dep", "compound", "flat", "parataxis"):
            found = self._person_at(tree.heads[token])[:1]
        if not found:  # "Nato-Oberbefehlshaber X warnte", with the title hung on the verb
            found = [m for m in self._person_at(token + 1) if m.start == token + 1]
        if found and tree.morphs[token].get("Number") == "Plur":
            heads = {found[0].head, *range(found[0].start, found[0].end)}
            conjuncts = [c for h in heads for c in tree.children[h] if tree.deps[c] == "conj" and h != token]
            found += [m for c in conjuncts for m in self._person_at(c)]
        return found

    def _person_at(self, token: int) -> list[Mention]:
        mentions = [*self.by_head.get(token, ()), *self.by_token.get(token, ())]
        return [m for m in mentions if m.entity.type == "Person" and m.form == "name"][:1]

    def _gender(self, token: int, noun: str) -> Gender:
        tree = self.tree
        articles = {tree.words[c].lower() for c in tree.children[token] if tree.pos[c] == "DET"}
        if noun.endswith("in") and noun[:-2].lower().endswith(tuple(word_set("titles.yaml", "offices"))):
            return "Fem"
        if tree.morphs[token].get("Gender") == "Fem" and (articles & {"die"} or tree.words[token].endswith("e")):
            return "Fem"
        return "Masc"

    def _role(self, token: int, noun: str, gender: Gender) -> tuple[str, bool]:
        """The office as said: what stands before it in the word and belongs to it, and adjectives that do."""
        tree, past = self.tree, False
        prefixes = [
            part for part in tree.words[token].split("-")[:-1] if part in ("Vize", "Ex", "Alt", "Interims", "Co")
        ]
        role = "-".join([*prefixes, noun])
        if gender == "Fem" and noun.lower().endswith(
            tuple(f"{stem}er" for stem in word_set("titles.yaml", "adjectival"))
        ):
            role = role.removesuffix("r")
        past = any(part in word_set("titles.yaml", "past_prefixes") for part in prefixes)
        for child in reversed([c for c in tree.children[token] if c < token and tree.pos[c] == "ADJ"]):
            stem = stem_of(tree.words[child]).lower()
            if stem in word_set("titles.yaml", "kept"):
                role = f"{nominative(tree.words[child], gender)} {role}"
                past = past or stem in word_set("titles.yaml", "past")
        return role, past

    def _owner(self, token: int) -> tuple[Entity | None, int, int]:
        """State or body of the office in the same phrase, and the tokens that name it."""
        in_word, before = self._in_word(token), self._before(token)
        said = before is not None and self.tree.words[token].startswith("Bundes")  # "Österreichs Bundesministerin"
        if in_word is not None and not said:
            return in_word, token, token + 1
        if before is not None:
            return before.entity, before.start, token + 1
        for child in self.tree.children[token]:
            owned = self._owner_at(token, child)
            if owned is not None:
                return owned
        return None, token, token + 1

    def _employer(self, token: int) -> tuple[Entity | None, int, int]:
        """ "Experte für nukleare Sicherheit bei der X": the organization before the next comma, wherever it is hung."""
        tree = self.tree
        for right in range(token + 1, min(token + _POST, len(tree))):
            if tree.words[right] in (",", ".", ";", ":"):
                break
            for mention in self.by_head.get(right, ()):
                at = tree.case_of(right) in ("bei", "beim", "am", "an", "vom", "von")
                if at and mention.entity.type == "Organization" and mention.form == "name":
                    return mention.entity, token, mention.end
        return None, token, token + 1

    def _before(self, token: int) -> Mention | None:
        """What stands right before: "der Kursker Gouverneur", "Kenias früherer Präsident", whatever the tree says."""
        tree, left = self.tree, token - 1
        for mention in self.by_token.get(left, ()):
            if mention.form == "adjective" and mention.entity.type == "Place":
                return mention
        while left > 0 and tree.pos[left] == "ADJ":
            left -= 1
        for mention in self.by_token.get(left, ()):
            word = tree.words[left]
            genitive = word.endswith(("s", "'", "’")) and word != mention.entity.name and mention.end == left + 1
            if genitive and mention.form in ("name", "metonym") and mention.entity.type in ("Country", "Place"):
                return mention
        return None

    def _in_word(self, token: int) -> Entity | None:
        """ "US-Außenminister": the first part; "Kremlsprecher": the word as a whole."""
        for mention in self.by_token.get(token, ()):
            if mention.form == "compound" and mention.start == token and mention.entity.type in _OWNER_TYPES:
                return mention.entity
        return self._fixed(token)

    def _owner_at(self, token: int, child: int) -> tuple[Entity, int, int] | None:
        """The owner that a child of the title names; what stands in brackets is none (a party)."""
        if child > 0 and self.tree.words[child - 1] == "(":
            return None
        for mention in self.by_head.get(child, ()):
            owner = self._owner_of(token, child, mention)
            if owner is not None:
                return owner, min(mention.start, token), max(mention.end, token + 1)
        genitive = self.tree.deps[child] == "nmod" and child > token and not self.by_head.get(child)
        if genitive and self.tree.lemmas[child] in word_set("titles.yaml", "alliances"):
            alliance = self.context.alliance(token)
            return (alliance.entity, token, child + 1) if alliance is not None else None
        return self._unknown_body(child) if genitive else None

    def _owner_of(self, token: int, child: int, mention: Mention) -> Entity | None:
        tree, case = self.tree, self.tree.case_of(child)
        if mention.entity.type not in _OWNER_TYPES:
            return None
        if mention.form == "adjective":
            return mention.entity if child < token else None
        if tree.deps[child] not in _OWNER_DEPS or mention.form not in ("name", "metonym", "description"):
            return None
        if (
            case in (None, "von", "vom", "beim", "bei", "der")
            or case in ("an", "am")
            and mention.entity.type == "Organization"
        ):
            return mention.entity
        return capital_of(mention.entity) if case in ("in", "im") else None

    def _fixed(self, token: int) -> Entity | None:
        """ "Kremlsprecher": the word says whose; of several states ("Bundeskanzler") the one that is spoken of."""
        known = reference().entities
        word = next((w for w in _uninflected(self.tree.words[token]) if w in word_sets("titles.yaml", "owners")), "")
        if not word and self.tree.words[token].startswith("Bundes") and "minister" in self.tree.words[token]:
            return entity_of(known["deutschland"])
        owners = word_sets("titles.yaml", "owners").get(word, frozenset())
        if len(owners) < 2:
            return entity_of(known[next(iter(owners))]) if owners else None
        persons = [reference().entities.get(m.entity.id) for m in self._persons(token)]
        of_person = next((p.country for p in persons if p is not None and p.country in owners), None)
        spoken = [m.entity.id for ms in self.by_head.values() for m in ms if m.entity.id in owners]
        ranked = sorted(owners, key=lambda owner: (-spoken.count(owner), owner != "deutschland"))
        return entity_of(known[of_person or ranked[0]])

    def _unknown_body(self, child: int) -> tuple[Entity, int, int] | None:
        """A body that no table has, in the genitive: "Leiter des Instituts für Friedensforschung"."""
        tree = self.tree
        noun = tree.lemmas[child].lower()
        if tree.case_of(child) is not None or not noun.endswith(tuple(word_set("units.yaml", "organization_endings"))):
            return None
        inside = [t for t in tree.subtree(child) if t >= child and not self._is_clause(t)]
        end = child + 1
        while end in inside and tree.words[end] != "," and end - child < 6:
            end += 1
        words = [tree.words[t] for t in range(child, end)]
        words[0] = next(w for w in (tree.lemmas[child], words[0]) if w[:1].isupper())
        return unknown_entity(" ".join(words), "Organization"), child, end

    def _is_clause(self, token: int) -> bool:
        return self.tree.deps[token] in ("acl", "acl:relcl", "advcl", "appos", "conj", "cc")

    def _by_person(self, person: Mention, role: str) -> Entity | None:
        """Whose office it is by the table, for a person of the tables who held such an office then."""
        noun = _same(role.rsplit(" ", 1)[-1].lower().removesuffix("in"))
        for office in reference().offices_of(person.entity.id):
            title = office.title.split(" ")[0]
            plain = _same(title.lower().removesuffix("in"))
            if (not self.day or office.held_on(self.day)) and (plain.endswith(noun) or noun.endswith(plain)):
                return office_owner(office)
        return None

    def _span(self, token: int, person: Mention | None, first: int, last: int) -> tuple[int, int]:
        tree = self.tree
        start, end = min(first, token), max(last, token + 1)
        if person is not None:
            start, end = min(start, person.start), max(end, person.end)
        while start > 0 and tree.pos[start - 1] in ("ADJ", "DET") and start <= tree.heads[start - 1] < end:
            start -= 1
        return start, end


def _same(office: str) -> str:
    """One word for offices that have several ("Premier", "Regierungschef" → ministerpräsident)."""
    return next((word for word, others in word_sets("titles.yaml", "same").items() if office in others), office)


def office_owner(office: Office) -> Entity:
    """State or body of an office of the tables; "Pentagon-Sprecher" names the body itself."""
    prefix, hyphen, _ = office.title.partition("-")
    senses = gazetteer().names.get(prefix, ()) if hyphen else ()
    return entity_of(senses[0].row if senses else reference().entities[office.of])
