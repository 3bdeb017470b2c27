"""Backup and restore: articles, what they say and what people decided, in one file that either store takes."""

import json
from collections.abc import Iterator
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pydantic import ValidationError

from graph.decisions.decision import Decision
from graph.marker import SCHEMA
from graph.saved import Saved, batches
from graph.store import Store
from graph.stored import machine_read, origin_of, stored
from graph.view import articles
from seeds.errors import BadInput, StoreForeign

HEAD, ARTICLES, DECISIONS = "lagebild.json", "articles.jsonl", "decisions.jsonl"


def back_up(store: Store, path: Path) -> tuple[int, int]:
    """Writes everything to a file, which takes its name when it is whole; gives how many articles and decisions."""
    draft = path.with_name(f".{path.name}.part")
    decisions = store.decisions()
    saved_articles = 0
    with ZipFile(draft, "w", ZIP_DEFLATED) as made:
        made.writestr(HEAD, json.dumps({"schema": SCHEMA, "version": version("lagebild")}) + "\n")
        with made.open(ARTICLES, "w") as out:
            for saved in _saved(store):
                out.write(saved.model_dump_json().encode() + b"\n")
                saved_articles += 1
        made.writestr(DECISIONS, "".join(one.model_dump_json() + "\n" for one in decisions))
    draft.replace(path)
    return saved_articles, len(decisions)


def _saved(store: Store) -> Iterator[Saved]:
    """Every article, older versions before newer ones."""
    for view, since in stored(store):
        said = tuple(machine_read(store, view.article.id))
        yield Saved(article=view.article, statements=said, run=view.run, origin=origin_of(view), since=since)


def restore(store: Store, path: Path) -> tuple[int, int]:
    """Puts a backup into an empty store; BadInput for what is no backup, StoreForeign for a store with something in it.

    Decisions come first, so that each article is loaded with them.
    """
    if articles(store, superseded=True).total or store.decisions():
        raise StoreForeign("a backup is restored into an empty store; name another data directory or database")
    try:
        with ZipFile(path) as given:
            _check_head(path, given.read(HEAD))
            decisions = [Decision.model_validate_json(line) for line in given.read(DECISIONS).splitlines()]
            store.remember(decisions)
            return _put_all(store, given, path), len(decisions)
    except (BadZipFile, KeyError, ValidationError) as exc:
        raise BadInput(f"{path} is no whole backup of Lagebild ({exc})") from exc


def _put_all(store: Store, given: ZipFile, path: Path) -> int:
    with given.open(ARTICLES) as lines:
        text = TextIOWrapper(lines, "utf-8")
        return sum(map(len, store.put_batches(batches(text, f"{path}: {ARTICLES}"))))


def _check_head(path: Path, head: bytes) -> None:
    try:
        schema = json.loads(head)["schema"]
    except (ValueError, KeyError, TypeError) as exc:
        raise BadInput(f"{path}: {HEAD} does not say which schema it is of") from exc
    if not isinstance(schema, int) or schema > SCHEMA:
        raise BadInput(f"{path} was made by a later version of Lagebild (schema {schema}, this one knows {SCHEMA})")
