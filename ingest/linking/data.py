"""The word lists of linking: YAML files beside this module, read once."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from seeds.errors import BadData


@cache
def read_data(name: str) -> Mapping[str, object]:
    """A YAML file of `ingest/linking/data`; raises BadData naming the file where it is no mapping."""
    text = files("ingest.linking").joinpath("data", name).read_text("utf-8")
    return mapping(yaml.load(text, Loader=yaml.CSafeLoader), name)


def mapping(value: object, where: str) -> Mapping[str, object]:
    """A mapping of a data file; raises BadData naming where it stands."""
    if not isinstance(value, dict):
        raise BadData(f"ingest/linking/data/{where}: a mapping is expected")
    return {str(key): entry for key, entry in cast("dict[object, object]", value).items()}


def items(value: object, where: str) -> Sequence[object]:
    """A list of a data file; raises BadData naming where it stands."""
    if not isinstance(value, list):
        raise BadData(f"ingest/linking/data/{where}: a list is expected")
    return cast("list[object]", value)


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of words of a data file as a set."""
    return frozenset(str(word) for word in items(read_data(name)[key], f"{name}: {key}"))


@cache
def word_sets(name: str, key: str) -> Mapping[str, frozenset[str]]:
    """A mapping of lists of words as sets."""
    listed = mapping(read_data(name)[key], f"{name}: {key}")
    return {k: frozenset(str(word) for word in items(v, f"{name}: {key}: {k}")) for k, v in listed.items()}


@cache
def words_to(name: str, key: str) -> Mapping[str, str]:
    """A mapping of words to words."""
    return {word: str(value) for word, value in mapping(read_data(name)[key], f"{name}: {key}").items()}
