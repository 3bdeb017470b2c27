"""Stores that are exported and read back."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.filter import StatementFilter
from graph.rdf.export import export
from graph.rdf.faces import FORMATS, form
from graph.rdf.reading import Reading, opened, readings
from graph.rdf.select import EVERYTHING, Selection
from graph.rdf.terms import Names
from graph.statement import Article, Statement
from graph.store import Origin, Store, StoreSettings, open_store
from tests.graph.making import RUN

ORIGINS: tuple[Origin, ...] = ("real", "sample", "invented")
Given = Sequence[tuple[Article, Sequence[Statement]]]


@contextmanager
def a_store() -> Generator[Store]:
    """An empty embedded store."""
    with TemporaryDirectory() as folder, open_store(StoreSettings(data=Path(folder))) as store:
        yield store


def put(store: Store, given: Given) -> None:
    """Puts articles in, each of another origin than the one before."""
    for number, (article, said) in enumerate(given):
        store.put(article, said, RUN, origin=ORIGINS[number % 3])


def exported(
    store: Store,
    face: str,
    format_: str,
    *,
    names: Names | None = None,
    wanted: StatementFilter = EVERYTHING,
    with_text: bool = False,
) -> bytes:
    """The store as RDF."""
    out = BytesIO()
    export(store, Selection(wanted, with_text=with_text), form(face, format_), out, names or Names())
    return out.getvalue()


def read_back(raw: bytes, format_: str) -> list[Reading]:
    """What is read from it."""
    with opened(BytesIO(raw), FORMATS[format_], "test") as file:
        return list(readings(file))
