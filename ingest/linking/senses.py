"""Which of its meanings a form has: town or government, region or town, medium or word, which of two rows."""

from collections import Counter
from dataclasses import dataclass, field

from ingest.extraction.tree import Tree
from ingest.linking.data import word_set, word_sets
from ingest.linking.gazetteer import Sense
from ingest.linking.lookup import Found, said
from ingest.linking.mention import Form
from seeds.reference import Country, ReferenceEntity, reference

_QUOTES = frozenset("„“”\"»«›‹‚‘’'")
_DASHES = ([".", "–"], [".", "-"], [",", "–"])
_REGIONS = frozenset({"oblast", "krai", "republic", "region"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The meaning chosen, how sure, and the ids that were open too; `seat`: the building of that name is meant."""

    row: ReferenceEntity
    form: Form
    certainty: float = 1.0
    candidates: tuple[str, ...] = ()
    seat: str = ""


@dataclass(slots=True)
class Senses:
    """Decides for one article; `spoken` counts what is already known to be meant, countries of rows included."""

    tree: Tree
    spoken: Counter[str] = field(default_factory=Counter[str])

    def learn(self, found: list[Found]) -> None:
        """Counts the rows that stand in the article without any doubt."""
        for item in found:
            if len(item.senses) == 1 and not item.senses[0].doubt:
                row = item.senses[0].row
                self.spoken[row.id] += 1
                if row.country:
                    self.spoken[row.country] += 1
            elif all(isinstance(sense.row, Country) or sense.row.country for sense in item.senses):
                owners = {
                    sense.row.id if isinstance(sense.row, Country) else sense.row.country for sense in item.senses
                }
                if len(owners) == 1:
                    self.spoken[str(owners.pop())] += 1

    def choose(self, item: Found) -> Choice | None:
        """What the form means here, or None where it is an ordinary word."""
        senses = tuple(sense for sense in item.senses if not sense.doubt or self._meant(item, sense))
        if len(senses) == 0:
            return None
        towns = [sense for sense in senses if sense.row.type == "Place"]
        governments = [sense for sense in senses if sense.form == "metonym"]
        if towns and governments:
            return self._seat(item, governments[0], towns[0])
        if item.form == "adjective":
            return self._adjective(item, senses)
        if len(senses) > 1:
            return self._likelier(item, senses)
        row = senses[0].row
        if governments and item.form == "name" and self._inside(item):
            return Choice(row, "name", 0.8, (), said(self.tree, item.start, item.end))
        if row.type == "Place" and row.kind not in _REGIONS:
            return self._region(item, row)
        return Choice(row, _form(item, senses[0]))

    def _meant(self, item: Found, sense: Sense) -> bool:
        """Is a form that is an ordinary word too meant as the name: quoted, introduced by a noun, or reporting."""
        tree, before = self.tree, item.start - 1
        nouns = word_sets("ambiguous.yaml", "nouns").get(sense.doubt, frozenset())
        if item.form == "compound":
            tail = tree.words[item.start].rsplit("-", 1)[-1]
            return sense.doubt != "outlet" or tail in nouns
        quoted = (
            before >= 0 and item.end < len(tree) and tree.words[before] in _QUOTES and tree.words[item.end] in _QUOTES
        )
        if quoted:
            return True
        if before >= 0 and (
            tree.lemmas[before] in nouns
            or tree.words[before] in nouns
            or tree.words[before].rsplit("-", 1)[-1] in nouns
        ):
            return True
        if tree.lemmas[tree.heads[item.start]] in nouns and tree.deps[item.start] in ("appos", "flat", "nmod"):
            return True
        if sense.doubt == "place" and tree.case_of(item.start) in word_set("cues.yaml", "local_prepositions"):
            return True
        named = tree.doc[item.start].ent_type_ in ("ORG", "MISC", "LOC")
        return named and (sense.doubt != "outlet" or tree.words[item.start].isupper() or self._reports(item))

    def _reports(self, item: Found) -> bool:
        tree = self.tree
        head = next((t for t in range(item.start, item.end) if not item.start <= tree.heads[t] < item.end), item.start)
        parent = tree.heads[head]
        if tree.case_of(head) in ("laut", "zufolge", "gegenüber"):
            return True
        return tree.deps[head].startswith("nsubj") and tree.lemmas[parent] in word_set("ambiguous.yaml", "reports")

    def _seat(self, item: Found, government: Sense, town: Sense) -> Choice:
        form = _form(item, government)
        if item.form == "compound":
            return Choice(government.row, "compound", 0.8, (town.row.id,))
        if self._local(item.start):
            return Choice(town.row, "name", 0.9, (government.row.id,))
        return Choice(government.row, form, 0.9, (town.row.id,))

    def _inside(self, item: Found) -> bool:
        """ "im Kreml", "ins Weiße Haus": the building, not the government."""
        head = next(
            (t for t in range(item.start, item.end) if not item.start <= self.tree.heads[t] < item.end), item.start
        )
        case = self.tree.case_of(head) or (self.tree.words[item.start - 1].lower() if item.start else "")
        return case in word_set("cues.yaml", "inside_prepositions")

    def _local(self, token: int) -> bool:
        """Is the town meant: after a local preposition, as a dateline, or hanging on a noun that takes a town."""
        tree = self.tree
        preposition = tree.case_of(token)
        current = token
        while preposition is None and tree.deps[current] == "conj" and tree.heads[current] != current:
            current = tree.heads[current]
            preposition = tree.case_of(current)
        parent = tree.heads[current]
        towns = word_set("cues.yaml", "town_nouns")
        if parent != current and (tree.lemmas[parent] in towns or tree.words[parent] in towns):
            return True
        if preposition is not None:
            return preposition in word_set("cues.yaml", "local_prepositions")
        if self._dateline(token):
            return True
        attacked = word_set("cues.yaml", "places_attacked")
        return tree.deps[current] in ("obj", "nsubj:pass") and tree.lemmas[parent] in attacked

    def _adjective(self, item: Found, senses: tuple[Sense, ...]) -> Choice | None:
        sense = senses[0]
        if sense.row.type != "Place":
            return Choice(sense.row, "adjective") if len(senses) == 1 else self._likelier(item, senses)
        if not self._before_noun(item.start):
            return None
        parent = self.tree.heads[item.start] if self.tree.pos[item.start] == "ADJ" else item.end
        country = reference().entities.get(sense.row.country or "")
        noun = self.tree.lemmas[parent]
        if (
            isinstance(country, Country)
            and country.capital == sense.row.name
            and noun in word_set("cues.yaml", "government_nouns")
        ):
            return Choice(country, "adjective", 0.9, (sense.row.id,))
        region = self._region(item, sense.row)
        return Choice(region.row, "adjective", region.certainty, region.candidates)

    def _dateline(self, token: int) -> bool:
        """ "Kiew/Moskau (agentur) - ...", "Wien. – ...": up to three towns at the beginning of a paragraph."""
        tree = self.tree
        first = tree.sentence(token)[0]
        between = tree.words[first:token]
        if token - first > 4 or any(
            tree.pos[t] not in ("PROPN", "PUNCT", "SYM", "SPACE", "X") for t in range(first, token)
        ):
            return False
        after = tree.words[token + 1 : token + 3]
        return "(" not in between and bool(after) and (after[0] in ("(", "/", "-", "–") or after in _DASHES)

    def _before_noun(self, token: int) -> bool:
        """An adjective in -er stands right before its noun, whatever the tagger says ("der Kursker Gouverneur")."""
        tree = self.tree
        return tree.pos[token] == "ADJ" or (token + 1 < len(tree) and tree.pos[token + 1] == "NOUN")

    def _region(self, item: Found, town: ReferenceEntity) -> Choice:
        """A town whose region bears its name is the region where the article speaks of the region ("in Kursk")."""
        region = reference().entities.get(town.parent or "")
        if region is None or town.name not in region.name or self._called_town(item):
            return Choice(town, _form(item, Sense(town, "name")))
        if self.spoken[region.id] or town.name in word_set("cues.yaml", "regions_by_bare_name"):
            return Choice(region, _form(item, Sense(region, "name")), 0.8, (town.id,))
        return Choice(town, _form(item, Sense(town, "name")))

    def _called_town(self, item: Found) -> bool:
        tree = self.tree
        nouns = word_set("cues.yaml", "towns")
        return item.start > 0 and tree.lemmas[item.start - 1] in nouns or tree.lemmas[tree.heads[item.start]] in nouns

    def _likelier(self, item: Found, senses: tuple[Sense, ...]) -> Choice | None:
        """Of several rows the one that the article speaks of, or whose country it speaks of most."""
        weights = {s.row.id: 3 * self.spoken[s.row.id] + self.spoken[s.row.country or ""] for s in senses}
        ranked = sorted(senses, key=lambda sense: -weights[sense.row.id])
        best, second = ranked[0], ranked[1]
        others = tuple(sense.row.id for sense in ranked[1:])
        if best.row.country and best.row.country == second.row.country and best.row.type == second.row.type:
            return None  # two bodies of one state under one name: neither ("russischer Geheimdienst")
        sure = weights[best.row.id] > weights[second.row.id]
        return Choice(best.row, _form(item, best), 0.8 if sure else 0.5, others)


def _form(item: Found, sense: Sense) -> Form:
    return item.form if item.form != "name" else sense.form
