"""`lagebild serve`: the graph over HTTP, until Ctrl-C."""

from contextlib import nullcontext
from pathlib import Path
from socket import socket

from rich.text import Text

from api.app import create_app
from api.discovery import local_desk, running_service
from api.local import LocalDesk
from api.lockfile import new_entry
from api.options import Address, Data, Database, Port, settings_of
from api.output import screen
from api.serving import address_of, announced, listen, run, stopped_by_signals
from api.settings import Settings
from seeds.errors import StoreUnavailable


def serve(data: Data = None, store: Address = None, database: Database = None, port: Port = None) -> None:
    """Answer questions over HTTP on the loopback address, until Ctrl-C."""
    settings = settings_of(data, store, database, port)
    refuse_second(settings)
    with stopped_by_signals(), local_desk(settings) as desk:
        serve_desk(desk, settings, listen(settings.port))


def refuse_second(settings: Settings) -> None:
    """StoreUnavailable where a service has the store already."""
    if running := running_service(settings):
        running.close()
        raise StoreUnavailable(f"a service has {settings.store.data} already: {running.address}")


def serve_desk(desk: LocalDesk, settings: Settings, listener: socket) -> None:
    """Serves a desk, and lets commands find it where its store is embedded."""
    entry = new_entry(address_of(listener))
    held: Path | None = settings.store.data if settings.store.address is None else None
    with announced(held, entry) if held else nullcontext():
        console = screen()
        console.print(Text(f"Lagebild answers at {entry.address} – Ctrl-C stops it"))
        console.file.flush()
        run(create_app(desk, entry.token), listener)
