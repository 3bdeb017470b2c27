"""How sure the parser was of each token: `token._.arc_margin` and `token._.ner_margin`.

Both are differences of log-probabilities: the chosen head, or the chosen entity label, against the best other one.
The whole doc keeps one array each (`margins(doc)`), so that a doc of a thousand words costs two arrays, not two
thousand entries.
"""

from typing import cast

from spacy.tokens import Doc, Token

from ingest.german.arrays import Floats

ARC, NER = "arc_margin", "ner_margin"


def register_margins() -> None:
    """Make both known to spaCy; doing it twice changes nothing."""
    for name, getter in ((ARC, _arc_margin), (NER, _ner_margin)):
        if not Token.has_extension(name):
            Token.set_extension(name, getter=getter)


def set_margins(doc: Doc, arc: Floats, ner: Floats) -> None:
    """Keep the margins of all tokens of a doc."""
    doc.user_data[ARC], doc.user_data[NER] = arc, ner


def margins(doc: Doc, name: str) -> Floats:
    """The margins of all tokens of an annotated doc: `ARC` or `NER`; 0 for white space."""
    return cast("Floats", doc.user_data[name])


def _arc_margin(token: Token) -> float:
    return float(margins(token.doc, ARC)[token.i])


def _ner_margin(token: Token) -> float:
    return float(margins(token.doc, NER)[token.i])
