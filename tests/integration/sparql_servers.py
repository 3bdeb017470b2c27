"""Real SPARQL servers for the tests, on loopback: Oxigraph (two ways) and Apache Jena Fuseki, started once each."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from graph.rdf.server.place import Place, place_of
from graph.server import process
from graph.server.home import HOST, free_port
from graph.server.jars import fetched_once, maven
from tests.integration.neo4j_server import GUARDED

FUSEKI = "5.6.0"
CACHE = Path(__file__).parents[2] / ".cache" / "fuseki"
USER, PASSWORD = "lagebild", "p@ss: wört/1"
READY_SECONDS = 120.0
KINDS = [pytest.param(kind, marks=pytest.mark.sparql) for kind in ("oxigraph", "oxigraph-union", "fuseki")]
RUNNING = pytest.StashKey[dict[str, Place]]()


@dataclass(frozen=True, slots=True)
class Program:
    """How a server is started, and where it will listen."""

    words: list[str]
    place: Place


def oxigraph(port: int, *options: str) -> Program:
    """The server of the development environment."""
    program = Path(sys.executable).with_name("oxigraph")
    place = place_of(f"http://{HOST}:{port}/query")
    assert place is not None
    return Program([str(program), "serve", "--bind", f"{HOST}:{port}", *options], place)


def fuseki(port: int, home: Path) -> Program:
    """A server in memory that asks for a password."""
    (home / "passwords").write_text(f"{USER}: {PASSWORD}\n", "utf-8")
    place = place_of(f"http://{HOST}:{port}/lage", user=USER, password=PASSWORD)
    assert place is not None
    jar = fetched_once(CACHE / FUSEKI, _fetch_fuseki) / f"jena-fuseki-server-{FUSEKI}.jar"
    java = ["java", "-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", str(jar)]
    safe = ["--localhost", "--port", str(port), "--auth=basic", f"--passwd={home / 'passwords'}"]
    return Program([*java, *safe, "--update", "--mem", "/lage"], place)


def _fetch_fuseki(into: Path) -> None:
    artifact = f"-Dartifact=org.apache.jena:jena-fuseki-server:{FUSEKI}"
    maven(f"Apache Jena Fuseki {FUSEKI}", ["dependency:copy", artifact, f"-DoutputDirectory={into}"])


@contextmanager
def started(program: Program, home: Path) -> Generator[subprocess.Popen[bytes]]:
    """The running server; its whole process group ends with this, however the test run ends."""
    log = home / "console.log"
    with log.open("wb") as out:
        running = subprocess.Popen(
            [*GUARDED, *program.words],
            cwd=home,
            env=os.environ | {"FUSEKI_BASE": str(home / "run")},
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait(program.place, running, log)
        yield running
    finally:
        process.stop(running.pid)
        running.communicate()


def _wait(place: Place, running: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + READY_SECONDS
    while not _answers(place):
        said = log.read_text("utf-8", "replace")[-3000:]
        assert running.poll() is None and time.monotonic() < end, f"the SPARQL server did not start:\n{said}"
        time.sleep(0.1)


def _answers(place: Place) -> bool:
    try:
        return httpx.post(place.query, data={"query": "ASK {}"}, auth=(place.user, place.password)).is_success
    except httpx.TransportError:
        return False


def emptied(place: Place) -> Place:
    """That server with nothing in it: it is this test run's own."""
    kind = {"Content-Type": "application/sparql-update"}
    auth = (place.user, place.password)
    httpx.post(place.update, content="DROP ALL", headers=kind, auth=auth).raise_for_status()
    return place


@pytest.fixture(scope="session")
def sparql_servers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Place]:
    """Where the server of a kind listens, whichever folder's tests ask first; it stops when the tests end."""
    running = request.config.stash.setdefault(RUNNING, {})

    def server(kind: str) -> Place:
        if kind not in running:
            home, port, stack = tmp_path_factory.mktemp(kind), free_port(0), ExitStack()
            request.config.add_cleanup(stack.close)
            options = ["--union-default-graph"] if kind == "oxigraph-union" else []
            program = fuseki(port, home) if kind == "fuseki" else oxigraph(port, *options)
            stack.enter_context(started(program, home))
            running[kind] = program.place
        return running[kind]

    return server
