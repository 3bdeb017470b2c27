"""The word lists of linking: YAML files beside this module, read once."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from seeds.errors import BadData


@cache
def read_data(name: str) -> Mapping[str, object]:
    """A YAML file of `ingest/linking/data`; raises BadData naming the file where it is no mapping."""
    raw = yaml.load(files("ingest.linking").joinpath("data", name).read_text("utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(raw, dict):
        raise BadData(f"ingest/linking/data/{name}: a mapping is expected")
    return raw


def words(value: object, where: str) -> Sequence[str]:
    """A list of words; raises BadData naming where it stands."""
    if not isinstance(value, list):
        raise BadData(f"ingest/linking/data/{where}: a list is expected")
    return [str(word) for word in value]


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of a data file as a set."""
    return frozenset(words(read_data(name)[key], f"{name}: {key}"))


@cache
def word_sets(name: str, key: str) -> Mapping[str, frozenset[str]]:
    """A mapping of lists of a data file as sets."""
    value = read_data(name)[key]
    if not isinstance(value, dict):
        raise BadData(f"ingest/linking/data/{name}: {key}: a mapping is expected")
    return {str(k): frozenset(words(v, f"{name}: {key}: {k}")) for k, v in value.items()}
