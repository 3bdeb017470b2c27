"""`lagebild demo`: a graph from the samples, a look at it, and a service that answers questions about it."""

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.commands.ingest import put, summary
from api.commands.serve import serve_desk
from api.desk import Desk
from api.discovery import open_desk
from api.local import LocalDesk
from api.options import InLanguage, Port
from api.output import print_table, screen
from api.remote import RemoteDesk
from api.serving import listen_near, stopped_by_signals
from api.settings import Settings, settings_from
from api.table import Table
from api.tables import answer_table
from api.words import Language, say
from ingest.readers.options import ReadOptions
from seeds.samples import samples_folder

DATA = Path("demo-data")
FIGURES = "competing-figures"
ANSWERS = ("signatories", "denials-and-confirmations", "provisions")
ELSEWHERE = ("LAGEBILD_STORE", "LAGEBILD_SPARQL")
ROWS = 5  # of each answer; the service has them all


def demo(
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop after the tables.")] = False,
    data: Annotated[Path, typer.Option("--data", help="Directory of the demo's own store.")] = DATA,
    port: Port = None,
    language: InLanguage = "de",
) -> None:
    """Make a graph from the sample articles, show what it says, and serve it. Doing it twice changes nothing."""
    settings = _settings(data, port)
    with stopped_by_signals(), open_desk(settings, make=True) as desk:
        tally = put(desk, [str(samples_folder())], ReadOptions(), settings)
        console = screen()
        console.print(Text(f"{summary(tally)} ({say('samples_only', language)})\n"))
        _show(desk, language)
        if isinstance(desk, RemoteDesk):
            console.print(Text(f"The demo is being served already: {desk.address}"))
        elif isinstance(desk, LocalDesk) and not no_serve:
            serve_desk(desk, settings, listen_near(settings.port))


def _settings(data: Path, port: int | None) -> Settings:
    """Samples never go anywhere else than into the demo's own store."""
    environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return settings_from(
        environment, {"LAGEBILD_DATA": str(data), "LAGEBILD_PORT": None if port is None else str(port)}
    )


def _show(desk: Desk, language: Language) -> None:
    print_table(answer_table(desk.ask(FIGURES, {}), language), language, evidence=False)
    for name in ANSWERS:
        table = answer_table(desk.ask(name, {}), language)
        note = say("more", language) if len(table.rows) > ROWS else table.note
        print_table(Table(table.title, table.headings, table.rows[:ROWS], table.evidence[:ROWS], note), language)
