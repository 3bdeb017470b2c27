"""What the server's plan of a text says it would do: a question to the graph reads nodes and nothing else."""

from collections.abc import Iterator, Mapping
from typing import Any

from seeds.errors import BadInput

PROCEDURES = frozenset(
    {
        *("db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships"),
        *("db.labels", "db.propertyKeys", "db.relationshipTypes"),
        *("db.schema.nodeTypeProperties", "db.schema.relTypeProperties", "db.schema.visualization"),
    }
)
"""The procedures that a question may call; many others pass for reading, and reach files, other servers or settings."""
_BEYOND = {
    "LoadCSV": "LOAD CSV",
    "ShowTransactions": "SHOW TRANSACTIONS",
    "ShowSettings": "SHOW SETTINGS",
    "TerminateTransactions": "TERMINATE TRANSACTIONS",
    "AdministrationCommand": "a command to the server",
}
Plan = Mapping[str, Any]


def refuse_plan(kind: str | None, plan: Plan | None) -> None:
    """Raises BadInput where a text is of another kind than reading, or its plan goes beyond the graph."""
    for step in _steps(plan):
        operator = str(step["operatorType"]).partition("@")[0]
        if operator in _BEYOND:
            raise BadInput(f"{_BEYOND[operator]} is no question to the graph; it is refused")
        if operator == "ProcedureCall" and (name := _procedure(step)) not in PROCEDURES:
            raise BadInput(
                f"the procedure {name} is no question to the graph; known are {', '.join(sorted(PROCEDURES))}"
            )
    if kind != "r":
        raise BadInput("this would change the database; only questions are answered here")


def _steps(plan: Plan | None) -> Iterator[Plan]:
    if plan is not None:
        yield plan
        for child in plan.get("children", ()):
            yield from _steps(child)


def _procedure(step: Plan) -> str:
    return str(step["args"].get("Details", "")).partition("(")[0].strip()
