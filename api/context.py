"""Evidence in its sentence: where the sentence around a span begins and ends, as the German pipeline cuts it."""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from pydantic import BaseModel

from graph.statement import Evidence

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
        cutter = _cutter()
    sentences = [(sent.start_char, sent.end_char) for sent in cutter(lines).sents]
    touched = [span for span in sentences if span[0] < end and start < span[1]]
    begin = min([start, *(span[0] for span in touched)])
    stop = max([end, *(span[1] for span in touched)])
    return begin, max(end, begin + len(lines[begin:stop].rstrip()))


@cache
def _cutter() -> "Language":
    """Tokenizer and sentence boundaries of the German pipeline, without its model."""
    import spacy  # here, because it takes a second that most commands do not need

    from ingest.german import annotator
    from ingest.german.tokenizer import adapt_tokenizer

    cutter = spacy.blank("de")
    adapt_tokenizer(cutter)
    cutter.add_pipe(annotator.SENTENCES)
    return cutter
