"""The Cypher texts of the views: fixed files under `read/`, values always as parameters."""

from functools import cache

from graph.cypher import load


@cache
def query(name: str, type_: str | None = None) -> str:
    """The text of `read/<name>.cypher`, with its placeholder filled by a word of the vocabulary."""
    return load("read", name, type_)
