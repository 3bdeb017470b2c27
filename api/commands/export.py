"""`lagebild export`: the graph for other programs, to standard output or into a file."""

from typing import Annotated, Any

import typer

from api.discovery import open_desk
from api.filters import ExportQuery
from api.options import Address, Data, Database, OutputFile, settings_of, writing


def _wanted(name: str) -> Any:
    return typer.Option(f"--{name.replace('_', '-')}", help=ExportQuery.model_fields[name].description)


def export(
    face: Annotated[str | None, _wanted("face")] = None,
    format: Annotated[str | None, _wanted("format")] = None,
    since: Annotated[str | None, _wanted("since")] = None,
    entity: Annotated[str | None, _wanted("entity")] = None,
    with_text: Annotated[bool, _wanted("with_text")] = False,
    output: OutputFile = None,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Write the graph as RDF, for Gephi and yEd (GraphML, GEXF) or as STIX, with who says what.

    RDF has older versions of articles, too, which are marked.
    """
    wanted = ExportQuery(face=face, format=format, since=since, entity=entity, with_text=with_text)
    wanted.form()
    with open_desk(settings_of(data, store, database)) as desk, writing(output) as out:
        desk.export(wanted, out)
