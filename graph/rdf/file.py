"""What a file of our RDF says, thing by thing, whichever face it has."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple
from pyoxigraph import Store as Triples

from graph.rdf.ontology import ontology
from graph.rdf.terms import VOCABULARY, Names
from seeds.errors import BadInput

Thing = NamedNode


class RdfFile:
    """What a file says, by thing; graphs do not matter."""

    def __init__(self, triples: Triples, name: str) -> None:
        self.name = name
        self._triples = triples
        self.names = Names(self._base())

    def _base(self) -> str:
        """The base address under which the file was written."""
        kind = Names().word("rdf:type")
        end = f"{VOCABULARY}Article"
        for quad in self._triples.quads_for_pattern(None, kind, None, None):
            if isinstance(quad.object, NamedNode) and quad.object.value.endswith(end):
                return quad.object.value.removesuffix(end)
        raise BadInput(f"{self.name}: there are no articles of Lagebild in it")

    def articles(self) -> Iterator[Thing]:
        """The articles, older versions before those that take their place."""
        seen: set[Thing] = set()
        kind, article = self.names.word("rdf:type"), self.names.word("Article")
        for quad in self._triples.quads_for_pattern(None, kind, article, None):
            assert isinstance(quad.subject, NamedNode)
            yield from (thing for thing in reversed(self._versions(quad.subject)) if thing not in seen)
            seen.update(self._versions(quad.subject))

    def _versions(self, thing: Thing) -> list[Thing]:
        """An article and all those before it, as far as the file has them."""
        found = [thing]
        while (older := self.link(found[-1], "supersedes")) and self.text(older, "id") and older not in found:
            found.append(older)
        return found

    def values(self, thing: Thing, name: str) -> list[NamedNode | Literal | Triple]:
        """The values of a property, each once."""
        quads = self._triples.quads_for_pattern(thing, self.names.word(name), None, None)
        return [*dict.fromkeys(quad.object for quad in quads if isinstance(quad.object, NamedNode | Literal | Triple))]

    def things_of(self, name: str, value: Thing) -> list[Thing]:
        """The things that have this value."""
        quads = self._triples.quads_for_pattern(None, self.names.word(name), value, None)
        return [*dict.fromkeys(quad.subject for quad in quads if isinstance(quad.subject, NamedNode))]

    def text(self, thing: Thing, name: str) -> str | None:
        """A literal as text."""
        return next((value.value for value in self.values(thing, name) if isinstance(value, Literal)), None)

    def number(self, thing: Thing, name: str) -> int | None:
        """A literal as a whole number."""
        value = self.text(thing, name)
        return None if value is None else int(value)

    def flag(self, thing: Thing, name: str) -> bool:
        """A literal as a truth value."""
        return self.text(thing, name) in ("true", "1")

    def links(self, thing: Thing, name: str) -> list[Thing]:
        """Other things."""
        return [value for value in self.values(thing, name) if isinstance(value, NamedNode)]

    def link(self, thing: Thing, name: str) -> Thing | None:
        """Another thing."""
        return next(iter(self.links(thing, name)), None)

    def needed(self, thing: Thing, name: str) -> Thing:
        """Another thing that must be there."""
        found = self.link(thing, name)
        if found is None:
            raise BadInput(f"{self.name}: {thing.value} has no {name}")
        return found

    def word(self, thing: Thing, name: str) -> str | None:
        """A word of a closed list, or a name of the vocabulary."""
        found = self.link(thing, name)
        return None if found is None else self.local(found).removeprefix(f"{name}-")

    def local(self, thing: Thing) -> str:
        """A name of the vocabulary without its address."""
        return thing.value.removeprefix(self.names.base + VOCABULARY)

    def type_of(self, entity: Thing) -> str | None:
        """The type of an entity."""
        types = (self.local(thing) for thing in self.links(entity, "rdf:type"))
        return next((type_ for type_ in types if type_ in ontology().entity_type), None)
