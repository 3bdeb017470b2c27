"""What a read may ask for and what it gives back: plain JSON values, whichever store answers."""

import datetime
import re
from collections.abc import Mapping

from pydantic import JsonValue

from seeds.errors import BadInput, StoreError

_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_FILES = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)


def refuse_files(cypher: str) -> None:
    """Raises BadInput where a text would have the store read files or addresses: that is no question to the graph."""
    if _FILES.search(_QUOTED.sub(" ", cypher)):
        raise BadInput("LOAD CSV reads files, not the graph; it is refused")


def json_value(value: object) -> JsonValue:
    """A value of a result as JSON; dates and times become ISO text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_value(item) for item in value]
    raise StoreError(f"a question returns scalars, lists and maps, not a {type(value).__name__}")
