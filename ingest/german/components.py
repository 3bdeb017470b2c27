"""The two components under their spaCy names: sentence boundaries, and the model."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from ingest.german.annotator import Annotator
from ingest.german.margins import register_margins
from ingest.german.sentences import sentence_starts

SENTENCES, ANNOTATOR = "lagebild_sentences", "lagebild_onnx"


class Registration(Protocol):
    """`Language.component` and `Language.factory`, whose own types are incomplete."""

    def __call__(
        self,
        name: str,
        *,
        func: Callable[..., object],
        assigns: Sequence[str],
        requires: Sequence[str] = (),
        default_config: Mapping[str, object] = ...,
    ) -> object:
        """Make a component known under a name."""
        ...


def mark_sentences(doc: Doc) -> Doc:
    """Set sentence starts by the rules of `sentences`."""
    if len(doc):
        starts = sentence_starts([token.text for token in doc], [bool(token.whitespace_) for token in doc])
        doc.from_array(["SENT_START"], cast(Ints2d, np.where(starts, 1, -1).astype(np.uint64)))
    return doc


def make_annotator(nlp: Language, name: str, threads: int) -> Annotator:
    """The model as a component; `threads` is how many batches run at the same time."""
    register_margins()
    return Annotator(nlp.vocab, name, threads)


def register() -> None:
    """Make both known to spaCy; doing it twice changes nothing."""
    component, factory = (
        cast(Registration, way) for way in (cast(Any, Language).component, cast(Any, Language).factory)
    )
    component(SENTENCES, func=mark_sentences, assigns=["token.is_sent_start"])
    factory(
        ANNOTATOR,
        func=make_annotator,
        requires=["token.is_sent_start"],
        assigns=["token.pos", "token.tag", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents"],
        default_config={"threads": 2},
    )
