"""A text in the usual print: what the model and the rules read. Statements go back to the text as it is stored."""

from graph.statement import Evidence, Statement, make_statement
from ingest.rewriting.capitals import capitals
from ingest.rewriting.marks import dashes, marks, spaces
from ingest.rewriting.quotes import inner_spaces, quotes
from ingest.rewriting.rewritten import Rewritten
from ingest.rewriting.sharp_s import sharp_s
from ingest.rewriting.umlauts import umlauts
from ingest.rewriting.wrapping import joined

STEPS = (inner_spaces, spaces, dashes, quotes, umlauts, sharp_s, capitals)


def usual(text: str, title: str | None = None) -> Rewritten:
    """All steps, one after the other; most articles come through unchanged. The title may be the first line."""
    made = Rewritten(text)
    made = made.edited(marks(made.text))
    made = made.edited(joined(made.text, title))
    for step in STEPS:
        made = made.edited(step(made.text))
    return made


def stored(statement: Statement, made: Rewritten, text: str) -> Statement:
    """The statement with evidence, count and time as the stored text has them; entities keep the names they have."""
    if made.text == text:
        return statement
    first, last = statement.evidence.start, statement.evidence.end

    def said(words: str) -> str:
        at = made.text.find(words, first, last)
        start, end = made.span(at, at + len(words)) if at >= 0 else (0, 0)
        return text[start:end] or words

    start, end = made.span(first, last)
    count, time = statement.count, statement.time
    return make_statement(
        **{name: getattr(statement, name) for name in type(statement).model_fields if name not in _ANEW},
        evidence=Evidence(start=start, end=end, text=text[start:end]),
        count=count and count.model_copy(update={"text": said(count.text)}),
        time=time and time.model_copy(update={"text": said(time.text)}),
    )


_ANEW = frozenset({"id", "evidence", "count", "time"})
