"""Errors on the wire: application/problem+json (RFC 9457) from the tree in `seeds/errors.py`, and back again."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from seeds.errors import BadInput, LagebildError, NotFound

MEDIA_TYPE = "application/problem+json"
_PREFIX = "urn:lagebild:problem:"
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class FieldProblem(BaseModel):
    """One field that cannot be used, and why."""

    field: str
    message: str


class Problem(BaseModel):
    """What went wrong; `type` names the error of the tree, `detail` says what to do."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": f"{_PREFIX}not-found",
                "title": "Not found",
                "status": 404,
                "detail": "no statement has the id '0123'",
            }
        }
    )

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = None


class BadFields(BadInput):
    """Parameters or a body that do not have the shape they should; `fields` has them one by one."""

    def __init__(self, message: str, fields: Sequence[FieldProblem] = ()) -> None:
        super().__init__(message)
        self.fields = list(fields)


class BadMediaType(BadInput):
    """The body is of a kind that no reader knows."""

    status = 415


def bad_fields(fields: Sequence[FieldProblem]) -> BadFields:
    """The error that names these fields."""
    return BadFields("; ".join(f"{wrong.field}: {wrong.message}" for wrong in fields), fields)


def field_problems(errors: Iterable[ErrorDetails], places: Collection[str] = ()) -> list[FieldProblem]:
    """What pydantic found wrong, by field; `places` (query, path ...) are no part of a field's name."""
    return [_field_problem(wrong["loc"], wrong["msg"], places) for wrong in errors]


def _field_problem(place: tuple[int | str, ...], message: str, places: Collection[str]) -> FieldProblem:
    parts = place[1:] if place and place[0] in places else place
    return FieldProblem(field=".".join(map(str, parts)) or "the body", message=message.removeprefix("Value error, "))


def problem_of(error: LagebildError) -> Problem:
    """The problem that tells of an error."""
    words = _CAPITAL.sub(" ", type(error).__name__)
    fields = error.fields if isinstance(error, BadFields) else None
    return Problem(
        type=_PREFIX + words.lower().replace(" ", "-"),
        title=words.capitalize(),
        status=error.status,
        detail=str(error),
        errors=fields or None,
    )


def status_problem(status: int, detail: str) -> Problem:
    """The problem of an HTTP status that no error of ours stands behind (no such page, wrong method ...)."""
    return Problem(type="about:blank", title=HTTPStatus(status).phrase, status=status, detail=detail)


def error_from(answer: str, status: int) -> LagebildError:
    """The error that a problem tells of, with its exit code; a LagebildError where it is none of ours."""
    try:
        problem = Problem.model_validate_json(answer)
    except ValidationError:
        return LagebildError(f"the service answered {status} without saying why")
    named = {problem_of(known("")).type: known for known in _tree(LagebildError)}.get(problem.type)
    kind = named or (NotFound if status == 404 else LagebildError)
    return kind(problem.detail)


def _tree(kind: type[LagebildError]) -> Iterator[type[LagebildError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _tree(below)
