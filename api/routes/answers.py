"""Large answers: written to the disk first, so that what goes wrong is said with a status."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

from starlette.background import BackgroundTask
from starlette.responses import StreamingResponse

from api.guard import SECURITY_HEADERS

CHUNK = 1 << 16


def written(write: Callable[[IO[bytes]], str], headers: Mapping[str, str] | None = None) -> StreamingResponse:
    """An answer of which `write` has written all and named the media type."""
    with ExitStack() as stack:
        file = stack.enter_context(TemporaryFile())
        media_type = write(file)
        closing = stack.pop_all()
    return StreamingResponse(
        _parts(file),
        media_type=media_type,
        headers={"Content-Length": str(file.tell()), **SECURITY_HEADERS, **(headers or {})},
        background=BackgroundTask(closing.close),
    )


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while part := file.read(CHUNK):
        yield part
