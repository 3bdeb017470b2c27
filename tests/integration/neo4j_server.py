"""A real Neo4j Community server for the tests, on loopback; the database of nobody else."""

import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j

from graph.server import process
from graph.server.home import Note, free_port, prepare
from graph.server.jars import browser_jar, server_jars
from graph.server.java import Release, java_for

CACHE = Path(__file__).parents[2] / ".cache" / "neo4j"
PASSWORD = "only-for-tests"
# The pipe to the test run closes however that ends, even killed: then the whole process group goes.
GUARDED = ("sh", "-c", 'exec 3<&0; (cat <&3 >/dev/null; kill -TERM 0) & exec 3<&-; "$@"', "sh")


@dataclass(frozen=True, slots=True)
class Server:
    """Where the server listens, and as whom to speak to it."""

    address: str
    user: str
    password: str
    database: str
    browser: str

    def wipe(self) -> None:
        """Empties the database: it is this test run's own."""
        with connect(self.address, self.user, self.password) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n", database_=self.database)


def connect(address: str, user: str, password: str) -> neo4j.Driver:
    """A driver of the tests' own, past the store."""
    # the driver leaves the types of its options open
    return neo4j.GraphDatabase.driver(address, auth=(user, password))  # pyright: ignore[reportUnknownMemberType]


@contextmanager
def running_server(
    home: Path, release: Release, cache: Path = CACHE, *, more: str = ""
) -> Generator[Server, None, None]:
    """Starts a server under `home`, with `more` lines of settings, and stops its whole process group at the end."""
    java = java_for(release)
    note = Note(version=release.version, bolt=free_port(0), http=free_port(0), password=PASSWORD)
    jars = server_jars(release.version, cache)
    prepare(home, note, jars, browser_jar(cache), heap="512m", pages="64m")
    with (home / "conf" / "neo4j.conf").open("a", encoding="utf-8") as settings:
        settings.write(more)
    process.set_password(home, java, PASSWORD)
    with process.log(home).open("wb") as out:
        started = subprocess.Popen(
            [*GUARDED, *process.command(home, java)],
            env=process.environment(home, java),
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        process.wait(home, note, started.pid)
        yield Server(note.address, note.user, PASSWORD, note.database, note.browser)
    finally:
        process.stop(started.pid)
        started.communicate()
