"""`lagebild load`: articles that were read elsewhere, in large transactions."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.commands.serve import refuse_second
from api.discovery import opened_store
from api.options import Address, Data, Database, settings_of
from api.output import screen
from graph.saved import batches

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE…", help="JSON Lines as in `articles.jsonl` of a backup.", show_default=False),
]


def load(files: Files, data: Data = None, store: Address = None, database: Database = None) -> None:
    """Load articles with statements that are made already. What is stored stays; running again goes on from there."""
    settings = settings_of(data, store, database)
    refuse_second(settings)
    articles = added = known = 0
    with opened_store(settings) as opened:
        for file in files:
            with file.open(encoding="utf-8") as lines:
                for batch in batches(lines, str(file)):
                    loaded = opened.put_all(batch)
                    articles += len(loaded)
                    added += sum(one.added for one in loaded)
                    known += sum(one.already_known for one in loaded)
    screen().print(Text(f"{articles} articles, {added} new statements, {known} known already"))
