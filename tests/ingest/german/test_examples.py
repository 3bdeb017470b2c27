"""The six sentences that ship with the model come out exactly as its card says."""

import json
from typing import TypedDict

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from ingest.german.components import ANNOTATOR
from ingest.german.labels import labels, model_file
from ingest.german.pieces import Pieces


class Example(TypedDict):
    """What `examples.json` says of one sentence."""

    text: str
    words: list[str]
    spaces: list[bool]
    input_ids: list[int]
    first: list[int]
    last: list[int]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    heads: list[int]
    deps: list[str]
    ents: list[str]


EXAMPLES: list[Example] = json.loads(model_file("examples.json").read_text("utf-8"))


def annotations(doc: Doc) -> dict[str, list[str] | list[int]]:
    """The annotations of a doc in the form of the file."""
    return {
        "upos": [token.pos_ for token in doc],
        "xpos": [token.tag_ for token in doc],
        "feats": [str(token.morph) for token in doc],
        "lemma": [token.lemma_ for token in doc],
        "heads": [token.head.i for token in doc],
        "deps": [token.dep_.replace("ROOT", "root") for token in doc],
        "ents": [token.ent_iob_ + ("-" if token.ent_type_ else "") + token.ent_type_ for token in doc],
    }


def shipped(label: str) -> str:
    """An entity label of the model as it is shipped: `B-OTH` is `B-MISC`."""
    kind = labels().ner_map.get(label[2:])
    return f"{label[:2]}{kind}" if kind else "O"


def expected(example: Example) -> dict[str, list[str] | list[int]]:
    """The same of an example."""
    return {
        "upos": example["upos"],
        "xpos": example["xpos"],
        "feats": example["feats"],
        "lemma": example["lemma"],
        "heads": example["heads"],
        "deps": example["deps"],
        "ents": [shipped(label) for label in example["ents"]],
    }


def test_there_are_six() -> None:
    assert len(EXAMPLES) == 6


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["words"][1])
def test_text_gives_what_the_card_says(nlp: Language, example: Example) -> None:
    doc = nlp(example["text"])
    assert [token.text for token in doc] == example["words"]
    assert len(list(doc.sents)) == 1
    assert annotations(doc) == expected(example)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["words"][1])
def test_given_tokens_give_what_the_card_says(nlp: Language, example: Example) -> None:
    doc = Doc(nlp.vocab, words=example["words"], spaces=example["spaces"])
    assert annotations(nlp.get_pipe(ANNOTATOR)(doc)) == expected(example)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["words"][1])
def test_pieces_are_those_of_the_card(example: Example) -> None:
    ids, offsets = Pieces().encode(example["words"], [True, *example["spaces"][:-1]])
    special = labels().special
    assert [special.bos, *ids, special.eos] == example["input_ids"]
    assert np.array_equal(offsets[:-1] + 1, example["first"])
    assert np.array_equal(offsets[1:], example["last"])
