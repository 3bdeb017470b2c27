"""What the outputs of the model mean: `model/labels.json` as a value."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import BaseModel, ConfigDict


class Special(BaseModel):
    """Ids of the pieces that are no text."""

    model_config = ConfigDict(frozen=True)
    bos: int
    pad: int
    eos: int
    unk: int


class Labels(BaseModel):
    """Label lists in the order of the logits, and the few rules that go with them."""

    model_config = ConfigDict(frozen=True)
    labels: dict[str, tuple[str, ...]]
    outputs: tuple[str, ...]
    special: Special
    max_pieces_per_word: int
    max_pieces_per_window: int
    ner_map: dict[str, str | None]
    no_feats: frozenset[str]
    verbatim_lemma: frozenset[str]

    def of(self, output: str) -> tuple[str, ...]:
        """The labels of one output."""
        return self.labels[output]

    @property
    def features(self) -> tuple[str, ...]:
        """The outputs that hold one morphological feature each (`F_Case`, ...), alphabetically."""
        return tuple(sorted(name for name in self.labels if name.startswith("F_")))


def model_file(name: str) -> Traversable:
    """A file of the shipped model."""
    return files("ingest.german").joinpath("model", name)


@cache
def labels() -> Labels:
    """The labels of the shipped model."""
    return Labels.model_validate_json(model_file("labels.json").read_text("utf-8"))
