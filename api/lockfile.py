"""The file by which commands find the service that holds an embedded store.

The store itself decides who may open it; this file only says where the one who has it can be reached. It lies in
the data directory, and only the user who started the service can read it.
"""

import os
import secrets
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from seeds.errors import StoreUnavailable

NAME = "service.json"
_OTHERS = 0o077


class ServiceEntry(BaseModel):
    """Where a service listens, which process it is, and the word that proves that one may read its data directory."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str
    process: int
    token: str


def new_entry(address: str) -> ServiceEntry:
    """An entry for this process, with a token nobody can guess."""
    return ServiceEntry(address=address, process=os.getpid(), token=secrets.token_urlsafe(32))


def write_entry(data: Path, entry: ServiceEntry) -> None:
    """Puts the entry in its place in one step, so that nobody reads half of it."""
    draft = data / f".{NAME}.{entry.process}"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(entry.model_dump_json() + "\n")
    draft.replace(data / NAME)


def read_entry(data: Path) -> ServiceEntry | None:
    """The entry, or None where there is none; a file that others could have written is refused."""
    path = data / NAME
    try:
        with path.open(encoding="utf-8") as lines:
            status = os.fstat(lines.fileno())
            text = lines.read()
    except FileNotFoundError:
        return None
    except PermissionError as exc:
        raise StoreUnavailable(f"{data} is in use by a service of another user") from exc
    if status.st_uid != os.getuid() or status.st_mode & _OTHERS:
        raise StoreUnavailable(
            f"{path} is not this user's alone, so it cannot be trusted; remove it, and stop the service"
        )
    try:
        return ServiceEntry.model_validate_json(text)
    except ValidationError:
        return None


def remove_entry(data: Path, entry: ServiceEntry | None) -> None:
    """Removes the entry; one that another service has written meanwhile stays."""
    if read_entry(data) == entry:
        (data / NAME).unlink(missing_ok=True)


def is_running(entry: ServiceEntry) -> bool:
    """Whether there is a process of that number at all."""
    try:
        os.kill(entry.process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # another user's by now; whoever asks it finds that it does not know the token
    return True
