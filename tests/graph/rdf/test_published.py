"""Vocabulary, page, context and shapes are in step with the files they come from, and mean what they should."""

import json

import rdflib
from rdflib import OWL, RDFS, URIRef

from graph.rdf.ontology import ontology
from graph.rdf.publish import published
from graph.rdf.terms import Names
from seeds.vocabulary import vocabulary
from tools.vocabulary import pages


def test_what_is_published_is_in_step() -> None:
    assert [path.name for path, text in pages().items() if path.read_text("utf-8") != text] == []


def test_the_turtle_has_every_word() -> None:
    graph = rdflib.Graph().parse(data=published("turtle", Names()), format="turtle")
    word = Names().word
    terms = {*vocabulary().predicates, *vocabulary().plain_edges(), *vocabulary().values("entity_type")}
    terms |= {*ontology().properties, *ontology().classes}
    terms |= {
        f"{group}-{name}" for group in ("stance", "modality", "unit", "modifier") for name in vocabulary().values(group)
    }
    assert {term for term in terms if not list(graph.objects(URIRef(word(term).value), RDFS.label))} == set()
    assert (URIRef(word("SIGNED").value), URIRef(word("cameo").value), rdflib.Literal("057")) in graph
    aligned = set(graph.objects(URIRef(word("Person").value), RDFS.subClassOf))
    assert {URIRef(word(name).value) for name in ("foaf:Person", "schema:Person", "prov:Person")} <= aligned
    assert (URIRef(word("MET").value), rdflib.RDF.type, OWL.SymmetricProperty) in graph


def test_another_base_is_everywhere() -> None:
    for format_ in ("turtle", "context", "shacl", "markdown"):
        text = published(format_, Names("https://graph.example.org/lage/"))
        assert "https://graph.example.org/lage/vocabulary#" in text and "lagebild.example" not in text


def test_the_page_has_a_row_for_every_term() -> None:
    page = published("markdown", Names())
    terms = [*vocabulary().predicates, *ontology().properties, *ontology().classes]
    assert [term for term in terms if f"\n| `lb:{term}` |" not in page] == []


def test_no_key_of_the_context_means_two_things() -> None:
    keys = json.loads(published("context", Names()))["@context"]
    assert [name for name in ontology().properties if name != "id" and name not in keys] == []
    assert [key for key, meaning in keys.items() if key in ontology().properties and "/" in str(meaning)] == []
