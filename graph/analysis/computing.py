"""Answers that are worked out: from the rows of a projection by the computation that a question names."""

from collections.abc import Callable, Iterable, Mapping

from pydantic import JsonValue

from graph.analysis.deadline import Deadline
from graph.analysis.measures import (
    article_groups,
    bridges,
    central_sources,
    centrality,
    communities,
    dependency,
    who_quotes_whom,
)
from graph.analysis.networks import Row, key_name, texts
from graph.analysis.paths import paths
from graph.reading import query
from graph.store import Store
from queries.catalogue import Question
from seeds.errors import BadData
from seeds.reference import reference

Computation = Callable[[list[Row], Mapping[str, JsonValue]], list[Row]]
COMPUTATIONS: Mapping[str, Computation] = {
    "paths": paths,
    "centrality": centrality,
    "communities": communities,
    "bridges": bridges,
    "quoting": who_quotes_whom,
    "central_sources": central_sources,
    "dependency": dependency,
    "article_groups": article_groups,
}


def compute(store: Store, question: Question, bound: Mapping[str, JsonValue], *, seconds: float) -> list[Row]:
    """The rows of a question that is worked out, in the columns of its head; StoreTimeout where that takes too long."""
    computation = COMPUTATIONS.get(question.computation or "")
    if computation is None:
        raise BadData(f"{question.name}: there is no computation {question.computation!r}")
    given = {name: bound[name] for name in bound if f"${name}" in question.cypher}
    deadline = Deadline(seconds)
    projected = store.read(question.cypher, given, limit=None, seconds=deadline.left())
    rows = deadline.within(lambda: computation(projected, bound))
    names = [column.name for column in question.columns]
    if "rests_on" in names:
        _name_origins(store, rows, deadline.left())
    if "evidence" in names:
        _quote(store, rows, deadline.left())
    return [{name: row[name] for name in names} for row in rows]


def _name_origins(store: Store, rows: Iterable[Row], seconds: float) -> None:
    """Puts names in the place of keys."""
    found = [*rows]
    ids: list[JsonValue] = [row["rests_on"] for row in found]
    named = store.read(query("entity_names"), {"ids": ids}, limit=None, seconds=seconds)
    names = {str(row["id"]): str(row["name"]) for row in named}
    for row in found:
        key = str(row["rests_on"])
        known = reference().entities.get(key)
        row["rests_on"] = names.get(key) or (known.name if known else key_name(key))


def _quote(store: Store, rows: Iterable[Row], seconds: float) -> None:
    """Adds the words of each row's first statement."""
    found = [*rows]
    firsts = [statements[0] if (statements := texts(row["statements"])) else "" for row in found]
    said = store.read(query("evidence"), {"ids": [*firsts]}, limit=None, seconds=seconds)
    words = {str(row["id"]): row["evidence"] for row in said}
    for row, first in zip(found, firsts, strict=True):
        row |= {"statement": first, "evidence": words.get(first)}
