"""GET /export: the graph for other programs."""

from typing import IO, Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.exchange import EXPORTED
from api.filters import ExportQuery
from api.routes.answers import written
from api.routes.common import TheDesk

routes = APIRouter(tags=["exchange"])


@routes.get("/export", summary="The graph for other programs", response_class=Response, responses=EXPORTED)
def export(wanted: Annotated[ExportQuery, Query()], desk: TheDesk) -> Response:
    """RDF, GraphML and GEXF, or STIX, whole or in part; a face and a format that do not go together are refused."""
    form = wanted.form()

    def write(out: IO[bytes]) -> str:
        desk.export(wanted, out)
        return form.media_type

    name = f"lagebild-{form.face}.{form.extension}"
    return written(write, {"Content-Disposition": f'attachment; filename="{name}"'})
