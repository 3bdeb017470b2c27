"""The desk of a running service, for commands: the same answers, asked for over loopback HTTP."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import IO, Self, TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel, JsonValue, TypeAdapter

from api.filters import ExportQuery, StatementQuery
from api.lockfile import ServiceEntry
from api.problem import error_from
from api.shapes import (
    AnswerShape,
    DecisionShape,
    ForgottenDocument,
    GivenArticle,
    GivenAssessment,
    Health,
    Imported,
    IngestedArticle,
    Listing,
    StatementDetail,
)
from graph.assessment.ledger import Assessment
from graph.decisions.draft import Draft
from graph.rdf.engine import Format, Query
from graph.rdf.reading import Reading
from graph.shown import ArticleLine, ArticleView, EntityLine, EntityView, StatementView, Window
from ingest.readers.found import Found, Rejected
from seeds.errors import StoreUnavailable

AS_OF = "as_of"
BATCH = 8  # articles a request: the progress moves, and the model still has a batch to work on
CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 600.0  # a batch of long articles on a busy machine
HEALTH_SECONDS = 10.0
Shaped = TypeVar("Shaped", bound=BaseModel)
Parameters = list[tuple[str, str]]

_GIVEN = TypeAdapter(list[GivenArticle])
_ASSESSMENTS = TypeAdapter(tuple[Assessment, ...])
_DECISIONS = TypeAdapter(tuple[DecisionShape, ...])
_INGESTED = TypeAdapter(list[IngestedArticle])
_READINGS = TypeAdapter(list[Reading])
_IMPORTED = TypeAdapter(list[Imported])


class RemoteDesk:
    """Speaks to a service of this machine with the token of its entry."""

    def __init__(self, entry: ServiceEntry) -> None:
        self.address = entry.address
        self._process = entry.process
        # Settings of proxies in the environment are for the world outside, never for the loopback address.
        self._client = httpx.Client(
            base_url=entry.address,
            headers={"Authorization": f"Bearer {entry.token}"},
            timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
            trust_env=False,
        )

    def ask(self, name: str, parameters: Mapping[str, JsonValue], as_of: str | None = None) -> AnswerShape:
        """The answer to a question."""
        then = [] if as_of is None else [(AS_OF, as_of)]
        return self._get(AnswerShape, f"/questions/{quote(name, safe='')}", [*_texts(parameters), *then])

    def statements(self, wanted: StatementQuery, window: Window) -> Listing[StatementView]:
        """The statements that fit."""
        return self._get(Listing[StatementView], "/statements", [*wanted.values().items(), *_window(window)])

    def statement(self, id_: str) -> StatementDetail:
        """One statement with its sentence."""
        return self._get(StatementDetail, f"/statements/{quote(id_, safe='')}")

    def assessments(self, *, history: bool) -> tuple[Assessment, ...]:
        """What analysts think of sources and claims."""
        return _ASSESSMENTS.validate_json(self._send("GET", "/assessments", [("history", str(history).lower())]))

    def judge(self, given: GivenAssessment) -> Assessment:
        """Adds a judgement."""
        return Assessment.model_validate_json(self._send("POST", "/assessments", body=given.model_dump_json().encode()))

    def articles(self, window: Window, *, superseded: bool) -> Listing[ArticleLine]:
        """The articles, the newest first."""
        return self._get(Listing[ArticleLine], "/articles", [("superseded", str(superseded).lower()), *_window(window)])

    def article(self, id_: str) -> ArticleView:
        """One article with its text."""
        return self._get(ArticleView, f"/articles/{quote(id_, safe='')}")

    def entities(self, words: str, types: tuple[str, ...], window: Window) -> Listing[EntityLine]:
        """Entities by name or alias."""
        wanted = [("q", words), *(("type", type_) for type_ in types), *_window(window)]
        return self._get(Listing[EntityLine], "/entities", wanted)

    def entity(self, id_: str) -> EntityView:
        """One entity with its plain edges."""
        return self._get(EntityView, f"/entities/{quote(id_, safe='')}")

    def ingest(self, readings: Iterable[Found | Rejected]) -> Iterator[IngestedArticle | Rejected]:
        """Hands articles over in batches; what was rejected keeps its place among them."""
        batch: list[Found | Rejected] = []
        for reading in readings:
            batch.append(reading)
            if sum(isinstance(one, Found) for one in batch) == BATCH:
                yield from self._ingest(batch)
                batch = []
        yield from self._ingest(batch)

    def _ingest(self, batch: list[Found | Rejected]) -> Iterator[IngestedArticle | Rejected]:
        given = [
            GivenArticle(article=one.article, path=one.path, origin=one.origin)
            for one in batch
            if isinstance(one, Found)
        ]
        answer = self._send("POST", "/ingest", body=_GIVEN.dump_json(given)) if given else b"[]"
        stored = iter(_INGESTED.validate_json(answer))
        for one in batch:
            yield one if isinstance(one, Rejected) else next(stored)

    def decide(self, draft: Draft) -> DecisionShape:
        """Hands a decision over."""
        body = draft.model_dump_json().encode()
        return DecisionShape.model_validate_json(self._send("POST", "/decisions", body=body))

    def decisions(self) -> tuple[DecisionShape, ...]:
        """Every decision in order."""
        return _DECISIONS.validate_json(self._send("GET", "/decisions"))

    def forget(self, id_: str) -> ForgottenDocument:
        """Removes the document of an article."""
        return ForgottenDocument.model_validate_json(self._send("DELETE", f"/articles/{quote(id_, safe='')}"))

    def export(self, wanted: ExportQuery, out: IO[bytes]) -> None:
        """Writes what the service exports."""
        with self._failing(), self._client.stream("GET", "/export", params=wanted.values()) as answer:
            _write(answer, out)

    def sparql(self, query: Query, accept: str, out: IO[bytes]) -> str:
        """Writes what the service answers."""
        form: dict[str, str | list[str]] = {
            "query": query.text,
            "default-graph-uri": [*query.default_graphs],
            "named-graph-uri": [*query.named_graphs],
        }
        headers = {"Accept": accept}
        with self._failing(), self._client.stream("POST", "/sparql", data=form, headers=headers) as answer:
            _write(answer, out)
            return answer.headers["content-type"]

    def describe_sparql(self, endpoint: str, form: Format) -> bytes:
        """What the service says of itself; the address is its own."""
        return self._send("GET", "/sparql", accept=form.media_type)

    def put(self, readings: Iterable[Reading]) -> Iterator[Imported]:
        """Hands over in batches what was read elsewhere."""
        given = iter(readings)
        while batch := list(islice(given, BATCH)):
            yield from _IMPORTED.validate_json(self._send("POST", "/readings", body=_READINGS.dump_json(batch)))

    def health(self) -> Health:
        """That it answers, and knows the token."""
        return Health.model_validate_json(self._send("GET", "/health", seconds=HEALTH_SECONDS))

    def close(self) -> None:
        """Closes the connection."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _get(self, shape: type[Shaped], path: str, parameters: Parameters | None = None) -> Shaped:
        return shape.model_validate_json(self._send("GET", path, parameters))

    def _send(
        self,
        method: str,
        path: str,
        parameters: Parameters | None = None,
        *,
        body: bytes | None = None,
        accept: str = "*/*",
        seconds: float = ANSWER_SECONDS,
    ) -> bytes:
        with self._failing():
            answer = self._client.request(
                method,
                path,
                params=httpx.QueryParams(tuple(parameters or ())),
                content=body,
                headers={"Accept": accept} | ({"Content-Type": "application/json"} if body else {}),
                timeout=httpx.Timeout(seconds, connect=CONNECT_SECONDS),
            )
        if answer.is_success:
            return answer.content
        raise error_from(answer.text, answer.status_code)

    @contextmanager
    def _failing(self) -> Generator[None]:
        try:
            yield
        except httpx.TransportError as exc:
            raise StoreUnavailable(
                f"the service at {self.address} (process {self._process}) does not answer; start it again"
            ) from exc


def _write(answer: httpx.Response, out: IO[bytes]) -> None:
    if not answer.is_success:
        answer.read()
        raise error_from(answer.text, answer.status_code)
    for part in answer.iter_bytes():
        out.write(part)


def _texts(parameters: Mapping[str, JsonValue]) -> Iterator[tuple[str, str]]:
    """Parameters of a question as those of an address; a list is the same name several times."""
    for name, value in parameters.items():
        for one in value if isinstance(value, list) else [value]:
            yield name, "" if one is None else str(one)


def _window(window: Window) -> Parameters:
    return [("limit", str(window.limit)), ("offset", str(window.offset))]
