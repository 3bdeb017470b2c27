"""Reading the graph from end to end, a few articles at a time: as much memory for a million statements as for a few."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from pydantic import JsonValue

from graph import view
from graph.filter import StatementFilter
from graph.plain import Pair, spoken_pair
from graph.reading import query
from graph.restore import restore_run
from graph.rows import entities
from graph.shown import EntityHead, PlainEdge, StatementView, Window
from graph.statement import Run
from graph.store import Store
from seeds.vocabulary import vocabulary

BATCH = 20  # articles
EDGES = 1000
REMEMBERED = 50_000  # entities and runs that need not be written again soon
SECONDS = 60.0
EVERYTHING = StatementFilter(superseded=True)
Row = Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article, the run that read it, what it says, and the entities it names."""

    properties: Row
    text: str | None
    run: Run
    supersedes: str | None
    statements: tuple[StatementView, ...]
    heads: Mapping[str, EntityHead]
    same: Mapping[str, str]
    """The entities that merged ones count as."""
    claims: Mapping[str, str]
    """What the statements claim, by their ids."""

    @property
    def id(self) -> str:
        """The id of the article."""
        return str(self.properties["id"])

    @property
    def document(self) -> str:
        """The id of the document that it is a version of."""
        return str(self.properties["document"])


@dataclass(slots=True)
class Selection:
    """What is wanted of the graph: the statements that fit, with their articles; all where nothing is filtered.

    `with_text` adds the texts of the articles. Older versions are part of it, marked as not current.
    """

    wanted: StatementFilter = EVERYTHING
    with_text: bool = False
    _keys: set[str] = field(default_factory=set[str], init=False)

    @property
    def whole(self) -> bool:
        """Whether nothing is filtered: articles that say nothing are part of it then, too."""
        return replace(self.wanted, superseded=True) == EVERYTHING

    def articles(self, store: Store) -> Iterator[ArticleRecord]:
        """The articles, each read in one piece with its statements."""
        ids = (str(row["id"]) for row in _read(store, query("export_ids"), {}))
        while batch := list(islice(ids, BATCH)):
            for record in article_records(store, batch, self.wanted, with_text=self.with_text):
                if self.whole or record.statements:
                    self._remember(record)
                    yield record

    def _remember(self, record: ArticleRecord) -> None:
        if not self.whole:
            pairs = (spoken_pair(one.statement, record.same) for one in record.statements)
            self._keys |= {pair.key for pair in pairs if pair}

    def edges(self, store: Store) -> Iterator[PlainEdge]:
        """The plain edges of what `articles` gave."""
        for edge in all_edges(store):
            if self.whole or Pair(edge.edge, edge.source.id, edge.target.id).key in self._keys:
                yield edge


def all_edges(store: Store) -> Iterator[PlainEdge]:
    """Every plain edge of the graph."""
    for type_ in vocabulary().plain_edges():
        offset = 0
        while found := view.plain_edges(store, type_, Window(EDGES, offset)):
            yield from found
            offset += EDGES


def article_records(
    store: Store, ids: Sequence[str], wanted: StatementFilter = EVERYTHING, *, with_text: bool = False
) -> Iterator[ArticleRecord]:
    """These articles with those of their statements that fit."""
    listed: list[JsonValue] = [*ids]
    text = query("statements_of").replace("CONDITION", wanted.condition())
    said: dict[str, list[JsonValue]] = {}
    claims: dict[str, str] = {}
    for row in _read(store, text, {"articles": listed, **wanted.parameters()}):
        said.setdefault(str(row["article"]), []).append(row["id"])
        claims[str(row["id"])] = str(row["claim"])
    views = {
        one.statement.id: one for one in view.statements_by_id(store, [id_ for part in said.values() for id_ in part])
    }
    same = view.sameness(store)
    named = {entity.id for one in views.values() for entity in entities(one.statement)}
    heads = view.entity_heads(store, sorted(named | {same[id_] for id_ in named & same.keys()}))
    for row in _read(store, query("export_articles"), {"ids": listed, "text": with_text}):
        properties, run = row["article"], row["run"]
        assert isinstance(properties, dict) and isinstance(run, dict)
        own = tuple(views[str(id_)] for id_ in said.get(str(properties["id"]), ()) if str(id_) in views)
        older, text_ = row["supersedes"], row["text"]
        yield ArticleRecord(
            properties,
            str(text_) if text_ else None,
            restore_run(run),
            str(older) if older else None,
            own,
            heads,
            same,
            claims,
        )


def _read(store: Store, cypher: str, values: Row) -> list[dict[str, JsonValue]]:
    return store.read(cypher, values, limit=None, seconds=SECONDS)


class Lately:
    """Remembers what was written lately: writing a thing again is no error, only longer."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._most = most
        self._seen: OrderedDict[str, None] = OrderedDict()

    def new(self, key: str) -> bool:
        """Whether it was not there; it is now."""
        if key in self._seen:
            self._seen.move_to_end(key)
            return False
        self._seen[key] = None
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)
        return True
