"""The marker node that says "this database is ours"; without it a database that holds anything is left alone."""

import datetime

from graph.cypher import text
from graph.migrating import MIGRATIONS
from graph.work import Work
from seeds.errors import StoreForeign

SCHEMA = 3


def check_marker(work: Work, place: str) -> bool:
    """Whether the database is empty or was of an older schema of ours, which is brought up to date: to be marked.

    StoreForeign where the database holds something else, or what a later Lagebild made.
    """
    schema = known_schema(work, place)
    return schema is None or _migrate(work, place, schema)


def known_schema(work: Work, place: str) -> int | None:
    """The schema of a database of ours, None of an empty one; StoreForeign for any other."""
    found = work.run(text("marker"), {})
    if not found:
        if work.run(text("count_nodes"), {})[0]["nodes"]:
            raise StoreForeign(
                f"{place} holds data that is not Lagebild's; it is left as it is. Name an empty database"
            )
        return None
    schema = found[0]["schema"]
    if not isinstance(schema, int) or not 1 <= schema <= SCHEMA:
        raise StoreForeign(
            f"{place} was made by a later version of Lagebild (schema {schema}, this one knows {SCHEMA}); it is left "
            "as it is. Install that version, or load the articles into a new store"
        )
    return schema


def _migrate(work: Work, place: str, schema: int) -> bool:
    """Runs the steps from a schema to today's, in the transaction that opens the store; whether there were any."""
    for step in range(schema + 1, SCHEMA + 1):
        _step(work, place, step)
    if schema < SCHEMA:
        work.run(text("marked_schema"), {"schema": SCHEMA})
    return schema < SCHEMA


def _step(work: Work, place: str, step: int) -> None:
    try:
        MIGRATIONS[step](work)
    except ValueError as exc:
        raise StoreForeign(
            f"{place} cannot be brought to schema {step} ({exc}); it is left as it is. Load the articles into a new "
            "store: lagebild ingest FILE… --data NEW"
        ) from exc


def mark(work: Work) -> None:
    """Marks an empty database as ours."""
    work.run(text("mark"), {"schema": SCHEMA, "now": now()})


def now() -> str:
    """This instant in UTC, ISO text to the microsecond: another one for every change of the graph."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
