"""The folder of a server: its settings, its data, and a note of where it listens and by which password."""

import os
import secrets
import socket
from pathlib import Path
from zipfile import ZipFile

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.browser.guide import guide
from graph.browser.style import style
from seeds.errors import StoreDamaged

NOTE = "lagebild.json"
FOLDERS = ("conf", "data", "logs", "run", "plugins", "import")
HOST = "127.0.0.1"
BOLT, HTTP = 7687, 7474
STYLE, GUIDE = "lagebild.grass", "lagebild.html"
_SETTINGS = """\
server.default_listen_address={host}
server.bolt.listen_address={host}:{bolt}
server.bolt.advertised_address={host}:{bolt}
server.http.listen_address={host}:{http}
server.http.advertised_address={host}:{http}
server.https.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
browser.remote_content_hostname_whitelist={host},localhost
server.memory.heap.initial_size=256m
server.memory.heap.max_size={heap}
server.memory.pagecache.size={pages}
"""
_SINCE_2025 = "server.fleet_discovery.enabled=false\n"  # it would look for other servers on the network


class Note(BaseModel):
    """What is known of the server in a folder; only this user can read it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    bolt: int
    http: int
    process: int | None = None
    user: str = "neo4j"
    password: str = Field(default="", repr=False)
    database: str = "neo4j"

    @property
    def address(self) -> str:
        """Where programs connect."""
        return f"bolt://{HOST}:{self.bolt}"

    @property
    def browser(self) -> str:
        """Neo4j Browser, with its guide to open first: until somebody has signed in, Browser takes guides only from
        a host of that name."""
        page = f"http://localhost:{self.http}/browser/"
        return f"{page}?dbms=bolt://{self.user}@{HOST}:{self.bolt}&cmd=play&arg={page}{GUIDE}"


def new_note(version: str, bolt: int | None = None, http: int | None = None) -> Note:
    """A note for a server that is not there yet: its ports, or free ones beside, and a password nobody can guess."""
    first = free_port(BOLT if bolt is None else bolt)
    return Note(
        version=version,
        bolt=first,
        http=free_port(HTTP if http is None else http),
        password=secrets.token_hex(16),
    )


def read_note(home: Path) -> Note | None:
    """The note in a folder, None where there is none."""
    path = home / NOTE
    try:
        return Note.model_validate_json(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except ValidationError as exc:
        raise StoreDamaged(f"{path} cannot be read; without it nobody knows the password of the server there") from exc


def write_note(home: Path, note: Note) -> None:
    """Puts the note in its place in one step."""
    draft = home / f".{NOTE}.{os.getpid()}"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(note.model_dump_json() + "\n")
    draft.replace(home / NOTE)


def prepare(home: Path, note: Note, jars: Path, browser: Path | None, *, heap: str = "1g", pages: str = "512m") -> None:
    """Makes the folders, the settings and the link to the program; with Browser also the jar that shows it."""
    for folder in FOLDERS:
        (home / folder).mkdir(parents=True, exist_ok=True)
    library = home / "lib"
    library.unlink(missing_ok=True)
    library.symlink_to(jars.resolve(), target_is_directory=True)
    settings = _SETTINGS.format(host=HOST, bolt=note.bolt, http=note.http, heap=heap, pages=pages)
    more = "" if note.version.startswith("5.") else _SINCE_2025
    (home / "conf" / "neo4j.conf").write_text(settings + more, "utf-8")
    if browser is not None:
        _browser_with_ours(browser, home / "plugins" / "lagebild-browser.jar")


def _browser_with_ours(browser: Path, into: Path) -> None:
    """Neo4j Browser with our style and guide beside its own pages: the server shows them at the same address."""
    with ZipFile(browser) as given, ZipFile(into, "w") as made:
        for entry in given.infolist():
            made.writestr(entry, given.read(entry))
        made.writestr(f"browser/{STYLE}", style())
        made.writestr(f"browser/{GUIDE}", guide())


def free_port(wanted: int) -> int:
    """The port wanted where nobody listens there, else a free one."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no port is free")
