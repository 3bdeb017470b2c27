"""Speaking to a SPARQL 1.1 server: queries, updates, whole graphs; what goes wrong is said without the password."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from http import HTTPStatus

import httpx

from graph.rdf.server.place import Place
from seeds.errors import StoreError, StoreTimeout, StoreUnavailable

CONNECT_SECONDS = 5.0
WRITE_SECONDS = 600.0  # a large graph on a busy server
TOLD = 300
JSON = "application/sparql-results+json"
TRIPLES = "application/n-triples"
_LATE = (HTTPStatus.GATEWAY_TIMEOUT, HTTPStatus.REQUEST_TIMEOUT)
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)


class Refused(StoreError):
    """The server does not do what was asked; `code` is its own."""

    def __init__(self, message: str, code: int = 0) -> None:
        super().__init__(message)
        self.code = code


class Client:
    """One server; threads may share it."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._http = httpx.Client(
            auth=(place.user, place.password) if place.user or place.password else None,
            timeout=httpx.Timeout(WRITE_SECONDS, connect=CONNECT_SECONDS),
            trust_env=not place.is_loopback,  # proxies are for the world outside
        )

    @property
    def address(self) -> str:
        """Where it answers queries."""
        return self._place.query

    @contextmanager
    def asked(self, form: Mapping[str, str | list[str]], accept: str, seconds: float) -> Generator[httpx.Response]:
        """The answer to a query, still to be read."""
        timeout = httpx.Timeout(seconds, connect=CONNECT_SECONDS)
        with (
            self._errors(self._place.query, seconds),
            self._http.stream(
                "POST", self._place.query, data=dict(form), headers={"Accept": accept}, timeout=timeout
            ) as answer,
        ):
            self._check(answer)
            yield answer

    def update(self, text: str) -> None:
        """Carries an update out."""
        with self._errors(self._place.update, WRITE_SECONDS):
            kind = {"Content-Type": "application/sparql-update; charset=utf-8"}
            self._check(self._http.post(self._place.update, content=text.encode(), headers=kind))

    def put(self, graph: str, parts: Iterable[bytes]) -> None:
        """Writes a graph anew, from N-Triples that are read while they are sent."""
        with self._errors(self._place.graphs, WRITE_SECONDS):
            kind = {"Content-Type": TRIPLES}
            self._check(self._http.put(self._place.graphs, params={"graph": graph}, content=parts, headers=kind))

    def close(self) -> None:
        """Ends the connections."""
        self._http.close()

    @contextmanager
    def _errors(self, address: str, seconds: float) -> Generator[None]:
        """What the client raises, as errors of ours; they name the address, which has no password in it."""
        try:
            yield
        except httpx.ConnectTimeout as exc:
            raise StoreUnavailable(f"the SPARQL server at {address} does not answer") from exc
        except httpx.TimeoutException as exc:
            raise StoreTimeout(f"the SPARQL server at {address} gave no answer within {seconds:g} seconds") from exc
        except httpx.HTTPError as exc:
            raise StoreUnavailable(f"the SPARQL server at {address} does not answer: {self._told(str(exc))}") from exc

    def _check(self, answer: httpx.Response) -> None:
        if answer.is_success:
            return
        code, address = answer.status_code, answer.url.copy_with(query=None)
        if code in _REFUSED:
            raise StoreUnavailable(
                f"the SPARQL server at {address} refuses the request ({code}): "
                "check LAGEBILD_SPARQL_USER and LAGEBILD_SPARQL_PASSWORD, and whether it may be written to"
            )
        if code in _LATE:
            raise StoreTimeout(f"the SPARQL server at {address} took too long ({code}); ask for less")
        said = self._told(answer.read().decode("utf-8", "replace"))
        raise Refused(f"the SPARQL server at {address} refuses the request ({code}): {said}", code)

    def _told(self, text: str) -> str:
        """The first words of what it says, in one line, without the password."""
        password = self._place.password
        shown = text.replace(password, "***") if password else text
        return " ".join(shown.split())[:TOLD]
