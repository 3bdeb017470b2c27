"""Printing: tables for people, JSON and CSV for programs on standard output; messages on standard error."""

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, JsonValue, TypeAdapter
from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from api.table import Table
from api.words import Language, say
from seeds.errors import BadParameter

Form = Literal["table", "json", "csv"]
PIPE_WIDTH = 1000  # what is piped is cut by nobody


def form_of(*, json: bool, csv: bool) -> Form:
    """The form that the flags of a command ask for."""
    if json and csv:
        raise BadParameter("--json and --csv: give one of them")
    return "json" if json else "csv" if csv else "table"


def screen() -> Console:
    """Standard output for people."""
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    return (
        console
        if console.is_terminal
        else Console(file=sys.stdout, highlight=False, emoji=False, markup=False, width=PIPE_WIDTH)
    )


def messages() -> Console:
    """Standard error, where progress and messages go."""
    return Console(file=sys.stderr, highlight=False, emoji=False, markup=False, soft_wrap=True)


def tell(message: str) -> None:
    """A message to the user."""
    messages().print(Text(message))


@dataclass(frozen=True, slots=True)
class Records:
    """The same as a table for programs: values as they are, a column for each name."""

    names: Sequence[str]
    rows: Iterable[Sequence[JsonValue]]


def print_json(value: BaseModel | Sequence[BaseModel]) -> None:
    """A value as indented JSON, umlauts as they are."""
    kind = TypeAdapter[object](object)
    dumped = (
        value.model_dump(mode="json")
        if isinstance(value, BaseModel)
        else [one.model_dump(mode="json") for one in value]
    )
    sys.stdout.write(kind.dump_json(dumped, indent=2).decode() + "\n")


def print_csv(records: Records) -> None:
    """Records with a head line; lists are joined with semicolons, what is unknown is empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(records.names)
    writer.writerows([_field(value) for value in row] for row in records.rows)


def _field(value: JsonValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(map(_field, value)) if isinstance(value, list) else str(value)


def print_table(table: Table, language: Language, *, evidence: bool = True) -> None:
    """Title, rows, and below them the sentence behind each row by its number."""
    console = screen()
    console.print(Text(table.title, style="bold"))
    if not table.rows:
        console.print(Text(say("empty", language)))
        return
    numbered = evidence and bool(table.evidence)
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for heading in (*(["#"] if numbered else []), *table.headings):
        grid.add_column(Text(heading), overflow="fold")
    for number, row in enumerate(table.rows, 1):
        cells = (*([str(number)] if numbered else []), *row)
        grid.add_row(*(Text(cell) for cell in cells))
    console.print(grid)
    console.print()
    if table.note:
        console.print(Text(table.note))
    if numbered:
        _print_evidence(console, table.evidence, language)


def _print_evidence(console: Console, evidence: Sequence[str], language: Language) -> None:
    console.print(Text(say("evidence", language), style="bold"))
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(justify="right")
    grid.add_column(overflow="fold")
    for number, sentence in enumerate(evidence, 1):
        grid.add_row(Text(str(number)), Text(sentence))
    console.print(grid)
    console.print()
