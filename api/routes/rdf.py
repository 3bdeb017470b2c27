"""GET /export: the graph for other programs."""

from typing import IO, Annotated

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from api.filters import ExportQuery
from api.routes.answers import written
from api.routes.common import TheDesk

routes = APIRouter(include_in_schema=False)


@routes.get("/export")
def export(wanted: Annotated[ExportQuery, Query()], desk: TheDesk) -> StreamingResponse:
    """The graph, or a part of it, in one of its faces."""
    form = wanted.form()

    def write(out: IO[bytes]) -> str:
        desk.export(wanted, out)
        return form.media_type

    name = f"lagebild-{form.face}.{form.extension}"
    return written(write, {"Content-Disposition": f'attachment; filename="{name}"'})
