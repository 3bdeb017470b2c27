"""What the RDF is made of: `ontology.yaml`, read once and typed, with the closed lists of the vocabulary in it."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from seeds.errors import BadData
from seeds.vocabulary import vocabulary

Labels = Mapping[str, str]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    label: Labels


class ClassTerm(_Entry):
    """A class; `below` is ours, `aligned` are those of others that it is a kind of."""

    below: str | None = None
    aligned: tuple[str, ...] = ()


class PropertyTerm(_Entry):
    """A property: of which classes, what its values are, and how many a thing of those classes has."""

    of: tuple[str, ...]
    range: str
    least: int = 0
    most: int | None = None
    aligned: tuple[str, ...] = ()

    @property
    def is_link(self) -> bool:
        """Whether the values are things, not literals."""
        return not self.range.startswith("xsd:") and self.range != "date"


class ListTerm(_Entry):
    """A closed list whose words become individuals; `words` where the vocabulary file does not have them."""

    class_: Annotated[str, Field(alias="class")]
    words: Mapping[str, Labels] = {}

    def labels(self, name: str) -> Mapping[str, Labels]:
        """Labels by word."""
        return self.words or {word: term.label for word, term in vocabulary().terms[name].items()}


class Ontology(BaseModel):
    """Prefixes, classes, properties and lists, by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prefixes: Mapping[str, str]
    entity_type: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, ListTerm]
    classes: Mapping[str, ClassTerm]
    properties: Mapping[str, PropertyTerm]
    borrowed: Mapping[str, PropertyTerm]

    def class_of(self, range_: str) -> str:
        """The class of a property's values, where they are things."""
        known = self.lists.get(range_)
        return known.class_ if known else range_


@cache
def ontology() -> Ontology:
    """The ontology of this distribution; BadData where the file is wrong."""
    try:
        raw = yaml.safe_load(files("graph.rdf").joinpath("ontology.yaml").read_text("utf-8"))
        found = Ontology.model_validate(raw)
    except (yaml.YAMLError, ValidationError) as exc:
        raise BadData(f"ontology.yaml: {exc}") from exc
    known = {*found.classes, *found.lists, "date"}
    for name, term in (*found.properties.items(), *found.borrowed.items()):
        if unknown := [each for each in (*term.of, term.range) if each not in known and ":" not in each]:
            raise BadData(f"ontology.yaml: {name}: unknown class or list {', '.join(unknown)}")
    if set(found.entity_type) != set(vocabulary().values("entity_type")):
        raise BadData("ontology.yaml: entity_type does not have the entity types of vocabulary.yaml")
    return found
