"""An open write transaction, whichever store it is of."""

from typing import Protocol

from pydantic import JsonValue

Row = dict[str, JsonValue]


class Work(Protocol):
    """Runs texts one after the other; later ones see what earlier ones wrote, nobody else does before the end."""

    def run(self, cypher: str, parameters: Row) -> list[Row]:
        """The rows that a text gives."""
        ...
