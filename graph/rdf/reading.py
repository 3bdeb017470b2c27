"""Reading our RDF back: articles with what they say, ready for a store.

The file is put into a store of triples of its own first, on the disk, so that its size and order do not matter.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from pydantic import ValidationError
from pyoxigraph import RdfFormat, parse
from pyoxigraph import Store as Triples

from graph.rdf.faces import FORMATS
from graph.rdf.file import RdfFile, Thing
from graph.rdf.rebuild import rebuild_article, rebuild_run, rebuild_statement
from graph.rows import Origin
from graph.statement import Article, Run, Statement, Value
from seeds.errors import BadInput, BadStatement


class Reading(Value):
    """An article, None where its text is not in the file; what was read from it, by which run."""

    id: str
    document: str
    article: Article | None
    statements: tuple[Statement, ...]
    run: Run
    origin: Origin
    current: bool


def format_of(path: Path, named: str | None = None) -> RdfFormat:
    """The format of a file by name or by its ending; BadInput where that says nothing."""
    found = FORMATS.get(named) if named else RdfFormat.from_extension(path.suffix.removeprefix("."))
    if found is None:
        raise BadInput(f"{path}: which RDF is it? Say --format {', '.join(FORMATS)}")
    return found


@contextmanager
def opened(source: IO[bytes], format_: RdfFormat, name: str) -> Generator[RdfFile]:
    """A file of ours, ready to be read; BadInput names the place that is wrong."""
    with TemporaryDirectory(prefix="lagebild-") as folder:
        triples = Triples(folder)
        try:
            triples.bulk_extend(parse(source, format_))
        except (SyntaxError, ValueError) as exc:
            raise BadInput(f"{name}: {exc}") from exc
        yield RdfFile(triples, name)
        del triples


def readings(file: RdfFile) -> Iterator[Reading]:
    """The articles with what they say, older versions before those that take their place."""
    return (_reading(file, thing) for thing in file.articles())


def _reading(file: RdfFile, thing: Thing) -> Reading:
    try:
        current = file.flag(thing, "current")
        said = [
            rebuild_statement(file, each)
            for each in file.things_of("article", thing)
            if file.flag(each, "current") or not current  # else somebody rejected it
        ]
        run = rebuild_run(file, file.needed(thing, "run"))
        article = rebuild_article(file, thing)
    except ValidationError as exc:
        raise BadStatement(f"{file.name}: {thing.value}: {exc.errors(include_url=False)[0]['msg']}") from exc
    said.sort(key=lambda one: (one.evidence.start, one.id))
    origin: Origin = "real"
    if file.flag(thing, "sample"):
        origin = "invented" if file.flag(thing, "invented") else "sample"
    return Reading(
        id=file.text(thing, "id") or "",
        document=file.text(thing, "documentId") or "",
        article=article,
        statements=tuple(said),
        run=run,
        origin=origin,
        current=current,
    )
