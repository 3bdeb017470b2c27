"""JSON Lines of the contract: there and back, a bad line named by file, line and field, and the published schemas."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from graph.jsonl import from_line, read_lines, read_statements, to_line, write_lines
from graph.schema import LINES, json_schema
from graph.statement import Article, Statement
from seeds.errors import BadStatement
from tests.graph.making import RUN, article, sent, source
from tests.graph.strategies import readings
from tools.schemas import page, path

VALIDATORS: dict[str, Any] = {line: Draft202012Validator(json_schema(line)) for line in LINES}


def fits(line: str, content: object) -> bool:
    """Whether the published schema lets it through."""
    return bool(VALIDATORS[line].is_valid(content))


@given(readings())
def test_lines_come_back_equal_and_fit_the_schema(reading: tuple[Article, list[Statement]]) -> None:
    made, statements = reading
    out = StringIO()
    assert write_lines(statements, out) == len(statements)
    lines = out.getvalue().split("\n")[:-1]  # not splitlines: U+2028 may stand in a text
    assert list(read_lines(lines, Statement, "memory")) == statements
    assert from_line(to_line(made), Article, "memory", 1) == made
    for line in lines:
        assert fits("statement", json.loads(line))
    assert fits("article", json.loads(to_line(made)))
    assert fits("run", json.loads(to_line(RUN)))


def test_umlauts_stay_as_they_are() -> None:
    assert "„sicher“ sei es nicht 🙂" in to_line(sent(article()))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"modality": "sure"}, "modality"),
        ({"subject": {"id": "x", "name": "x", "type": "Robot", "wikidata": None, "role": None}}, "subject.type"),
        ({"sources": [{"role": "origin"}]}, "sources.0.entity"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_bad_line_is_named_by_file_line_and_field(change: dict[str, object], field: str, tmp_path: Path) -> None:
    good = json.loads(to_line(sent(article(), source())))
    file = tmp_path / "statements.jsonl"
    file.write_text(f"{json.dumps(good)}\n\n{json.dumps(good | change)}\n", "utf-8")
    with pytest.raises(BadStatement) as caught:
        list(read_statements(file))
    assert str(caught.value).startswith(f"{file}, line 3, {field}: ")


def test_a_line_that_is_no_json_is_named() -> None:
    with pytest.raises(BadStatement, match=r"^memory, line 1, the whole line: "):
        list(read_lines(["{"], Statement, "memory"))


@pytest.mark.parametrize(
    "change", [{"predicate": "FLEW"}, {"polarity": "maybe"}, {"confidence": 2}, {"surprise": 1}, {"evidence": None}]
)
def test_the_schema_refuses_what_the_types_refuse(change: dict[str, object]) -> None:
    good = json.loads(to_line(sent(article(), source())))
    assert fits("statement", good)
    assert not fits("statement", good | change)


@pytest.mark.parametrize("line", LINES)
def test_published_schemas_are_those_of_the_types(line: str) -> None:
    assert path(line).read_text("utf-8") == page(line), "run: python -m tools.schemas"
