"""The store on a Neo4j server or cluster, through the official driver.

What is transient is tried again in managed transactions, the database is named in each, and one manager of
bookmarks for all sessions makes every reader see what this program wrote, whichever member of a cluster answers.
"""

import re
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Self, cast

import neo4j
import neo4j.graph
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError
from pydantic import JsonValue

from graph.cypher import declarations
from graph.decisions.ledger import Ledger
from graph.marker import check_marker, known_schema, mark
from graph.plan import Plan, refuse_plan
from graph.values import json_value, refuse_beyond
from graph.work import Row, Work
from graph.writing import Result, Writer
from seeds.errors import BadInput, StoreError, StoreTimeout, StoreUnavailable

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 15.0
OLDEST = (5, 26)
REMEMBERED = 1000
INDEXED_SECONDS = 600
_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")
SCHEMES = tuple(f"{scheme}{safe}://" for scheme in ("bolt", "neo4j") for safe in ("", "+s", "+ssc"))
Run = Callable[[str, Row], neo4j.Result]
_UNTRUSTED = "A certificate that this machine does not trust is taken with +ssc:// alone. "


class Neo4jStore(Writer):
    """A graph in one database of a Neo4j server; many processes may use it, writers wait for each other."""

    def __init__(self, address: str, *, user: str, password: str, database: str, decisions: Path) -> None:
        """Connects, and marks the database as ours where it is empty."""
        _check_address(address)
        self.ledger = Ledger(decisions)
        self._place = f"database {database!r} at {address}"
        self._hint = _UNTRUSTED if "+s://" in address else ""
        self._database = database
        self._harmless: set[str] = set()
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        with self._errors():
            # the driver leaves the types of its options open
            self._driver = neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
                address,
                auth=(user, password),
                connection_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            )
        try:
            self._prepare()
        except BaseException:
            self._driver.close()
            raise

    def read(
        self, cypher: str, parameters: Mapping[str, JsonValue] | None = None, *, limit: int | None, seconds: float
    ) -> list[Row]:
        """At most `limit` rows within `seconds`, in a read transaction; what could write is refused before it runs.

        The server opens and ends the transaction by itself: the driver's managed one costs two more turns to the
        server, more than a short question. It is taken where something transient went wrong, to try again.
        """
        refuse_beyond(cypher)
        given = dict(parameters or {})

        @neo4j.unit_of_work(timeout=seconds)
        def again(transaction: neo4j.ManagedTransaction) -> list[Row]:
            return self._asked(lambda words, values: transaction.run(_text(words), values), cypher, given, limit)

        with self._errors(seconds), self._session(neo4j.READ_ACCESS) as session:
            try:
                return self._asked(
                    lambda words, values: session.run(neo4j.Query(_text(words), timeout=seconds), values),
                    cypher,
                    given,
                    limit,
                )
            except (DriverError, Neo4jError) as exc:
                if not exc.is_retryable():
                    raise
            return session.execute_read(again)

    def _asked(self, run: Run, cypher: str, values: Row, limit: int | None) -> list[Row]:
        self._refuse_writes(run, cypher)
        result = run(cypher, values)
        names = result.keys()
        rows = [{name: _plain(row[name]) for name in names} for row in islice(result, limit)]
        result.consume()
        return rows

    def bookmarks(self) -> frozenset[str]:
        """Up to where this program has written and read: what comes next waits for it."""
        return frozenset(neo4j.Bookmarks.from_raw_values(self._bookmarks.get_bookmarks()).raw_values)

    def close(self) -> None:
        """Closes the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _session(self, access: str) -> neo4j.Session:
        # the driver leaves the types of its options open
        return self._driver.session(  # pyright: ignore[reportUnknownMemberType]
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def _write(self, step: Callable[[Work], Result]) -> Result:
        with self._errors(), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(lambda transaction: step(_Transaction(transaction)))

    def _refuse_writes(self, run: Run, cypher: str) -> None:
        """Asks the server what a text would do, once for each text."""
        if cypher in self._harmless:
            return
        told = run(f"EXPLAIN {cypher}", {}).consume()
        refuse_plan(told.query_type, cast(Plan | None, told.plan))  # pyright: ignore[reportUnknownMemberType] as above
        if len(self._harmless) < REMEMBERED:
            self._harmless.add(cypher)

    def _prepare(self) -> None:
        """Declares constraints and indexes, waits until they can be used, and marks an empty database as ours."""
        with self._errors():
            server = self._driver.get_server_info()  # pyright: ignore[reportUnknownMemberType] as above
        self._check_version(server.agent)
        self._write(lambda work: known_schema(work, self._place))
        for statement in (*declarations().values(), f"CALL db.awaitIndexes({INDEXED_SECONDS})"):
            self._write(partial(_run, statement))
        self._write(self._begin)  # after the indexes: without them an older graph takes hours to be brought up to date

    def _check_version(self, agent: str) -> None:
        """StoreUnavailable where the server says that it is older than the Cypher of the questions."""
        found = _AGENT.match(agent)
        if found and (int(found[1]), int(found[2])) < OLDEST:
            raise StoreUnavailable(f"{self._place} is {agent}; Lagebild needs Neo4j {OLDEST[0]}.{OLDEST[1]} or newer")

    def _begin(self, work: Work) -> None:
        if check_marker(work, self._place):
            mark(work)

    @contextmanager
    def _errors(self, seconds: float | None = None) -> Generator[None, None, None]:
        """Translates what the driver raises, once."""
        try:
            yield
        except AuthError as exc:
            raise StoreUnavailable(f"{self._place}: the server refuses this user and password") from exc
        except (ConfigurationError, ValueError) as exc:
            raise BadInput(f"{self._place}: {exc}") from exc
        except OverflowError as exc:
            raise BadInput(f"a number is too large for the store: {exc}") from exc
        except DriverError as exc:
            raise StoreUnavailable(
                f"{self._place} does not answer; is Neo4j running there? {self._hint}({exc})"
            ) from exc
        except Neo4jError as exc:
            raise self._translated(exc, seconds) from exc

    def _translated(self, error: Neo4jError, seconds: float | None) -> StoreError | BadInput:
        code = error.code or ""
        if "TransactionTimedOut" in code:
            return StoreTimeout(f"no answer within {seconds} seconds; ask for less")
        if code.startswith("Neo.ClientError.Statement") and seconds is not None:
            return BadInput(f"this cannot be asked: {error.message}")
        return StoreUnavailable(f"{self._place}: {error.message}")


def _run(cypher: str, work: Work) -> list[Row]:
    return work.run(cypher, {})


class _Transaction:
    """A managed transaction as the loading texts want it."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, parameters: Row) -> list[Row]:
        """The rows that a text gives."""
        result = self._transaction.run(_text(cypher), parameters)
        names = result.keys()
        return [dict(zip(names, row.values(), strict=True)) for row in result]


def _check_address(address: str) -> None:
    """BadInput where it is none, or carries a password, which then would stand in every message."""
    if "@" in address:
        raise BadInput(
            "the address of a Neo4j server names no user or password; LAGEBILD_USER and LAGEBILD_PASSWORD do"
        )
    if not address.startswith(SCHEMES):
        raise BadInput(f"{address!r} is no address of a Neo4j server; it begins with bolt:// or neo4j://")


def _plain(value: object) -> JsonValue:
    if isinstance(value, neo4j.graph.Entity | neo4j.graph.Path):
        raise BadInput("a question returns scalars, lists and maps, not a bare node, relationship or path")
    return json_value(value)


def _text(cypher: str) -> Any:
    """The driver's types want texts that stand in the program; ours stand in its files, and values are parameters."""
    return cypher
