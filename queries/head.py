"""The head of a question: YAML in the `//` comments that its file begins with, read with the line of every value."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from pydantic import JsonValue
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from seeds.errors import BadData

Scalar = str | int | bool | None
_TAGS = {f"tag:yaml.org,2002:{name}": name for name in ("str", "int", "bool", "null")}


@dataclass(frozen=True, slots=True)
class Field:
    """A value in the head, with its file and line; every method raises BadData where it is no such thing."""

    file: str
    node: Node

    def bad(self, problem: str) -> BadData:
        """An error that names the file and the line of this value."""
        return BadData(f"{self.file}, line {self.node.start_mark.line + 1}: {problem}")

    def mapping(self) -> dict[str, "Field"]:
        """The values by key, in the order of the file, each key once."""
        if not isinstance(self.node, MappingNode):
            raise self.bad("expected `key: value` lines")
        found: dict[str, Field] = {}
        for key, value in self.node.value:
            name = Field(self.file, key).text()
            if name in found:
                raise Field(self.file, key).bad(f"`{name}` stands twice")
            found[name] = Field(self.file, value)
        return found

    def fields(self, required: frozenset[str], optional: frozenset[str] = frozenset()) -> dict[str, "Field"]:
        """The values by key, where the keys are exactly these."""
        found = self.mapping()
        if unknown := found.keys() - required - optional:
            allowed = ", ".join(sorted(required | optional))
            raise self.bad(f"unknown key {', '.join(f'`{key}`' for key in sorted(unknown))}; known are {allowed}")
        if missing := required - found.keys():
            raise self.bad(f"{', '.join(f'`{key}`' for key in sorted(missing))} is missing")
        return found

    def text(self) -> str:
        """A text that is not empty."""
        value = self.scalar()
        if not isinstance(value, str) or not value.strip():
            raise self.bad("expected a text")
        return value

    def scalar(self) -> Scalar:
        """A text, whole number, truth value or null."""
        if not isinstance(self.node, ScalarNode) or self.node.tag not in _TAGS:
            raise self.bad("expected a text, a whole number, true, false or null")
        kind, value = _TAGS[self.node.tag], str(self.node.value)
        if kind == "int":
            return int(value)
        if kind == "bool":
            return value.lower() == "true"
        return None if kind == "null" else value

    def items(self) -> list["Field"]:
        """The members of a list."""
        if not isinstance(self.node, SequenceNode):
            raise self.bad("expected a list in [brackets]")
        return [Field(self.file, node) for node in self.node.value]

    def value(self) -> JsonValue:
        """A scalar, or a list of scalars."""
        if isinstance(self.node, SequenceNode):
            return [item.scalar() for item in self.items()]
        return self.scalar()

    def labels(self) -> Mapping[str, str]:
        """A text in German and in English."""
        return {name: field.text() for name, field in self.fields(frozenset({"de", "en"})).items()}


def split_head(text: str, file: str) -> tuple[Field, str]:
    """The head and the Cypher below it; BadData where a file has only one of them or the head is no YAML."""
    lines = text.splitlines()
    height = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    cypher = "\n".join(lines[height:]).strip()
    node = _compose("\n".join(line[2:].removeprefix(" ") for line in lines[:height]), file)
    if node is None:
        raise BadData(f"{file}, line 1: the head is missing (`// title: ...`)")
    if not cypher:
        raise BadData(f"{file}, line {max(height, 1)}: there is no Cypher below the head")
    return Field(file, node), cypher


def read_yaml(text: str, file: str) -> Field:
    """The one document of a YAML file."""
    node = _compose(text, file)
    if node is None:
        raise BadData(f"{file}, line 1: the file is empty")
    return Field(file, node)


def _compose(text: str, file: str) -> Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as exc:
        line = exc.problem_mark.line + 1 if exc.problem_mark else 1
        raise BadData(f"{file}, line {line}: {exc.problem or 'this is no YAML'}") from exc
