"""`lagebild statements`: statements that fit filters, the same as those of the service."""

from typing import Annotated, Any

import typer
from pydantic import JsonValue, ValidationError

from api.discovery import open_desk
from api.filters import StatementQuery
from api.options import Address, AsCsv, AsJson, Data, Database, InLanguage, Limit, Offset, settings_of
from api.output import Records, form_of, print_csv, print_json, print_table
from api.paging import LIMIT
from api.problem import bad_fields, field_problems
from api.tables import statements_table
from graph.shown import StatementView, Window
from graph.statement import Entity, Statement

NAMES = (
    *(
        "id",
        "article",
        "document",
        "outlet",
        "published",
        "title",
        "sample",
        "invented",
        "kind",
        "subject",
        "subject_id",
    ),
    *("predicate", "object", "object_id", "items", "min", "max", "modifier", "unit", "count_text", "of_min", "of_max"),
    *("of_unit", "polarity", "modality", "origins", "outlets", "place", "time_start", "time_end", "time_text"),
    *("confidence", "evidence_start", "evidence_end", "evidence"),
)


def _filter(name: str) -> Any:
    return typer.Option(
        f"--{name.replace('_', '-')}", help=StatementQuery.model_fields[name].description, rich_help_panel="Filters"
    )


def statements(
    q: Annotated[str | None, _filter("q")] = None,
    kind: Annotated[str | None, _filter("kind")] = None,
    predicate: Annotated[str | None, _filter("predicate")] = None,
    force: Annotated[str | None, _filter("force")] = None,
    place: Annotated[str | None, _filter("place")] = None,
    entity: Annotated[str | None, _filter("entity")] = None,
    least: Annotated[int | None, _filter("least")] = None,
    most: Annotated[int | None, _filter("most")] = None,
    unit: Annotated[str | None, _filter("unit")] = None,
    modality: Annotated[str | None, _filter("modality")] = None,
    polarity: Annotated[str | None, _filter("polarity")] = None,
    stance: Annotated[str | None, _filter("stance")] = None,
    source: Annotated[str | None, _filter("source")] = None,
    outlet: Annotated[str | None, _filter("outlet")] = None,
    since: Annotated[str | None, _filter("since")] = None,
    until: Annotated[str | None, _filter("until")] = None,
    article: Annotated[str | None, _filter("article")] = None,
    superseded: Annotated[bool, _filter("superseded")] = False,
    as_of: Annotated[str | None, _filter("as_of")] = None,
    limit: Limit = LIMIT,
    offset: Offset = 0,
    language: InLanguage = "de",
    json: AsJson = False,
    csv: AsCsv = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """List statements that fit all filters, with their evidence."""
    wanted = _wanted(locals())
    form = form_of(json=json, csv=csv)
    window = Window(limit, offset)
    with open_desk(settings_of(data, store, database)) as desk:
        found = desk.statements(wanted, window)
    if form == "json":
        print_json(found)
    elif form == "csv":
        print_csv(Records(NAMES, [_record(view) for view in found.items]))
    else:
        print_table(statements_table(found, f"{found.total} statements", language), language)


def _wanted(given: dict[str, Any]) -> StatementQuery:
    try:
        return StatementQuery(**{name: given[name] for name in StatementQuery.model_fields})
    except ValidationError as exc:
        raise bad_fields(field_problems(exc.errors(include_url=False))) from exc


def _record(view: StatementView) -> list[JsonValue]:
    said, article = view.statement, view.article
    count, time = said.count, said.time
    whole = count.of if count else None
    values: dict[str, JsonValue] = {
        **{name: getattr(article, name) for name in ("document", "outlet", "published", "title", "sample", "invented")},
        **{name: getattr(said, name) for name in ("id", "article", "kind", "predicate", "polarity", "modality")},
        **{name: getattr(count, name) if count else None for name in ("min", "max", "modifier", "unit")},
        **{f"of_{name}": getattr(whole, name) if whole else None for name in ("min", "max", "unit")},
        **{f"time_{name}": getattr(time, name) if time else None for name in ("start", "end", "text")},
        **_ends(said),
        "count_text": count.text if count else None,
        "confidence": said.confidence,
        "evidence_start": said.evidence.start,
        "evidence_end": said.evidence.end,
        "evidence": said.evidence.text,
    }
    return [values[name] for name in NAMES]


def _ends(said: Statement) -> dict[str, JsonValue]:
    sources: dict[str, list[JsonValue]] = {"origin": [], "outlet": []}
    for source in said.sources:
        sources[source.role].append(f"{source.entity.name} ({source.stance})")
    return {
        "subject": said.subject.name,
        "subject_id": said.subject.id,
        "object": _name(said.object),
        "object_id": said.object.id if said.object else None,
        "items": [item.name for item in said.items],
        "place": _name(said.place),
        "origins": sources["origin"],
        "outlets": sources["outlet"],
    }


def _name(entity: Entity | None) -> str | None:
    return entity.name if entity else None
