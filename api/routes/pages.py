"""The start page and the answers as pages: plain HTML, made here, with nothing loaded from elsewhere."""

from collections.abc import Mapping
from html import escape
from importlib.resources import files
from urllib.parse import quote

from fastapi import APIRouter, Request
from pydantic import JsonValue
from starlette.responses import HTMLResponse, Response

from api.guard import SECURITY_HEADERS
from api.routes.common import TheDesk
from api.routes.questions import question_parameters
from api.shapes import ParameterShape, QuestionShape, catalogue, question_shape
from api.table import Table
from api.tables import answer_table
from api.words import say
from graph.ask import find_question
from seeds.errors import BadParameter

routes = APIRouter(include_in_schema=False)


@routes.get("/")
def start(desk: TheDesk) -> HTMLResponse:
    """Every question, as a link to its answer."""
    total = desk.health().articles
    entries = "".join(_entry(question) for question in catalogue())
    body = (
        f"<p>{total} {say('in_graph', 'de')}. {say('interface', 'de')}: <a href='/openapi.json'>/openapi.json</a></p>"
        f"<ul>{entries}</ul>"
    )
    return page("Lagebild", body)


@routes.get("/ask/{name}")
def answer(name: str, request: Request, desk: TheDesk) -> HTMLResponse:
    """The answer to a question, with a form for its parameters and the sentence behind each row."""
    question = question_shape(find_question(name))
    given = {key: value for key, value in question_parameters(request).items() if value != ""}
    try:
        found = desk.ask(name, given)
    except BadParameter as exc:
        defaults = {parameter.name: parameter.default for parameter in question.parameters}
        return _answer_page(question, {**defaults, **given}, f"<p>{escape(str(exc))}</p>", exc.status)
    return _answer_page(question, found.parameters, table_html(answer_table(found, "de")), 200)


def _answer_page(question: QuestionShape, values: Mapping[str, JsonValue], below: str, status: int) -> HTMLResponse:
    body = (
        f"<p>{escape(question.description['de'])}</p>{_form(question, values)}{below}"
        f"<p><a href='/'>{say('all_questions', 'de')}</a></p>"
    )
    return page(question.title["de"], body, status)


@routes.get("/style.css")
def style() -> Response:
    """The one style sheet."""
    sheet = files("api").joinpath("style.css").read_text("utf-8")
    return Response(sheet, headers=dict(SECURITY_HEADERS), media_type="text/css")


def page(title: str, body: str, status: int = 200) -> HTMLResponse:
    """A whole page; the title is escaped here, the body is HTML already."""
    head = (
        f"<!doctype html><html lang='de'><head><meta charset='utf-8'><title>{escape(title)}</title>"
        "<meta name='viewport' content='width=device-width'><link rel='stylesheet' href='/style.css'></head>"
    )
    return HTMLResponse(
        f"{head}<body><h1>{escape(title)}</h1>{body}</body></html>", status, headers=dict(SECURITY_HEADERS)
    )


def table_html(table: Table) -> str:
    """A table with the evidence of each row in a row below it."""
    if not table.rows:
        return f"<p>{say('empty', 'de')}</p>"
    head = "".join(f"<th>{escape(heading)}</th>" for heading in table.headings)
    rows = "".join(_row(table, at) for at in range(len(table.rows)))
    note = f"<p>{escape(table.note)}</p>" if table.note else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"


def _row(table: Table, at: int) -> str:
    cells = "".join(f"<td>{escape(text)}</td>" for text in table.rows[at])
    if not table.evidence:
        return f"<tr>{cells}</tr>"
    quoted = f"<td colspan='{len(table.headings)}'><q>{escape(table.evidence[at])}</q></td>"
    return f"<tr>{cells}</tr><tr class='evidence'>{quoted}</tr>"


def _entry(question: QuestionShape) -> str:
    link = f"<a href='/ask/{quote(question.name, safe='')}'>{escape(question.title['de'])}</a>"
    return f"<li>{link}<br><small lang='en'>{escape(question.title['en'])}</small></li>"


def _form(question: QuestionShape, values: Mapping[str, JsonValue]) -> str:
    if not question.parameters:
        return ""
    fields = "".join(_field(parameter, values.get(parameter.name)) for parameter in question.parameters)
    return f"<form method='get'>{fields}<button>{say('ask', 'de')}</button></form>"


def _field(parameter: ParameterShape, value: JsonValue) -> str:
    text = ",".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return (
        f"<label>{escape(parameter.label['de'])} <input name='{escape(parameter.name)}' value='{escape(text)}' "
        f"title='{escape(parameter.expects)}'></label> "
    )
