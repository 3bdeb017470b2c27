"""`lagebild forget`: a document out of the graph, with everything that rests on it alone."""

from typing import Annotated

import typer
from rich.text import Text

from api.discovery import open_desk
from api.options import Address, AsJson, Data, Database, settings_of
from api.output import print_json, screen


def forget(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article, or of its document.")],
    json: AsJson = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Remove a document, all its versions, with everything that rests on it alone. It cannot be undone."""
    with open_desk(settings_of(data, store, database)) as desk:
        gone = desk.forget(article)
    if json:
        print_json(gone)
        return
    counts = f"{len(gone.articles)} versions, {gone.statements} statements, {gone.entities} entities"
    screen().print(Text(f"Forgotten: {gone.document} ({counts})"))
