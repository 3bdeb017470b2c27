"""A real Neo4j Community server for the tests, on loopback, from Maven Central; the database of nobody else."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j

VERSION = "5.26.30"
POM = Path(__file__).with_name("neo4j-pom.xml")
CACHE = Path(__file__).parents[2] / ".cache" / "neo4j" / VERSION
PASSWORD = "only-for-tests"
READY_SECONDS = 180.0
FOLDERS = ("conf", "data", "logs", "run", "plugins", "import")
# The pipe to the test run closes however that ends, even killed: then the whole process group goes.
GUARDED = 'exec 3<&0; (cat <&3 >/dev/null; kill -TERM 0) & exec 3<&-; "$@"'
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.https.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where the server listens, and as whom to speak to it."""

    address: str
    user: str
    password: str
    database: str

    def wipe(self) -> None:
        """Empties the database: it is this test run's own."""
        with connect(self.address, self.user, self.password) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n", database_=self.database)


def connect(address: str, user: str, password: str) -> neo4j.Driver:
    """A driver of the tests' own, past the store."""
    # the driver leaves the types of its options open
    return neo4j.GraphDatabase.driver(address, auth=(user, password))  # pyright: ignore[reportUnknownMemberType]


@contextmanager
def running_server(home: Path) -> Generator[Server, None, None]:
    """Starts a server under `home` and stops its whole process group at the end."""
    java = _needed("java", "a JDK 17 or newer (Debian: openjdk-17-jdk-headless)")
    bolt, http = _free_ports(2)
    _prepare(home, bolt, http)
    environment = os.environ | {"NEO4J_HOME": str(home)}
    program = [java, "-cp", f"{home / 'lib'}/*"]
    admin = [*program, "org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", PASSWORD]
    subprocess.run(admin, env=environment, check=True, capture_output=True)
    log = home / "logs" / "console.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["sh", "-c", GUARDED, "sh", *program, "org.neo4j.server.startup.Neo4jCommand", "console"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        server = Server(f"bolt://127.0.0.1:{bolt}", "neo4j", PASSWORD, "neo4j")
        _wait(server, process, log)
        yield server
    finally:
        _stop(process)


def _prepare(home: Path, bolt: int, http: int) -> None:
    for folder in FOLDERS:
        (home / folder).mkdir(parents=True, exist_ok=True)
    (home / "lib").symlink_to(_jars(), target_is_directory=True)
    (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(bolt=bolt, http=http), "utf-8")


def _jars() -> Path:
    """The folder with the server's jars; fetched once and complete when it is there."""
    if CACHE.is_dir():
        return CACHE
    maven = _needed("mvn", "Maven (Debian: maven)")
    partial = CACHE.with_name(f"{VERSION}.{os.getpid()}")
    options = [f"-DoutputDirectory={partial}", "-DincludeScope=runtime", f"-Dneo4j.version={VERSION}"]
    command = [maven, "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Maven could not fetch Neo4j {VERSION}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    try:
        partial.rename(CACHE)
    except OSError:  # another test run was faster
        shutil.rmtree(partial)
    return CACHE


def _needed(program: str, what: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise RuntimeError(f"the tests of the Neo4j store need {what}: `{program}` is not on the path")
    return path


def _free_ports(number: int) -> list[int]:
    sockets = [socket.socket() for _ in range(number)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [int(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers; its log is in the error if it never does."""
    end = time.monotonic() + READY_SECONDS
    port = int(server.address.rpartition(":")[2])
    while not _listening(port):
        if time.monotonic() > end or process.poll() is not None:
            raise RuntimeError(f"Neo4j did not start:\n{log.read_text('utf-8', 'replace')[-3000:]}")
        time.sleep(0.2)
    with connect(server.address, server.user, server.password) as driver:
        driver.execute_query("RETURN 1", database_=server.database)


def _listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the group: `console` starts the server proper as a child of its own."""
    for kind, seconds in ((signal.SIGTERM, 30), (signal.SIGKILL, 10)):
        try:
            os.killpg(process.pid, kind)
            process.communicate(timeout=seconds)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
