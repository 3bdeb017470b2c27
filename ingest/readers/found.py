"""What reading gives: an article with the place it was found in, or the reason why there is none."""

from dataclasses import dataclass

from graph.rows import Origin
from graph.statement import Article
from seeds.errors import BadInput


@dataclass(frozen=True, slots=True)
class Found:
    """An article, where it was read (`a.md`, `news.jsonl, line 3`, `standard input`) and whether it is a sample."""

    article: Article
    path: str
    origin: Origin = "real"


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that gave no article; the error says why and what to do. The other inputs are read all the same."""

    path: str
    error: BadInput
