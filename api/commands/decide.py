"""`lagebild decide` and `lagebild decisions`: what people decide about statements and entities."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import JsonValue, TypeAdapter, ValidationError
from rich.text import Text

from api.discovery import open_desk
from api.options import Address, AsJson, Data, Database, InLanguage, settings_of
from api.output import print_json, print_table, screen
from api.shapes import DecisionShape
from api.table import Table
from graph.decisions.draft import Draft
from seeds.errors import BadInput

decide = typer.Typer(
    name="decide",
    help="Reject, correct or add a statement, merge two entities, undo a decision.",
    no_args_is_help=True,
)

Why = Annotated[str, typer.Option("--why", help="Why; it stands beside the decision.")]
Who = Annotated[str | None, typer.Option("--who", help="Who decides; not given: the user of this machine.")]
StatementId = Annotated[str, typer.Argument(metavar="STATEMENT", help="Id of a statement.")]
Fields = Annotated[str, typer.Argument(metavar="FILE", help="JSON with fields of a statement; - for standard input.")]
EntityId = Annotated[str, typer.Argument(metavar="ENTITY", help="Id of an entity.")]
OtherId = Annotated[str, typer.Argument(metavar="OTHER", help="Id of the other entity.")]
_FIELDS = TypeAdapter(dict[str, JsonValue])


@decide.command()
def reject(
    statement: StatementId,
    why: Why,
    who: Who = None,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """A statement is wrong: it stays visible, and counts no more."""
    draft = Draft(kind="reject", who=_who(who), why=why, statement=statement)
    _decide(draft, data, store, database)


@decide.command()
def correct(
    statement: StatementId,
    file: Fields,
    why: Why,
    who: Who = None,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """A statement with other fields takes the place of the machine's, which stays visible."""
    draft = Draft(kind="correct", who=_who(who), why=why, statement=statement, fields=_fields(file))
    _decide(draft, data, store, database)


@decide.command()
def add(
    file: Fields, why: Why, who: Who = None, data: Data = None, store: Address = None, database: Database = None
) -> None:
    """An article says something that the machine has not found; the evidence quotes it exactly."""
    _decide(Draft(kind="add", who=_who(who), why=why, fields=_fields(file)), data, store, database)


@decide.command()
def merge(
    entity: EntityId,
    other: OtherId,
    why: Why,
    who: Who = None,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """ENTITY is the same as OTHER: what is said of it counts for OTHER."""
    _decide(Draft(kind="merge", who=_who(who), why=why, entity=entity, other=other), data, store, database)


@decide.command(name="not-same")
def not_same(
    entity: EntityId,
    other: OtherId,
    why: Why,
    who: Who = None,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """ENTITY is not the same as OTHER, whoever thinks so later."""
    _decide(Draft(kind="not_same", who=_who(who), why=why, entity=entity, other=other), data, store, database)


@decide.command()
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Id of a decision.")],
    why: Why,
    who: Who = None,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Take a decision back (a merge too); undoing an undoing does it again."""
    _decide(Draft(kind="undo", who=_who(who), why=why, undoes=decision), data, store, database)


def decisions(
    json: AsJson = False,
    language: InLanguage = "de",
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """List what people decided: who, when, why."""
    with open_desk(settings_of(data, store, database)) as desk:
        found = desk.decisions()
    if json:
        print_json(found)
    else:
        headings = ("id", "", "", "who", "when", "why", "")
        print_table(Table("decisions", headings, tuple(map(_row, found))), language)


def _row(line: DecisionShape) -> tuple[str, ...]:
    one = line.decision
    about = " → ".join(part for part in (one.statement, one.entity, one.other, one.undoes) if part)
    made = f" → {one.made.id}" if one.made else ""
    return (one.id, one.kind, about + made, one.who, one.when, one.why, "undone" if line.undone else "")


def _decide(draft: Draft, data: Path | None, store: str | None, database: str | None) -> None:
    with open_desk(settings_of(data, store, database)) as desk:
        decision = desk.decide(draft).decision
    made = f", statement {decision.made.id}" if decision.made else ""
    screen().print(Text(f"Decision {decision.id}{made}"))


def _who(given: str | None) -> str:
    return given or getpass.getuser()


def _fields(file: str) -> dict[str, JsonValue]:
    text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    try:
        return _FIELDS.validate_json(text)
    except ValidationError as exc:
        raise BadInput(f"{file}: {exc.errors(include_url=False)[0]['msg']}; give one JSON object") from exc
