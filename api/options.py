"""Options that several commands take."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer

from api.settings import SETTINGS, Settings, settings_from
from api.words import Language
from ingest.readers.options import ReadOptions
from seeds.errors import BadInput

_HELP = {setting.name: setting.help.replace("`", "") for setting in SETTINGS}
_OWN = "Settings"

Data = Annotated[Path | None, typer.Option("--data", help=_HELP["LAGEBILD_DATA"], rich_help_panel=_OWN)]
Address = Annotated[str | None, typer.Option("--store", help=_HELP["LAGEBILD_STORE"], rich_help_panel=_OWN)]
Database = Annotated[str | None, typer.Option("--database", help=_HELP["LAGEBILD_DATABASE"], rich_help_panel=_OWN)]
Port = Annotated[int | None, typer.Option("--port", help=_HELP["LAGEBILD_PORT"], rich_help_panel=_OWN)]
InLanguage = Annotated[Language, typer.Option("--language", help="Language of headings and labels.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, the same as the service answers.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="From what was known at the end of that day.")
]
Limit = Annotated[int, typer.Option("--limit", help="At most so many.")]
Offset = Annotated[int, typer.Option("--offset", help="How many to pass over.")]
Inputs = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, directories, or - for standard input.", show_default=False)
]
Title = Annotated[str | None, typer.Option("--title", help="Title of the article; for one input only.")]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Who published it.")]
Published = Annotated[str | None, typer.Option("--published", help="When: 2024-06-25, 2024-06 or 2024.")]
Url = Annotated[str | None, typer.Option("--url", help="Its canonical address; for one input only.")]
OutputFile = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="Write into this file, not to standard output.")
]
NoTitle = Annotated[bool, typer.Option("--no-title", help="Store the body alone, without the title.")]


def settings_of(
    data: Path | None = None,
    store: str | None = None,
    database: str | None = None,
    port: int | None = None,
    *,
    home: Path | None = None,
) -> Settings:
    """The settings of a command: its flags, then the environment."""
    flags = {
        "LAGEBILD_DATA": None if data is None else str(data),
        "LAGEBILD_STORE": store,
        "LAGEBILD_DATABASE": database,
        "LAGEBILD_PORT": None if port is None else str(port),
        "LAGEBILD_NEO4J_HOME": None if home is None else str(home),
    }
    return settings_from(os.environ, flags)


@contextmanager
def writing(path: Path | None, *, text: bool = True) -> Generator[IO[bytes]]:
    """The file of `--output`, else standard output, if no terminal where it is no `text`.

    A file that was not written to its end does not stay.
    """
    if path is None:
        if not text and sys.stdout.isatty():
            raise BadInput("what is written is no text: name a file with --output, or redirect the output")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("xb") as out:
            yield out
        draft.replace(path)
    except OSError as exc:
        raise BadInput(f"--output {path}: {exc.strerror}") from exc
    finally:
        draft.unlink(missing_ok=True)


def read_options(
    title: str | None, outlet: str | None, published: str | None, url: str | None, no_title: bool
) -> ReadOptions:
    """How the inputs of a command are to be read."""
    return ReadOptions(title=title, outlet=outlet, published=published, url=url, with_title=not no_title)
