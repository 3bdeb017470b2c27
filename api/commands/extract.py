"""`lagebild extract`: statements as JSON Lines, nothing stored."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer
from pydantic import BaseModel

from api.options import Inputs, NoTitle, Outlet, Published, Title, Url, read_options, settings_of
from api.progress import Tally, expected, progress_bar
from graph.jsonl import write_lines
from graph.statement import Article
from ingest.pipeline import extract as extract_from
from ingest.readers.found import Rejected
from seeds.errors import BadInput

ArticlesFile = Annotated[
    Path | None, typer.Option("--articles", metavar="FILE", help="Write id, document and path of each article here.")
]


class ArticleLine(BaseModel):
    """Which article was found where."""

    id: str
    document: str
    path: str


def extract(
    paths: Inputs,
    title: Title = None,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    no_title: NoTitle = False,
    articles: ArticlesFile = None,
) -> None:
    """Print what articles say as JSON Lines, one statement a line. Nothing is stored."""
    options = read_options(title, outlet, published, url, no_title)
    tally = Tally()
    with _lines(articles) as listed, progress_bar(settings_of(), expected(paths)) as bar:
        for result in extract_from(paths, options):
            if isinstance(result, Rejected):
                tally.reject(result)
            else:
                tally.articles += 1
                tally.statements += write_lines(result.statements, sys.stdout)
                _list(listed, result.article, result.path)
            bar.step(tally)
    raise typer.Exit(tally.exit_code)


def _list(lines: IO[str] | None, article: Article, path: str) -> None:
    if lines is not None:
        line = ArticleLine(id=article.id, document=article.document, path=path)
        lines.write(line.model_dump_json() + "\n")


@contextmanager
def _lines(path: Path | None) -> Generator[IO[str] | None]:
    """The file for the list of articles, opened before anything is read."""
    if path is None:
        yield None
        return
    try:
        lines = path.open("w", encoding="utf-8")
    except OSError as exc:
        raise BadInput(f"--articles {path}: {exc.strerror}") from exc
    with lines:
        yield lines
