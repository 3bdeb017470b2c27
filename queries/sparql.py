"""The most useful questions in SPARQL, too: one file each, named as the question in Cypher that gives the same rows.

Addresses in them are relative: `<vocabulary#>` is the vocabulary below whatever base address is set.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def sparql_questions() -> Mapping[str, str]:
    """The texts by name, in alphabetical order."""
    entries = sorted(files("queries").iterdir(), key=lambda entry: entry.name)
    return {entry.name.removesuffix(".rq"): entry.read_text("utf-8") for entry in entries if entry.name.endswith(".rq")}
