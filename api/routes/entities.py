"""GET /entities and /entities/{id}."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from api.routes.common import PageQuery, TheDesk, add_links
from api.shapes import Listing
from graph.shown import EntityLine, EntityView

routes = APIRouter(tags=["entities"])


class EntityPage(PageQuery):
    """Which entities."""

    q: str = Field(default="", max_length=400, description="A part of the name or of an alias, in any case.")
    type: list[str] = Field(default_factory=list[str], description="Entity types, such as Person; several may stand.")


@routes.get("/entities", summary="Entities by name")
def list_entities(
    wanted: Annotated[EntityPage, Query()], request: Request, response: Response, desk: TheDesk
) -> Listing[EntityLine]:
    """Equal names first, then those that begin with the words; each with the number of its statements."""
    found = desk.entities(wanted.q, tuple(wanted.type), wanted.window())
    add_links(request, response, wanted.window(), found.total)
    return found


@routes.get("/entities/{id:path}", summary="One entity with its plain edges")
def one_entity(id: Annotated[str, Path(examples=["nordkorea"])], desk: TheDesk) -> EntityView:
    """What current articles say about it, as edges to other entities with the number of articles behind each."""
    return desk.entity(id)
