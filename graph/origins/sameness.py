"""Origins that are one since somebody decided so: of two merged sources, or of two names of one medium."""

from collections.abc import Iterable, Mapping

from graph.cypher import text
from graph.origins.vouching import outlet_key
from graph.work import Row, Work

MEDIUM = "Organization"


def sameness(work: Work) -> Mapping[str, str]:
    """The key that a key counts as, for every one that counts as another."""
    return counted(work.run(text("sameness"), {}))


def counted(rows: Iterable[Row]) -> Mapping[str, str]:
    """The same from the rows that the store gives."""
    step = dict(_steps(rows))
    return {key: chain_end(step, key) for key in step}


def _steps(rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    for row in rows:
        yield str(row["id"]), str(row["other"])
        if row["type"] == row["other_type"] == MEDIUM:
            one, other = outlet_key(str(row["name"])), outlet_key(str(row["other_name"]))
            if one not in (str(row["id"]), other):
                yield one, other


def chain_end(step: Mapping[str, str], key: str) -> str:
    """Where the steps from one key to the next lead."""
    seen = {key}
    while (after := step.get(key)) is not None and after not in seen:
        seen.add(after)
        key = after
    return key
