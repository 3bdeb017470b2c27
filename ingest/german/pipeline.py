"""The German pipeline, loaded once a process."""

from functools import cache
from threading import Lock

import spacy
from spacy.language import Language

from ingest.german.components import ANNOTATOR, SENTENCES, register
from ingest.german.numbers import Numbers
from ingest.german.tokenizer import adapt_tokenizer

_LOADING = Lock()


def make_german(threads: int = 2) -> Language:
    """A new pipeline: tokenizer, sentence boundaries, model; `threads` batches run at the same time."""
    register()
    nlp = spacy.blank("de")
    adapt_tokenizer(nlp)
    nlp.tokenizer = Numbers(nlp.tokenizer)
    nlp.add_pipe(SENTENCES)
    nlp.add_pipe(ANNOTATOR, config={"threads": threads})
    return nlp


def german() -> Language:
    """The pipeline of this process, loaded on the first call (half a second); threads may share it."""
    with _LOADING:
        return _german()


@cache
def _german() -> Language:
    return make_german()
