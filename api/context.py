"""Evidence in its sentence: where the sentence around a span begins and ends, as the German pipeline cuts it."""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from pydantic import BaseModel

from graph.statement import Evidence
from ingest.german.sentences import sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language

_LOADING = Lock()


class Context(BaseModel):
    """The sentence that evidence stands in: `text` is the article's from `start` to `end`.

    `evidence_start` and `evidence_end` count characters within `text`.
    """

    start: int
    end: int
    text: str
    evidence_start: int
    evidence_end: int


def sentence_around(article: str, evidence: Evidence) -> Context:
    """The sentence of the evidence; from the first to the last where it takes more than one."""
    first = article.rfind("\n", 0, evidence.start) + 1  # a line break always ends a sentence
    last = article.find("\n", evidence.end)
    lines = article[first : last if last >= 0 else len(article)]
    start, end = _sentence(lines, evidence.start - first, evidence.end - first)
    return Context(
        start=first + start,
        end=first + end,
        text=lines[start:end],
        evidence_start=evidence.start - first - start,
        evidence_end=evidence.end - first - start,
    )


def _sentence(lines: str, start: int, end: int) -> tuple[int, int]:
    with _LOADING:
        tokens = list(_german().make_doc(lines))
    begins = sentence_starts([token.text for token in tokens], [bool(token.whitespace_) for token in tokens])
    cuts = [token.idx for token, first in zip(tokens, begins, strict=True) if first]
    begin = max((cut for cut in cuts if cut <= start), default=start)
    stop = min((cut for cut in cuts if cut >= end), default=len(lines))
    return begin, max(end, begin + len(lines[begin:stop].rstrip()))


@cache
def _german() -> "Language":
    """The tokenizer of the German pipeline, without its model."""
    import spacy  # here, because it takes a second that most commands do not need

    from ingest.german.tokenizer import adapt_tokenizer

    nlp = spacy.blank("de")
    adapt_tokenizer(nlp)
    return nlp
