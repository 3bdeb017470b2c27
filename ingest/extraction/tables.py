"""Reading the YAML files of `ingest/extraction/data` with types: what has the wrong form is an error with its place."""

from collections.abc import Mapping
from importlib.resources import files
from typing import cast

import yaml

from seeds.errors import BadData


def read_data(name: str) -> Mapping[str, object]:
    """One file; raises BadData naming it where it is no mapping."""
    raw: object = yaml.load(
        files("ingest.extraction").joinpath("data", name).read_text("utf-8"), Loader=yaml.CSafeLoader
    )
    return table(raw, name)


def table(value: object, where: str) -> Mapping[str, object]:
    """A mapping with text keys; `where` names file and entry in the error."""
    if not isinstance(value, dict):
        raise BadData(f"ingest/extraction/data/{where}: a mapping is expected, not {value!r}")
    return {str(key): entry for key, entry in cast("dict[object, object]", value).items()}


def word_list(value: object, where: str) -> tuple[str, ...]:
    """A list of texts; `where` names file and entry in the error."""
    if not isinstance(value, list):
        raise BadData(f"ingest/extraction/data/{where}: a list is expected, not {value!r}")
    return tuple(str(word) for word in cast("list[object]", value))


def word_set(value: object, where: str) -> frozenset[str]:
    """As `word_list`, for membership."""
    return frozenset(word_list(value, where))


def texts(value: object, where: str) -> dict[str, str]:
    """A mapping from texts to texts."""
    return {key: str(entry) for key, entry in table(value, where).items()}
