"""`lagebild assess` and `lagebild assessments`: what analysts think of sources and claims."""

import getpass
from collections.abc import Callable
from typing import Annotated

import typer
from pydantic import JsonValue

from api.discovery import open_desk
from api.options import Address, AsCsv, AsJson, Data, Database, InLanguage, settings_of
from api.output import Form, Records, form_of, print_csv, print_json, print_table
from api.shapes import GivenAssessment
from api.table import plain, table_of
from api.words import Language, say
from graph.assessment.admiralty import scheme
from graph.assessment.ledger import Assessment

NAMES = tuple(Assessment.model_fields)


def assess(
    of: Annotated[str, typer.Argument(help="Id of a statement; or id, name or outlet of a source.")],
    grade: Annotated[str, typer.Argument(help="A to F for a source, 1 to 6 for a claim; - withdraws it.")],
    why: Annotated[str, typer.Option("--why", help="On what grounds.")],
    who: Annotated[str | None, typer.Option("--who", help="Who judges; your user name if not given.")] = None,
    language: InLanguage = "de",
    json: AsJson = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Judge a source or a claim by the Admiralty scheme. Kept in a file beside the store; the graph stays as it is."""
    given = GivenAssessment(of=of, grade=grade.upper(), who=who or getpass.getuser(), why=why)
    with open_desk(settings_of(data, store, database)) as desk:
        made = desk.judge(given)
    if json:
        print_json(made)
    else:
        _print((made,), "table", language)


def assessments(
    history: Annotated[bool, typer.Option("--history", help="All that was ever said, withdrawn or not.")] = False,
    language: InLanguage = "de",
    json: AsJson = False,
    csv: AsCsv = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """List what analysts think of sources (A to F) and claims (1 to 6)."""
    form = form_of(json=json, csv=csv)
    with open_desk(settings_of(data, store, database)) as desk:
        found = desk.assessments(history=history)
    _print(found, form, language)


def _print(found: tuple[Assessment, ...], form: Form, language: Language) -> None:
    if form == "json":
        print_json(found)
    elif form == "csv":
        print_csv(Records(NAMES, [_record(each) for each in found]))
    else:
        columns: dict[str, Callable[[Assessment], str]] = {
            say("judged", language): lambda each: plain(each.name),
            say("grade", language): lambda each: _grade(each, language),
            say("who", language): lambda each: plain(each.who),
            say("time", language): lambda each: each.when,
            say("why", language): lambda each: plain(each.why),
        }
        print_table(table_of(say("assessments", language), found, columns), language)


def _record(made: Assessment) -> list[JsonValue]:
    values = made.model_dump(mode="json")
    return [values[name] for name in NAMES]


def _grade(made: Assessment, language: Language) -> str:
    if made.grade is None:
        return say("withdrawn", language)
    return f"{made.grade} ({scheme().grades[made.target][made.grade][language]})"
