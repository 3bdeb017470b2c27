"""`lagebild reread`: stored articles read again, and what that changes."""

from collections.abc import Iterator
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.text import Text

from api.commands.serve import refuse_second
from api.discovery import opened_store
from api.options import Address, AsJson, Data, Database, settings_of
from api.output import screen
from graph.caption import caption
from graph.statement import Statement
from ingest.rereading import Reread
from ingest.rereading import reread as read_again

_LINE = TypeAdapter(Reread)


def reread(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    json: AsJson = False,
    data: Data = None,
    store: Address = None,
    database: Database = None,
) -> None:
    """Read stored articles again with this program, model and vocabulary; show what is gained, lost and changed."""
    settings = settings_of(data, store, database)
    refuse_second(settings)
    gained = lost = changed = same = articles = 0
    with opened_store(settings) as opened:
        for result in read_again(opened, keep=not dry_run):
            articles, same = articles + 1, same + result.same
            gained, lost = gained + len(result.gained), lost + len(result.lost)
            changed += len(result.changed)
            _show(result, json=json)
    if not json:
        counts = f"{gained} gained, {lost} lost, {changed} changed, {same} the same"
        screen().print(Text(f"{articles} articles: {counts}{' (nothing stored)' if dry_run else ''}"))


def _show(result: Reread, *, json: bool) -> None:
    if json:
        typer.echo(_LINE.dump_json(result))
        return
    if result.gained or result.lost or result.changed:
        screen().print(Text(f"{result.article.outlet or ''} {result.article.title or result.article.id}".strip()))
        for line in _lines(result):
            screen().print(Text(f"  {line}"))


def _lines(result: Reread) -> Iterator[str]:
    yield from (f"+ {_words(one)}" for one in result.gained)
    yield from (f"- {_words(one)}" for one in result.lost)
    yield from (f"~ {_words(one.before)} → {_words(one.after)}" for one in result.changed)


def _words(said: Statement) -> str:
    end = f" {said.object.name}" if said.object else ""
    return f"{said.subject.name} {said.predicate}{end}: {caption(said)} [{said.modality}]"
