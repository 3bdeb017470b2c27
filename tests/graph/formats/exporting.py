"""Stores exported in a face and format, read by programs that are not ours."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx as nx
import stix2

from graph.assessment.ledger import Ledger
from graph.filter import StatementFilter
from graph.formats.export import export
from graph.formats.form import form
from graph.rdf.select import Selection
from graph.rdf.terms import Names
from graph.store import Store

CURRENT = StatementFilter()
PAIRS = [("network", "graphml"), ("network", "gexf"), ("claims", "graphml"), ("claims", "gexf"), ("bundle", "stix")]


def exported(
    store: Store,
    face: str,
    format_: str,
    wanted: StatementFilter = CURRENT,
    *,
    ledger: Ledger | None = None,
    with_text: bool = False,
) -> bytes:
    """The store as a file."""
    out = BytesIO()
    with TemporaryDirectory() as folder:
        judgements = ledger or Ledger(Path(folder))
        export(store, judgements, Selection(wanted, with_text=with_text), form(face, format_), out, Names())
    return out.getvalue()


def network(raw: bytes, format_: str) -> "nx.MultiDiGraph[str]":
    """What NetworkX reads."""
    read: Any = nx.read_gexf(BytesIO(raw), version="1.3") if format_ == "gexf" else None
    if read is None:
        read = nx.read_graphml(BytesIO(raw), force_multigraph=True)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from(read.nodes(data=True))
    for source, target, *key, data in read.edges(data=True, **({"keys": True} if read.is_multigraph() else {})):
        found.add_edge(source, target, key=data.get("id", *key), **data)
    return found


def objects(raw: bytes, type_: str | None = None) -> list[Any]:
    """What the `stix2` package reads; it refuses what the standard does not allow."""
    bundle: Any = stix2.parse(raw.decode())
    return [each for each in bundle["objects"] if type_ in (None, each["type"])]


def ours(of: Any) -> Any:
    """Our own properties of an object."""
    (extension,) = of["extensions"].values()
    return extension
