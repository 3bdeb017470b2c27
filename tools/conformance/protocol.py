"""Our own cases for the clauses of the SPARQL 1.1 protocol and its result formats: requests and what must come."""

import json
import re
from collections.abc import Generator
from contextlib import contextmanager
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results
from starlette.testclient import TestClient

from tools.conformance.given import endpoint

Level = Literal["must", "should", "may", "ours"]


class Strict(BaseModel):
    """No field that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sent(Strict):
    """A request; `form` is a body of names and values, `parameters` stand in the address."""

    method: str = "GET"
    parameters: list[tuple[str, str]] = []
    headers: dict[str, str] = {}
    form: list[tuple[str, str]] | None = None
    body: str | None = None
    latin: bool = False
    """Whether the body is sent in Latin-1, not in UTF-8."""


class Wanted(Strict):
    """What must come back; what is not said is not looked at."""

    status: int
    type: str | None = None
    boolean: bool | None = None
    rows: int | None = None
    triples: int | None = None
    body: str | None = None
    """The answer as it must be written, lines in any order."""
    says: str | None = None
    header: dict[str, str] = {}


class Case(Strict):
    """One clause, and a request that shows it."""

    id: str
    clause: str
    level: Level
    says: str
    send: Sent
    want: Wanted


class Cases(Strict):
    """The file of cases: the triples that they ask, and the specifications that they come from."""

    specifications: dict[str, str]
    data: str
    cases: list[Case]


def cases() -> Cases:
    """What stands in the file."""
    text = files("tools.conformance").joinpath("protocol.yaml").read_text("utf-8")
    return TypeAdapter(Cases).validate_python(yaml.safe_load(text))


@contextmanager
def asked() -> Generator[TestClient]:
    """A client of the endpoint with the triples of the cases."""
    with endpoint(parse(cases().data, RdfFormat.TRIG)) as client:
        yield client


def wrong(case: Case, client: TestClient) -> list[str]:
    """What of the answer is not as it must be."""
    sent, want = case.send, case.want
    content = None if sent.body is None else sent.body.encode("latin-1" if sent.latin else "utf-8")
    headers = dict(sent.headers)
    if sent.form is not None:
        content = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in sent.form).encode()
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in sent.parameters)
    path = f"/sparql?{query}" if query else "/sparql"
    answer = client.request(sent.method, path, content=content, headers=headers)
    kind = answer.headers.get("content-type", "").partition(";")[0]
    found: dict[str, object] = {"status": answer.status_code, "type": kind}
    if answer.status_code == want.status:
        found |= _counted(answer.content, kind, want)
    found["header"] = {name: answer.headers.get(name, "") for name in want.header}
    problems = [
        f"{name} is {found[name]!r}, not {value!r}"
        for name, value in want.model_dump(exclude_none=True, exclude={"says", "body"}).items()
        if found.get(name) != value
    ]
    return problems + _differing(answer.text, want)


def _quoted(text: str) -> str:
    return re.sub(r"[^\w.~-]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text, flags=re.A)


def _counted(content: bytes, kind: str, want: Wanted) -> dict[str, object]:
    """What is in the answer, as far as it is wanted."""
    if want.triples is not None:
        return {"triples": len({*parse(content, RdfFormat.from_media_type(kind))})}
    if want.boolean is None and want.rows is None:
        return {}
    found = parse_query_results(content, QueryResultsFormat.from_media_type(kind))
    if isinstance(found, QueryBoolean):
        return {"boolean": bool(found)}
    assert isinstance(found, QuerySolutions)
    return {"rows": len([*found])}


def _differing(text: str, want: Wanted) -> list[str]:
    if want.says is not None and want.says not in text:
        return [f"{json.dumps(text)} does not say {want.says!r}"]
    if want.body is not None and sorted(text.splitlines()) != sorted(want.body.splitlines()):
        return [f"the answer is {text!r}"]
    return []
