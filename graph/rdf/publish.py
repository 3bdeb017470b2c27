"""What is published about the RDF: vocabulary, shapes, context and page, by the name of their format."""

import json
from collections.abc import Callable, Mapping

from graph.rdf.context import context
from graph.rdf.page import vocabulary_page
from graph.rdf.shapes import shapes_graph
from graph.rdf.terms import Names
from graph.rdf.vocabulary import vocabulary_graph


def _turtle(names: Names) -> str:
    return vocabulary_graph(names).serialize(format="turtle")


def _shapes(names: Names) -> str:
    return shapes_graph(names).serialize(format="turtle")


def _context(names: Names) -> str:
    return json.dumps({"@context": context(names)}, indent=1, ensure_ascii=False) + "\n"


PUBLISHED: Mapping[str, tuple[str, Callable[[Names], str]]] = {
    "turtle": ("vocabulary.ttl", _turtle),
    "markdown": ("vocabulary.md", vocabulary_page),
    "context": ("context.jsonld", _context),
    "shacl": ("shapes.ttl", _shapes),
}


def published(format_: str, names: Names) -> str:
    """One of them as text."""
    return PUBLISHED[format_][1](names)
