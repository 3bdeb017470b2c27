"""The catalogue of questions: every `.cypher` file of this package, its head read and checked against its Cypher.

Beside them stand those of `analyses/`, whose rows are worked out from a projection of the graph; `projections/` has the
Cypher that fetches each of these.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import JsonValue

from queries.columns import Column, read_columns
from queries.head import Field, read_yaml, split_head
from queries.narrowing import open_guards
from queries.parameters import TYPES, Parameter
from seeds.errors import BadParameter
from seeds.vocabulary import vocabulary

Picture = Literal["table", "ranges", "timeline", "graph"]
PICTURE_NEEDS: Mapping[Picture, tuple[str, ...]] = {
    "table": (),
    "ranges": ("figure", "min", "max", "modifier", "unit"),
    "timeline": ("start", "end"),
    "graph": ("subject", "subject_id", "object", "object_id"),
}
_FIELDS = frozenset({"title", "description", "columns", "picture"})
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_PARAMETER = re.compile(r"\$(\w+)")
_NOT_CODE = re.compile(r"'(?:\\.|[^'\\])*'|//[^\n]*")
_RETURN = re.compile(r"\bRETURN\b(?!.*\bRETURN\b)(?P<columns>.*?)(?:\bORDER BY\b.*)?\Z", re.DOTALL)
_ALIAS = re.compile(r"(?:\bAS\s+|\A\s*)`?(\w+)`?\s*\Z")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked by name; `title` and `description` in German (`de`) and English (`en`)."""

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    picture: Picture
    cypher: str
    computation: str | None = None  # what works out the answer from the rows of the Cypher; None: they are the answer

    def bind(self, given: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
        """A value for every parameter: the given one, else the default; BadParameter says what is wrong."""
        known = {parameter.name: parameter for parameter in self.parameters}
        if unknown := next((name for name in given if name not in known), None):
            takes = ", ".join(known) or "none"
            raise BadParameter(f"{self.name}: unknown parameter {unknown!r}; it takes {takes}")
        if missing := next((p for p in self.parameters if p.required and p.name not in given), None):
            raise BadParameter(f"{self.name}: parameter {missing.name!r} is missing; it takes {missing.expects()}")
        try:
            return {name: p.read(given[name]) if name in given else p.default for name, p in known.items()}
        except BadParameter as exc:
            raise BadParameter(f"{self.name}: {exc}") from exc


@cache
def questions() -> Mapping[str, Question]:
    """Every question by name, in alphabetical order."""
    folder = files("queries")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".cypher"))
    found = [parse_question(folder.joinpath(name).read_text("utf-8"), name) for name in names]
    entries = sorted(folder.joinpath("analyses").iterdir(), key=lambda entry: entry.name)
    found += [parse_analysis(entry.read_text("utf-8"), entry.name) for entry in entries]
    return {question.name: question for question in sorted(found, key=lambda question: question.name)}


def parse_question(text: str, file: str) -> Question:
    """A question from the text of its file; BadData names file and line of what is wrong."""
    head, cypher = split_head(text, file)
    fields = head.fields(_FIELDS, frozenset({"parameters"}))
    question = _question(head, fields, file.removesuffix(".cypher"), cypher)
    _check_parameters(question, head)
    _check_columns(question, fields["columns"])
    return question


def parse_analysis(text: str, file: str) -> Question:
    """A question whose file names a projection and a computation; BadData as above."""
    head = read_yaml(text, file)
    fields = head.fields(_FIELDS | {"projection", "computation"}, frozenset({"parameters"}))
    cypher = _projection(fields["projection"])
    question = _question(head, fields, file.removesuffix(".yaml"), cypher)
    said = {parameter.name for parameter in question.parameters}
    if missing := set(_PARAMETER.findall(cypher)) - said:
        raise head.bad(f"the projection needs the parameters {sorted(missing)}")
    _check_picture(question, fields["columns"])
    return replace(question, computation=fields["computation"].text())


def _projection(field: Field) -> str:
    folder = files("queries").joinpath("projections")
    known = sorted(entry.name.removesuffix(".cypher") for entry in folder.iterdir())
    if field.text() not in known:
        raise field.bad(f"`{field.text()}` is no projection; known are {', '.join(known)}")
    return folder.joinpath(f"{field.text()}.cypher").read_text("utf-8")


def _question(head: Field, fields: Mapping[str, Field], name: str, cypher: str) -> Question:
    if not _NAME.match(name):
        raise head.bad("a question's file is named in small letters, digits and hyphens")
    if bare := open_guards(cypher):
        raise head.bad(f"`${bare[0]} IS NULL OR ...` needs brackets of its own: it falls away where nothing is given")
    return Question(
        name=name,
        title=fields["title"].labels(),
        description=fields["description"].labels(),
        parameters=_parameters(fields.get("parameters")),
        columns=read_columns(fields["columns"]),
        picture=_picture(fields["picture"]),
        cypher=cypher,
    )


def _parameters(field: Field | None) -> tuple[Parameter, ...]:
    return tuple(_parameter(name, entry) for name, entry in field.mapping().items()) if field else ()


def _parameter(name: str, field: Field) -> Parameter:
    said = field.fields(frozenset({"type", "de", "en"}), frozenset({"of", "many", "optional", "default"}))
    type_ = said["type"].text()
    if type_ not in TYPES:
        raise said["type"].bad(f"`{type_}` is no type of a parameter; known are {', '.join(sorted(TYPES))}")
    optional = _flag(said.get("optional"))
    parameter = Parameter(
        name=name,
        type=type_,
        label={language: said[language].text() for language in ("de", "en")},
        of=_of(type_, said.get("of")),
        many=_flag(said.get("many")),
        optional=optional,
        required="default" not in said and not optional,
    )
    return replace(parameter, default=_default(parameter, said["default"])) if "default" in said else parameter


def _default(parameter: Parameter, field: Field) -> JsonValue:
    try:
        return parameter.read(field.value())
    except BadParameter as exc:
        raise field.bad(f"default of {exc}") from exc


def _of(type_: str, field: Field | None) -> tuple[str, ...]:
    """Entity types of an `entity`, kinds of a `predicate`."""
    if field is None:
        return ()
    known: Iterable[str] = {"predicate": ("relation", "troop_report")}.get(type_, ())
    known = vocabulary().values("entity_type") if type_ == "entity" else known
    for item in field.items():
        if item.text() not in known:
            raise item.bad(f"`{item.text()}` is nothing that `of` can name for the type {type_}")
    return tuple(item.text() for item in field.items())


def _flag(field: Field | None) -> bool:
    value = field.scalar() if field else False
    if field and not isinstance(value, bool):
        raise field.bad("expected true or false")
    return value is True


def _picture(field: Field) -> Picture:
    for picture in PICTURE_NEEDS:
        if field.text() == picture:
            return picture
    raise field.bad(f"`{field.text()}` is no picture; known are {', '.join(PICTURE_NEEDS)}")


def _check_parameters(question: Question, head: Field) -> None:
    used = set(_PARAMETER.findall(_NOT_CODE.sub("", question.cypher)))
    said = {parameter.name for parameter in question.parameters}
    if used != said:
        raise head.bad(f"the Cypher uses the parameters {sorted(used)}, the head says {sorted(said)}")


def _check_columns(question: Question, head: Field) -> None:
    said = [column.name for column in question.columns]
    returned = returned_columns(question.cypher)
    if returned != said:
        raise head.bad(f"the Cypher returns the columns {returned}, the head says {said}")
    _check_picture(question, head)


def _check_picture(question: Question, head: Field) -> None:
    said = [column.name for column in question.columns]
    if missing := [name for name in PICTURE_NEEDS[question.picture] if name not in said]:
        raise head.bad(f"the picture {question.picture} needs the columns {', '.join(missing)}")


def returned_columns(cypher: str) -> list[str]:
    """The names that the last RETURN gives its columns; an expression without a name is an empty one."""
    match = _RETURN.search(_NOT_CODE.sub("''", cypher))
    parts = _split(match["columns"]) if match else []
    return [alias[1] if (alias := _ALIAS.search(part)) else "" for part in parts]


def _split(columns: str) -> list[str]:
    """Splits at commas outside of brackets."""
    parts, depth = [""], 0
    for sign in columns.removeprefix(" DISTINCT"):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
