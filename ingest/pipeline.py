"""From inputs to statements, and into a store: one article after the other, with the memory of a batch."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, TypeVar

from graph.packet import Loaded
from graph.rows import Origin
from graph.saved import Saved
from graph.statement import Article, Run, Statement, digest
from graph.store import Store
from ingest.readers.found import Found, Rejected
from ingest.readers.options import ReadOptions
from ingest.readers.read import read

TOGETHER = 8  # articles in one transaction: each one costs time of its own

Extractor = Callable[[Iterable[Article]], Iterator[tuple[Article, list[Statement]]]]
"""Reads articles: each comes back once, in order, with its statements; it may read some articles ahead."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What an article says; `path` is where it was found."""

    article: Article
    statements: list[Statement]
    path: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an article says and what came of putting it into the store: when this is seen, it is stored."""

    article: Article
    statements: list[Statement]
    path: str
    origin: Origin
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come: articles read, inputs rejected, statements found, and the input that came last."""

    articles: int = 0
    rejected: int = 0
    statements: int = 0
    path: str = ""

    def after(self, result: "Extracted | Ingested | Rejected") -> "Progress":
        """The same with one more result."""
        if isinstance(result, Rejected):
            return Progress(self.articles, self.rejected + 1, self.statements, result.path)
        statements = self.statements + len(result.statements)
        return Progress(self.articles + 1, self.rejected, statements, result.path)


Report = Callable[[Progress], None]
Result = TypeVar("Result", bound=Extracted | Ingested | Rejected)


def extract(
    inputs: Iterable[str | Path],
    options: ReadOptions | None = None,
    progress: Report | None = None,
    *,
    extractor: Extractor | None = None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Extracted | Rejected]:
    """The statements of each article, in order, nothing stored; what cannot be read is Rejected in its place."""
    yield from reported(extract_read(read(inputs, options, standard_input), extractor), progress)


def ingest(
    inputs: Iterable[str | Path],
    store: Store,
    options: ReadOptions | None = None,
    progress: Report | None = None,
    *,
    extractor: Extractor | None = None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Ingested | Rejected]:
    """Puts articles into the store as they are read, some at a time, each wholly or not at all.

    An error or Ctrl-C in the middle leaves everything that was yielded in the store; running again goes on from there.
    """
    yield from reported(ingest_read(read(inputs, options, standard_input), store, extractor), progress)


def extract_read(
    readings: Iterable[Found | Rejected], extractor: Extractor | None = None
) -> Iterator[Extracted | Rejected]:
    """The same for articles already read (an upload). Rejected ones keep their place among the others."""
    ahead: deque[Found | Rejected] = deque()  # as many as the extractor reads ahead

    def articles() -> Iterator[Article]:
        for reading in readings:
            ahead.append(reading)
            if isinstance(reading, Found):
                yield reading.article

    for article, statements in (extractor or _extractor())(articles()):
        while isinstance(reading := ahead.popleft(), Rejected):
            yield reading
        yield Extracted(article, statements, reading.path, reading.origin)
    yield from (reading for reading in ahead if isinstance(reading, Rejected))


def ingest_read(
    readings: Iterable[Found | Rejected], store: Store, extractor: Extractor | None = None
) -> Iterator[Ingested | Rejected]:
    """The same for articles already read; all of them belong to one run."""
    run = run_record()
    waiting: list[Extracted] = []
    try:
        for result in extract_read(readings, extractor):
            if isinstance(result, Extracted):
                waiting.append(result)
            if isinstance(result, Rejected) or len(waiting) == TOGETHER:
                given, waiting = waiting, []
                yield from _stored(given, store, run)
            if isinstance(result, Rejected):
                yield result
    except KeyboardInterrupt:  # what was read before is not lost
        yield from _stored(waiting, store, run)
        raise
    yield from _stored(waiting, store, run)


def _stored(results: list[Extracted], store: Store, run: Run) -> Iterator[Ingested]:
    """Puts these articles into the store in one transaction."""
    given = [
        Saved(article=one.article, statements=tuple(one.statements), run=run, origin=one.origin) for one in results
    ]
    for one, loaded in zip(results, store.put_all(given) if given else [], strict=True):
        yield Ingested(one.article, one.statements, one.path, one.origin, loaded)


def reported(results: Iterable[Result], progress: Report | None) -> Iterator[Result]:
    """The same results; each is reported before it is handed on."""
    state = Progress()
    for result in results:
        state = state.after(result)
        if progress:
            progress(state)
        yield result


def run_record() -> Run:
    """Which program, model and vocabulary read from now on."""
    started = datetime.now(UTC).isoformat(timespec="milliseconds")
    parts = (version("lagebild"), _digest("ingest.german", "model", "model.onnx"), _digest("seeds", "vocabulary.yaml"))
    return Run(id=digest(*parts, started), version=parts[0], model=parts[1], vocabulary=parts[2], started=started)


@cache
def _digest(package: str, *path: str) -> str:
    with files(package).joinpath(*path).open("rb") as stream:
        hashed = sha256()
        while block := stream.read(1 << 20):
            hashed.update(block)
    return f"sha256:{hashed.hexdigest()}"


def _extractor() -> Extractor:
    from ingest.extraction.extract import read_articles  # here, because it imports spaCy and the model's runtime

    return read_articles
