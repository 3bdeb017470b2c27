"""The official tests of the W3C, as their manifests describe them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import rdflib
from rdflib.collection import Collection

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
DAWGT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")
OURS = (str(MF), str(UT))
Node = Any  # rdflib leaves the types of what stands in a graph open


@dataclass(frozen=True, slots=True)
class Request:
    """A request of a protocol test, and what must come: classes of status, and a truth value."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None


@dataclass(frozen=True, slots=True)
class Official:
    """One test of a manifest."""

    id: str
    folder: str
    kind: str
    query: Path | None = None
    data: tuple[Path, ...] = ()
    named: tuple[tuple[str, Path], ...] = ()
    result: Path | None = None
    requests: tuple[Request, ...] = ()
    lax: bool = False
    """Whether a row may come more than once or not (REDUCED)."""


def manifests(folder: Path) -> list[Path]:
    """The manifests that list tests, in order."""
    return sorted(folder.rglob("manifest.ttl"))


def tests_of(manifest: Path, root: Path) -> Iterator[Official]:
    """The tests of SPARQL in a manifest, in its order; those of RDF formats have types of their own."""
    graph = rdflib.Graph()
    graph.parse(manifest, format="turtle", publicID=manifest.resolve().as_uri())
    for entries in graph.objects(None, MF.entries):
        for entry in _listed(graph, entries):
            types = {str(type_) for type_ in graph.objects(entry, rdflib.RDF.type)}
            if (entry, DAWGT.approval, DAWGT.Withdrawn) not in graph and any(one.startswith(OURS) for one in types):
                yield _test(graph, entry, str(manifest.parent.relative_to(root)))


def _test(graph: rdflib.Graph, entry: Node, folder: str) -> Official:
    kind = next((str(type_).rpartition("#")[2] for type_ in graph.objects(entry, rdflib.RDF.type)), "")
    id_ = str(entry).rpartition("#")[2] or str(entry).rpartition("/")[2]
    action = _value(graph, entry, MF.action)
    if kind == "ProtocolTest":
        named = tuple(_labelled(graph, node) for node in graph.objects(entry, UT.graphData))
        return Official(id_, folder, kind, named=named, requests=tuple(_requests(graph, action)))
    if isinstance(action, rdflib.URIRef):
        return Official(id_, folder, kind, query=_path(action))
    query, result = _value(graph, action, QT.query), _value(graph, entry, MF.result)
    return Official(
        id_,
        folder,
        kind,
        query=_path(query) if query else None,
        data=tuple(_path(node) for node in graph.objects(action, QT.data)),
        named=tuple((str(node), _path(node)) for node in graph.objects(action, QT.graphData)),
        result=_path(result) if isinstance(result, rdflib.URIRef) else None,
        lax=(entry, MF.resultCardinality, MF.LaxCardinality) in graph,
    )


def _path(node: Node) -> Path:
    return Path(unquote(urlsplit(str(node)).path))


def _labelled(graph: rdflib.Graph, node: Node) -> tuple[str, Path]:
    return str(_value(graph, node, rdflib.RDFS.label)), _path(_value(graph, node, UT.graph))


def _requests(graph: rdflib.Graph, action: Node) -> Iterator[Request]:
    listed = _value(graph, action, HT.requests)
    for node in _listed(graph, listed):
        yield _request(graph, node)


def _request(graph: rdflib.Graph, node: Node) -> Request:
    fields, body, answer = _value(graph, node, HT.headers), _value(graph, node, HT.body), _value(graph, node, HT.resp)
    headers = [
        (str(_value(graph, field, HT.fieldName)), str(_value(graph, field, HT.fieldValue)))
        for field in (_listed(graph, fields))
    ]
    encoding = str(_value(graph, body, CNT.characterEncoding) or "UTF-8")
    wanted = _value(graph, answer, MF.expectedBoolean)
    return Request(
        method=str(_value(graph, node, HT.methodName)),
        path=str(_value(graph, node, HT.absolutePath)),
        headers=tuple(headers),
        body=str(_value(graph, body, CNT.chars)).encode(encoding) if body else None,
        statuses=frozenset(str(code)[-3:] for code in graph.objects(answer, MF.expectedStatus)),
        boolean=None if wanted is None else str(wanted) == "true",
    )


def _value(graph: rdflib.Graph, node: Node, name: rdflib.URIRef) -> Node:
    return None if node is None else next(iter(graph.objects(node, name)), None)


def _listed(graph: rdflib.Graph, head: Node) -> list[Node]:
    return [*Collection(graph, head)] if head is not None else []
