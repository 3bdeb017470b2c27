"""Which desk a command speaks to: the service that holds the embedded store, else the store itself."""

import httpx
from pydantic import ValidationError

from api.desk import Desk
from api.local import LocalDesk
from api.lockfile import is_running, read_entry, remove_entry
from api.remote import RemoteDesk
from api.settings import Settings
from graph.store import open_store
from seeds.errors import LagebildError, StoreUnavailable


def open_desk(settings: Settings) -> Desk:
    """The desk of these settings; raises what opening a store raises."""
    return running_service(settings) or LocalDesk(open_store(settings.store))


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
