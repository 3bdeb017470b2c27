"""The marker node that says "this database is ours"; without it a database that holds anything is left alone."""

import datetime

from graph.cypher import text
from graph.work import Work
from seeds.errors import StoreForeign

SCHEMA = 1


def check_marker(work: Work, place: str) -> bool:
    """Whether the database is empty and still to be marked; StoreForeign where it holds something else."""
    found = work.run(text("marker"), {})
    if found:
        if found[0]["schema"] != SCHEMA:
            made = f"another version of Lagebild (schema {found[0]['schema']}, this one knows {SCHEMA})"
            raise StoreForeign(f"{place} was made by {made}; it is left as it is. Load the articles into a new store")
        return False
    if work.run(text("count_nodes"), {})[0]["nodes"]:
        raise StoreForeign(f"{place} holds data that is not Lagebild's; it is left as it is. Name an empty database")
    return True


def mark(work: Work) -> None:
    """Marks an empty database as ours."""
    work.run(text("mark"), {"schema": SCHEMA, "now": now()})


def now() -> str:
    """This instant in UTC, ISO text to the microsecond: another one for every change of the graph."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
