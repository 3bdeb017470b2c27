"""`lagebild import`: our own RDF back into the graph."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel
from rich.text import Text

from api.discovery import open_desk
from api.options import Address, AsJson, Data, Database, settings_of
from api.output import print_json, screen, tell
from api.shapes import Imported
from graph.rdf.reading import format_of, opened, readings
from seeds.errors import BadInput


class ImportTally(BaseModel):
    """What came of a file."""

    articles: int = 0
    already_known: int = 0
    statements: int = 0
    new_statements: int = 0
    problems: list[str] = []

    def add(self, result: Imported) -> None:
        """Counts one more; what cannot be stored is told at once."""
        if result.problem:
            tell(result.problem)
            self.problems.append(result.problem)
            return
        self.articles += 1
        self.already_known += result.already_known
        self.statements += result.statements
        self.new_statements += result.added


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An export of Lagebild, of any face.")],
    format: Annotated[
        str | None, typer.Option("--format", help="turtle, ntriples, nquads, trig, jsonld or rdfxml; else the ending.")
    ] = None,
    json: AsJson = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Put an export back into a graph: what is there already stays. Needs the texts (`export --with-text`)."""
    tally = ImportTally()
    try:
        source = file.open("rb")
    except OSError as exc:
        raise BadInput(f"{file}: {exc.strerror}") from exc
    settings = settings_of(data, store, database)
    with (
        source,
        opened(source, format_of(file, format), str(file)) as found,
        open_desk(settings, make=True) as desk,
    ):
        for result in desk.put(readings(found)):
            tally.add(result)
    if json:
        print_json(tally)
    else:
        known = f", {tally.already_known} known already" if tally.already_known else ""
        line = f"{tally.articles} articles, {tally.new_statements} new statements{known}"
        screen().print(Text(line))
    raise typer.Exit(2 if tally.problems else 0)
