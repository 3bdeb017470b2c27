"""Loading files of articles with their statements, by the fastest way that the store has.

A server of ours with nothing in it takes a whole graph over at once: that graph is made in an embedded store beside it,
by the same steps as ever, so it is the same graph. Everything else is loaded in large transactions. Whatever interrupts
it: the same command again goes on from what is there.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.bulk.files import SECONDS, write_tables
from graph.bulk.finishing import finish
from graph.bulk.importing import import_tables
from graph.saved import STATEMENTS, batches
from graph.server.home import read_note
from graph.store import Store, StoreSettings, open_store
from seeds.errors import StoreUnavailable

EMBEDDED, SERVER = 20_000, 5_000  # statements in one transaction: a server holds it in its heap
BESIDE, TABLES, BEGUN = "bulk", "tables", "begun"
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Total:
    """How many articles were given, how many statements of them are new, and how many articles were known."""

    articles: int = 0
    added: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of a server that this program started, and the cache with the server's program."""

    home: Path
    cache: Path

    @property
    def beside(self) -> Path:
        """Where a graph is made before the server takes it over."""
        return self.home / BESIDE


def load_files(store: Store, files: Sequence[Path], statements: int = STATEMENTS) -> Total:
    """Loads files of articles, so many statements in one transaction."""
    total = Total()
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for loaded in store.put_batches(batches(lines, str(file), statements)):
                known = sum(one.already_known for one in loaded)
                added = sum(one.added for one in loaded)
                total = Total(total.articles + len(loaded), total.added + added, total.known + known)
    return total


def load_bulk(settings: StoreSettings, place: Place, files: Sequence[Path], tell: Tell) -> Total:
    """The same for millions of statements."""
    if settings.address is not None and _may_take_over(settings, place):
        return _take_over(settings, place, files, tell)
    shutil.rmtree(place.beside, ignore_errors=True)  # what a load that was given up has left
    with open_store(settings) as store:
        return load_files(store, files, EMBEDDED if settings.address is None else SERVER)


def _may_take_over(settings: StoreSettings, place: Place) -> bool:
    """Whether the database is of our own server and holds nothing, or nothing but what an interrupted load brought."""
    note = read_note(place.home)
    if note is None or (note.address, note.database) != (settings.address, settings.database):
        return False
    begun = place.beside / BEGUN
    try:
        with open_store(settings) as store:
            nodes = store.read("MATCH (n) RETURN count(n) AS nodes", limit=None, seconds=SECONDS)[0]["nodes"]
            return nodes == 1 or (begun.is_file() and begun.read_text("utf-8") == _loaded(store))
    except StoreUnavailable:
        if begun.is_file():  # the import broke off: what is there now is no whole database
            return True
        raise


def _loaded(store: Store) -> str:
    """The instant of the last change, by which a graph is known again."""
    return str(store.read("MATCH (m:Lagebild) RETURN m.loaded AS loaded", limit=1, seconds=SECONDS)[0]["loaded"])


def _take_over(settings: StoreSettings, place: Place, files: Sequence[Path], tell: Tell) -> Total:
    own = replace(settings, address=None, data=place.beside / "graph", decisions=settings.ledger)
    with open_store(own) as store:
        total = load_files(store, files, EMBEDDED)
        tell(f"{total.articles} articles are read; the server takes them over")
        written = write_tables(store, place.beside / TABLES)
        (place.beside / BEGUN).write_text(_loaded(store), "utf-8")
    note = import_tables(place.home, place.cache, written, tell)
    with open_store(settings):  # declares constraints and indexes
        finish(note, written)
    shutil.rmtree(place.beside)
    return total
