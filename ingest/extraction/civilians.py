"""Whether a count means civilians: inhabitants, the dead of a town, wounded among whom are children."""

from dataclasses import dataclass

from ingest.counts.nouns import counted_by
from ingest.extraction.candidates import Candidate
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words


@dataclass(frozen=True, slots=True)
class Civilians:
    """Reads one article."""

    reading: Reading

    def meant(self, candidate: Candidate) -> bool:
        """Does the text say that no soldiers are meant, or not only they?"""
        return self._with_civilians(candidate) or self._of_civil_life(candidate) or self._in_town_attacked(candidate)

    def _with_civilians(self, candidate: Candidate) -> bool:
        """ "tausend Verletzte, darunter viele Kinder": no soldiers, as far as the text says."""
        tree = self.reading.tree
        if candidate.mention is None or candidate.mention.by not in ("fate", "person"):
            return False
        behind = range(candidate.end, min(candidate.end + 6, len(tree)))
        among = [t for t in behind if tree.words[t].lower() in ("darunter", "unter")][:1]
        return any(tree.lemmas[t] in troop_words().civilians for a in among for t in behind if t > a)

    def _in_town_attacked(self, candidate: Candidate) -> bool:
        """ "Nach dem Angriff auf Ternopil ist die Zahl der Toten gestiegen": of a town, unless soldiers are named."""
        tree, mention = self.reading.tree, candidate.mention
        noun = mention.antecedent if mention is not None and mention.by == "ellipsis" else candidate.head
        fate = counted_by(tree.words[noun]) if mention is not None and noun is not None else None
        if fate is None or fate.by != "fate":
            return False
        start, end = tree.sentence(candidate.head)
        hit = any(
            m.entity.type == "Place"
            and tree.case_of(m.head) == "auf"
            and tree.lemmas[tree.heads[m.head]].lower().endswith(tuple(troop_words().assaults))
            for m in self.reading.mentions_in(start, end)
        )
        soldiers = (counted_by(tree.words[t]) for t in range(start, end))
        return hit and not any(c is not None and c.by in ("noun", "unit") for c in soldiers)

    def _of_civil_life(self, candidate: Candidate) -> bool:
        """ "1,3 Millionen Haitianer sind vertrieben, mehr als 3.100 wurden getötet": inhabitants go on being meant."""
        token = candidate.mention.antecedent if candidate.mention is not None else None
        counted = counted_by(self.reading.tree.words[token]) if token is not None else None
        clause = self.reading.owner[token] if token is not None else None
        return (
            counted is not None
            and counted.by == "demonym"
            and clause is not None
            and clause.verb in troop_words().civil
        )
