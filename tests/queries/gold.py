"""The gold of the five given articles as valid statements, and answers compared as its questions want it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from graph.statement import Article, Count, Entity, Evidence, Source, Statement, Time, digest, make_article
from graph.statement import make_statement as make
from seeds.reference import reference

Line = Mapping[str, Any]  # a line of gold, as JSON
NAMED = frozenset({"force", "where", "subject", "object", "origin", "outlet", "items"})


@dataclass(frozen=True, slots=True)
class Gold:
    """Articles by the name of their file, statements by article, and the id of every name that an answer may use."""

    articles: Mapping[str, Article]
    statements: Mapping[str, Sequence[Statement]]
    ids: Mapping[str, str]

    def key(self, row: Mapping[str, Any], columns: Sequence[str]) -> str:
        """A row reduced to these columns; two names of one entity are equal, lists have no order."""
        return repr([self._value(column, row[column]) for column in columns])

    def _value(self, column: str, value: object) -> object:
        if isinstance(value, list):
            return sorted(str(self._value(column, item)) for item in cast(list[object], value))
        return self.ids[value] if column in NAMED and isinstance(value, str) else value


def read_gold(shared: Path) -> Gold:
    """Loads `gold/seeds.jsonl` and the texts that it is about."""
    articles = {path.name: make_article(path.read_text("utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))}
    statements: dict[str, list[Statement]] = {name: [] for name in articles}
    ids: dict[str, str] = {}
    for line in read_json_lines(shared / "gold" / "seeds.jsonl"):
        statement = _statement(line, articles[line["article"]])
        statements[line["article"]].append(statement)
        ids |= {entity.name: entity.id for entity in _entities(statement)}
    return Gold(articles, statements, ids)


def read_json_lines(path: Path) -> list[Line]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def _entities(statement: Statement) -> Iterator[Entity]:
    ends = (statement.subject, statement.object, statement.place, *statement.items)
    yield from (entity for entity in ends if entity)
    yield from (source.entity for source in statement.sources)


def _statement(line: Line, article: Article) -> Statement:
    return make(
        article=article.id,
        **{name: line[name] for name in ("kind", "predicate", "polarity", "modality")},
        **{name: _entity(line[name]) if line[name] else None for name in ("subject", "object", "place")},
        items=tuple(_entity(item) for item in line["items"]),
        sources=tuple(_source(source) for source in line["sources"]),
        count=Count.model_validate(line["count"]) if line["count"] else None,
        time=Time.model_validate(line["time"]) if line["time"] else None,
        evidence=Evidence.model_validate(line["evidence"]),
        confidence=1,
    )


def _entity(said: Line) -> Entity:
    """The first of its names; the gold's own id where it has one, with what the tables know of it."""
    name, type_ = said["names"][0], said["type"]
    known = reference().entities.get(said.get("id", ""))
    id_ = said.get("id") or f"x-{digest(type_, name)[:12]}"
    return Entity(id=id_, name=name, type=type_, wikidata=known.wikidata if known else None, role=said.get("role"))


def _source(said: Line) -> Source:
    return Source(entity=_entity(said["entity"]), role=said["role"], stance=said["stance"], step=said["step"])
