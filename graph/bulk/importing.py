"""A server takes a whole graph over: its database is made anew from the tables, and it starts again."""

from collections.abc import Iterable
from pathlib import Path

from graph.bulk.files import BETWEEN, Written
from graph.server import process, server
from graph.server.home import Note
from graph.server.java import java_for, release_named
from graph.server.server import Tell
from seeds.errors import StoreUnavailable


def import_tables(home: Path, cache: Path, written: Iterable[Written], tell: Tell) -> Note:
    """Puts the tables in the place of the database of the server in this folder, which runs afterwards."""
    note = server.down(home)
    java = java_for(release_named(note.version))
    words = ["database", "import", "full", note.database, *_options(home), *map(_given, written)]
    if said := process.admin(home, java, words):
        raise StoreUnavailable(f"Neo4j did not take the tables over ({home / 'logs' / REPORT}): {said}")
    return server.up(home, cache, server.Wanted(), tell)


REPORT = "import.report"


def _options(home: Path) -> list[str]:
    return [
        "--overwrite-destination=true",
        "--id-type=string",
        "--multiline-fields=true",
        "--ignore-empty-strings=false",
        f"--array-delimiter=U+{ord(BETWEEN):04X}",
        f"--report-file={(home / 'logs' / REPORT).resolve()}",
    ]


def _given(one: Written) -> str:
    name = "" if one.table.part == "nodes" else one.table.name
    return f"--{one.table.part}={name}{'=' if name else ''}{one.path.resolve()}"
