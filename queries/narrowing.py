"""A question's Cypher without the choice that a parameter leaves: conditions on what is not given fall away.

`($force IS NULL OR force.id = $force)` hides from an engine that one entity is meant, for its plan must hold for null,
too: it would look at all of them. Of a value that is given only `(force.id = $force)` is left, which an index answers.

`($entity IS NULL OR EXISTS { MATCH (s)-[:SUBJECT]->(:Entity {id: $entity}) })`, where it restricts what the first MATCH
finds, is asked before it: what is near the entity that is given, and of that the rest. The rows are the same.
"""

import re
from collections.abc import Iterator, Mapping

from pydantic import JsonValue

_GUARD = re.compile(r"\(\$(?P<name>\w+) IS NULL\s+OR\s+")
_OPEN = re.compile(r"(?<!\()\$(\w+) IS NULL\s+OR\s")
_SIGN = re.compile(r"'(?:\\.|[^'\\])*'|//[^\n]*|[()]")
_HOLDS = "(true)"
_FIRST = re.compile(r"(?:\A|\n)MATCH\b.*?(?=\n(?:MATCH|OPTIONAL|WITH|UNWIND|CALL|RETURN)\b)", re.DOTALL)
_NEAR = re.compile(r"\(\$(?P<name>\w+) IS NULL OR EXISTS \{ (?P<match>MATCH [^{}]*\{id: \$(?P=name)\}\)) \}\)")
_VARIABLE = re.compile(r"[(\[](\w+)")


def narrowed(cypher: str, values: Mapping[str, JsonValue]) -> str:
    """The same question for parameters of which one knows whether they are null."""
    return "".join(_parts(_anchored(cypher, values), values))


def open_guards(cypher: str) -> list[str]:
    """The parameters whose choice does not stand right behind a bracket: these could not fall away."""
    return _OPEN.findall(cypher)


def _anchored(cypher: str, values: Mapping[str, JsonValue]) -> str:
    """The same with what is near a given entity asked first, where all that says so is about one variable."""
    first = _FIRST.search(cypher)
    near = [one for one in _NEAR.finditer(cypher, 0, first.end() if first else 0) if values[one["name"]] is not None]
    variables = {name for one in near for name in _VARIABLE.findall(one["match"])}
    if len(variables) != 1:
        return cypher
    for one in near:
        cypher = cypher.replace(one[0], _HOLDS)
    return "\n".join((*(one["match"] for one in near), f"WITH DISTINCT {variables.pop()}", cypher))


def _parts(cypher: str, values: Mapping[str, JsonValue]) -> Iterator[str]:
    at = 0
    while guard := _GUARD.search(cypher, at):
        yield cypher[at : guard.start()]
        at = _end(cypher, guard.start())
        given = values[guard["name"]] is not None
        yield f"({''.join(_parts(cypher[guard.end() : at], values))}" if given else _HOLDS
    yield cypher[at:]


def _end(cypher: str, start: int) -> int:
    """Behind the bracket that closes the one at the start."""
    depth = 0
    for sign in _SIGN.finditer(cypher, start):
        depth += (sign[0] == "(") - (sign[0] == ")")
        if depth == 0:
            return sign.end()
    return len(cypher)
