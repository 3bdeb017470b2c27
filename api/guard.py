"""Who may speak to the service: programs of this machine, and pages of the service itself.

A page from elsewhere can make a browser send requests to loopback addresses. Its `Origin` betrays it; and where
its own name has been pointed at 127.0.0.1 (DNS rebinding), the `Host` does.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problem import MEDIA_TYPE, Problem, status_problem

SECURITY_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}


class LoopbackOnly:
    """ASGI middleware: 421 for a foreign `Host`, 403 for a foreign `Origin`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        problem = refusal(Headers(scope=scope))
        if problem is None:
            await self._app(scope, receive, send)
        else:
            await problem_response(problem)(scope, receive, send)


def problem_response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as an answer."""
    body = problem.model_dump_json(exclude_none=True)
    return Response(body, problem.status, {**SECURITY_HEADERS, **(headers or {})}, MEDIA_TYPE)


def refusal(headers: Headers) -> Problem | None:
    """Why a request with these headers is refused, or None."""
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not _is_loopback(hosts[0]):
        return status_problem(421, "this service answers to localhost, 127.0.0.1 and [::1] only")
    origins = headers.getlist("origin")
    if origins and origins != [f"http://{hosts[0]}"]:
        return status_problem(403, "this service takes no requests from pages of other sites")
    return None


def _is_loopback(host: str) -> bool:
    try:
        parts = urlsplit(f"//{host}")
        name, _ = parts.hostname or "", parts.port  # a bad port raises
    except ValueError:
        return False
    if parts.netloc != host or "@" in host:
        return False
    return name == "localhost" or _is_loopback_address(name)


def _is_loopback_address(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
