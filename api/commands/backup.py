"""`lagebild backup` and `lagebild restore`: the whole graph in one file, for either store."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.commands.serve import refuse_second
from api.discovery import opened_store
from api.options import Address, Data, Database, settings_of
from api.output import screen
from graph.backup import back_up
from graph.backup import restore as restore_from
from graph.store import open_store
from seeds.errors import BadParameter

File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup, one file.")]


def backup(file: File, data: Data = None, store: Address = None, database: Database = None) -> None:
    """Write articles, statements and decisions to one file; what was there under that name is kept."""
    if file.exists():
        raise BadParameter(f"{file} is there already; name another file")
    settings = settings_of(data, store, database)
    refuse_second(settings)
    with open_store(settings.store) as opened:
        articles, decisions = back_up(opened, file)
    screen().print(Text(f"{articles} articles, {decisions} decisions in {file}"))


def restore(file: File, data: Data = None, store: Address = None, database: Database = None) -> None:
    """Put a backup into an empty store, embedded or on Neo4j, whichever it came from."""
    settings = settings_of(data, store, database)
    refuse_second(settings)
    with opened_store(settings) as opened:
        articles, decisions = restore_from(opened, file)
    screen().print(Text(f"{articles} articles, {decisions} decisions from {file}"))
