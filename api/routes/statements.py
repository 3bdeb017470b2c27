"""GET /statements and /statements/{id}."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.filters import StatementQuery
from api.routes.common import PageQuery, TheDesk, add_links
from api.shapes import Listing, StatementDetail
from graph.shown import StatementView

routes = APIRouter(tags=["statements"])


class StatementPage(PageQuery, StatementQuery):
    """Filters and page in one address."""


@routes.get("/statements", summary="Statements that fit all filters")
def list_statements(
    wanted: Annotated[StatementPage, Query()], request: Request, response: Response, desk: TheDesk
) -> Listing[StatementView]:
    """Those of the newest articles first, in the order of their text; the `Link` header names the pages around."""
    found = desk.statements(wanted, wanted.window())
    add_links(request, response, wanted.window(), found.total)
    return found


@routes.get("/statements/{id}", summary="One statement with its evidence in the sentence")
def one_statement(id: str, desk: TheDesk) -> StatementDetail:
    """`context` has the sentence around the evidence, and where in it the evidence begins and ends."""
    return desk.statement(id)
