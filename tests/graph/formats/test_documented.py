"""docs/formats.md names every attribute of a network, every object of a bundle, every face and format."""

from pathlib import Path

from graph.formats.form import BESIDE_RDF
from graph.formats.stix.mapping import mapping
from tests.graph.formats.exporting import exported, network, objects
from tests.graph.rdf.exported import a_store
from tests.queries.known import put_known

PAGE = (Path(__file__).parents[3] / "docs" / "formats.md").read_text("utf-8")


def test_every_attribute_and_object_is_documented() -> None:
    with a_store() as store:
        put_known(store)
        read = [network(exported(store, face, "graphml"), "graphml") for face in ("network", "claims")]
        types = {each["type"] for each in objects(exported(store, "bundle", "stix"))}
    used = {name for one in read for part in (one.nodes, one.edges) for *_, data in part(data=True) for name in data}
    used |= types - {"extension-definition"} | {*BESIDE_RDF}
    used |= {format_ for formats in BESIDE_RDF.values() for format_ in formats} | {*mapping().opinion.values()}
    assert {name for name in used if f"`{name}`" not in PAGE} == set()
