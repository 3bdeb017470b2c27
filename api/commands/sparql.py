"""`lagebild sparql`: a query from a file, its answer on standard output."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.discovery import open_desk
from api.options import Address, Data, Database, OutputFile, settings_of, writing
from graph.rdf.engine import Query
from queries.sparql import sparql_questions
from seeds.errors import BadInput


class AnswerFormat(StrEnum):
    """How the answer is printed."""

    csv = "csv"
    tsv = "tsv"
    json = "json"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    rdfxml = "rdfxml"
    jsonld = "jsonld"


ACCEPT = {
    AnswerFormat.csv: "text/csv, text/turtle;q=0.5",
    AnswerFormat.tsv: "text/tab-separated-values, text/turtle;q=0.5",
    AnswerFormat.json: "application/sparql-results+json, application/ld+json",
    AnswerFormat.xml: "application/sparql-results+xml, application/rdf+xml",
    AnswerFormat.turtle: "text/turtle",
    AnswerFormat.ntriples: "application/n-triples",
    AnswerFormat.rdfxml: "application/rdf+xml",
    AnswerFormat.jsonld: "application/ld+json",
}


def sparql(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A SPARQL query, - for standard input, or a question by name.")
    ],
    format: Annotated[
        AnswerFormat, typer.Option("--format", help="Tables as csv, tsv, json or xml; graphs as the others.")
    ] = AnswerFormat.csv,
    output: OutputFile = None,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Ask the graph in SPARQL 1.1. Relative addresses such as <vocabulary#> stand below the base address."""
    query = Query(_text(file))
    with open_desk(settings_of(data, store, database)) as desk, writing(output) as out:
        desk.sparql(query, ACCEPT[format], out)


def _text(file: Path) -> str:
    if str(file) in sparql_questions() and not file.exists():
        return sparql_questions()[str(file)]
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
    except OSError as exc:
        raise BadInput(f"{file}: {exc.strerror}") from exc
    except UnicodeDecodeError as exc:
        raise BadInput(f"{file}: not UTF-8") from exc
