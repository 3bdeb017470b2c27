"""What the sentence rules know: marks, openers and abbreviations, from `sentences.yaml`."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from seeds.errors import BadData

NAME = "sentences.yaml"


class Example(BaseModel):
    """A text and the sentences it falls into; the tests run them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sentences: tuple[str, ...]


class Cues(BaseModel):
    """The groups of the file; all words in lower case and without their full stop."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    terminators: frozenset[str]
    closers: frozenset[str]
    openers: frozenset[str]
    dashes: frozenset[str]
    first_words: frozenset[str]
    before_ordinals: frozenset[str]
    after_ordinals: frozenset[str]
    never_last: frozenset[str]
    also_words: frozenset[str]
    last_before_first_word: frozenset[str]
    last_before_capital: frozenset[str]
    examples: tuple[Example, ...]

    def is_abbreviation(self, stem: str) -> bool:
        """Whether a word in lower case and without its full stop is in one of the lists of abbreviations."""
        return stem in self.never_last or stem in self.last_before_first_word or stem in self.last_before_capital


@cache
def cues() -> Cues:
    """The cues of this distribution."""
    return parse_cues(files("ingest.german").joinpath(NAME).read_text("utf-8"), NAME)


def parse_cues(text: str, name: str) -> Cues:
    """Cues from YAML text, where a group of words may be one string; raises BadData naming file and group."""
    try:
        raw = yaml.safe_load(text)
        return Cues.model_validate(
            {key: value.split() if isinstance(value, str) else value for key, value in raw.items()}
        )
    except (yaml.YAMLError, AttributeError, ValidationError) as exc:
        raise BadData(f"{name}: {exc}") from exc
