"""A count while it is being read: one amount, its modifier and its target, before unit and whole are settled."""

from dataclasses import dataclass
from fractions import Fraction

from graph.statement import Count, Whole
from ingest.counts.amounts import Amount
from ingest.counts.mentions import CountMention, Target
from ingest.counts.modifiers import Modifier
from ingest.counts.nouns import Counted
from ingest.extraction.tree import Tree

Bounds = tuple[int | None, int | None, str]
_OPENING, _CLOSING = frozenset('„»«"‚“'), frozenset('“«»"‘”')
_OPEN_ENDS = {"more_than": (True, False), "at_least": (True, False), "up_to": (False, True)}


@dataclass(slots=True)
class Draft:
    """All that is found out about one amount; `whole` points to the draft it is a part of."""

    amount: Amount
    modifier: Modifier
    target: Target
    counted: Counted | None
    antecedent: int | None = None
    whole: "Draft | None" = None
    singular: bool = False

    @property
    def start(self) -> int:
        """The first token: modifier, number or article."""
        return min(self.modifier.start, self.amount.start)

    @property
    def end(self) -> int:
        """The token after the last one: noun, or number where there is none."""
        return max(self.target.end, self.amount.end)

    @property
    def noun(self) -> int | None:
        """The counted noun, None for an elliptic count."""
        return self.target.noun if self.target.kind == "noun" else None

    def bounds(self) -> Bounds | None:
        """Minimum, maximum and modifier of the contract; None where no whole number comes out."""
        amount = self.amount
        if amount.kind == "vague":
            return None, None, "vague"
        if amount.kind == "share":
            return self._share()
        if amount.kind == "magnitude":
            return _whole_number(amount.min), None, "magnitude"
        low, high = _whole_number(amount.min), _whole_number(amount.max)
        if low is None or high is None:
            return None
        return (low, high, "between") if amount.kind == "range" else self._modified(low, amount.about)

    def _modified(self, value: int, about: bool) -> Bounds:
        kind = "at_least" if self.amount.or_more else self.modifier.kind
        if about and kind == "exact":
            kind = "about"
        keeps_min, keeps_max = _OPEN_ENDS.get(kind, (True, True))
        return value if keeps_min else None, value if keeps_max else None, kind

    def _share(self) -> Bounds | None:
        """A part of a whole in the same sentence, worked out; vague where the whole has no number."""
        whole, part = self.whole.bounds() if self.whole else None, self.amount.min
        if part is None:
            return None
        if whole is None or whole[0] is None and whole[1] is None:
            return None, None, "vague"
        low = _rounded(part, whole[0] if whole[0] is not None else whole[1])
        high = _rounded(part, whole[1] if whole[1] is not None else whole[0])
        return (low, high, "between") if low < high else self._modified(low, True)

    def freeze(self, tree: Tree, number: dict[int, int]) -> CountMention | None:
        """The finished mention; `number` maps drafts (by identity) to their place in the list."""
        bounds = self.bounds()
        if bounds is None or self.counted is None:
            return None
        low, high, kind = bounds
        start = self._quoted_start(tree)
        text = tree.text(start, self.end)
        text = text if self.noun is not None or text.endswith("Mio.") else text.rstrip(".")  # the full stop in "4.000."
        whole = self._whole()
        count = Count(min=low, max=high, modifier=kind, unit=self.counted.unit, text=text, of=whole)
        return CountMention(
            start=start,
            end=self.end,
            head=self.amount.end - 1 if self.noun is None else self.noun,
            count=count,
            noun=self.noun,
            whole=number.get(id(self.whole)),
            each=self.modifier.each,
            further=self.modifier.further or self.target.further,
            singular=self.singular,
            by=self.counted.by if self.noun is not None else "ellipsis",
            antecedent=self.antecedent,
        )

    def _quoted_start(self, tree: Tree) -> int:
        """The start, with the quote that is closed inside: "„Tausende“ Soldaten"."""
        opened = self.start > 0 and tree.words[self.start - 1] in _OPENING
        return (
            self.start - 1
            if opened and any(tree.words[t] in _CLOSING for t in range(self.start, self.end))
            else self.start
        )

    def _whole(self) -> Whole | None:
        bounds = self.whole.bounds() if self.whole else None
        if self.whole is None or self.whole.counted is None or bounds is None:
            return None
        return Whole(min=bounds[0], max=bounds[1], unit=self.whole.counted.unit)


def _whole_number(value: Fraction | None) -> int | None:
    return int(value) if value is not None and value.denominator == 1 else None


def _rounded(part: Fraction, whole: int | None) -> int:
    return int(part * (whole or 0) + Fraction(1, 2))
