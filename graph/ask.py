"""Asking a question of the catalogue: parameters checked, entities found by id or name, rows and time limited."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pydantic import JsonValue

from graph import asof
from graph.analysis.computing import compute
from graph.naming import Meaning
from graph.store import Store
from queries.catalogue import Question, questions
from queries.columns import Column
from queries.narrowing import narrowed
from seeds.errors import BadParameter, NotFound

ROWS = 1000
SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph says to a question; `truncated` where there are more rows than the limit let through."""

    question: Question
    parameters: Mapping[str, JsonValue]
    rows: list[dict[str, JsonValue]]
    truncated: bool

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of every row, in this order."""
        return self.question.columns


def find_question(name: str) -> Question:
    """The question of that name; NotFound suggests those that are spelt alike."""
    known = questions()
    if name in known:
        return known[name]
    alike = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(alike)}?" if alike else f"known are {', '.join(known)}"
    raise NotFound(f"there is no question {name!r}; {hint}")


def ask(
    store: Store,
    name: str,
    parameters: Mapping[str, JsonValue] | None = None,
    *,
    as_of: str | None = None,
    limit: int = ROWS,
    seconds: float = SECONDS,
) -> Answer:
    """The answer to a question; with `as_of` (2024, 2024-06, 2024-06-19) from what was known at the end of that day.

    Raises NotFound for an unknown question, BadParameter for what it does not take, StoreTimeout where the store needs
    more than `seconds`.
    """
    question = find_question(name)
    bound = _bind(store, question, parameters or {}, seconds)
    cypher, then = (question.cypher, {}) if as_of is None else _then(question, as_of)
    cypher = narrowed(cypher, bound)
    if question.computation is None:
        rows = store.read(cypher, bound | then, limit=limit + 1, seconds=seconds)
    else:
        rows = compute(store, replace(question, cypher=cypher), bound | then, seconds=seconds)
    return Answer(question, bound, rows[:limit], truncated=len(rows) > limit)


def _then(question: Question, day: str) -> tuple[str, dict[str, JsonValue]]:
    if not asof.knows_time(question.cypher):
        raise BadParameter(f"{question.name} rests on plain edges, which are of today alone; it takes no as-of date")
    return asof.as_of(question.cypher), {asof.PARAMETER: asof.instant(day)}


def _bind(store: Store, question: Question, given: Mapping[str, JsonValue], seconds: float) -> dict[str, JsonValue]:
    bound = question.bind(given)
    entities = [parameter for parameter in question.parameters if parameter.type == "entity"]
    meaning = Meaning(store, (bound[one.name] for one in entities), seconds)
    try:
        bound |= {one.name: meaning.ids(one, bound[one.name]) for one in entities}
    except BadParameter as exc:
        raise BadParameter(f"{question.name}: {exc}") from exc
    return bound
