"""GET /export: the graph as RDF."""

from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO, Annotated

from fastapi import APIRouter, Query
from starlette.background import BackgroundTask
from starlette.responses import StreamingResponse

from api.filters import ExportQuery
from api.routes.common import TheDesk

routes = APIRouter(include_in_schema=False)
CHUNK = 1 << 16


@routes.get("/export")
def export(wanted: Annotated[ExportQuery, Query()], desk: TheDesk) -> StreamingResponse:
    """The graph, or a part of it, in one of its faces.

    It is written to the disk first: what goes wrong is then said with a status, not by an answer that breaks off.
    """
    form = wanted.form()
    with ExitStack() as stack:
        file = stack.enter_context(TemporaryFile())
        desk.export(wanted, file)
        closing = stack.pop_all()
    name = f"lagebild-{form.face}.{form.file.file_extension}"
    return StreamingResponse(
        _parts(file),
        media_type=form.file.media_type,
        headers={"Content-Length": str(file.tell()), "Content-Disposition": f'attachment; filename="{name}"'},
        background=BackgroundTask(closing.close),
    )


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while part := file.read(CHUNK):
        yield part
