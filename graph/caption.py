"""Captions: what a statement is called on a picture, for people."""

from graph.statement import Count, Statement
from seeds.vocabulary import vocabulary

_BEFORE = {"exact": "", "about": "rund ", "more_than": "mehr als ", "at_least": "mindestens ", "up_to": "bis zu "}
_MAGNITUDES = (
    (1_000_000, "Millionen"),
    (100_000, "Hunderttausende"),
    (10_000, "Zehntausende"),
    (1_000, "Tausende"),
    (100, "Hunderte"),
    (1, "Dutzende"),
)


def caption(statement: Statement) -> str:
    """ "rund 12.000 Soldaten" where something is counted, else the German label of the predicate."""
    if statement.count is not None:
        return count_caption(statement.count)
    return vocabulary().label("predicate", statement.predicate)


def count_caption(count: Count) -> str:
    """The count in words; as said where no number stands for it ("einige Soldaten") or it is a single one."""
    number = count.min if count.min is not None else count.max
    if count.modifier == "vague" or number is None or (number == 1 and count.max in (1, None)):
        return count.text
    return f"{_amount(count, number)} {vocabulary().label('unit', count.unit)}"


def _amount(count: Count, number: int) -> str:
    if count.modifier == "magnitude":
        return next((word for least, word in _MAGNITUDES if number >= least), count.text)
    if count.modifier == "between" and count.max is not None:
        return f"{_thousands(number)} bis {_thousands(count.max)}"
    return _BEFORE.get(count.modifier, "") + _thousands(number)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
