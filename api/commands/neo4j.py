"""`lagebild neo4j`: a Neo4j server for people without one, and what Neo4j Browser shows of the graph."""

import shlex
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.options import OutputFile, settings_of, writing
from api.output import screen, tell
from api.settings import SETTINGS
from graph.browser.favourites import favourites
from graph.browser.guide import guide
from graph.browser.style import style
from graph.server import server
from graph.server.home import Note
from graph.server.jars import default_cache
from graph.server.java import release_named

neo4j = typer.Typer(
    name="neo4j",
    help="A Neo4j server on this machine, and Neo4j Browser with our style and guide.",
    no_args_is_help=True,
)

_HELP = {setting.name: setting.help.replace("`", "") for setting in SETTINGS}
Home = Annotated[Path | None, typer.Option("--home", help=_HELP["LAGEBILD_NEO4J_HOME"])]
Wanted = Annotated[
    str | None, typer.Option("--release", help="lts or calendar; not given: the newest that an installed Java runs.")
]
Bolt = Annotated[int | None, typer.Option("--bolt-port", min=0, max=65535, help="Port of Bolt; 7687, or a free one.")]
Http = Annotated[
    int | None, typer.Option("--http-port", min=0, max=65535, help="Port of Browser; 7474, or a free one.")
]


@neo4j.command()
def up(home: Home = None, release: Wanted = None, bolt_port: Bolt = None, http_port: Http = None) -> None:
    """Start a server on the loopback address; fetched through Maven the first time, its data kept."""
    folder = settings_of(home=home).neo4j_home
    wanted = server.Wanted(None if release is None else release_named(release), bolt_port, http_port)
    note = server.up(folder, default_cache(), wanted, tell)
    _print(note)
    own = "" if home is None else f" --home {shlex.quote(str(home))}"
    screen().print(Text(f'For the other commands: eval "$(lagebild neo4j env{own})"'))


@neo4j.command()
def down(home: Home = None) -> None:
    """Stop the server; its data stay."""
    note = server.down(settings_of(home=home).neo4j_home)
    screen().print(Text(f"Neo4j {note.version} is stopped"))


@neo4j.command()
def status(home: Home = None) -> None:
    """Say whether the server runs, and where."""
    note = server.status(settings_of(home=home).neo4j_home)
    if note.process is None:
        screen().print(Text(f"Neo4j {note.version} does not run; `lagebild neo4j up` starts it"))
        raise typer.Exit(1)
    _print(note)


@neo4j.command()
def env(home: Home = None) -> None:
    """Print the settings by which the other commands use the server, its password among them, for a shell."""
    note = server.status(settings_of(home=home).neo4j_home)
    values = {
        "LAGEBILD_STORE": note.address,
        "LAGEBILD_USER": note.user,
        "LAGEBILD_PASSWORD": note.password,
        "LAGEBILD_DATABASE": note.database,
    }
    for name, value in values.items():
        typer.echo(f"export {name}={shlex.quote(value)}")


@neo4j.command(name="style")
def print_style() -> None:
    """Print the style sheet of Neo4j Browser (GraSS): `:style ADDRESS`, or drop the file onto Browser."""
    typer.echo(style(), nl=False)


@neo4j.command(name="guide")
def print_guide() -> None:
    """Print the guide of Neo4j Browser (`:play ADDRESS`): pictures, and every question of the catalogue."""
    typer.echo(guide(), nl=False)


@neo4j.command(name="favourites")
def write_favourites(output: OutputFile = None) -> None:
    """Write saved favourites of Neo4j Browser, pictures and questions: an archive (.zip) to drop onto its page."""
    with writing(output, text=False) as out:
        out.write(favourites())


def _print(note: Note) -> None:
    console = screen()
    console.print(Text(f"Neo4j {note.version} answers at {note.address} (process {note.process})"))
    console.print(Text(f"Browser, with the guide: {note.browser}"))
    console.print(Text(f"User {note.user}; `lagebild neo4j env` prints the password"))
