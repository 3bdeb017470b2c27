"""Who may speak to the service: hosts and origins, seen from outside."""

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from api.guard import LoopbackOnly, refusal


def hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"hello at {request.url.path}")


CLIENT = TestClient(LoopbackOnly(Starlette(routes=[Route("/", hello)])), base_url="http://localhost:8000")


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1:9", "127.0.0.2", "[::1]:80"])
def test_loopback_hosts_are_answered(host: str) -> None:
    assert CLIENT.get("/", headers={"Host": host}).text == "hello at /"


@pytest.mark.parametrize(
    "host",
    [
        *(
            "example.org",
            "localhost.example.org",
            "127.0.0.1.example.org",
            "192.168.0.1:8000",
            "0.0.0.0",
            "[::]",
            "::1",
        ),
        *("", "localhost:port", "localhost@example.org", "user@localhost", "localhost/x", "localhost?", "localhost."),
    ],
)
def test_other_hosts_are_refused(host: str) -> None:
    answer = CLIENT.get("/", headers={"Host": host})
    assert answer.status_code == 421, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Misdirected Request"


def test_one_host_exactly() -> None:
    assert refusal(Headers(raw=[])) is not None
    assert refusal(Headers(raw=[(b"host", b"localhost"), (b"host", b"example.org")])) is not None


def test_the_service_s_own_pages_may_ask() -> None:
    assert CLIENT.get("/", headers={"Origin": "http://localhost:8000"}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["http://example.org", "null", "", "http://localhost", "http://localhost:3000", "https://localhost:8000", "x"],
)
def test_pages_from_elsewhere_may_not(origin: str) -> None:
    answer = CLIENT.get("/", headers={"Origin": origin})
    assert answer.status_code == 403, answer.text
    assert answer.json()["status"] == 403
