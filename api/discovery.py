"""Which desk a command speaks to: the service that holds the embedded store, else the store itself."""

import httpx
from pydantic import ValidationError

from api.desk import Desk
from api.local import LocalDesk
from api.lockfile import is_running, read_entry, remove_entry
from api.remote import RemoteDesk
from api.settings import Settings
from graph.assessment.ledger import Ledger
from graph.store import open_store
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
        rdf=settings.store.data / RDF,
    )


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
