"""`lagebild vocabulary`: what the RDF of an export is made of."""

from enum import StrEnum
from typing import Annotated

import typer

from api.options import OutputFile, settings_of, writing
from graph.rdf.terms import Names


class VocabularyFormat(StrEnum):
    """What is published of the vocabulary."""

    turtle = "turtle"
    markdown = "markdown"
    context = "context"
    shacl = "shacl"


def vocabulary(
    format: Annotated[
        VocabularyFormat, typer.Option("--format", help="The page for people, the context of JSON-LD, or SHACL shapes.")
    ] = VocabularyFormat.turtle,
    output: OutputFile = None,
) -> None:
    """Print classes, properties and words of the RDF, under the base address that is set."""
    from graph.rdf.publish import published  # here, because rdflib takes a third of a second to import

    with writing(output) as out:
        out.write(published(format.value, Names(settings_of().base)).encode())
