"""Large answers: written aside first, so that what goes wrong is said with a status."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from starlette.background import BackgroundTask
from starlette.responses import Response, StreamingResponse

from api.guard import SECURITY_HEADERS

MEMORY = 1 << 20  # a larger answer goes to the disk
CHUNK = 1 << 18


def written(write: Callable[[IO[bytes]], str], headers: Mapping[str, str] | None = None) -> Response:
    """An answer of which `write` has written all and named the media type."""
    with ExitStack() as stack:
        spooled = stack.enter_context(SpooledTemporaryFile(MEMORY))
        file = cast("IO[bytes]", spooled)
        media_type = write(file)
        size = file.tell()
        file.seek(0)
        known = {"Content-Length": str(size), **SECURITY_HEADERS, **(headers or {})}
        if size <= MEMORY:
            return Response(file.read(), media_type=media_type, headers=known)
        closing = stack.pop_all()
    return StreamingResponse(
        _parts(file), media_type=media_type, headers=known, background=BackgroundTask(closing.close)
    )


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    while part := file.read(CHUNK):
        yield part
