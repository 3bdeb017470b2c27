"""Who stands before the colon of a headline: "Südkorea: 600 Nordkoreaner gestorben"."""

from dataclasses import dataclass

from ingest.extraction.attribution_cues import cues
from ingest.extraction.clauses import Clause
from ingest.extraction.continuing import follows_heading
from ingest.extraction.reading import Reading
from ingest.extraction.sourcing import Attribution
from ingest.extraction.speaking import Speaking

_LONGEST = 8  # tokens before the colon
_MARKS = (":", "-", "–")  # a dash only in the headline: "Kreml - 3.000 Mann eingekesselt"
_QUOTES = frozenset('„“"»«')


@dataclass(frozen=True, slots=True)
class Headlines:
    """Adds the sources before colons in one article."""

    reading: Reading
    speaking: Speaking

    def add(self, clause: Clause, found: Attribution) -> None:
        """ "Südkorea: 600 Nordkoreaner gestorben": who stands before the colon says it."""
        tree = self.reading.tree
        named = [t for t in self._before_colon(clause) if not self._only_heads(t, clause)]
        added = [self.speaking.nouns.add(token, found, "reports", level=2) for token in named]
        if not any(added) and any(tree.lemmas[t] in cues().nobody or tree.words[t] in cues().nobody for t in named):
            found.hearsay = True

    def _before_colon(self, clause: Clause) -> list[int]:
        """The nouns that head what stands before the colon at the beginning of the sentence of a clause."""
        tree = self.reading.tree
        start, end = tree.sentence(clause.head)
        while start < end and not (tree.words[start][:1].isalpha() or tree.words[start] in _QUOTES):
            start += 1  # "+++ 16:42 Bundeswehr: ..."
        heading = start == 0 and len(tree.sentences) > 1 and follows_heading(self.reading, 1)
        marks = _MARKS if heading else _MARKS[:1]
        colon = next((t for t in range(start, min(start + _LONGEST, end)) if tree.words[t] in marks), start)
        if not start < colon < clause.head or any(tree.tags[t].endswith("FIN") for t in range(start, colon)):
            return []
        heads = [t for t in range(start, colon) if not start <= tree.heads[t] < colon or tree.heads[t] == t]
        timed = {t for time in self.reading.times for t in range(time.start, time.end)}  # "14. Februar: ..."
        counted = {count.head for count in self.reading.counts}  # "90.000 Soldaten: Nato probt den Ernstfall"
        return [t for t in heads if tree.pos[t] in ("NOUN", "PROPN", "X") and t not in timed | counted]

    def _only_heads(self, token: int, clause: Clause) -> bool:
        """ "Mali: Wagner räumt Verluste ein" names the scene; "Peinlich: ..." in a text names nobody."""
        mention = self.reading.by_head.get(token)
        if mention is None or mention.form == "demonym":
            return mention is not None  # "Blauhelme unter Beschuss: ..."
        if mention.form == "name" and mention.entity.type == "Country":
            main = (clause, *clause.ancestors())[-1]
            return any(self.speaking.stance(c) is not None and c.head > token for c in (clause, main))
        here = self.reading.tree.sentence_of[clause.head]
        following = here + 1 < len(self.reading.clauses)
        heading = here == 0 or following and follows_heading(self.reading, here + 1)
        again = any(m.entity.id == mention.entity.id and m is not mention for m in self.reading.mentions)
        return mention.entity.id.startswith("x-") and not mention.kind and not heading and not again
