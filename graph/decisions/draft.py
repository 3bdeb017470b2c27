"""A decision as somebody asks for it, made whole: what it needs is there, and a corrected statement is one."""

import json
from collections.abc import Mapping

from pydantic import JsonValue, TypeAdapter, ValidationError

from graph.decisions.decision import Decision, Kind
from graph.statement import Statement, Value, digest, make_statement
from graph.store import Store
from graph.view import statement
from seeds.errors import BadParameter, BadStatement

NEEDS: Mapping[str, tuple[str, ...]] = {
    "reject": ("statement",),
    "correct": ("statement", "fields"),
    "add": ("fields",),
    "merge": ("entity", "other"),
    "not_same": ("entity", "other"),
    "undo": ("undoes",),
}
ASSERTED_BY_A_PERSON = 1.0


class Draft(Value):
    """What somebody decides. `fields` are those of a statement: all for a new one, the changed ones to correct one."""

    kind: Kind
    who: str
    why: str
    statement: str | None = None
    fields: Mapping[str, JsonValue] | None = None
    entity: str | None = None
    other: str | None = None
    undoes: str | None = None


def decided(store: Store, draft: Draft, when: str) -> Decision:
    """The decision of a draft; BadParameter for what is missing or too much, BadStatement for what is no statement."""
    _check(draft)
    made = _made(store, draft)
    said = draft.model_dump(mode="json", exclude={"fields"})
    id_ = digest(when, *(f"{name}={value}" for name, value in said.items()), made.id if made else "")
    return Decision(**said, id=id_[:16], when=when, made=made)


def _check(draft: Draft) -> None:
    if not draft.who.strip() or not draft.why.strip():
        raise BadParameter("a decision says who decides and why")
    given = {name for name in ("statement", "fields", "entity", "other", "undoes") if getattr(draft, name)}
    needed = set(NEEDS[draft.kind])
    if given != needed:
        raise BadParameter(
            f"{draft.kind} takes {' and '.join(NEEDS[draft.kind])}; given are {', '.join(sorted(given))}"
        )


def _made(store: Store, draft: Draft) -> Statement | None:
    if draft.fields is None:
        return None
    fields: dict[str, JsonValue] = {"confidence": ASSERTED_BY_A_PERSON}
    if draft.statement is not None:
        fields |= statement(store, draft.statement).statement.model_dump(mode="json")
    made = _statement(fields | dict(draft.fields))
    if made.id == draft.statement:
        raise BadParameter("the fields change nothing")
    return made


def _statement(fields: Mapping[str, JsonValue]) -> Statement:
    """A statement from JSON values, with its id computed anew."""
    try:
        return make_statement(**{name: _typed(name, value) for name, value in fields.items() if name != "id"})
    except ValidationError as exc:
        problem = exc.errors(include_url=False)[0]
        where = ".".join(map(str, problem["loc"])) or "the statement"
        raise BadStatement(f"{where}: {problem['msg']}") from exc


def _typed(name: str, value: JsonValue) -> object:
    """The value of a field as its type has it: JSON knows lists, a statement has tuples."""
    if name not in Statement.model_fields:
        raise BadStatement(f"{name}: a statement has no such field")
    adapter = TypeAdapter[object](Statement.model_fields[name].rebuild_annotation())
    try:
        return adapter.validate_json(json.dumps(value))
    except ValidationError as exc:
        problem = exc.errors(include_url=False)[0]
        raise BadStatement(f"{'.'.join(map(str, (name, *problem['loc'])))}: {problem['msg']}") from exc
