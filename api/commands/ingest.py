"""`lagebild ingest`: articles into the graph."""

import typer
from rich.text import Text

from api.desk import Desk
from api.discovery import open_desk
from api.options import (
    Address,
    AsJson,
    Data,
    Database,
    Inputs,
    NoTitle,
    Outlet,
    Published,
    Title,
    Url,
    read_options,
    settings_of,
)
from api.output import print_json, screen, tell
from api.progress import Tally, expected, progress_bar
from api.settings import Settings
from ingest.readers.options import ReadOptions
from ingest.readers.read import read


def ingest(
    paths: Inputs,
    title: Title = None,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    no_title: NoTitle = False,
    json: AsJson = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Put articles into the graph with what they say. Doing it twice changes nothing."""
    settings = settings_of(data, store, database)
    options = read_options(title, outlet, published, url, no_title)
    with open_desk(settings, make=True) as desk:
        tally = put(desk, paths, options, settings)
    if json:
        print_json(tally)
    else:
        screen().print(Text(summary(tally)))
    raise typer.Exit(tally.exit_code)


def put(desk: Desk, paths: list[str], options: ReadOptions, settings: Settings) -> Tally:
    """Reads and stores all inputs, with a progress bar; what cannot be read is told and passed over."""
    tally = Tally()
    try:
        with progress_bar(settings, expected(paths)) as bar:
            for result in desk.ingest(read(paths, options)):
                tally.add(result)
                bar.step(tally)
    except KeyboardInterrupt:
        tell(f"Stopped. {tally.articles} articles are in the graph; the same command goes on from there")
        raise
    return tally


def summary(tally: Tally) -> str:
    """What came of it, in a line."""
    parts = [f"{tally.articles} articles", f"{tally.new_statements} new statements"]
    if tally.already_known:
        parts.append(f"{tally.already_known} known already")
    if tally.superseded:
        parts.append(f"{tally.superseded} newer versions")
    if tally.rejected:
        parts.append(f"{len(tally.rejected)} inputs not used")
    return ", ".join(parts)
