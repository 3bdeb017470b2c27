"""Words of the surfaces in German and English, from `words.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from seeds.errors import BadData

Language = Literal["de", "en"]


def say(word: str, language: Language) -> str:
    """The word in a language."""
    return words()[word][language]


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Every word; BadData names one that lacks a language."""
    entries: dict[str, dict[str, str]] = yaml.safe_load(files("api").joinpath("words.yaml").read_text("utf-8"))
    for word, labels in entries.items():
        if set(labels) != {"de", "en"} or not all(labels.values()):
            raise BadData(f"words.yaml: {word}: needs de and en")
    return entries
