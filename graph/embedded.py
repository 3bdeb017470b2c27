"""The embedded store: kglite in this process, its files in a data directory, each commit on disk before it returns."""

import threading
import warnings
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import kglite
from pydantic import JsonValue

from graph.cypher import declarations
from graph.decisions.ledger import NAME, Ledger
from graph.marker import check_marker, mark
from graph.properties import PROPERTIES
from graph.values import json_value, refuse_beyond
from graph.work import Row, Work
from graph.writing import Result, Writer
from seeds.errors import BadInput, StoreDamaged, StoreError, StoreTimeout, StoreUnavailable

FILE = "lagebild.kgl"
WORDS = "statement_evidence"


class EmbeddedStore(Writer):
    """A graph under a data directory: one process at a time, any number of its threads."""

    def __init__(self, data: Path, decisions: Path | None = None) -> None:
        """Opens the graph, or makes an empty one; held until `close`. Decisions stand in a file of their own."""
        self.ledger = Ledger(decisions or data / NAME)
        self._path = data / FILE
        self._writing = threading.Lock()
        kglite.set_query_warning_policy("silent")
        with _opening_errors(self._path):
            data.mkdir(parents=True, exist_ok=True)
            self._session = _open(self._path)
        try:
            self._prepare()
        except BaseException:
            self._session.close()
            raise

    def read(
        self, cypher: str, parameters: Mapping[str, JsonValue] | None = None, *, limit: int | None, seconds: float
    ) -> list[Row]:
        """At most `limit` rows within `seconds`, from one snapshot; other threads may write meanwhile."""
        refuse_beyond(cypher)
        milliseconds = max(1, int(seconds * 1000))
        with _errors(self._path, seconds):
            rows = self._session.cypher(cypher, params=dict(parameters or {}), timeout_ms=milliseconds, row_limit=limit)
            if isinstance(rows, str):
                raise BadInput("FORMAT CSV gives no rows; leave it out")
            if any("is stale" in warning for warning in rows.warnings):
                self._index_words_again()
                return self.read(cypher, parameters, limit=limit, seconds=seconds)
            return [{name: json_value(value) for name, value in row.items()} for row in rows.to_list()]

    def _index_words_again(self) -> None:
        """Rebuilds the full-text index: kglite no longer keeps it up to date once a thousand nodes are missing."""

        def rebuild(work: Work) -> None:
            work.run(f"DROP INDEX {WORDS} IF EXISTS", {})
            work.run(declarations()[WORDS], {})

        self._write(rebuild)

    def close(self) -> None:
        """Writes a checkpoint and lets the data directory go."""
        with self._writing, _errors(self._path):
            self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, step: Callable[[Work], Result]) -> Result:
        with self._writing, _errors(self._path):
            transaction = self._session.begin()
            try:
                result = step(_Transaction(transaction))
                transaction.commit()
            finally:
                if transaction.active:
                    transaction.rollback()
            return result

    def _prepare(self) -> None:
        """Marks a new graph as ours, makes every property known to kglite, declares constraints and indexes."""
        self._write(lambda work: _begin(work, str(self._path)))
        with self._writing, _errors(self._path):
            there = set(self._session.cypher("SHOW INDEXES").column("name"))
            for name, declared in declarations().items():
                if name not in there:  # else each opening would write the whole file anew
                    self._session.execute(declared)


def _begin(work: Work, place: str) -> None:
    if not check_marker(work, place):
        return
    mark(work)
    for label, names in PROPERTIES.items():
        work.run(f"CREATE (n:{label}) SET n += $nothing DELETE n", {"nothing": dict.fromkeys(names)})


class _Transaction:
    """An open transaction as the loading texts want it."""

    def __init__(self, transaction: kglite.SessionTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, parameters: Row) -> list[Row]:
        """The rows that a text gives."""
        return list(self._transaction.cypher(cypher, params=parameters).to_list())


def _open(path: Path) -> kglite.Session:
    """A session on the file; a log with damage in its middle (kglite drops what follows) is said, not passed over."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        session = kglite.open_session(str(path), durable="full")
    lost = next((str(warning.message) for warning in said if "quarantine" in str(warning.message)), None)
    if lost is not None:
        session.close()
        raise StoreDamaged(f"{path}: {lost} Opening it again goes on without them")
    return session


@contextmanager
def _opening_errors(path: Path) -> Generator[None, None, None]:
    """Translates what goes wrong while the files are read."""
    try:
        yield
    except kglite.WriterLeaseHeldError as exc:
        holder = "this program" if exc.holder["self"] else f"another program (process {exc.holder['pid']})"
        raise StoreUnavailable(f"{path.parent} is in use by {holder}; close it first, or name another folder") from exc
    except (kglite.FileFormatError, RuntimeError) as exc:
        raise _damaged(path, exc) from exc
    except OSError as exc:
        if exc.errno is None:  # kglite's own: a log that is none
            raise _damaged(path, exc) from exc
        raise StoreUnavailable(f"{path}: {exc.strerror}") from exc
    except kglite.KgError as exc:
        raise StoreUnavailable(f"{path}: {exc}") from exc


def _damaged(path: Path, why: Exception) -> StoreDamaged:
    return StoreDamaged(f"{path} is damaged: {why}. Move the folder away and load the articles again")


@contextmanager
def _errors(path: Path, seconds: float | None = None) -> Generator[None, None, None]:
    """Translates what goes wrong later; `seconds` are those of a question."""
    try:
        yield
    except kglite.CypherTimeoutError as exc:
        raise StoreTimeout(f"no answer within {seconds} seconds; ask for less") from exc
    except OverflowError as exc:
        raise BadInput(f"a number is too large for the store: {exc}") from exc
    except (kglite.CypherError, kglite.SchemaError, kglite.ArgumentError) as exc:
        if seconds is None:
            raise StoreError(f"{path}: {exc}") from exc
        raise BadInput(f"this cannot be asked: {exc}") from exc
    except (kglite.KgError, OSError) as exc:
        raise StoreUnavailable(f"{path}: {exc}") from exc
