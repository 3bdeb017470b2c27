"""What an import cannot bring: it leaves empty lists out, and the questions want them."""

from collections.abc import Iterable, Iterator
from typing import Any

import neo4j

from graph.bulk.files import Written
from graph.server.home import Note


def finish(note: Note, written: Iterable[Written]) -> None:
    """Writes the empty lists, some thousands in a transaction; doing it twice changes nothing."""
    # the driver leaves the types of its options open
    with (
        neo4j.GraphDatabase.driver(note.address, auth=(note.user, note.password)) as driver,  # pyright: ignore[reportUnknownMemberType]
        driver.session(database=note.database) as session,  # pyright: ignore[reportUnknownMemberType]
    ):
        for cypher in _texts(written):
            words: Any = cypher  # the driver's types want texts that stand in the program
            session.run(words).consume()


def _texts(written: Iterable[Written]) -> Iterator[str]:
    for one in written:
        match = f"(n:{one.table.name})" if one.table.part == "nodes" else f"()-[n:{one.table.name}]->()"
        for name in one.table.lists:
            yield (
                f"MATCH {match} WHERE n.{name} IS NULL CALL (n) {{ SET n.{name} = [] }} IN TRANSACTIONS OF 10000 ROWS"
            )
