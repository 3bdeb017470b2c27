"""Questions whose answer is a picture, for Neo4j Browser alone: it draws the paths that their Cypher returns."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def pictures() -> list[dict[str, str]]:
    """Each with `title`, `text` and `cypher`, in the order in which they are shown."""
    loaded: list[dict[str, str]] = yaml.safe_load(
        files("graph").joinpath("browser", "pictures.yaml").read_text("utf-8")
    )
    return loaded
