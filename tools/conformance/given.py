"""The endpoint over any triples: the same routes and the same engine as over a graph, with the data of a test."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize
from pyoxigraph import Store as Triples
from starlette.testclient import TestClient

from api.app import create_app
from api.local import LocalDesk
from api.negotiation import format_for
from graph.assessment.ledger import Ledger
from graph.embedded import EmbeddedStore
from graph.rdf.engine import Format, Oxigraph, Query
from graph.rdf.service import service_description
from graph.rdf.sparql import Sparql
from graph.rdf.terms import BASE, Names

HOST = "http://localhost"


class GivenDesk(LocalDesk):
    """A desk whose triples are given."""

    def __init__(self, folder: Path, triples: Triples) -> None:
        super().__init__(EmbeddedStore(folder), ledger=Ledger(folder))
        self._triples = triples
        self._given = Sparql(lambda: Oxigraph(triples, BASE))

    def sparql(self, query: Query, accept: str, out: IO[bytes]) -> str:
        """Writes the answer to a SPARQL query."""
        return self._given.answer(query, partial(format_for, accept), out).media_type

    def describe_sparql(self, endpoint: str, form: Format) -> bytes:
        """What can be asked in SPARQL at this address."""
        assert isinstance(form, RdfFormat)
        graphs = [graph for graph in self._triples.named_graphs() if isinstance(graph, NamedNode)]
        return serialize(service_description(endpoint, Names(), graphs), format=form) or b""


@contextmanager
def endpoint(quads: Iterable[Quad]) -> Generator[TestClient]:
    """A client of a service with these triples at /sparql."""
    triples = Triples()
    triples.bulk_extend(quads)
    with TemporaryDirectory() as folder, GivenDesk(Path(folder), triples) as desk:
        yield TestClient(create_app(desk), base_url=HOST, follow_redirects=False)
