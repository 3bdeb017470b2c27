"""Running the service: a socket on the loopback address and an entry that commands find it by, until told to stop."""

import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import uvicorn
from starlette.types import ASGIApp

from api.lockfile import ServiceEntry, remove_entry, write_entry
from seeds.errors import LagebildError

HOST = "127.0.0.1"
GRACE_SECONDS = 10  # for requests that are being answered when the service is stopped


class PortTaken(LagebildError):
    """Another program listens on the port."""


def listen(port: int) -> socket.socket:
    """A socket that listens on the loopback address; port 0 takes a free one. PortTaken where it is in use."""
    # Named as TCP, because only then the server sends small parts at once: else each answer waits 40 ms for the client.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except OSError as exc:
        listener.close()
        raise PortTaken(f"port {port} cannot be had ({exc.strerror}); name another with --port, or 0") from exc
    return listener


def listen_near(port: int) -> socket.socket:
    """The same, on any free port where this one is in use."""
    try:
        return listen(port)
    except PortTaken:
        return listen(0)


def address_of(listener: socket.socket) -> str:
    """The address to type into a browser."""
    return f"http://{HOST}:{listener.getsockname()[1]}"


def run(app: ASGIApp, listener: socket.socket) -> None:
    """Answers requests until the process is told to stop; what is being answered then is finished."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    with stopped_by_signals():
        uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def announced(data: Path, entry: ServiceEntry) -> Generator[None]:
    """The entry stands in the data directory as long as this lasts."""
    write_entry(data, entry)
    try:
        yield
    finally:
        remove_entry(data, entry)


@contextmanager
def stopped_by_signals() -> Generator[None]:
    """Ctrl-C, `kill` and a closed terminal all end the block in good order, so that what stands behind it is done."""
    handlers = {signal.SIGINT: _stop, signal.SIGTERM: _stop, signal.SIGHUP: _hang_up}
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    except _Stopped:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Stopped(BaseException):
    """A signal has asked the program to stop."""


def _stop(*_: object) -> NoReturn:
    raise _Stopped


def _hang_up(*_: object) -> None:
    """Uvicorn knows only the other two signals, so the third becomes the first."""
    signal.raise_signal(signal.SIGINT)
