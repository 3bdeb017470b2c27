"""Reading and writing the contract's values as JSON Lines; a bad line names file, line and field."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TypeVar

from pydantic import ValidationError

from graph.statement import Article, Run, Statement, Value
from seeds.errors import BadStatement

Line = TypeVar("Line", bound=Value)


def to_line(value: Statement | Article | Run) -> str:
    """One value as one line of JSON, without the line break; umlauts stay as they are."""
    return json.dumps(value.model_dump(mode="json"), ensure_ascii=False)


def write_lines(values: Iterable[Statement | Article | Run], out: IO[str]) -> int:
    """Writes each value as a line; says how many."""
    count = 0
    for value in values:
        out.write(to_line(value) + "\n")
        count += 1
    return count


def from_line(line: str, kind: type[Line], name: str, number: int) -> Line:
    """A value from one line; BadStatement names `name`, the line number and the first wrong field."""
    try:
        return kind.model_validate_json(line)
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the whole line"
        raise BadStatement(f"{name}, line {number}, {field}: {first['msg']}") from exc


def read_lines(lines: Iterable[str], kind: type[Line], name: str) -> Iterator[Line]:
    """Values from lines; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from_line(line, kind, name, number)


def read_statements(path: Path) -> Iterator[Statement]:
    """The statements of a JSON Lines file."""
    with path.open(encoding="utf-8") as handle:
        yield from read_lines(handle, Statement, str(path))
