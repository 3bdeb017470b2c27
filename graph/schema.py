"""The JSON Schema of the contract's lines: the types' own, with the closed lists of the vocabulary written out."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.statement import Article, Run, Statement, Value
from seeds.vocabulary import vocabulary

LINES: Mapping[str, type[Value]] = {"statement": Statement, "article": Article, "run": Run}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
CLOSED = {  # field → list of the vocabulary; `role` of a source and `kind` are closed in the types themselves
    "predicate": "predicate",
    "modality": "modality",
    "stance": "stance",
    "unit": "unit",
    "modifier": "modifier",
    "type": "entity_type",
}
Schema = dict[str, Any]


def json_schema(line: str) -> Schema:
    """The schema of one line of JSON Lines: `statement`, `article` or `run`."""
    schema: Schema = {"$schema": DIALECT, **LINES[line].model_json_schema()}
    for properties in _properties(schema):
        for field, group in CLOSED.items():
            if properties.get(field, {}).get("type") == "string":
                properties[field] = {**properties[field], "enum": list(vocabulary().values(group))}
    return schema


def _properties(schema: Schema) -> Iterator[Schema]:
    yield schema["properties"]
    yield from (part["properties"] for part in schema.get("$defs", {}).values())
