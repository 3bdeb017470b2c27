"""What the routes share: the desk, pages, and whether a client knows the token."""

import secrets
from threading import Lock
from typing import Annotated, cast

from fastapi import Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.desk import Desk
from api.paging import LIMIT, links
from graph.shown import MOST, Window
from seeds.errors import LagebildError


class BadToken(LagebildError):
    """The request does not carry the token of this service."""

    status = 401


class PageQuery(BaseModel):
    """Which part of a list."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=LIMIT, ge=1, le=MOST, description="At most so many.")
    offset: int = Field(default=0, ge=0, description="How many to pass over.")

    def window(self) -> Window:
        """The same for a view."""
        return Window(self.limit, self.offset)


class Shared:
    """What belongs to one service: its desk, its token, and the lock under which articles are read one at a time."""

    def __init__(self, desk: Desk, token: str | None) -> None:
        self.desk = desk
        self.token = token
        self.reading = Lock()

    def check(self, request: Request) -> None:
        """BadToken unless the request carries the token."""
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        right = self.token is not None and secrets.compare_digest(given.strip().encode(), self.token.encode())
        if kind.lower() != "bearer" or not right:
            raise BadToken("this needs the token of the service, which stands in its data directory")


def shared_of(request: Request) -> Shared:
    """What the service of this request has."""
    return cast(Shared, request.app.state.shared)


def desk_of(request: Request) -> Desk:
    """The desk that the service answers from."""
    return shared_of(request).desk


SharedState = Annotated[Shared, Depends(shared_of)]
TheDesk = Annotated[Desk, Depends(desk_of)]


def add_links(request: Request, response: Response, window: Window, total: int) -> None:
    """Puts the neighbours of a page into the `Link` header."""
    response.headers["Link"] = links(
        request.url, request.query_params.multi_items(), limit=window.limit, offset=window.offset, total=total
    )
