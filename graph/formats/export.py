"""Writing a selection of the graph in any face and format."""

from typing import IO

from graph.assessment.ledger import Ledger
from graph.formats.claims import claim_network
from graph.formats.form import Form
from graph.formats.gephi import write_gexf, write_graphml
from graph.formats.judged import Judged
from graph.formats.network import entity_network
from graph.formats.stix.bundle import write_bundle
from graph.rdf import export as rdf
from graph.rdf.comparing import marker
from graph.rdf.faces import form as rdf_form
from graph.rdf.select import Selection
from graph.rdf.terms import Names
from graph.store import Store

DAY = len("2024-06-19")


def export(store: Store, ledger: Ledger, selection: Selection, form: Form, out: IO[bytes], names: Names) -> None:
    """Writes it to `out`; `ledger` has what analysts think of sources and claims, which RDF leaves out."""
    if form.is_rdf:
        rdf.export(store, selection, rdf_form(form.face, form.format), out, names)
        return
    judged = Judged(store, ledger)
    if form.format == "stix":
        write_bundle(store, judged, selection, out, names)
        return
    network = entity_network(store, selection) if form.face == "network" else claim_network(store, judged, selection)
    if form.format == "graphml":
        write_graphml(network, out)
    else:
        write_gexf(network, out, marker(store)[:DAY])
