"""Ordinary loading into Neo4j beside a raw loop of the driver that writes the same rows in the same transactions.

Ours goes through the store, as `lagebild load` does once it has read its lines; the raw loop only sends what ours has
written. They take turns, and the median of the rounds counts, for the machine is not ours alone.
"""

import gc
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import neo4j

from benchmarks.statements import saved
from graph.decisions.ledger import NAME
from graph.neo4j import Neo4jStore
from graph.saved import STATEMENTS, Saved
from graph.server import server
from graph.server.home import Note
from graph.server.jars import default_cache
from graph.server.java import LTS
from graph.work import Row, Work
from graph.writing import Result

WRITES = ("CREATE", "MERGE", "SET ", "DELETE")
ROUNDS = 7
Text = tuple[str, Row]


@dataclass(frozen=True, slots=True)
class Compared:
    """Seconds for the same statements, and the speed of ours as a share of the raw one: medians of the rounds."""

    statements: int
    rounds: int
    ours: float
    raw: float
    ratio: float


class Recorded:
    """An open transaction that keeps what was written."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.written: list[Text] = []

    def run(self, cypher: str, parameters: Row) -> list[Row]:
        """The rows that a text gives."""
        if any(word in cypher for word in WRITES):
            self.written.append((cypher, parameters))
        return self._work.run(cypher, parameters)


class Recording(Neo4jStore):
    """The store as it is, which keeps what each transaction has written."""

    written: list[list[Text]]

    def _write(self, step: Callable[[Work], Result]) -> Result:
        def recorded(work: Work) -> Result:
            kept = Recorded(work)
            result = step(kept)
            self.written.append(kept.written)
            return result

        return super()._write(recorded)

    def _prepare(self) -> None:
        self.written = []
        super()._prepare()
        self.written = []


def ordinary_against_raw(statements: int, rounds: int = ROUNDS) -> Compared:
    """Loads in the batches of `lagebild load`, then writes the very same rows into an emptied database, and again."""
    batches = _batches(list(saved(statements)))
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        note = server.up(home, default_cache(), server.Wanted(LTS, bolt=0, http=0), print)
        try:
            times = list(_rounds(note, batches, Path(folder), rounds))[1:]  # the first one warms the server up
        finally:
            server.down(home)
    number = sum(len(one.statements) for batch in batches for one in batch)
    ours, raw = ([round(one[at], 3) for one in times] for at in (0, 1))
    return Compared(number, rounds, median(ours), median(raw), round(median(b / a for a, b in times), 3))


def _rounds(note: Note, batches: Sequence[Sequence[Saved]], folder: Path, rounds: int) -> Iterator[tuple[float, float]]:
    """Seconds of ours and of the raw loop."""
    database: Any = neo4j.GraphDatabase  # it leaves the types of its options open
    driver: Any = database.driver(note.address, auth=(note.user, note.password), notifications_min_severity="OFF")
    with driver, driver.session(database=note.database) as session:

        def empty() -> Recording:
            session.run("MATCH (n) DETACH DELETE n").consume()
            return _opened(note, folder)

        for _ in range(rounds + 1):
            written: list[list[Text]] = []

            def ours(store: Recording, written: list[list[Text]] = written) -> None:
                deque(store.put_batches(batches), maxlen=0)
                written[:] = store.written

            def raw(_: Recording, written: list[list[Text]] = written) -> None:
                _send(session, written)

            times = _second(empty, ours), _second(empty, raw)
            print(f"{times[0]:.2f} s, raw {times[1]:.2f} s: {times[1] / times[0]:.2f}")
            yield times


def _second(empty: Callable[[], Recording], step: Callable[[Recording], None]) -> float:
    """Seconds when it is done again: the first time the server plans texts anew whose plans are some seconds old."""
    seconds = 0.0
    for _ in range(2):
        with closing(empty()) as store:
            gc.collect()
            gc.freeze()  # what is in memory before is no matter of the collector's meanwhile
            start = time.perf_counter()
            step(store)
            seconds = time.perf_counter() - start
    return seconds


def _send(session: Any, written: Sequence[Sequence[Text]]) -> None:
    for texts in written:

        def step(transaction: Any, texts: Sequence[Text] = texts) -> None:
            for cypher, values in texts:
                transaction.run(cypher, values).consume()

        session.execute_write(step)


def _opened(note: Note, folder: Path) -> Recording:
    return Recording(
        note.address, user=note.user, password=note.password, database=note.database, decisions=folder / NAME
    )


def _batches(given: Sequence[Saved]) -> list[list[Saved]]:
    """As `lagebild load` makes them of lines."""
    found: list[list[Saved]] = [[]]
    for one in given:
        if sum(len(each.statements) + 1 for each in found[-1]) >= STATEMENTS:
            found.append([])
        found[-1].append(one)
    return found
