"""GET and POST /articles, GET /articles/{id}."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.routes.common import PageQuery, SharedState, TheDesk, add_links
from api.shapes import ForgottenDocument, IngestedArticle, Listing
from api.upload import BYTES, Facts, limited_body, posted
from graph.shown import ArticleLine, ArticleView
from ingest.readers.found import Rejected
from seeds.errors import BadArticle

routes = APIRouter(tags=["articles"])


class ArticlePage(PageQuery):
    """Which articles."""

    superseded: bool = Field(default=False, description="Whether older versions are listed, too.")


class FactsQuery(BaseModel):
    """What is known about an article that is posted as text, Markdown or HTML; for JSON it stands in the body."""

    model_config = ConfigDict(extra="forbid")

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    with_title: bool = True


@routes.get("/articles", summary="Articles, the newest first")
def list_articles(
    wanted: Annotated[ArticlePage, Query()], request: Request, response: Response, desk: TheDesk
) -> Listing[ArticleLine]:
    """Without their texts, each with the number of its statements."""
    found = desk.articles(wanted.window(), superseded=wanted.superseded)
    add_links(request, response, wanted.window(), found.total)
    return found


@routes.get("/articles/{id}", summary="One article with its text")
def one_article(id: str, desk: TheDesk) -> ArticleView:
    """The stored text that all offsets count in, the run that read it, and the versions before and after it."""
    return desk.article(id)


@routes.delete("/articles/{id}", summary="Forget an article")
def forget_article(id: str, desk: TheDesk) -> ForgottenDocument:
    """Removes its document, all versions of it, with everything that rests on it alone, in one transaction."""
    return desk.forget(id)


async def article_body(request: Request) -> bytes:
    """The posted body, up to the limit."""
    return await limited_body(request, BYTES)


@routes.post("/articles", summary="Read and store an article", status_code=201)
def post_article(
    facts: Annotated[FactsQuery, Query()],
    body: Annotated[bytes, Depends(article_body)],
    request: Request,
    response: Response,
    shared: SharedState,
) -> IngestedArticle:
    """Answers with the statements found. 201 for a new article, 200 for one that is known already.

    The body is text, Markdown or HTML (facts in the address), or JSON with `text` or `html` and the facts.
    """
    found = posted(body, request.headers.get("content-type", ""), Facts(**facts.model_dump()))
    with shared.reading:
        results = list(shared.desk.ingest([found]))
    for result in results:
        if isinstance(result, IngestedArticle):
            response.headers["Location"] = f"/articles/{result.article.id}"
            response.status_code = 200 if result.already_known else 201
            return result
    raise next((one.error for one in results if isinstance(one, Rejected)), BadArticle("there is no article in it"))
