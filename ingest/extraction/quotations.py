"""Quotations: which tokens stand in quotation marks as somebody's speech, and which clause of saying goes with them."""

from dataclasses import dataclass, field

from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.speaking import Speaking

_OPEN = {"„": '“”"', "»": "«", "“": '”"', "«": "»", '"': '"“”', "‚": "‘’"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens start..end (exclusive) between two quotation marks; `number` counts the quotes of the article."""

    number: int
    start: int
    end: int


@dataclass(slots=True)
class Quotations:
    """The quotations of one article; what is quoted without a finite verb is a name or a word, no speech."""

    reading: Reading
    speaking: Speaking
    quotes: list[Quote] = field(default_factory=list[Quote])
    inside: dict[int, Quote] = field(default_factory=dict[int, Quote])
    speech: list[Clause | None] = field(default_factory=list[Clause | None])

    def __post_init__(self) -> None:
        """Finds the quotes once."""
        for start, end in _spans(self.reading.tree.words):
            if any(self.reading.tree.tags[t].endswith("FIN") for t in range(start, end)):
                quote = Quote(len(self.quotes), start, end)
                self.quotes.append(quote)
                self.inside.update(dict.fromkeys(range(start, end), quote))

    def saying(self, clause: Clause) -> Clause | None:
        """The clause of saying of the quote that this clause stands in, or None."""
        quote = self.inside.get(clause.head)
        if quote is None:
            return None
        while len(self.speech) <= quote.number:  # in text order: a quote may go on with the one before
            self.speech.append(self._saying(self.quotes[len(self.speech)]))
        return self.speech[quote.number]

    def _saying(self, quote: Quote) -> Clause | None:
        """Behind the quote in its last sentence, before it in its first, in the next one, or with the quote before."""
        tree = self.reading.tree
        last, first = tree.sentence_of[max(quote.start, quote.end - 1)], tree.sentence_of[quote.start]
        behind = self._voices(last, quote.end, min(tree.sentences[last][1], quote.end + 12))
        if behind:
            return behind[0]
        opened = self._voices(first, tree.sentences[first][0], quote.start)
        if opened:
            return opened[-1]
        if first > 0 and self._ends_in_colon(first - 1):
            before = self._voices(first - 1, *tree.sentences[first - 1])
            if before:
                return before[-1]
        return self._following(quote, last) or self._of_quote_before(quote)

    def _voices(self, sentence: int, start: int, end: int) -> list[Clause]:
        clauses = self.reading.clauses[sentence]
        outside = [c for c in clauses if start <= c.head < end and c.head not in self.inside and not c.negated]
        return [c for c in outside if self.speaking.stance(c) or self._right_behind(c, start)]

    def _right_behind(self, clause: Clause, end: int) -> bool:
        """„...“, schimpft X: whatever the verb, right behind a quotation it says it."""
        return clause.finite is not None and end < clause.finite <= end + 2 and bool(clause.subjects)

    def _ends_in_colon(self, sentence: int) -> bool:
        start, end = self.reading.tree.sentences[sentence]
        words = [w for w in self.reading.tree.words[start:end] if w.strip()]
        return bool(words) and words[-1] == ":"

    def _following(self, quote: Quote, last: int) -> Clause | None:
        """„...“ Sagte der Minister: the parser cut the sentence at the closing mark."""
        tree = self.reading.tree
        if last + 1 >= len(tree.sentences) or quote.end < tree.sentences[last][1] - 2:
            return None
        start, end = tree.sentences[last + 1]
        close = tree.words[quote.end] if quote.end < len(tree) else ""
        opens = any(not w.strip() or w == close or w == "," for w in tree.words[start : start + 1])
        voices = self._voices(last + 1, start, min(end, start + 4))
        return voices[0] if voices and (opens or tree.words[start][:1].islower()) else None

    def _of_quote_before(self, quote: Quote) -> Clause | None:
        """„A“, sagte X. „B.“: the second part of an interrupted quotation."""
        if quote.number == 0:
            return None
        tree = self.reading.tree
        before = self.quotes[quote.number - 1]
        if tree.sentence_of[quote.start] - tree.sentence_of[before.end - 1] > 1:
            return None
        if any("\n" in tree.words[t] for t in range(before.end, quote.start)):
            return None
        return self.speech[before.number]


def _spans(words: list[str]) -> list[tuple[int, int]]:
    """Start and end of what stands between a pair of marks of one style in one paragraph."""
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for token, word in enumerate(words):
        if "\n" in word:
            opened = -1
        elif opened >= 0 and word in closing:
            found.append((opened, token))
            opened = -1
        elif opened < 0 and word in _OPEN:
            opened, closing = token + 1, _OPEN[word]
    return found
