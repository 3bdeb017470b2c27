"""The graph as tables for `neo4j-admin database import`: one for each label and each type of relationship."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.cypher import ROLES, stance_edge
from graph.origins.likeness import ARTICLE, PASSAGE
from graph.properties import PROPERTIES
from seeds.vocabulary import vocabulary

Part = Literal["nodes", "relationships"]
WHOLE = (
    "articles",
    "asserted",
    "reported",
    "denied",
    "doubted",
    "outlets",
    "origins",
    "step",
    "position",
    "min",
    "max",
)
NUMBERS = {*WHOLE, "of_min", "of_max", "evidence_start", "evidence_end", *ARTICLE.names, *PASSAGE.names, "schema"}
TRUTHS = {"sample", "invented", "current", "known", "unsupported", "dated"}
LISTS = {"aliases", "voices", "vouchers", "outlet_names", "origin_keys"}
LIST = ":string[]"
FRACTIONS = {"confidence"}
SAID = ("role", "position", "name", "entity_type", "wikidata", "said")
COUNTED = ("predicate", "articles", "asserted", "reported", "denied", "doubted", "first", "last", "sample")
PLAIN = (*COUNTED, "outlet_names", "outlets", "origin_keys", "origins")


@dataclass(frozen=True, slots=True)
class Table:
    """Nodes of one label or relationships of one type.

    `head` names columns and their types as the import wants them, `cypher` gives the rows in that order; `by_article`
    says that it asks for the rows of some articles, which are its parameter.
    """

    part: Part
    name: str
    head: tuple[str, ...]
    cypher: str
    by_article: bool

    @property
    def lists(self) -> list[str]:
        """The columns that hold lists."""
        return [column.removesuffix(LIST) for column in self.head if column.endswith(LIST)]


def tables() -> Iterator[Table]:
    """Every table of the graph."""
    yield _nodes("Lagebild", ("schema", "loaded"), "MATCH (n:Lagebild)", key="'lagebild'")
    for label in ("Entity", "Document", "Run"):
        yield _nodes(label, PROPERTIES[label], f"MATCH (n:{label})")
    yield _nodes("Article", PROPERTIES["Article"], "UNWIND $articles AS article MATCH (n:Article {id: article})")
    said = "UNWIND $articles AS article MATCH (n:Statement)-[:IN]->(:Article {id: article})"
    yield _nodes("Statement", PROPERTIES["Statement"], said)
    yield from _of_articles()
    for role in ROLES:
        yield _edges(role, "Statement", "Entity", SAID, by="a")
    for stance in vocabulary().values("stance"):
        yield _edges(stance_edge(stance), "Entity", "Statement", (*SAID, "step", "office"), by="b")
    yield _edges("SAME_AS", "Entity", "Entity", ("decision",))
    for edge in vocabulary().plain_edges():
        yield _edges(edge, "Entity", "Entity", PLAIN)


def _of_articles() -> Iterator[Table]:
    yield _edges("VERSION_OF", "Article", "Document", ())
    yield _edges("READ_BY", "Article", "Run", ())
    yield _edges("SUPERSEDES", "Article", "Article", ())
    yield _edges("IN", "Statement", "Article", (), by="a")


def _nodes(label: str, names: tuple[str, ...], match: str, key: str = "n.id") -> Table:
    """Nodes with all their labels; those without an id of their own get one for the import only."""
    id_ = "id" if key == "n.id" else ""
    columns = ", ".join(f"n.{name} AS {name}" for name in names)
    cypher = f"{match} RETURN {key} AS id, labels(n) AS labels{', ' if names else ''}{columns}"
    head = (f"{id_}:ID({label})", ":LABEL", *(_typed(name, label) for name in names))
    return Table("nodes", label, head, cypher, by_article="$articles" in match)


def _edges(type_: str, start: str, end: str, names: tuple[str, ...], by: str | None = None) -> Table:
    """Relationships; `by` is the end whose article is asked for."""
    columns = ", ".join(f"r.{name} AS {name}" for name in names)
    anchor = (
        "" if by is None else f"UNWIND $articles AS article MATCH ({by}:Statement)-[:IN]->(:Article {{id: article}}) "
    )
    match = f"{anchor}MATCH (a:{start})-[r:{type_}]->(b:{end})"
    cypher = f"{match} RETURN a.id AS start, b.id AS end{', ' if names else ''}{columns}"
    head = (f":START_ID({start})", f":END_ID({end})", *(_typed(name, type_) for name in names))
    return Table("relationships", type_, head, cypher, by_article=by is not None)


def _typed(name: str, owner: str) -> str:
    """A column with its type. The origins of a statement are a list, those of a plain edge their number."""
    if name in LISTS or (name, owner) == ("origins", "Statement"):
        return f"{name}{LIST}"
    if name in NUMBERS:
        return f"{name}:long"
    if name in TRUTHS:
        return f"{name}:boolean"
    return f"{name}:double" if name in FRACTIONS else name
