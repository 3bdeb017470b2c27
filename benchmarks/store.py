"""`python -m benchmarks.store`: both stores with ten thousand statements and more, and the page that tells it.

Statements are made by a script (benchmarks/statements.py). Each store is loaded by `lagebild load --bulk`; then every
question of the catalogue is asked, about Arland and Borland where it takes a country: of them twenty statements speak
in a graph of any size. A question has ten seconds, as ever. Beside it stands the engine's own call for the same Cypher
(on a server both take turns).
Only ratios and growth count: the rest is the machine. Results are kept in docs/benchmarks.json; the page and its
pictures are drawn from them.
"""

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import kglite
import neo4j
from pydantic import JsonValue

from benchmarks.page import RESULTS, write_page
from benchmarks.raw import ordinary_against_raw
from benchmarks.statements import ARLAND, BORLAND, saved
from graph.ask import SECONDS, ask
from graph.bulk.loading import Place, load_bulk
from graph.embedded import FILE
from graph.server import server
from graph.server.jars import default_cache
from graph.server.java import LTS
from graph.store import Store, StoreSettings, open_store
from queries.catalogue import Question, questions
from queries.narrowing import narrowed
from seeds.errors import StoreTimeout

ROUNDS, AT_MOST, LEAST = 20, 4.0, 2  # rounds of a question, within so many seconds but for the first ones
Call = Callable[[str, dict[str, JsonValue]], object]
Timed = tuple[int, list[float]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Milliseconds of a question through the store, and of the engine's own call; None: no answer in its time."""

    name: str
    rows: int
    anchored: bool
    p50: float | None
    p95: float | None
    bare_p50: float | None
    bare_p95: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """A store with so many statements: seconds of loading, megabytes on disk and in memory, questions."""

    store: str
    statements: int
    articles: int
    seconds: float
    disk: float
    memory: float
    questions: list[Asked]


def measure(kind: str, size: int, folder: Path) -> Measured:
    """Loads one store and asks everything."""
    lines = folder / "statements.jsonl"
    with lines.open("w", encoding="utf-8") as out:
        out.writelines(one.model_dump_json() + "\n" for one in saved(size))
    home = folder / "home"
    if kind == "embedded":
        return _measured(kind, StoreSettings(data=folder / "data"), home, lines, None)
    note = server.up(home, default_cache(), server.Wanted(LTS, bolt=0, http=0), print)
    try:
        settings = StoreSettings(address=note.address, password=note.password, data=folder / "ledger")
        return _measured(kind, settings, home, lines, lambda: server.status(home).process)
    finally:
        server.down(home)


def _measured(
    kind: str, settings: StoreSettings, home: Path, lines: Path, process: Callable[[], int | None] | None
) -> Measured:
    start = time.perf_counter()
    total = load_bulk(settings, Place(home, default_cache()), [lines], print)
    seconds = time.perf_counter() - start
    asked: list[Asked] = []
    if settings.address is None:  # one at a time may open it
        with open_store(settings) as store:
            through = {name: _times(_through(store, question))[0] for name, question in questions().items()}
            memory = _resident(os.getpid())
        with Bare(settings) as call:
            bare = {name: _times(_direct(call, question))[0] for name, question in questions().items()}
        asked = [_asked(question, through[name], bare[name]) for name, question in questions().items()]
    else:
        with open_store(settings) as store, Bare(settings) as call:
            for question in questions().values():  # in turn: a server gets faster with each call
                asked.append(_asked(question, *_times(_through(store, question), _direct(call, question))))
            memory = _resident(process() if process else os.getpid())
    disk = _size(settings.data if settings.address is None else home / "data")
    return Measured(kind, total.added, total.articles, seconds, disk, memory, asked)


def _parameters(question: Question) -> dict[str, JsonValue]:
    """Arland and Borland, where a question takes countries."""
    takes = [one for one in question.parameters if one.type == "entity" and "Country" in one.of]
    return {one.name: entity.id for one, entity in zip(takes, (ARLAND, BORLAND), strict=False) if not one.many}


def _through(store: Store, question: Question) -> Callable[[], int]:
    return lambda: len(ask(store, question.name, _parameters(question), seconds=SECONDS).rows)


def _direct(call: Call, question: Question) -> Callable[[], int]:
    bound = question.bind(_parameters(question))
    cypher = narrowed(question.cypher, bound)

    def once() -> int:
        call(cypher, bound)
        return 0

    return once


def _times(*calls: Callable[[], int]) -> list[Timed]:
    """Of each call the rows of its answer and the milliseconds of some rounds after a first one, all of them in turn;
    fewer rounds of what takes long.
    """
    times: list[list[float]] = [[] for _ in calls]
    try:
        rows = [once() for once in calls]
        end = time.perf_counter() + AT_MOST * len(calls)
        while len(times[-1]) < ROUNDS and (len(times[-1]) < LEAST or time.perf_counter() < end):
            for once, taken in zip(calls, times, strict=True):
                start = time.perf_counter()
                once()
                taken.append((time.perf_counter() - start) * 1000)
    except StoreTimeout:
        return [(0, []) for _ in calls]
    return list(zip(rows, times, strict=True))


def _asked(question: Question, through: Timed, bare: Timed) -> Asked:
    ours, theirs = _quantiles(through[1]), _quantiles(bare[1])
    anchored = any(f"${name}" in question.cypher for name in _parameters(question))  # not where all are fetched
    return Asked(question.name, through[0], anchored, *ours, *theirs)


def _quantiles(times: list[float]) -> tuple[float | None, float | None]:
    if not times:
        return None, None
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return round(statistics.median(times), 2), round(cuts[-1], 2)


class Bare:
    """The engine's own call, past the store."""

    def __init__(self, settings: StoreSettings) -> None:
        self._settings = settings
        self._close: Callable[[], object] = lambda: None

    def __enter__(self) -> Call:
        settings = self._settings
        if settings.address is None:
            session = kglite.open_session(str(settings.data / FILE), durable="full")
            self._close = session.close
            return lambda cypher, values: session.cypher(cypher, params=values).to_list()
        database: Any = neo4j.GraphDatabase  # it leaves the types of its options open
        driver: Any = database.driver(
            settings.address, auth=(settings.user, settings.password), notifications_min_severity="OFF"
        )
        opened = driver.session(database=settings.database)
        self._close = driver.close

        def call(cypher: str, values: dict[str, JsonValue]) -> object:
            def read(work: Any) -> object:
                return work.run(cypher, values).data()

            return opened.execute_read(read)

        return call

    def __exit__(self, *_: object) -> None:
        self._close()


def _resident(process: int | None) -> float:
    """Resident megabytes of a process and its children."""
    group = [path.parent for path in Path("/proc").glob("[0-9]*/stat") if _belongs(path, process)]
    lines = (line for one in group for line in (one / "status").read_text("ascii", "replace").splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def _belongs(stat: Path, process: int | None) -> bool:
    try:
        fields = stat.read_text("ascii", "replace").rsplit(")", 1)[1].split()
    except OSError:
        return False
    return process is not None and (stat.parent.name == str(process) or fields[1] == str(process))


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _kept() -> dict[str, Any]:
    return json.loads(RESULTS.read_text("utf-8")) if RESULTS.is_file() else {"stores": [], "raw": None}


def _keep(change: Mapping[str, Any]) -> None:
    RESULTS.write_text(json.dumps({**_kept(), **change}, indent=1) + "\n", "utf-8")


def _runs(stores: list[str], sizes: list[int]) -> Iterator[Measured]:
    for size in sizes:
        for kind in stores:
            with TemporaryDirectory() as folder:
                yield measure(kind, size, Path(folder))


def main() -> None:
    """Measures what is asked for, keeps it, writes the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stores", nargs="*", choices=("embedded", "neo4j"), default=["embedded", "neo4j"])
    parser.add_argument("--sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--raw", type=int, default=0, metavar="STATEMENTS", help="ordinary loading against a raw loop")
    given = parser.parse_args()
    if given.raw:
        _keep({"raw": asdict(ordinary_against_raw(given.raw))})
    for one in _runs(given.stores, given.sizes):
        rest = [old for old in _kept()["stores"] if (old["store"], old["wanted"]) != (one.store, _near(one))]
        _keep({"stores": [*rest, {**asdict(one), "wanted": _near(one)}]})
    write_page(_kept())


def _near(one: Measured) -> int:
    """The size that was wished for: the last article brings some more."""
    return int(10 ** round(statistics.fmean([len(str(one.statements)) - 1])))


if __name__ == "__main__":
    main()
