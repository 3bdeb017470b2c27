"""`lagebild load`: articles that were read elsewhere, in large transactions."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.commands.neo4j import Home
from api.commands.serve import refuse_second
from api.discovery import opened_store
from api.options import Address, Data, Database, settings_of
from api.output import screen, tell
from graph.bulk.loading import Place, load_bulk, load_files
from graph.server.jars import default_cache

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE…", help="JSON Lines as in `articles.jsonl` of a backup.", show_default=False),
]
Bulk = Annotated[
    bool,
    typer.Option(
        "--bulk",
        help="For millions of statements: an empty server of `lagebild neo4j up` is stopped, takes all over in one "
        "import and starts again; any other store gets larger transactions.",
    ),
]


def load(
    files: Files,
    bulk: Bulk = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
    home: Home = None,
) -> None:
    """Load articles with statements that are made already. What is stored stays; running again goes on from there."""
    settings = settings_of(data, store, database, home=home)
    refuse_second(settings)
    if bulk:
        total = load_bulk(settings.store, Place(settings.neo4j_home, default_cache()), files, tell)
    else:
        with opened_store(settings) as opened:
            total = load_files(opened, files)
    screen().print(Text(f"{total.articles} articles, {total.added} new statements, {total.known} known already"))
