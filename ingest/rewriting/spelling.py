"""The word lists of `data/spelling.yaml`."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from seeds.errors import BadData

NAME = "spelling.yaml"


class Spelling(BaseModel):
    """The groups of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sharp_s: tuple[str, ...]
    not_sharp: tuple[str, ...]
    adjective: tuple[str, ...]
    before_nouns: frozenset[str]
    two_vowels: tuple[str, ...]


@cache
def spelling() -> Spelling:
    """The lists of this distribution; raises BadData naming the group that is wrong."""
    raw = yaml.safe_load(files("ingest.rewriting").joinpath("data", NAME).read_text("utf-8"))
    try:
        return Spelling.model_validate({key: value.split() for key, value in raw.items()})
    except (AttributeError, ValidationError) as exc:
        raise BadData(f"ingest/rewriting/data/{NAME}: {exc}") from exc
