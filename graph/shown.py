"""What the views show: statements, articles and entities with what belongs beside them, and pages of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.statement import Article, Run, Statement, Value
from seeds.errors import BadParameter

MOST = 1000
Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list: at most `limit` (1 to 1000) from `offset` on; raises BadParameter."""

    limit: int = 50
    offset: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MOST:
            raise BadParameter(f"limit is a number from 1 to {MOST}; not {self.limit}")
        if self.offset < 0:
            raise BadParameter(f"offset is 0 or more; not {self.offset}")


@dataclass(frozen=True, slots=True)
class Page(Generic[Shown]):
    """One part of a list of `total`."""

    items: tuple[Shown, ...]
    total: int
    limit: int
    offset: int


class ArticleHead(Value):
    """An article without its text; `loaded` is when it came into the graph, `current` false where a newer one is."""

    id: str
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    sample: bool
    invented: bool
    current: bool
    loaded: str


class ArticleLine(Value):
    """An article in a list, with the number of its statements."""

    article: ArticleHead
    statements: int


class ArticleView(Value):
    """An article with its text, the run that read it, and the versions before and after it (ids)."""

    article: Article
    run: Run
    sample: bool
    invented: bool
    current: bool
    loaded: str
    supersedes: str | None
    superseded_by: str | None
    statements: int


class Support(Value):
    """How many current articles say the same as a statement, in how many outlets, from how many independent origins."""

    articles: int
    outlets: int
    origins: int


class StatementView(Value):
    """A statement with the article it stands in; `caption` is for people ("rund 12.000 Soldaten").

    `rejected` and `added` are the decisions by which it counts no more, or is here at all.
    `origins` are the keys of those on whose word it rests: of a source, an agency, an outlet or a document.
    """

    statement: Statement
    article: ArticleHead
    caption: str
    current: bool
    sample: bool
    origins: tuple[str, ...]
    support: Support
    rejected: str | None = None
    added: str | None = None


class EntityHead(Value):
    """An entity as the graph knows it; `known` where the reference tables have it, `country` an ISO code."""

    id: str
    name: str
    type: str
    wikidata: str | None
    aliases: tuple[str, ...]
    country: str | None
    kind: str | None
    known: bool


class EntityLine(Value):
    """An entity in a list, with the number of current statements that name it."""

    entity: EntityHead
    statements: int


class EdgeEnd(Value):
    """One end of a plain edge."""

    id: str
    name: str
    type: str


class PlainEdge(Value):
    """What current articles say of two entities: how many there are, how many assert, report, deny or doubt it.

    `outlets` counts those that the articles came out in, `origins` the independent origins that vouch for it.
    """

    edge: str
    predicate: str
    source: EdgeEnd
    target: EdgeEnd
    articles: int
    asserted: int
    reported: int
    denied: int
    doubted: int
    outlets: int
    origins: int
    first: str | None
    last: str | None
    sample: bool


class EntityView(Value):
    """An entity with its plain edges; `roles` says how many current statements name it as subject, origin, ..."""

    entity: EntityHead
    statements: int
    roles: Mapping[str, int]
    outgoing: tuple[PlainEdge, ...]
    incoming: tuple[PlainEdge, ...]
