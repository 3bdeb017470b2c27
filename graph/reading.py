"""The Cypher texts of the views: fixed files under `read/`, values always as parameters."""

from functools import cache
from importlib.resources import files


@cache
def query(name: str) -> str:
    """The text of `read/<name>.cypher`."""
    return files("graph").joinpath("read", f"{name}.cypher").read_text("utf-8")
