"""Which desk a command speaks to: the service that holds the embedded store, else the store itself."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx
from pydantic import ValidationError

from api.desk import Desk
from api.local import LocalDesk
from api.lockfile import is_running, read_entry, remove_entry
from api.remote import RemoteDesk
from api.settings import Settings
from graph.assessment.ledger import Ledger
from graph.rdf.lazy import LazySparql
from graph.rdf.server.place import Place
from graph.rdf.terms import Names
from graph.store import Store, open_store
from seeds.errors import LagebildError, NotFound, StoreUnavailable

RDF = "rdf"


def open_desk(settings: Settings, *, make: bool = False) -> Desk:
    """The desk of these settings; raises what opening a store raises.

    A question does not make a store where there is none (NotFound); what puts articles in does, with `make`.
    """
    running = running_service(settings)
    if running is None and not make:
        _check_store(settings)
    return running or local_desk(settings)


def local_desk(settings: Settings) -> LocalDesk:
    """The desk of the store at hand, with the copy for SPARQL in the data directory."""
    return LocalDesk(
        open_store(settings.store),
        ledger=Ledger(settings.store.data),
        base=settings.base,
        rdf=_place_of_copy(settings),
    )


@contextmanager
def opened_store(settings: Settings) -> Generator[Store]:
    """The store itself, to be changed; a copy on a SPARQL server is in step afterwards."""
    with open_store(settings.store) as store:
        yield store
        sparql = LazySparql(store, Names(settings.base), _place_of_copy(settings))
        try:
            sparql.follow()
        finally:
            sparql.close()


def _place_of_copy(settings: Settings) -> Path | Place:
    return settings.sparql or settings.store.data / RDF


def _check_store(settings: Settings) -> None:
    data = settings.store.data
    if settings.store.address is None and not (data.is_dir() and any(data.iterdir())):
        raise NotFound(f"there is no graph in {data} yet; `lagebild ingest PATH…` makes one")


def running_service(settings: Settings) -> RemoteDesk | None:
    """The service on the data directory, or None; the entry of one that is gone is removed.

    StoreUnavailable where its process is there, but does not answer.
    """
    data = settings.store.data
    entry = read_entry(data) if settings.store.address is None else None
    if entry is None:
        return None
    desk = RemoteDesk(entry)
    if is_running(entry) and _answers(desk):
        return desk
    desk.close()
    remove_entry(data, entry)
    return None


def _answers(desk: RemoteDesk) -> bool:
    """Whether it is the service of the entry: another program may have its process number or its port by now."""
    try:
        desk.health()
    except StoreUnavailable as exc:
        if isinstance(exc.__cause__, httpx.ConnectError):
            return False
        desk.close()
        raise
    except (LagebildError, ValidationError):
        return False
    return True
