"""Writing a selection of the graph in one of its faces and formats, as a stream."""

import re
from collections.abc import Iterable, Iterator
from typing import IO

from pyoxigraph import Literal, Quad, RdfFormat, serialize

from graph.rdf.faces import Form
from graph.rdf.jsonld import write_jsonld
from graph.rdf.quads import quads
from graph.rdf.select import Selection
from graph.rdf.terms import Names
from graph.store import Store
from seeds.errors import BadInput

_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # a carriage return would come back as a line break


def export(store: Store, selection: Selection, form: Form, out: IO[bytes], names: Names) -> None:
    """Writes it to `out`. BadInput where RDF/XML cannot hold a character of some text."""
    write(quads(store, selection, form.face, names), form, out, names)


def write(found: Iterable[Quad], form: Form, out: IO[bytes], names: Names) -> None:
    """Writes quads in a format."""
    if form.file == RdfFormat.JSON_LD:
        write_jsonld(found, out, names)
        return
    checked = _checked(found) if form.file == RdfFormat.RDF_XML else iter(found)
    if form.file.supports_datasets:
        serialize(checked, out, form.file, prefixes=_prefixes(form, names))
    else:
        serialize((quad.triple for quad in checked), out, form.file, prefixes=_prefixes(form, names))


def _prefixes(form: Form, names: Names) -> dict[str, str] | None:
    return names.prefixes() if form.file in (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.RDF_XML) else None


def _checked(found: Iterable[Quad]) -> Iterator[Quad]:
    for quad in found:
        if isinstance(quad.object, Literal) and (wrong := _NOT_IN_XML.search(quad.object.value)):
            raise BadInput(
                f"RDF/XML cannot hold the character U+{ord(wrong[0]):04X}, which stands in a text of"
                f" {quad.subject}; take another format"
            )
        yield quad
