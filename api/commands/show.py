"""`lagebild show`: one entity with what articles say about it."""

from typing import Annotated

import typer
from pydantic import JsonValue
from rich.text import Text

from api.desk import Desk
from api.discovery import open_desk
from api.filters import StatementQuery
from api.options import Address, AsCsv, AsJson, Data, Database, InLanguage, settings_of
from api.output import Records, form_of, print_csv, print_json, print_table, screen
from api.table import plain
from api.tables import edges_table, statements_table
from api.words import Language
from graph.shown import EntityHead, EntityView, PlainEdge, Window
from seeds.errors import NotFound
from seeds.vocabulary import vocabulary

STATEMENTS = 10
SIMILAR = 10
EDGE = (
    *("source", "edge", "target", "articles", "outlets", "origins", "asserted", "reported", "denied", "doubted"),
    *("first", "last", "sample"),
)


def show(
    entity: Annotated[str, typer.Argument(help="Id, name or alias of an entity.")],
    language: InLanguage = "de",
    json: AsJson = False,
    csv: AsCsv = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Show an entity: its plain edges, and the newest statements that name it. --csv prints the edges."""
    form = form_of(json=json, csv=csv)
    with open_desk(settings_of(data, store, database)) as desk:
        found = find(desk, entity)
        if form == "json":
            print_json(found)
        elif form == "csv":
            print_csv(Records(EDGE, [_record(edge) for edge in (*found.outgoing, *found.incoming)]))
        else:
            _print(desk, found, language)


def find(desk: Desk, word: str) -> EntityView:
    """The entity of this id, else the only one of this name or alias; NotFound names those that are alike."""
    try:
        return desk.entity(word)
    except NotFound:
        alike = [line.entity for line in desk.entities(word, (), Window(limit=SIMILAR)).items]
    named = [known for known in alike if word.casefold() in _names(known)]
    if len(named) == 1:
        return desk.entity(named[0].id)
    if not alike:
        raise NotFound(f"nobody and nothing in the graph is called {word!r}")
    ids = ", ".join(f"{known.id} ({known.name}, {known.type})" for known in named or alike)
    raise NotFound(f"{word!r} can mean several entities; give one of these ids: {ids}")


def _names(known: EntityHead) -> set[str]:
    return {name.casefold() for name in (known.name, *known.aliases)}


def _print(desk: Desk, found: EntityView, language: Language) -> None:
    known = found.entity
    kind = vocabulary().label("entity_type", known.type, language)
    facts = [kind, known.country, known.wikidata, known.id]
    console = screen()
    console.print(Text(plain(known.name), style="bold"))
    console.print(Text(plain(" · ".join(fact for fact in facts if fact))))
    if known.aliases:
        console.print(Text(plain(", ".join(known.aliases))))
    console.print()
    if edges := (*found.outgoing, *found.incoming):
        print_table(edges_table(edges, f"{len(edges)} plain edges", language), language)
    listed = desk.statements(StatementQuery(entity=known.id), Window(limit=STATEMENTS))
    print_table(statements_table(listed, f"{listed.total} statements", language), language)


def _record(edge: PlainEdge) -> list[JsonValue]:
    values = edge.model_dump(mode="json") | {"source": edge.source.name, "target": edge.target.name}
    return [values[name] for name in EDGE]
