"""A service of a desk that runs beside a test."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from api.app import create_app
from api.local import LocalDesk
from api.lockfile import ServiceEntry, new_entry
from api.serving import address_of, announced, listen


@contextmanager
def served(desk: LocalDesk, data: Path) -> Generator[ServiceEntry]:
    """Its entry, which stands in the data directory as long as this lasts."""
    listener = listen(0)
    entry = new_entry(address_of(listener))
    server = uvicorn.Server(uvicorn.Config(create_app(desk, entry.token), log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        with announced(data, entry):
            yield entry
    finally:
        server.should_exit = True
        thread.join()
