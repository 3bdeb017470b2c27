"""The Cypher texts of this package: one file a step, the same text for both stores.

Values are always parameters. A label or relationship type cannot be one; where a text needs it, the file
says `TYPE` in backticks, and only words of the vocabulary ever take that place.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from seeds.errors import BadData
from seeds.vocabulary import vocabulary

ROLES = ("SUBJECT", "OBJECT", "PLACE", "ITEM")


@cache
def allowed_types() -> frozenset[str]:
    """Every label and relationship type that may be written into a text."""
    words = vocabulary()
    stances = (stance_edge(name) for name in words.values("stance"))
    return frozenset({*words.values("entity_type"), *words.plain_edges(), *stances, *ROLES})


@cache
def stance_edge(stance: str) -> str:
    """The relationship type between a source and a statement."""
    edge = vocabulary().terms["stance"][stance].edge
    if edge is None:
        raise BadData(f"vocabulary.yaml: the stance {stance} has no edge")
    return edge


@cache
def text(name: str, type_: str | None = None) -> str:
    """The text of `load/<name>.cypher`, with its placeholder filled by a word of the vocabulary."""
    return load("load", name, type_)


def load(folder: str, name: str, type_: str | None) -> str:
    """A text of one of the folders of texts, with its placeholder filled."""
    raw = files("graph").joinpath(folder, f"{name}.cypher").read_text("utf-8")
    if type_ is None:
        return raw
    if type_ not in allowed_types():
        raise BadData(f"{type_!r} is no label or relationship type of the vocabulary")
    return raw.replace("`TYPE`", f"`{type_}`")


@cache
def declarations() -> Mapping[str, str]:
    """Every constraint and index by its name, from `load/schema.cypher`: one a line, each repeatable."""
    lines = [line.rstrip(";") for line in text("schema").splitlines() if line.startswith("CREATE")]
    return {line.split(" IF NOT EXISTS")[0].split()[-1]: line for line in lines}
