"""The process of a server: started in a group of its own, waited for, found again, and stopped."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from graph.server.home import HOST, Note
from graph.server.java import Java
from seeds.errors import StoreUnavailable

READY_SECONDS = 180.0
STOP_SECONDS = 60.0
TOLD = 3000
_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
_SERVER = "org.neo4j.server.startup.Neo4jCommand"


def set_password(home: Path, java: Java, password: str) -> None:
    """Sets the password of a server never started; the command line, which others can see, only names a file."""
    written = home / f".password.{os.getpid()}"
    with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(password)
    try:
        said = admin(home, java, ["dbms", "set-initial-password", f"@{written}"])
    finally:
        written.unlink()
    if said is not None:
        raise StoreUnavailable(f"the password of the server in {home} could not be set: {said}")


def admin(home: Path, java: Java, words: Sequence[str]) -> str | None:
    """Runs the server's program for administration; its last words where it fails."""
    command_line = [*_program(home, java), _ADMIN, *words]
    done = subprocess.run(command_line, env=environment(home, java), capture_output=True, text=True, check=False)
    return (done.stderr or done.stdout)[-TOLD:].strip() or "it says nothing" if done.returncode else None


def start(home: Path, java: Java) -> int:
    """Starts the server in a session of its own, so that it outlives this program; gives its process."""
    words = command(home, java)
    output = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(log(home)), output, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    return os.posix_spawn(words[0], words, environment(home, java), file_actions=files, setsid=True)


def wait(home: Path, note: Note, process: int) -> None:
    """Until it listens on both ports; its last words are in the error if it never does."""
    end = time.monotonic() + READY_SECONDS
    while not (listening(note.bolt) and listening(note.http)):
        if time.monotonic() > end or not _signalled(process, 0):
            said = log(home).read_text("utf-8", "replace")[-TOLD:]
            raise StoreUnavailable(f"Neo4j did not start ({log(home)}):\n{said}")
        time.sleep(0.2)


def is_running(home: Path, process: int | None) -> bool:
    """Whether that process is the server of this folder: another may have its number by now."""
    if process is None:
        return False
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
    return os.fsencode(home.resolve()) in words


def stop(process: int) -> None:
    """Ends the group (the server proper is a child of the process) and waits until it is gone."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        if not _signalled(process, kind):
            return
        end = time.monotonic() + STOP_SECONDS
        while time.monotonic() < end:
            if not _signalled(process, 0):
                return
            time.sleep(0.1)


def _signalled(group: int, kind: int) -> bool:
    """Sends a signal; False where the group is gone. A child of this program is gone once its end is taken note of."""
    with suppress(ChildProcessError):  # another program has started it
        os.waitpid(group, os.WNOHANG)
    try:
        os.killpg(group, kind)
    except ProcessLookupError:
        return False
    return True


def listening(port: int) -> bool:
    """Whether anybody answers on the port."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def log(home: Path) -> Path:
    """What the server says while it runs."""
    return home / "logs" / "console.log"


def command(home: Path, java: Java) -> list[str]:
    """The words by which the server is started."""
    return [*_program(home, java), _SERVER, "console"]


def environment(home: Path, java: Java) -> dict[str, str]:
    """The variables that it wants."""
    return os.environ | {"NEO4J_HOME": str(home.resolve()), "JAVA_HOME": str(java.program.parents[1])}


def _program(home: Path, java: Java) -> list[str]:
    return [str(java.program), "-cp", f"{home.resolve() / 'lib'}/*"]
