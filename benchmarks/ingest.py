"""`make bench`: speed of the whole way from JSON text to the embedded store, and what it needs of memory.

Speed is a ratio to the bare reference runtime beside the model card (tokenizer, boundaries, network, decoding) on the
same texts in the same process, two threads each. Both sides take turns and the median counts: only the ratio says
something about the program, the rest is this machine. Memory is that of a fresh process for each run.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.articles import articles
from benchmarks.german import Clock, Reference
from graph.store import Store, StoreSettings, open_store
from ingest.pipeline import Extracted, Ingested, extract, ingest
from ingest.readers.found import Rejected
from seeds.errors import LagebildError

ROOT = Path(__file__).parents[1]
THREADS = 2
WANTED_RATIO, WANTED_MB = 0.6, 1200.0


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident megabytes of one run: at its start, after a fifth of the articles, at the end, and the peak."""

    articles: int
    statements: int
    start: float
    fifth: float
    end: float
    peak: float


def resident(field: str) -> float:
    """`VmRSS` or `VmHWM` of this process in megabytes."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    raise OSError(f"/proc/self/status has no {field}")


def write_records(records: Sequence[dict[str, str]], path: Path) -> None:
    """The articles as JSON Lines, as the reader takes them."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")


def ingest_all(path: Path, store: Store) -> int:
    """Reads and stores everything; an article that is rejected would make the figure worthless."""
    statements = 0
    for result in ingest([path], store):
        if isinstance(result, Rejected):
            raise LagebildError(f"benchmark article rejected: {result.error}")
        statements += len(result.statements)
    return statements


def dispatches() -> list[dict[str, str]]:
    """The annotated practice articles, headline left out where it stands in the text anyway."""
    return [json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "tests/gold/dispatches").glob("*.json"))]


def speed(name: str, records: Sequence[dict[str, str]], model: Path, rounds: int, table: Table) -> None:
    """Both sides in turn on the same texts; a row of the table."""
    reference = Reference(model, THREADS)
    texts = [f"{record['title']}\n{record['text']}" for record in records]
    words = sum(len(sentence[0]) for sentence in reference.sentences(texts))
    ours, bare = Clock(), Clock()
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "articles.jsonl"
        write_records(records, path)
        for number in range(-1, rounds):  # the first one warms both sides up and does not count
            with open_store(StoreSettings(data=Path(scratch) / str(number))) as store:
                (ours if number >= 0 else Clock()).time(partial(ingest_all, path, store))
            (bare if number >= 0 else Clock()).time(lambda: reference.run(reference.sentences(texts)))
    wall, bare_wall = statistics.median(ours.wall), statistics.median(bare.wall)
    cpu, bare_cpu = statistics.median(ours.cpu), statistics.median(bare.cpu)
    cells = [f"{len(texts)} {name}", f"{words}", f"{words / wall:.0f}", f"{words / bare_wall:.0f}"]
    table.add_row(*cells, f"{bare_wall / wall:.2f}", f"{bare_cpu / cpu:.2f}")


def remember(number: int, stored: bool) -> Memory:
    """Reads that many articles in this process, with or without storing them."""
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "articles.jsonl"
        write_records(list(articles(number)), path)
        if not stored:
            return watched(extract([path]), number)
        with open_store(StoreSettings(data=Path(scratch) / "data")) as store:
            return watched(ingest([path], store), number)


def watched(results: Iterable[Extracted | Ingested | Rejected], number: int) -> Memory:
    """Goes through the results and looks at the memory now and then."""
    start, fifth, statements, seen = resident("VmRSS"), 0.0, 0, 0
    for result in results:
        if isinstance(result, Rejected):
            raise LagebildError(f"benchmark article rejected: {result.error}")
        seen += 1
        statements += len(result.statements)
        if seen == number // 5:
            fifth = resident("VmRSS")
    return Memory(seen, statements, start, fifth, resident("VmRSS"), resident("VmHWM"))


def in_fresh_process(number: int, stored: bool) -> Memory:
    """The same in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.ingest",
        "--child",
        "stored" if stored else "read",
        "--articles",
        str(number),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return Memory(**json.loads(done.stdout))


def speed_table(model: Path, rounds: int) -> Table:
    """Ratio of speeds on the practice articles and on generated ones."""
    table = Table(
        title=f"Speed, median of {rounds} rounds, {THREADS} threads (ratio wanted: {WANTED_RATIO})",
        title_justify="left",
    )
    for head in ("articles", "words", "ingest, words/s", "bare runtime, words/s", "ratio", "ratio of processor time"):
        table.add_column(head, justify="left" if head == "articles" else "right")
    speed("dispatches", dispatches(), model, rounds, table)
    speed("generated", list(articles(200)), model, rounds, table)
    return table


def memory_table(number: int) -> Table:
    """Resident memory with and without the store; what grows without it is growth outside the store."""
    table = Table(
        title=f"Memory in MB (peak wanted: below {WANTED_MB:.0f}, no growth outside the store)", title_justify="left"
    )
    heads = ("run", "articles", "statements", "at start", "after a fifth", "at the end", "growth since", "peak")
    for head in heads:
        table.add_column(head, justify="left" if head == "run" else "right")
    for name, stored in (("read and stored", True), ("read only", False)):
        m = in_fresh_process(number, stored)
        values = (m.start, m.fifth, m.end, m.end - m.fifth, m.peak)
        table.add_row(name, str(m.articles), str(m.statements), *(f"{value:.0f}" for value in values))
    return table


def main() -> None:
    """Both tables; the speed needs the reference runtime of the shared material."""
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000, help="how many for the memory")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", choices=("stored", "read"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(asdict(remember(options.articles, options.child == "stored"))))
        return
    console = Console(width=None if sys.stdout.isatty() else 120)
    model = ROOT / os.environ.get("LAGEBILD_SHARED", "../shared") / "nlp" / "model"
    if (model / "reference").is_dir():
        console.print(speed_table(model, options.rounds))
    else:
        console.print("The reference runtime is not here (LAGEBILD_SHARED): no ratio of speeds.")
    console.print(memory_table(options.articles))


if __name__ == "__main__":
    main()
