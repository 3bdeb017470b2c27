"""The vocabulary: closed lists of the contract, read once from `vocabulary.yaml` and checked while reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

import yaml

from seeds.errors import BadData

Language = Literal["de", "en"]
GROUPS = ("entity_type", "stance", "modality", "unit", "modifier", "report_relation", "agreement_state", "change")
FORCE_TYPES = frozenset({"Country", "Force", "Organization"})
PLACE_TYPES = frozenset({"Country", "Place", "Organization", "Force", "Event"})


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a closed list, with its labels; `edge` is the relationship type of a stance in the graph."""

    name: str
    label: Mapping[str, str]
    edge: str | None = None


@dataclass(frozen=True, slots=True)
class PredicateTerm:
    """A predicate: which entity types it joins, which plain edge it gives, and its codes elsewhere."""

    name: str
    kind: Literal["relation", "troop_report"]
    label: Mapping[str, str]
    subject: frozenset[str]
    object: frozenset[str]
    plain_edge: str | None
    symmetric: bool
    items: bool
    cameo: str | None
    plover: str | None


@dataclass(frozen=True)
class Vocabulary:
    """Every closed list by name, in the order of the file."""

    version: str
    predicates: Mapping[str, PredicateTerm]
    terms: Mapping[str, Mapping[str, Term]]

    def values(self, group: str) -> Sequence[str]:
        """The words of a closed list: `predicate`, `stance`, `modality`, `unit`, `modifier`, `entity_type`."""
        return tuple(self.predicates) if group == "predicate" else tuple(self.terms[group])

    def label(self, group: str, name: str, language: Language = "de") -> str:
        """The label of one word in German or English."""
        term = self.predicates[name] if group == "predicate" else self.terms[group][name]
        return term.label[language]

    def predicates_of(self, kind: Literal["relation", "troop_report"]) -> tuple[str, ...]:
        """The predicates of one kind of statement."""
        return tuple(name for name, term in self.predicates.items() if term.kind == kind)

    def plain_edges(self) -> tuple[str, ...]:
        """The relationship types of plain edges, each once."""
        return tuple(dict.fromkeys(t.plain_edge for t in self.predicates.values() if t.plain_edge))

    def problem(
        self, *, kind: str, predicate: str, subject: str, object_: str | None, counted: bool, items: Sequence[str]
    ) -> str | None:
        """What is wrong with a statement's predicate and the types it joins, or None."""
        term = self.predicates[predicate]
        if term.kind != kind:
            return f"{predicate} is a {term.kind}, not a {kind}"
        if subject not in term.subject:
            return f"the subject of {predicate} is {_one_of(term.subject)}, not {subject}"
        if object_ is None and kind == "relation":
            return f"{predicate} needs an object"
        if object_ is not None and object_ not in term.object:
            return f"the object of {predicate} is {_one_of(term.object)}, not {object_}"
        if counted and kind == "relation":
            return f"{predicate} takes no count"
        if items and not term.items:
            return f"{predicate} takes no items"
        if wrong := next((item for item in items if item != "Weapon"), None):
            return f"an item is a Weapon, not {wrong}"
        return None


def _one_of(types: frozenset[str]) -> str:
    return " or ".join(sorted(types))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of this distribution."""
    return parse_vocabulary(files("seeds").joinpath("vocabulary.yaml").read_text("utf-8"), "vocabulary.yaml")


def parse_vocabulary(text: str, name: str) -> Vocabulary:
    """Vocabulary from YAML text; raises BadData naming the file and the entry that is wrong."""
    try:
        raw = yaml.safe_load(text)
        version = str(raw["version"])
        terms = {group: {key: _term(key, value) for key, value in raw[group].items()} for group in GROUPS}
        predicates = {key: _predicate(key, "troop_report", value) for key, value in raw["troop_report"].items()}
        predicates |= {key: _predicate(key, "relation", value) for key, value in raw["relation"].items()}
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as exc:
        raise BadData(f"{name}: {exc}") from exc
    for term in predicates.values():
        if unknown := (term.subject | term.object) - set(terms["entity_type"]):
            raise BadData(f"{name}: {term.name}: unknown entity type {', '.join(sorted(unknown))}")
    return Vocabulary(version, predicates, terms)


def _term(name: str, entry: Mapping[str, object]) -> Term:
    edge = entry.get("edge")
    return Term(name, _labels(name, entry), str(edge) if edge else None)


def _labels(name: str, entry: Mapping[str, object]) -> Mapping[str, str]:
    label = entry["label"]
    labels = cast("dict[object, object]", label) if isinstance(label, dict) else {}
    if set(labels) != {"de", "en"}:
        raise KeyError(f"{name}: label needs de and en")
    return {str(key): str(value) for key, value in labels.items()}


def _predicate(name: str, kind: Literal["relation", "troop_report"], entry: Mapping[str, object]) -> PredicateTerm:
    troop = kind == "troop_report"
    return PredicateTerm(
        name=name,
        kind=kind,
        label=_labels(name, entry),
        subject=FORCE_TYPES if troop else _types(name, entry, "subject"),
        object=PLACE_TYPES if troop else _types(name, entry, "object"),
        plain_edge=_optional(entry, "plain_edge"),
        symmetric=bool(entry.get("symmetric", False)),
        items=bool(entry.get("items", False)),
        cameo=_optional(entry, "cameo"),
        plover=_optional(entry, "plover"),
    )


def _types(name: str, entry: Mapping[str, object], field: str) -> frozenset[str]:
    value = entry[field]
    if not isinstance(value, list):
        raise TypeError(f"{name}: {field} is a list of entity types")
    return frozenset(str(item) for item in cast("list[object]", value))


def _optional(entry: Mapping[str, object], field: str) -> str | None:
    value = entry.get(field)
    return None if value is None else str(value)
