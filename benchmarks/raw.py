"""Ordinary loading into Neo4j beside a raw loop of the driver that writes the same rows in the same transactions."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import neo4j

from benchmarks.statements import saved
from graph.loading import load_articles
from graph.packet import packet
from graph.saved import STATEMENTS, Saved
from graph.server import server
from graph.server.jars import default_cache
from graph.server.java import LTS
from graph.store import StoreSettings, open_store
from graph.work import Row

WRITES = ("CREATE", "MERGE", "SET ", "DELETE")
Text = tuple[str, Row]


@dataclass(frozen=True, slots=True)
class Compared:
    """Seconds for the same statements."""

    statements: int
    ours: float
    raw: float


class Recorded:
    """An open transaction that keeps what was written."""

    def __init__(self, transaction: Any) -> None:
        self._transaction = transaction
        self.written: list[Text] = []

    def run(self, cypher: str, parameters: Row) -> list[Row]:
        """The rows that a text gives."""
        if any(word in cypher for word in WRITES):
            self.written.append((cypher, parameters))
        return [row.data() for row in self._transaction.run(cypher, parameters)]


def ordinary_against_raw(statements: int) -> Compared:
    """Loads in the batches of `lagebild load`, then writes the very same rows into an emptied database."""
    batches = list(_batches(list(saved(statements))))
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        note = server.up(home, default_cache(), server.Wanted(LTS, bolt=0, http=0), print)
        try:
            settings = StoreSettings(address=note.address, password=note.password, data=Path(folder))
            database: Any = neo4j.GraphDatabase  # it leaves the types of its options open
            driver: Any = database.driver(
                note.address, auth=(note.user, note.password), notifications_min_severity="OFF"
            )
            with driver, driver.session(database=note.database) as session:
                return _compared(settings, session, batches)
        finally:
            server.down(home)


def _compared(settings: StoreSettings, session: Any, batches: Sequence[Sequence[Saved]]) -> Compared:
    written: list[list[Text]] = []

    def ordinary(batch: Sequence[Saved]) -> None:
        def step(transaction: Any) -> list[Text]:
            work = Recorded(transaction)
            load_articles(work, [packet(one.article, one.statements, one.run, one.origin, one.since) for one in batch])
            return work.written

        written.append(session.execute_write(step))

    def raw(texts: Sequence[Text]) -> None:
        def step(transaction: Any) -> None:
            for cypher, values in texts:
                transaction.run(cypher, values).consume()

        session.execute_write(step)

    seconds: dict[str, list[float]] = {"ours": [], "raw": []}
    for _ in range(2):  # the first time warms the server up and does not count
        written.clear()
        seconds["ours"].append(_timed(settings, session, ordinary, batches))
        seconds["raw"].append(_timed(settings, session, raw, written))
    number = sum(len(one.statements) for batch in batches for one in batch)
    return Compared(number, seconds["ours"][-1], seconds["raw"][-1])


def _timed(settings: StoreSettings, session: Any, step: Callable[[Any], None], given: Sequence[object]) -> float:
    """Seconds for all of it, in an empty database."""
    session.run("MATCH (n) DETACH DELETE n").consume()
    open_store(settings).close()
    start = time.perf_counter()
    for each in given:
        step(each)
    return time.perf_counter() - start


def _batches(given: Sequence[Saved]) -> list[list[Saved]]:
    """As `lagebild load` makes them of lines."""
    found: list[list[Saved]] = [[]]
    for one in given:
        if sum(len(each.statements) + 1 for each in found[-1]) >= STATEMENTS:
            found.append([])
        found[-1].append(one)
    return found
