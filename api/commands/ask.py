"""`lagebild questions` and `lagebild ask`: the catalogue, and its answers."""

from typing import Annotated

import typer
from pydantic import JsonValue
from rich.text import Text

from api.discovery import open_desk
from api.options import Address, AsCsv, AsJson, AsOf, Data, Database, InLanguage, settings_of
from api.output import Form, Records, form_of, print_csv, print_json, print_table, screen
from api.shapes import AnswerShape, QuestionShape, catalogue, question_shape
from api.table import Table
from api.tables import answer_table
from api.words import Language, say
from graph.ask import find_question
from seeds.errors import BadParameter

Given = Annotated[
    list[str],
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; repeat it for several, or for a list."),
]


def questions(
    name: Annotated[str | None, typer.Argument(help="One question, with its parameters.", show_default=False)] = None,
    language: InLanguage = "de",
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """List the questions that can be asked, or one with its parameters."""
    form = form_of(json=json, csv=csv)
    shown = catalogue() if name is None else (question_shape(find_question(name)),)
    if form == "json":
        print_json(shown)
    elif form == "csv":
        rows = [_record(question) for question in shown]
        print_csv(Records(("name", "title_de", "title_en", "parameters"), rows))
    elif name is None:
        print_table(_catalogue_table(shown, language), language)
    else:
        _print_question(shown[0], language)


def ask(
    name: Annotated[str, typer.Argument(help="Name of the question; `lagebild questions` lists them.")],
    param: Given = [],  # noqa: B006 - Typer copies it
    as_of: AsOf = None,
    language: InLanguage = "de",
    json: AsJson = False,
    csv: AsCsv = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Ask the graph a question; the sentence behind each row stands below the table."""
    form = form_of(json=json, csv=csv)
    given = parameters(param)
    find_question(name)  # before a store is opened for nothing
    with open_desk(settings_of(data, store, database)) as desk:
        answer = desk.ask(name, given, as_of)
    print_answer(answer, form, language)


def print_answer(answer: AnswerShape, form: Form, language: Language) -> None:
    """An answer in the form asked for."""
    if form == "json":
        print_json(answer)
    elif form == "csv":
        names = [column.name for column in answer.columns]
        print_csv(Records(names, [[row[name] for name in names] for row in answer.rows]))
    else:
        print_table(answer_table(answer, language), language)


def parameters(given: list[str]) -> dict[str, JsonValue]:
    """`name=value` pairs; a name given several times is a list."""
    found: dict[str, list[JsonValue]] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not name or not equals:
            raise BadParameter(f"--param {pair!r}: write it as NAME=VALUE")
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _record(question: QuestionShape) -> list[JsonValue]:
    return [question.name, question.title["de"], question.title["en"], [p.name for p in question.parameters]]


def _catalogue_table(shown: tuple[QuestionShape, ...], language: Language) -> Table:
    rows = tuple((q.name, q.title[language], " ".join(p.name for p in q.parameters)) for q in shown)
    return Table(say("all_questions", language), ("", say("question", language), "--param"), rows)


def _print_question(question: QuestionShape, language: Language) -> None:
    console = screen()
    console.print(Text(question.title[language], style="bold"))
    console.print(Text(question.description[language]))
    for parameter in question.parameters:
        default = "" if parameter.default is None else f" [{parameter.default}]"
        console.print(Text(f"  {parameter.name}: {parameter.label[language]} – {parameter.expects}{default}"))
