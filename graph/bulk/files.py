"""Writing the tables as CSV, article by article where they are long, so that memory does not grow with the graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue

from graph.bulk.tables import Table, tables
from graph.store import Store

AT_ONCE = 500  # articles
SECONDS = 3600.0
BETWEEN = "\x1e"  # the parts of a list; no text of ours has it


@dataclass(frozen=True, slots=True)
class Written:
    """A table with its file and how many rows that has."""

    table: Table
    path: Path
    rows: int


def write_tables(store: Store, folder: Path) -> list[Written]:
    """Writes the whole graph; tables without a row are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    found = store.read("MATCH (a:Article) RETURN a.id AS id ORDER BY id", limit=None, seconds=SECONDS)
    articles: list[JsonValue] = [row["id"] for row in found]
    written = [_write(store, table, folder / f"{table.part}-{table.name}.csv", articles) for table in tables()]
    return [one for one in written if one.rows]


def _write(store: Store, table: Table, path: Path, articles: list[JsonValue]) -> Written:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(table.head) + "\n")
        for row in _rows(store, table, articles):
            out.write(",".join(map(_cell, row.values())) + "\n")
            count += 1
    return Written(table, path, count)


def _rows(store: Store, table: Table, articles: list[JsonValue]) -> Iterator[dict[str, JsonValue]]:
    if not table.by_article:
        yield from store.read(table.cypher, limit=None, seconds=SECONDS)
        return
    for at in range(0, len(articles), AT_ONCE):
        some: dict[str, JsonValue] = {"articles": articles[at : at + AT_ONCE]}
        yield from store.read(table.cypher, some, limit=None, seconds=SECONDS)


def _cell(value: JsonValue) -> str:
    """A value as the import reads it: nothing for null, while an empty text is in quotation marks."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _quoted(BETWEEN.join(map(str, value)))
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
