"""All that a store holds, read with plain questions, so that two states can be compared."""

import re

from pydantic import JsonValue

from graph.cypher import ROLES, stance_edge
from graph.properties import PROPERTIES
from graph.statement import Article, Count, Entity, Evidence, Source, Statement, Time, Whole
from graph.store import Store
from seeds.vocabulary import vocabulary

Row = dict[str, JsonValue]
FIXED = ("IN", "VERSION_OF", "READ_BY", "SUPERSEDES", "SAME_AS", *ROLES)
EDGE = ("role", "step", "position", "office", "predicate", "articles", "asserted", "reported", "denied", "doubted")
EDGE_PROPERTIES = (*EDGE, "first", "last", "sample", "said", "outlets", "origins", "outlet_names", "origin_keys")


def ask(store: Store, cypher: str, **parameters: JsonValue) -> list[Row]:
    """All rows."""
    return store.read(cypher, parameters, limit=None, seconds=30)


def everything(store: Store) -> dict[str, list[str]]:
    """Every node and relationship as text, in a fixed order."""
    found: dict[str, list[str]] = {}
    for label, names in PROPERTIES.items():
        columns = ", ".join(f"n.{name} AS {name}" for name in ("id", *names))
        found[label] = _sorted(ask(store, f"MATCH (n:{label}) RETURN labels(n) AS labels, {columns}"))
    edges = ", ".join(f"r.{name} AS {name}" for name in EDGE_PROPERTIES)
    for type_ in (*FIXED, *(stance_edge(name) for name in vocabulary().values("stance")), *vocabulary().plain_edges()):
        found[type_] = _sorted(ask(store, f"MATCH (a)-[r:{type_}]->(b) RETURN a.id AS a, b.id AS b, {edges}"))
    return found


def unloaded(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """The same without the instants at which articles came into this store, or were read anew."""
    loaded = re.compile(r"\('loaded', [^)]*\)")
    return {label: [loaded.sub("", row) for row in rows] for label, rows in found.items()}


def _sorted(rows: list[Row]) -> list[str]:
    return sorted(repr(sorted((name, _flat(value)) for name, value in row.items())) for row in rows)


def _flat(value: JsonValue) -> str:
    return repr(sorted(map(repr, value))) if isinstance(value, list) else repr(value)


def plain(store: Store, edge: str) -> list[Row]:
    """The plain edges of one type, by their ends."""
    columns = ", ".join(
        f"r.{name} AS {name}" for name in ("articles", *EDGE[6:], "predicate", "first", "last", "sample")
    )
    text = f"MATCH (a:Entity)-[r:{edge}]->(b:Entity) RETURN a.id AS a, b.id AS b, {columns} ORDER BY a, b"
    return ask(store, text)


def articles(store: Store) -> list[Article]:
    """The articles, built back."""
    columns = ", ".join(f"a.{name} AS {name}" for name in ("id", *PROPERTIES["Article"][:9]))
    return [Article.model_validate(row) for row in ask(store, f"MATCH (a:Article) RETURN {columns} ORDER BY a.id")]


def statements(store: Store) -> list[Statement]:
    """The statements, built back from the nodes and relationships alone."""
    columns = ", ".join(f"s.{name} AS {name}" for name in ("id", *PROPERTIES["Statement"]))
    rows = ask(store, f"MATCH (s:Statement) RETURN {columns} ORDER BY s.id")
    ends = {role: _ends(store, role) for role in ROLES}
    sources = _sources(store)
    return [_statement(row, ends, sources.get(str(row["id"]), [])) for row in rows]


def _ends(store: Store, role: str) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    rows = ask(
        store,
        f"MATCH (s:Statement)-[r:{role}]->(e:Entity) RETURN s.id AS s, e.id AS id, e.name AS name, e.type AS type,"
        " e.wikidata AS wikidata, r.role AS role, r.position AS position ORDER BY s.id, r.position",
    )
    for row in rows:
        found.setdefault(str(row.pop("s")), []).append(_entity(row))
    return found


def _sources(store: Store) -> dict[str, list[Source]]:
    placed: dict[str, dict[int, Source]] = {}
    for stance in vocabulary().values("stance"):
        rows = ask(
            store,
            f"MATCH (e:Entity)-[r:{stance_edge(stance)}]->(s:Statement) RETURN s.id AS s, e.id AS id, e.name AS name,"
            " e.type AS type, e.wikidata AS wikidata, r.office AS role, r.role AS said, r.step AS step,"
            " r.position AS position",
        )
        for row in rows:
            entity = _entity({name: row[name] for name in ("id", "name", "type", "wikidata", "role")})
            made = Source.model_validate({"entity": entity, "role": row["said"], "stance": stance, "step": row["step"]})
            placed.setdefault(str(row["s"]), {})[int(str(row["position"]))] = made
    return {key: [by[place] for place in sorted(by)] for key, by in placed.items()}


def _entity(row: Row) -> Entity:
    return Entity.model_validate({name: value for name, value in row.items() if name != "position"})


def _statement(row: Row, ends: dict[str, dict[str, list[Entity]]], sources: list[Source]) -> Statement:
    def one(role: str) -> Entity | None:
        return next(iter(ends[role].get(str(row["id"]), [])), None)

    own = {name: row[name] for name in ("id", "article", "kind", "predicate", "polarity", "modality", "confidence")}
    return Statement.model_validate(
        own
        | {
            "subject": one("SUBJECT"),
            "object": one("OBJECT"),
            "place": one("PLACE"),
            "items": tuple(ends["ITEM"].get(str(row["id"]), [])),
            "sources": tuple(sources),
            "count": _count(row),
            "time": _time(row),
            "evidence": Evidence.model_validate(_part(row, "evidence", ("start", "end", "text"))),
        }
    )


def _part(row: Row, prefix: str, names: tuple[str, ...]) -> Row:
    return {name: row[f"{prefix}_{name}"] for name in names}


def _count(row: Row) -> Count | None:
    if row["count_text"] is None:
        return None
    whole = Whole.model_validate(_part(row, "of", ("min", "max", "unit"))) if row["of_unit"] else None
    numbers = {name: row[name] for name in ("min", "max", "modifier", "unit")}
    return Count.model_validate(numbers | {"text": row["count_text"], "of": whole})


def _time(row: Row) -> Time | None:
    if row["time_text"] is None:
        return None
    return Time.model_validate(_part(row, "time", ("start", "end", "text")))
