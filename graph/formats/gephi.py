"""Networks as files: GraphML, which yEd and most others read, and GEXF with dates, colours and sizes for Gephi."""

from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, ElementTree, indent

from graph.browser.style import looks
from graph.formats.claims import CLAIM
from graph.formats.network import NOT_IN_XML, Attributes
from graph.span import span_row

if TYPE_CHECKING:
    from graph.formats.network import Network

GEXF = "1.3"  # the first version in which two nodes may have edges of several kinds


def write_graphml(network: "Network", out: IO[bytes]) -> None:
    """Writes GraphML; every attribute is declared with its type."""
    from networkx.readwrite.graphml import GraphMLWriterLxml

    writer: Any = GraphMLWriterLxml(out, _writable(network))  # the stubs know no type of what it does
    writer.dump()


def write_gexf(network: "Network", out: IO[bytes], day: str) -> None:
    """Writes GEXF 1.3 of this day. Edges last from the first to the last article, nodes look as in Neo4j Browser."""
    from networkx.readwrite.gexf import GEXFWriter

    network = _writable(network)
    for _, node in network.nodes(data=True):
        node["viz"] = _look(str(node["type"]))
        node.update(_dates(node))
    for _, _, edge in network.edges(data=True):
        edge.update(_dates(edge))
    writer = GEXFWriter(network, version=GEXF)
    root: Element = writer.xml
    _settle(root, day)
    indent(root)
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)


def _writable(network: "Network") -> "Network":
    """The network with ids that XML can hold."""
    import networkx as nx

    wrong = {node: NOT_IN_XML.sub("\ufffd", node) for node in network if NOT_IN_XML.search(node)}
    return nx.relabel_nodes(network, wrong) if wrong else network


def _look(type_: str) -> dict[str, object]:
    known = looks()["nodes"]["Statement"] if type_ == CLAIM else looks()["entity_types"][type_]
    red, green, blue = (int(known["colour"][at : at + 2], 16) for at in (1, 3, 5))
    return {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": float(known["size"])}


def _dates(of: Attributes) -> dict[str, str]:
    """First and last day, where both are known."""
    first = span_row(None, str(of.get("first", "")))["day_first"]
    last = span_row(None, str(of.get("last", "")))["day_last"]
    return {"start": str(first), "end": str(last)} if first and last else {}


def _settle(root: Element, day: str) -> None:
    """What the library leaves open: the day, the ids of edges, and which of them are of one kind."""
    root.set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    for meta in root.iter("meta"):
        meta.set("lastmodifieddate", day)
    for listed in [part for part in root.iter("attributes") if part.get("class") == "edge"]:
        by_title = {str(each.get("title")): each for each in listed}
        key, kind = by_title["networkx_key"], by_title["edge"]
        for edge in root.iter("edge"):
            _identify(edge, str(key.get("id")), str(kind.get("id")))
        listed.remove(key)


def _identify(edge: Element, key: str, kind: str) -> None:
    """Makes of two of its values what GEXF has own names for."""
    for values in edge.iter("attvalues"):
        by_attribute = {value.get("for"): value for value in values}
        edge.set("id", str(by_attribute[key].get("value")))
        edge.set("kind", str(by_attribute[kind].get("value")))
        values.remove(by_attribute[key])
