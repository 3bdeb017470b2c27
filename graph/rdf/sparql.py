"""Asking the copy of the graph in SPARQL: read only, nothing from elsewhere, with limits of time and size."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import IO, cast

from graph.rdf.engine import BadQuery, Choose, Engine, Format, Query
from graph.rdf.sparql_text import words_of
from seeds.errors import BadInput, StoreError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may cost, and how many queries run at once."""

    seconds: float = 30.0
    bytes: int = 100_000_000
    at_once: int = 4


class Sparql:
    """Answers queries over one copy of the graph; threads may share it."""

    def __init__(self, engine: Callable[[], Engine], limits: Limits | None = None) -> None:
        """`engine` gives what answers from the copy as it is now."""
        self._engine = engine
        self._limits = limits or Limits()
        self._places = threading.Semaphore(self._limits.at_once)

    def answer(self, query: Query, choose: Choose, out: IO[bytes]) -> Format:
        """Writes the answer in the format that is chosen for its kind; raises before or after, never within.

        BadQuery where it cannot be understood, UpdateRefused where it would change something, StoreError where it
        takes longer or gives more than the limits allow.
        """
        if "SERVICE" in words_of(query.text):
            raise BadQuery("SERVICE asks other servers; it is refused")
        limits, guarded = self._limits, _Guarded(out, self._limits)
        # the engine writes and flushes, no more
        write = partial(self._engine().write, query, choose, cast("IO[bytes]", guarded))
        if not self._places.acquire(timeout=limits.seconds):
            raise StoreError(f"{limits.at_once} queries are being answered already; ask again later")
        task = _Task(write, guarded)
        del write  # whoever keeps an error must not keep the store of triples open
        return task.result(limits.seconds, self._places.release)


class _Guarded:
    """The answer on its way: it ends where the limits do."""

    def __init__(self, out: IO[bytes], limits: Limits) -> None:
        self._out = out
        self._limits = limits
        self._size = 0
        self._end = time.monotonic() + limits.seconds
        self.given_up = False

    def write(self, part: bytes) -> int:
        """Passes a part on; StoreError where it is too much or too late."""
        if self.given_up or time.monotonic() > self._end:
            raise too_slow(self._limits.seconds)
        self._size += len(part)
        if self._size > self._limits.bytes:
            raise StoreError(f"the answer is larger than {self._limits.bytes} bytes; ask for less, or use LIMIT")
        return self._out.write(part)

    def flush(self) -> None:
        """Nothing is held back here."""


def too_slow(seconds: float) -> StoreError:
    """The error of a query that takes too long."""
    return StoreError(f"no answer within {seconds:g} seconds; ask for less")


class _Task:
    """One query in a thread of its own: the engine cannot be stopped from outside, but it need not be waited for."""

    def __init__(self, write: Callable[[], Format], out: _Guarded) -> None:
        self._write: Callable[[], Format] | None = write
        self._out = out
        self._format: Format | None = None
        self._error: BaseException | None = None

    def result(self, seconds: float, done: Callable[[], None]) -> Format:
        """The format of the answer that was written; raises what went wrong. `done` is called when it is over."""
        thread = threading.Thread(target=self._run, args=(done,), daemon=True)
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            self._out.given_up = True
            raise too_slow(seconds)
        if self._error is not None:
            raise self._error
        if self._format is None:
            raise StoreError("the query ended in a fault of the program; its log on the screen says more")
        return self._format

    def _run(self, done: Callable[[], None]) -> None:
        write, self._write = self._write, None
        assert write is not None
        try:
            self._format = write()
        except (BadInput, StoreError) as exc:
            exc.__context__ = None  # its frames hold the answer, which must end in this thread
            self._error = exc.with_traceback(None)
        except (ValueError, OSError, RuntimeError) as exc:
            self._error = BadQuery(f"the query cannot be answered: {exc}")
        finally:
            del write
            done()
