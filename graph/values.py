"""What a read may ask for and what it gives back: plain JSON values, whichever store answers."""

import datetime
import re
from collections.abc import Mapping
from typing import Protocol, cast, runtime_checkable

from pydantic import JsonValue

from seeds.errors import BadInput

_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_BEYOND = re.compile(r"\bLOAD\s+CSV\b|\bTERMINATE\s+TRANSACTIONS?\b", re.IGNORECASE)


@runtime_checkable
class _DriverTime(Protocol):
    """A date or time of the Neo4j driver."""

    def to_native(self) -> object: ...


def refuse_beyond(cypher: str) -> None:
    """Raises BadInput where a text reads files or stops other people's work: no write, yet no question to the graph."""
    if found := _BEYOND.search(_QUOTED.sub(" ", cypher)):
        raise BadInput(f"{found[0].upper()} is no question to the graph; it is refused")


def json_value(value: object) -> JsonValue:
    """A value of a result as JSON; dates and times become ISO text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dict):  # what stores give back most: asking for a protocol first would cost more than the rest
        return {str(key): json_value(item) for key, item in cast("dict[object, object]", value).items()}
    if isinstance(value, list):
        return [json_value(item) for item in cast("list[object]", value)]
    if isinstance(value, _DriverTime):
        return json_value(value.to_native())
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in cast(Mapping[object, object], value).items()}
    if isinstance(value, tuple):
        return [json_value(item) for item in cast("tuple[object, ...]", value)]
    raise BadInput(f"a question returns scalars, lists and maps, not a {type(value).__name__}")
