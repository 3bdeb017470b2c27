"""Reading the graph for people: statements, articles and entities, the same for HTTP and command line."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import JsonValue

from graph.filter import StatementFilter
from graph.origins.sameness import chain_end
from graph.reading import query
from graph.restore import restore_article, restore_run, restore_statement
from graph.shown import (
    ArticleHead,
    ArticleLine,
    ArticleView,
    EdgeEnd,
    EntityHead,
    EntityLine,
    EntityView,
    Page,
    PlainEdge,
    StatementView,
    Support,
    Window,
)
from graph.store import Store
from seeds.errors import BadParameter, NotFound
from seeds.vocabulary import vocabulary

SECONDS = 10.0
FIRST = Window()
EVERY = StatementFilter()
_HEAD = "MATCH (s:Statement)-[:IN]->(a:Article) WHERE"
_ORDER = "ORDER BY coalesce(a.published, '') DESC, a.id, s.evidence_start, s.id SKIP $skip LIMIT $limit"
Row = dict[str, JsonValue]


def statements(store: Store, wanted: StatementFilter = EVERY, window: Window = FIRST) -> Page[StatementView]:
    """The statements that fit, those of the newest articles first, in the order of their text."""
    where, values = wanted.condition(), wanted.parameters()
    total = _read(store, f"{_HEAD} {where} RETURN count(s) AS total", values)
    ids = _read(store, f"{_HEAD} {where} RETURN s.id AS id {_ORDER}", values | _window(window))
    found = statements_by_id(store, [row["id"] for row in ids])
    return Page(found, _number(total[0]["total"]), window.limit, window.offset)


def statement(store: Store, id_: str) -> StatementView:
    """One statement, also of an article that is superseded; NotFound."""
    found = statements_by_id(store, [id_])
    if not found:
        raise NotFound(f"there is no statement {id_!r}")
    return found[0]


def heads(store: Store, ids: Sequence[str]) -> dict[str, ArticleHead]:
    """The heads of these articles by id; ids that are none are left out."""
    rows = _read(store, query("heads"), {"ids": [*ids]}) if ids else []
    return {head.id: head for head in (_article_head(row["article"]) for row in rows)}


def articles(store: Store, window: Window = FIRST, *, superseded: bool = False) -> Page[ArticleLine]:
    """The articles, the newest first; older versions only with `superseded`."""
    values: Row = {"superseded": superseded}
    total = _read(store, query("articles_total"), values)
    rows = _read(store, query("articles"), values | _window(window))
    lines = (ArticleLine(article=_article_head(row["article"]), statements=_number(row["statements"])) for row in rows)
    return Page(tuple(lines), _number(total[0]["total"]), window.limit, window.offset)


def article(store: Store, id_: str) -> ArticleView:
    """One version of a document, with its text; NotFound."""
    rows = _read(store, query("article"), {"id": id_})
    if not rows:
        raise NotFound(f"there is no article {id_!r}")
    beside = ("sample", "invented", "current", "loaded", "supersedes", "superseded_by", "statements")
    made = {"article": restore_article(_map(rows[0]["article"])), "run": restore_run(_map(rows[0]["run"]))}
    return ArticleView.model_validate(made | {name: rows[0][name] for name in beside})


def entities(store: Store, words: str = "", window: Window = FIRST, *, types: Sequence[str] = ()) -> Page[EntityLine]:
    """Entities whose name or alias contains the words, in any case; equal names first, then what begins with them."""
    known = vocabulary().values("entity_type")
    if wrong := next((type_ for type_ in types if type_ not in known), None):
        raise BadParameter(f"type is one of {', '.join(known)}; not {wrong!r}")
    values: Row = {"words": words.strip().lower(), "types": list(types) or None}
    total = _read(store, query("entities_total"), values)
    rows = _read(store, query("entities"), values | _window(window))
    lines = (EntityLine(entity=_entity_head(row["entity"]), statements=_number(row["statements"])) for row in rows)
    return Page(tuple(lines), _number(total[0]["total"]), window.limit, window.offset)


def entity(store: Store, id_: str) -> EntityView:
    """One entity with its plain edges and the number of statements for each role; NotFound."""
    rows = _read(store, query("entity"), {"id": id_})
    if not rows:
        raise NotFound(f"there is no entity {id_!r}")
    edges = [_edge(row) for row in _read(store, query("plain_edges"), {"id": id_})]
    roles = _read(store, query("entity_roles"), {"id": id_})
    return EntityView(
        entity=_entity_head(rows[0]["entity"]),
        statements=_number(rows[0]["statements"]),
        roles={str(row["role"]): _number(row["statements"]) for row in roles},
        outgoing=tuple(edge for edge in edges if edge.source.id == id_),
        incoming=tuple(edge for edge in edges if edge.target.id == id_ and edge.source.id != id_),
    )


def statements_by_id(store: Store, ids: Sequence[JsonValue]) -> tuple[StatementView, ...]:
    """The statements of these ids, in this order; ids that nothing has are left out."""
    if not ids:
        return ()
    rows = _read(store, query("statements"), {"ids": [*ids]})
    found = {str(_map(row["statement"])["id"]): _statement_view(row) for row in rows}
    return tuple(found[str(id_)] for id_ in ids if id_ in found)


def entity_heads(store: Store, ids: Iterable[str]) -> dict[str, EntityHead]:
    """These entities by id, as the graph knows them."""
    rows = _read(store, query("entity_heads"), {"ids": [*ids]})
    return {head.id: head for head in (_entity_head(row["entity"]) for row in rows)}


def sameness(store: Store) -> dict[str, str]:
    """The entity that an entity counts as, for each that somebody merged."""
    step = {str(row["id"]): str(row["other"]) for row in _read(store, query("sameness"), {})}
    return {id_: chain_end(step, id_) for id_ in step}


def plain_edges(store: Store, type_: str, window: Window) -> list[PlainEdge]:
    """A part of the plain edges of one type, by their ends."""
    return [_edge(row) for row in _read(store, query("all_plain_edges", type_), _window(window))]


def edges_between(store: Store, type_: str, ends: Iterable[tuple[str, str]]) -> list[PlainEdge]:
    """The plain edges of one type from some entities to others."""
    rows: list[JsonValue] = [{"source": source, "target": target} for source, target in ends]
    return [_edge(row) for row in _read(store, query("edges_between", type_), {"rows": rows})]


def claims(store: Store, ids: Iterable[str]) -> dict[str, Support]:
    """How many make each of these claims; those that nobody makes are left out."""
    rows = _read(store, query("claims"), {"claims": [*ids]})
    return {str(row["claim"]): Support.model_validate({n: row[n] for n in Support.model_fields}) for row in rows}


def _statement_view(row: Row) -> StatementView:
    own = _map(row["statement"])
    # Its parts are checked one by one: checking the whole would work out the id of the statement once more.
    return StatementView.model_construct(
        statement=restore_statement(own, _maps(row["named"]), _maps(row["sources"])),
        article=_article_head(row["article"]),
        caption=str(own["caption"]),
        current=own["current"] is True,
        sample=own["sample"] is True,
        rejected=_text(own["rejected"]),
        added=_text(own["added"]),
        origins=tuple(str(key) for key in _list(own["origins"])),
        support=Support.model_validate(row["support"]),
    )


def _article_head(value: JsonValue) -> ArticleHead:
    return ArticleHead.model_validate(value)


def _entity_head(value: JsonValue) -> EntityHead:
    own = _map(value)
    return EntityHead.model_validate({**own, "aliases": tuple(_list(own["aliases"]))})


def _edge(row: Row) -> PlainEdge:
    ends = {
        end: EdgeEnd.model_validate({"id": row[end], "name": row[f"{end}_name"], "type": row[f"{end}_type"]})
        for end in ("source", "target")
    }
    return PlainEdge.model_validate({name: row[name] for name in PlainEdge.model_fields if name not in ends} | ends)


def _read(store: Store, cypher: str, values: Mapping[str, JsonValue]) -> list[Row]:
    return store.read(cypher, values, limit=None, seconds=SECONDS)


def _window(window: Window) -> Row:
    return {"skip": window.offset, "limit": window.limit}


def _number(value: JsonValue) -> int:
    return value if isinstance(value, int) else 0


def _text(value: JsonValue) -> str | None:
    return value if isinstance(value, str) else None


def _map(value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else {}


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _maps(value: JsonValue) -> list[dict[str, JsonValue]]:
    return [_map(item) for item in _list(value)]
