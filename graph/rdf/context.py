"""The JSON-LD context: a short key for each property, with what its values are."""

from graph.rdf.ontology import PropertyTerm, ontology
from graph.rdf.terms import Names

Context = dict[str, str | dict[str, str]]
RENAMED = {"id": "identifier"}  # many readers of JSON-LD take `id` for `@id`
PLAIN = ("xsd:string", "xsd:boolean", "xsd:integer")  # what JSON says by itself


def context(names: Names) -> Context:
    """The context of this base."""
    found: Context = dict(prefixes(names))
    for name, term in ontology().properties.items():
        found[RENAMED.get(name, name)] = _meaning(name, term)
    return found


def prefixes(names: Names) -> dict[str, str]:
    """The prefixes that may stand in JSON-LD: none that is the key of a property, too."""
    return {prefix: space for prefix, space in names.prefixes().items() if prefix not in ontology().properties}


def _meaning(name: str, term: PropertyTerm) -> str | dict[str, str]:
    if term.range in PLAIN or term.range == "date":
        return f"lb:{name}"
    return {"@id": f"lb:{name}", "@type": term.range if term.range.startswith("xsd:") else "@id"}
