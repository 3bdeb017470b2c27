"""What goes wrong with a SPARQL server is said: by address, without the password; settings that cannot be used, too."""

import logging
import re
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat
from pyoxigraph import Store as Triples

from graph.rdf.engine import Query
from graph.rdf.server.place import Place, place_of
from graph.rdf.server.there import There
from graph.rdf.server.update import data, drop
from graph.rdf.terms import BASE
from graph.server.home import HOST, free_port
from seeds.errors import BadParameter, LagebildError, StoreError, StoreTimeout, StoreUnavailable
from tests.integration.sparql_servers import PASSWORD, emptied

SECRET = "geheim-und-lang"
Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def answering(answer: Answer) -> Generator[Place]:
    """A server that does something else than it should."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer(self)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer((HOST, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        place = place_of(f"http://{HOST}:{server.server_port}/query", user="ada", password=SECRET)
        assert place is not None
        yield place
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def says(status: int, body: str, kind: str = "text/plain", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body.encode())), **headers}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body.encode())

    return answer


def breaks_off(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "application/sparql-results+json")
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b'{"head"')


def hangs(request: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(1)
    request.close_connection = True


WRONG: dict[str, tuple[Answer, type[LagebildError], str]] = {
    "credentials": (says(401, "who?"), StoreUnavailable, r"refuses the request \(401\): check LAGEBILD_SPARQL_USER"),
    "rights": (says(403, "no"), StoreUnavailable, "whether it may be written to"),
    "fault": (says(500, f"at line 1\n  {SECRET} in a trace"), StoreError, r"\(500\): at line 1 \*\*\* in a trace$"),
    "busy": (says(503, "later"), StoreError, r"\(503\): later"),
    "late": (says(504, ""), StoreTimeout, "took too long"),
    "elsewhere": (says(302, "", Location="http://127.0.0.1:9/"), StoreError, r"\(302\)"),
    "no server of SPARQL": (says(200, "<html>hello</html>", "text/html"), StoreError, "speaks no SPARQL"),
    "breaks off": (breaks_off, StoreUnavailable, "does not answer"),
    "hangs": (hangs, StoreTimeout, "gave no answer within 0.2 seconds"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_goes_wrong_is_said_without_the_password(
    case: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answer, kind, said = WRONG[case]
    monkeypatch.setattr("graph.rdf.server.there.WRITE_SECONDS", 0.2 if case == "hangs" else 5.0)
    with caplog.at_level(logging.DEBUG), answering(answer) as place, There(BASE, place) as holder:
        with pytest.raises(kind, match=said) as error:
            holder.mark()
        assert re.search(r"http://127\.0\.0\.1:\d+/query", str(error.value))
        assert SECRET not in f"{error.value!r}{place!r}{holder!r}{caplog.text}"


def test_a_server_that_is_away() -> None:
    place = place_of(f"http://{HOST}:{free_port(0)}/query")
    assert place is not None
    with There(BASE, place) as holder, pytest.raises(StoreUnavailable, match="does not answer"):
        holder.mark()


def test_an_answer_that_breaks_off_or_is_none() -> None:
    for answer, said in ((breaks_off, "does not answer"), (says(200, "<html>", "text/html"), "no answer that can be")):
        with answering(answer) as place, There(BASE, place) as holder, pytest.raises(StoreError, match=said):
            holder.engine().write(Query("SELECT * WHERE { ?s ?p ?o }"), lambda _: QueryResultsFormat.XML, BytesIO())


@pytest.mark.sparql
def test_a_real_server_refuses_a_wrong_password(sparql_servers: Callable[[str], Place]) -> None:
    right = emptied(sparql_servers("fuseki"))
    with There(BASE, right) as holder:
        assert holder.mark() is None
    wrong = Place(right.query, right.update, right.graphs, right.user, "wrong")
    with There(BASE, wrong) as holder, pytest.raises(StoreUnavailable, match="LAGEBILD_SPARQL_PASSWORD") as error:
        holder.mark()
    assert PASSWORD not in str(error.value) and "wrong" not in str(error.value)


def test_addresses_beside_the_one_that_is_given() -> None:
    assert place_of("") is None
    assert place_of("http://a/query") == Place("http://a/query", "http://a/update", "http://a/store")
    assert place_of("http://a/ds/sparql") == Place("http://a/ds/sparql", "http://a/ds/update", "http://a/ds/data")
    assert place_of("http://a/ds") == Place("http://a/ds", "http://a/ds", "http://a/ds")
    given = place_of("http://a/query", "http://b/u", "http://c/g", user="ada", password="x")
    assert given == Place("http://a/query", "http://b/u", "http://c/g", "ada", "x")


@pytest.mark.parametrize(
    "address",
    ["nowhere", "ftp://a/query", "http://", "http://ada:geheim@a/query", "http://a/query?x=1", "http://a:x/query"],
)
def test_addresses_that_cannot_be_used(address: str) -> None:
    with pytest.raises(BadParameter, match="LAGEBILD_SPARQL_GRAPHS: ") as error:
        place_of("http://a/query", graphs=address)
    assert "geheim" not in str(error.value)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\uU0\"\n'"), max_size=12)))
def test_updates_carry_any_text(texts: list[str]) -> None:
    graph, triples = NamedNode("urn:g"), Triples()
    quads = {Quad(graph, graph, Literal(text, language="de"), graph) for text in texts}
    for update in data("INSERT", quads, twice=False):
        triples.update(update)
    assert {*triples} == quads
    for update in drop(graph, twice=False):
        triples.update(update)
    assert len(triples) == 0
