"""Up, down and how it stands: the server in a folder, whose data stay there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.server import process
from graph.server.home import Note, new_note, prepare, read_note, write_note
from graph.server.jars import browser_jar, server_jars
from graph.server.java import Release, java_for, newest_release, release_named
from seeds.errors import BadParameter, NotFound

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wished for a new server: a release (None: the newest that can run), ports (None: the usual ones)."""

    release: Release | None = None
    bolt: int | None = None
    http: int | None = None


def up(home: Path, cache: Path, wanted: Wanted, tell: Tell) -> Note:
    """The server of this folder, started where it does not run; what is known of it stays as it was."""
    note = read_note(home)
    if note is not None and process.is_running(home, note.process):
        return note
    new = note is None
    note = note or _new(wanted)
    _check_release(note, wanted)
    release = release_named(note.version)
    java = java_for(release)
    tell(f"Neo4j {release.version} on Java {java.major}, data in {home}")
    prepare(home, note, server_jars(release.version, cache), browser_jar(cache))
    if new:
        process.set_password(home, java, note.password)
        write_note(home, note)
    started = process.start(home, java)
    note = note.model_copy(update={"process": started})
    write_note(home, note)
    try:
        process.wait(home, note, started)
    except BaseException:
        process.stop(started)
        raise
    return note


def down(home: Path) -> Note:
    """Stops the server; NotFound where none was ever started there."""
    note = status(home)
    if note.process is not None:
        process.stop(note.process)
        note = note.model_copy(update={"process": None})
        write_note(home, note)
    return note


def status(home: Path) -> Note:
    """What is known of the server; `process` is None where it does not run."""
    note = read_note(home)
    if note is None:
        raise NotFound(f"there is no server in {home}; `lagebild neo4j up` starts one")
    return note if process.is_running(home, note.process) else note.model_copy(update={"process": None})


def _new(wanted: Wanted) -> Note:
    return new_note((wanted.release or newest_release()).version, wanted.bolt, wanted.http)


def _check_release(note: Note, wanted: Wanted) -> None:
    if wanted.release is not None and wanted.release.version != note.version:
        raise BadParameter(
            f"the data of this server are of Neo4j {note.version}; {wanted.release.version} needs a folder of its own"
        )
