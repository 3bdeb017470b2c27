"""The HTTP service: routes over a desk, loopback only, every error a problem."""

from importlib.metadata import version

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.desk import Desk
from api.guard import LoopbackOnly, problem_response
from api.openapi import Service
from api.problem import bad_fields, field_problems, problem_of, status_problem
from api.routes import articles, assessments, decisions, entities, pages, questions, rdf, service, sparql, statements
from api.routes.common import Shared
from seeds.errors import LagebildError

PLACES = frozenset({"query", "path", "header", "body"})


def create_app(desk: Desk, token: str | None = None) -> Service:
    """The application that answers from a desk; who knows the token may also hand over whole batches."""
    app = Service(
        title="Lagebild",
        version=version("lagebild"),
        summary="A sourced knowledge graph from German news: questions, statements, entities, articles.",
        docs_url=None,  # the usual pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.shared = Shared(desk, token)
    for part in (pages, questions, statements, entities, articles, assessments, decisions, rdf, sparql, service):
        app.include_router(part.routes)
    app.add_middleware(LoopbackOnly)
    app.add_exception_handler(LagebildError, _known)
    app.add_exception_handler(RequestValidationError, _misshapen)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unknown)
    return app


def _known(_: Request, error: Exception) -> Response:
    assert isinstance(error, LagebildError)
    return problem_response(problem_of(error))


def _misshapen(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem_response(problem_of(bad_fields(field_problems(error.errors(), PLACES))))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem_response(status_problem(error.status_code, _why(request, error)), error.headers)


def _why(request: Request, error: HTTPException) -> str:
    if error.status_code == 404:
        return f"there is nothing at {request.url.path}; /openapi.json lists what there is"
    return f"{request.method} {request.url.path}: {error.detail}"


def _unknown(_: Request, __: Exception) -> Response:
    return problem_response(status_problem(500, "an error in the program; its log on the screen says more"))
