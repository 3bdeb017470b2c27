"""Everything that an export can be: faces of the graph, and the formats that can carry each."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.rdf import faces
from graph.rdf.faces import not_possible

BESIDE_RDF: Mapping[str, tuple[str, ...]] = {
    "network": ("graphml", "gexf"),
    "claims": ("graphml", "gexf"),
    "bundle": ("stix",),
}
CARRIES: Mapping[str, tuple[str, ...]] = {str(face): formats for face, formats in faces.CARRIES.items()} | {
    **BESIDE_RDF
}
FORMATS: tuple[str, ...] = tuple(dict.fromkeys(format_ for formats in CARRIES.values() for format_ in formats))
_FILES = {
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "stix": ("application/stix+json;version=2.1", "json"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """A face in a format that can carry it."""

    face: str
    format: str

    @property
    def is_rdf(self) -> bool:
        """Whether it is RDF."""
        return self.face not in BESIDE_RDF

    @property
    def media_type(self) -> str:
        """What it is called on the wire."""
        return media_type(self.format)

    @property
    def extension(self) -> str:
        """How the name of its file ends."""
        return faces.FORMATS[self.format].file_extension if self.is_rdf else _FILES[self.format][1]


def media_type(format_: str) -> str:
    """What a format is called on the wire."""
    return _FILES[format_][0] if format_ in _FILES else faces.FORMATS[format_].media_type


def form(face: str | None = None, format_: str | None = None) -> Form:
    """The pair; what is not given is the first that goes with the other. BadParameter lists what is allowed."""
    if face is None:
        face = next((known for known, formats in CARRIES.items() if format_ in (None, *formats)), "plain")
    if format_ is None:
        format_ = next(iter(CARRIES.get(face, FORMATS)))
    if format_ not in CARRIES.get(face, ()):
        raise not_possible(face, format_, CARRIES)
    return Form(face, format_)
