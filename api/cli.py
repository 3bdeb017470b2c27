"""The command `lagebild`: its commands, and errors as messages with an exit code."""

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Annotated

import typer

from api.commands.ask import ask, questions
from api.commands.assess import assess, assessments
from api.commands.backup import backup, restore
from api.commands.decide import decide, decisions
from api.commands.demo import demo
from api.commands.export import export
from api.commands.extract import extract
from api.commands.forget import forget
from api.commands.import_ import import_
from api.commands.ingest import ingest
from api.commands.load import load
from api.commands.neo4j import neo4j
from api.commands.reread import reread
from api.commands.serve import serve
from api.commands.settings import settings
from api.commands.show import show
from api.commands.sparql import sparql
from api.commands.statements import statements
from api.commands.vocabulary import vocabulary
from api.output import tell
from seeds.errors import BadInput, LagebildError

COULD_NOT_RUN = 4
INTERRUPTED = 130
NAMED_WRONG = (FileNotFoundError, IsADirectoryError)  # a path that the user gave
COMMANDS = (
    extract,
    ingest,
    statements,
    questions,
    ask,
    show,
    assess,
    assessments,
    decisions,
    forget,
    reread,
    load,
    backup,
    restore,
    sparql,
    export,
    import_,
    vocabulary,
    serve,
    demo,
    settings,
)

app = typer.Typer(
    name="lagebild",
    help="German news articles in, a sourced knowledge graph of actors, agreements and troop reports out.",
    epilog="Exit codes: 0 done, 2 an input cannot be used, 4 it could not run.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command(command.__name__.rstrip("_"))(command)
app.add_typer(neo4j)
app.add_typer(decide)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lagebild {version('lagebild')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What stands before a command."""


def cli() -> None:
    """The entry point: what users get wrong or what cannot run is a message, never a traceback."""
    if not sys.flags.dev_mode:
        sys.excepthook = _fault
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without ä shows a question mark, and the rest
    try:
        app()
    except LagebildError as exc:
        tell(f"Error: {exc}")
        sys.exit(exc.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # the reader of a pipe (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as exc:
        tell(f"Error: {exc.filename or 'system'}: {exc.strerror}")
        sys.exit(BadInput.exit_code if isinstance(exc, NAMED_WRONG) else COULD_NOT_RUN)


def _fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last word on an error that nobody foresaw."""
    last = extract_tb(trace)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    tell(f"Error: the program has a fault ({kind.__name__}: {error}; {where}). PYTHONDEVMODE=1 shows more")
