"""Names in RDF: one base address, under it the vocabulary and everything that the graph has."""

import re
from functools import cache
from hashlib import sha256
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

from graph.rdf.ontology import ontology
from seeds.errors import BadParameter

BASE = "https://lagebild.example/"
VOCABULARY = "vocabulary#"
_DATATYPES = {
    re.compile(r"\d{4}\Z"): "gYear",
    re.compile(r"\d{4}-\d\d\Z"): "gYearMonth",
    re.compile(r"\d{4}-\d\d-\d\d\Z"): "date",
    re.compile(r"--\d\d\Z"): "gMonth",
    re.compile(r"--\d\d-\d\d\Z"): "gMonthDay",
}


class Names:
    """Makes the addresses of one base."""

    def __init__(self, base: str = BASE) -> None:
        """BadParameter where the base is no absolute address to which a name can be added."""
        try:
            NamedNode(base)
        except ValueError as exc:
            raise BadParameter(f"LAGEBILD_BASE: {base!r} is no absolute address") from exc
        if not base.endswith("/"):
            raise BadParameter(f"LAGEBILD_BASE: {base!r} must end with /, so that names can follow it")
        self.base = base
        self._words: dict[str, NamedNode] = {}

    def word(self, name: str) -> NamedNode:
        """A class, property or individual of our vocabulary, or of another one by its prefix (`prov:agent`)."""
        known = self._words.get(name)
        if known is None:
            prefix, _, local = name.rpartition(":")
            space = ontology().prefixes[prefix] if prefix else self.base + VOCABULARY
            known = self._words[name] = NamedNode(space + local)
        return known

    def thing(self, kind: str, id_: str) -> NamedNode:
        """A statement, article, run, entity or edge by id."""
        return NamedNode(f"{self.base}{kind}/{quote(id_, safe='')}")

    def id_of(self, thing: NamedNode) -> str:
        """The id of a thing, or the name of a word of the vocabulary."""
        rest = thing.value.removeprefix(self.base)
        return rest.removeprefix(VOCABULARY) if rest.startswith(VOCABULARY) else unquote(rest.partition("/")[2])

    def document(self, id_: str) -> NamedNode:
        """A document, by the hash of its id, which may be any text."""
        return NamedNode(f"{self.base}document/{sha256(id_.encode()).hexdigest()[:24]}")

    def prefixes(self) -> dict[str, str]:
        """Short names for all that is written, ours first."""
        ours = {"lb": self.base + VOCABULARY}
        ours |= {
            f"lb-{kind}": f"{self.base}{kind}/" for kind in ("statement", "article", "entity", "run", "edge", "claim")
        }
        return ours | dict(ontology().prefixes)


@cache
def datatype(name: str) -> NamedNode:
    """A datatype of XML Schema."""
    return NamedNode(ontology().prefixes["xsd"] + name)


def date(value: str) -> Literal:
    """A date at the precision said, each with its own datatype."""
    for pattern, name in _DATATYPES.items():
        if pattern.match(value):
            return Literal(value, datatype=datatype(name))
    return Literal(value)
