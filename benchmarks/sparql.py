"""`python -m benchmarks.sparql`: queries through the endpoint against the bare engine, export against its own dump.

Both sides take turns on the same triples in the same process: only ratios say something about the program, the rest is
this machine. Each ratio is of the best round of either side; beside it stands the ratio of processor time, all threads
together, which other programs on the machine disturb less. The endpoint is asked over HTTP on the loopback address, and
the client that asks is part of what it costs.
"""

import argparse
import json
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import uvicorn
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat
from pyoxigraph import Store as Triples
from rich.console import Console
from rich.table import Table

from api.app import create_app
from api.local import LocalDesk
from api.serving import address_of, listen
from benchmarks.made_graph import fill
from graph.assessment.ledger import Ledger
from graph.rdf.export import export
from graph.rdf.faces import form
from graph.rdf.here import Here
from graph.rdf.mirror import Mirror
from graph.rdf.select import Selection
from graph.rdf.terms import BASE, Names
from graph.store import Store, StoreSettings, open_store
from seeds.errors import LagebildError

LONG, WANTED_QUERY, WANTED_EXPORT = 0.010, 0.9, 0.5
LB = "PREFIX lb: <vocabulary#>\nPREFIX oa: <http://www.w3.org/ns/oa#>\n"
QUERIES = {
    "ask": "ASK { ?s a <vocabulary#Statement> }",
    "one statement": LB + "SELECT * WHERE { ?s lb:id ?id ; lb:count/lb:min ?n } LIMIT 1",
    "reports of one state": LB + "SELECT ?s ?n WHERE { ?e lb:name 'Land 7' . ?s lb:subject ?e ; lb:count/lb:min ?n }",
    "who confirms": LB
    + "SELECT ?name (COUNT(*) AS ?n) WHERE { ?s lb:attribution ?a . ?a lb:stance lb:stance-confirms ; "
    "lb:source/lb:name ?name } GROUP BY ?name ORDER BY DESC(?n) LIMIT 20",
    "words of all reports": LB
    + "SELECT ?s ?words WHERE { ?s a lb:TroopReport ; lb:evidence/oa:hasSelector/oa:exact ?words }",
    "counts by month": LB
    + "SELECT ?month (SUM(?n) AS ?sum) WHERE { ?s lb:article/lb:published ?day ; lb:count/lb:min ?n "
    "BIND(SUBSTR(STR(?day), 1, 7) AS ?month) } GROUP BY ?month",
    "all statements": LB + "SELECT (COUNT(*) AS ?n) WHERE { ?s a lb:Statement }",
    "all triples": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
}


@dataclass(frozen=True, slots=True)
class Best:
    """Seconds of the best round of each side, on the clock and of the processor."""

    ours: float
    bare: float
    ours_cpu: float
    bare_cpu: float


def in_turn(ours: Callable[[], object], bare: Callable[[], object], rounds: int) -> Best:
    """Both in turn; the first time warms up and does not count."""
    taken: dict[Callable[[], object], list[tuple[float, float]]] = {ours: [], bare: []}
    for number in range(-1, rounds):
        for run, seconds in taken.items():
            begun, begun_cpu = time.perf_counter(), time.process_time()
            run()
            if number >= 0:
                seconds.append((time.perf_counter() - begun, time.process_time() - begun_cpu))
    best = {run: (min(wall for wall, _ in each), min(cpu for _, cpu in each)) for run, each in taken.items()}
    return Best(best[ours][0], best[bare][0], best[ours][1], best[bare][1])


@contextmanager
def served(desk: LocalDesk) -> Generator[HTTPConnection]:
    """A connection to the service of a desk: as little of a client as there is."""
    listener = listen(0)
    server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        with closing(HTTPConnection(urlsplit(address_of(listener)).netloc, timeout=120)) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


def bare(triples: Triples, query: str) -> bytes:
    """The answer of the engine alone."""
    found = triples.query(query, base_iri=BASE, use_default_graph_as_union=True)
    if isinstance(found, QuerySolutions):
        return found.serialize(format=QueryResultsFormat.JSON) or b""
    return str(found).encode()


def ask(client: HTTPConnection, query: str) -> bytes:
    """The same through the endpoint."""
    kinds = {"Accept": "application/sparql-results+json", "Content-Type": "application/sparql-query"}
    client.request("POST", "/sparql", query.encode(), kinds)
    answer = client.getresponse()
    content = answer.read()
    if answer.status != HTTPStatus.OK:
        raise LagebildError(f"the endpoint answers {answer.status}: {content.decode()}")
    return content


def queries_table(client: HTTPConnection, triples: Triples, rounds: int) -> Table:
    """A row for each query: a ratio for long ones, what is added for short ones."""
    table = Table(title=f"Queries, best of {rounds} (ratio wanted above {LONG * 1000:.0f} ms: {WANTED_QUERY})")
    for head in ("query", "rows", "bare, ms", "endpoint, ms", "ratio", "of processor time", "added, ms"):
        table.add_column(head, justify="left" if head == "query" else "right")
    for name, query in QUERIES.items():
        answer = json.loads(ask(client, query))
        best = in_turn(partial(ask, client, query), partial(bare, triples, query), rounds)
        rows = len(answer.get("results", {}).get("bindings", ()))
        ratios = [f"{best.bare / best.ours:.2f}", f"{best.bare_cpu / best.ours_cpu:.2f}"]
        times = [f"{best.bare * 1e3:.2f}", f"{best.ours * 1e3:.2f}"]
        shown = ratios if best.bare >= LONG else ["–", "–"]
        table.add_row(name, str(rows), *times, *shown, f"{(best.ours - best.bare) * 1e3:.2f}")
    return table


def dumped(triples: Triples) -> None:
    """The engine's own dump."""
    triples.dump(BytesIO(), RdfFormat.N_QUADS)


def export_table(store: Store, triples: Triples, rounds: int) -> Table:
    """The plain face as N-Quads, against the dumps of a store on the disk and of one in memory with the same quads."""
    table = Table(title=f"Export of {len(triples)} quads, best of {rounds} (ratio wanted: {WANTED_EXPORT})")
    for head in ("against the dump of", "dump, quads/s", "export, quads/s", "ratio", "of processor time"):
        table.add_column(head, justify="left" if head.startswith("against") else "right")
    memory, names = Triples(), Names()
    memory.bulk_extend(triples)

    def ours() -> None:
        export(store, Selection(), form("plain", "nquads"), BytesIO(), names)

    for name, other in (("a store on the disk", triples), ("a store in memory", memory)):
        best = in_turn(ours, partial(dumped, other), rounds)
        speeds = [f"{len(triples) / seconds:.0f}" for seconds in (best.bare, best.ours)]
        table.add_row(name, *speeds, f"{best.bare / best.ours:.2f}", f"{best.bare_cpu / best.ours_cpu:.2f}")
    return table


def main() -> None:
    """Both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sparql", description=__doc__)
    parser.add_argument("--statements", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    with TemporaryDirectory() as folder:
        data, names = Path(folder) / "data", Names()
        with open_store(StoreSettings(data=data)) as store:
            fill(store, options.statements)
            holder = Here(BASE, data / "rdf")
            with Mirror(store, names, holder) as mirror:
                mirror.in_step()
                console.print(export_table(store, holder.triples, options.rounds))
            with LocalDesk(store, ledger=Ledger(data), rdf=data / "rdf") as desk, served(desk) as client:
                ask(client, "ASK {}")
                own = desk._sparql.in_step()  # pyright: ignore[reportPrivateUsage]  # one store on the disk for both sides
                assert isinstance(own, Here)
                console.print(queries_table(client, own.triples, options.rounds))


if __name__ == "__main__":
    main()
