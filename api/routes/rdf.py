"""GET /export: the graph as RDF."""

from typing import IO, Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.filters import ExportQuery
from api.routes.answers import written
from api.routes.common import TheDesk

routes = APIRouter(include_in_schema=False)


@routes.get("/export")
def export(wanted: Annotated[ExportQuery, Query()], desk: TheDesk) -> Response:
    """The graph, or a part of it, in one of its faces."""
    form = wanted.form()

    def write(out: IO[bytes]) -> str:
        desk.export(wanted, out)
        return form.file.media_type

    name = f"lagebild-{form.face}.{form.file.file_extension}"
    return written(write, {"Content-Disposition": f'attachment; filename="{name}"'})
