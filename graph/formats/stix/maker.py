"""What every object of a bundle has: an id that is always the same, who made it, when, and our own properties."""

import datetime
from collections.abc import Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from pydantic import JsonValue

from graph.rdf.terms import BASE, Names

Object = dict[str, JsonValue]
FIRST = "2024-01-01T00:00:00.000Z"  # when things began that have no beginning of their own
SAMPLE, INVENTED = "sample", "invented"
_ABOUT = (
    "Properties of Lagebild. On notes: the statement (who, what, whom, how many, when, where), its place in the "
    "article, and how many articles, outlets and independent origins say the same. On opinions: the source, its stance "
    "and its place in the chain of sources. On identities and locations: id, type and Wikidata id of the entity. On "
    "relationships: the predicate and how many articles assert, report, deny or doubt it. On reports: the version of "
    "the article. Everywhere: whether it is a sample only, and whether it is invented."
)


class Maker:
    """Makes objects under one base address, which are as they were at one instant."""

    def __init__(self, names: Names, instant: str) -> None:
        self.names = names
        self._instant = timestamp(instant)
        self.me = self.id("identity", f"{names.base}lagebild")
        self.ours = self.id("extension-definition", f"{BASE}stix#1")

    def id(self, type_: str, address: str) -> str:
        """The id of a thing by its address, which is that of the RDF exports (UUID version 5)."""
        return f"{type_}--{uuid5(NAMESPACE_URL, address)}"

    def thing(self, type_: str, kind: str, id_: str) -> str:
        """The id of a statement, article, entity or edge as an object of some type."""
        return self.id(type_, self.names.thing(kind, id_).value)

    def make(
        self,
        id_: str,
        fields: Mapping[str, JsonValue],
        ours: Mapping[str, JsonValue],
        *,
        marks: Sequence[str] = (),
        created: str | None = None,
    ) -> Object:
        """An object; `ours` are our own properties, `marks` say that it is a sample or invented."""
        began = timestamp(created) if created else FIRST
        head: Object = {"type": id_.partition("--")[0], "spec_version": "2.1", "id": id_, "created_by_ref": self.me}
        when: Object = {"created": began, "modified": max(began, self._instant), "labels": [*marks]}
        extension: Object = {"extension_type": "property-extension", **ours}
        extension |= {mark: mark in marks for mark in (SAMPLE, INVENTED)}
        extensions: Object = {"extensions": {self.ours: _filled(extension)}}
        return _filled(head | when | {**fields} | extensions)

    def about_itself(self) -> tuple[Object, Object]:
        """Who makes the objects, and what our own properties are."""
        head: Object = {"spec_version": "2.1", "created": FIRST, "modified": FIRST}
        me: Object = {"type": "identity", "id": self.me, "name": "Lagebild", "identity_class": "system"}
        ours: Object = {
            "type": "extension-definition",
            "id": self.ours,
            "created_by_ref": self.me,
            "name": "Lagebild",
            "schema": _ABOUT,
            "version": "1.0.0",
            "extension_types": ["property-extension"],
        }
        return me | head, ours | head


def timestamp(instant: str) -> str:
    """An instant as STIX writes it: in UTC, to the millisecond."""
    there = datetime.datetime.fromisoformat(instant)
    at = there if there.tzinfo else there.replace(tzinfo=datetime.UTC)
    return at.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _filled(given: Object) -> Object:
    """What is there: STIX knows neither null nor empty lists."""
    return {name: value for name, value in given.items() if value is not None and value != []}
